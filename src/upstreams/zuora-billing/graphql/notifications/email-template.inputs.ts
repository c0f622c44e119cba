import { Field, InputType, Int } from 'type-graphql';
import type { EmailEncoding, EmailRecipient, EmailSender } from '../../notifications/model.js';
import { ZuoraEmailEncodingEnum, ZuoraEmailRecipientEnum, ZuoraEmailSenderEnum } from './enums.js';

@InputType({ description: 'What email templates are made and changed with.' })
abstract class EmailTemplateFields {
  @Field(() => String, { nullable: true, description: 'Remarks, at most 255 characters.' })
  description?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is in use; true unless it is said.' })
  active?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the body is HTML; false unless it is said.' })
  isHtml?: boolean | null;

  @Field(() => ZuoraEmailEncodingEnum, {
    nullable: true,
    description: 'How the body is encoded; UTF8 unless it is said.',
  })
  encoding?: EmailEncoding | null;

  @Field(() => String, { nullable: true, description: 'The address that it comes from, for SPECIFIC_EMAIL.' })
  fromAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'The name that it comes from, at most 50 characters.' })
  fromName?: string | null;

  @Field(() => ZuoraEmailSenderEnum, { nullable: true, description: 'Who gets the replies.' })
  replyTo?: EmailSender | null;

  @Field(() => String, { nullable: true, description: 'The address for replies, for SPECIFIC_EMAIL.' })
  replyToAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'The addresses that get it, for SPECIFIC_EMAILS.' })
  toAddress?: string | null;

  @Field(() => ZuoraEmailRecipientEnum, { nullable: true, description: 'Who gets a copy.' })
  cc?: EmailRecipient | null;

  @Field(() => String, { nullable: true, description: 'The addresses that get a copy.' })
  ccAddress?: string | null;

  @Field(() => String, { nullable: true, description: 'The address that gets a copy without the others knowing.' })
  bccAddress?: string | null;
}

@InputType('ZuoraEmailTemplateCreateInput', { description: 'A new email template, for one event.' })
export class ZuoraEmailTemplateCreateInput extends EmailTemplateFields {
  @Field(() => String, { description: 'Its name, at most 255 characters, unique in the tenant.' })
  name!: string;

  @Field(() => String, { description: 'The subject, with merge fields.' })
  subject!: string;

  @Field(() => String, { description: 'The body, with merge fields.' })
  body!: string;

  @Field(() => ZuoraEmailSenderEnum, { description: 'Who it comes from.' })
  from!: EmailSender;

  @Field(() => ZuoraEmailRecipientEnum, { description: 'Who gets it.' })
  to!: EmailRecipient;

  @Field(() => String, {
    nullable: true,
    description: 'The event, by its name: that of an event trigger, for example.',
  })
  eventTypeName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whose event: `user.notification` unless it is said, `com.zuora.notification` for those of Zuora.',
  })
  eventTypeNamespace?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The number of a standard event, in place of a name: 1110, 1210, ...',
  })
  eventCategory?: number | null;
}

@InputType('ZuoraEmailTemplateUpdateInput', {
  description: 'Changes of an email template; what is left out stays. Its event stays in any case.',
})
export class ZuoraEmailTemplateUpdateInput extends EmailTemplateFields {
  @Field(() => String, { nullable: true, description: 'Its name, at most 255 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The subject, with merge fields.' })
  subject?: string | null;

  @Field(() => String, { nullable: true, description: 'The body, with merge fields.' })
  body?: string | null;

  @Field(() => ZuoraEmailSenderEnum, { nullable: true, description: 'Who it comes from.' })
  from?: EmailSender | null;

  @Field(() => ZuoraEmailRecipientEnum, { nullable: true, description: 'Who gets it.' })
  to?: EmailRecipient | null;
}
