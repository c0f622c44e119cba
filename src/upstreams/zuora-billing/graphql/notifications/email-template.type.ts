import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../../../schema-kit/connection.js';
import { Node } from '../../../../schema-kit/node.js';
import type { EmailEncoding, EmailRecipient, EmailSender, EmailTemplate } from '../../notifications/model.js';
import { ZuoraEmailEncodingEnum, ZuoraEmailRecipientEnum, ZuoraEmailSenderEnum } from './enums.js';
import { NoticeType } from './notice.type.js';

@ObjectType('ZuoraEmailTemplate', {
  implements: Node,
  simpleResolvers: true,
  description: 'What Zuora sends by email when an event happens.',
})
export class ZuoraEmailTemplateType extends NoticeType implements EmailTemplate {
  @Field(() => Int, { nullable: true, description: 'The number of the standard event that it is for.' })
  eventCategory!: number | null;

  @Field(() => String, { nullable: true, description: 'The subject, with merge fields.' })
  subject!: string | null;

  @Field(() => String, { nullable: true, description: 'The body, with merge fields.' })
  body!: string | null;

  @Field(() => Boolean, { description: 'Whether the body is HTML.' })
  isHtml!: boolean;

  @Field(() => ZuoraEmailEncodingEnum, { nullable: true, description: 'How the body is encoded.' })
  encoding!: EmailEncoding | null;

  @Field(() => ZuoraEmailSenderEnum, { nullable: true, description: 'Who it comes from.' })
  from!: EmailSender | null;

  @Field(() => String, { nullable: true, description: 'The address that it comes from, for SPECIFIC_EMAIL.' })
  fromAddress!: string | null;

  @Field(() => String, { nullable: true, description: 'The name that it comes from.' })
  fromName!: string | null;

  @Field(() => ZuoraEmailSenderEnum, { nullable: true, description: 'Who gets the replies.' })
  replyTo!: EmailSender | null;

  @Field(() => String, { nullable: true, description: 'The address for replies, for SPECIFIC_EMAIL.' })
  replyToAddress!: string | null;

  @Field(() => ZuoraEmailRecipientEnum, { nullable: true, description: 'Who gets it.' })
  to!: EmailRecipient | null;

  @Field(() => String, { nullable: true, description: 'The addresses that get it, for SPECIFIC_EMAILS.' })
  toAddress!: string | null;

  @Field(() => ZuoraEmailRecipientEnum, { nullable: true, description: 'Who gets a copy.' })
  cc!: EmailRecipient | null;

  @Field(() => String, { nullable: true, description: 'The addresses that get a copy.' })
  ccAddress!: string | null;

  @Field(() => String, { nullable: true, description: 'The address that gets a copy without the others knowing.' })
  bccAddress!: string | null;
}

export const ZuoraEmailTemplateConnection = connectionType('ZuoraEmailTemplate', () => ZuoraEmailTemplateType);
