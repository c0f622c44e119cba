import { Field, ID, InputType } from 'type-graphql';
import { JsonScalar } from '../../../../schema-kit/scalars.js';
import type { CalloutMethod } from '../../notifications/model.js';
import { ZuoraBasicAuthenticationInput } from './callout-template.inputs.js';
import { ZuoraCalloutMethodEnum } from './enums.js';

@InputType('ZuoraInlineCalloutInput', { description: 'A callout that belongs to one notification definition alone.' })
class ZuoraInlineCalloutInput {
  @Field(() => String, { description: 'Its name, at most 255 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Remarks, at most 255 characters.' })
  description?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is in use; true unless it is said.' })
  active?: boolean | null;

  @Field(() => String, { description: 'Where it is sent to: https, without a port and without credentials.' })
  url!: string;

  @Field(() => ZuoraCalloutMethodEnum, { description: 'How it is sent; PATCH is for callout templates only.' })
  method!: CalloutMethod;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether Zuora tries again when it fails; true unless it is said.',
  })
  retried?: boolean | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Parameters of the body by name, with merge fields.' })
  parameters?: unknown;

  @Field(() => ZuoraBasicAuthenticationInput, {
    nullable: true,
    description: 'How it signs in with user name and password; null ends that.',
  })
  basicAuthentication?: ZuoraBasicAuthenticationInput | null;

  @Field(() => String, {
    nullable: true,
    description: "Zuora's id of the OAuth 2.0 provider that it signs in with; null ends that.",
  })
  oauth2ProviderId?: string | null;
}

@InputType('ZuoraNotificationFilterRuleInput', { description: 'Which of its events a notification goes out for.' })
class ZuoraNotificationFilterRuleInput {
  @Field(() => String, { description: 'A JEXL expression over the event and its data source.' })
  condition!: string;

  @Field(() => String, { nullable: true, description: 'Remarks, at most 255 characters.' })
  description?: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description:
      'Parameters of the condition by name: `{"_MIN": {"displayName": "Least", "valueType": "BIG_DECIMAL"}}`.',
  })
  parameters?: unknown;
}

@InputType({ description: 'What notification definitions are made and changed with.' })
abstract class DefinitionFields {
  @Field(() => String, { nullable: true, description: 'Remarks, at most 255 characters.' })
  description?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is in use; true unless it is said.' })
  active?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "Zuora's id of the communication profile that it belongs to; the default one unless it is said.",
  })
  communicationProfileId?: string | null;

  @Field(() => String, { nullable: true, description: 'Which account of the event it is about.' })
  associatedAccount?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether callouts go out; false unless it is said.' })
  calloutActive?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Its callout templates, by id: those of its event.' })
  calloutTemplateIds?: string[] | null;

  @Field(() => ZuoraInlineCalloutInput, {
    nullable: true,
    description: 'A callout of its own, in place of templates.',
  })
  callout?: ZuoraInlineCalloutInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether an email goes out; false unless it is said.' })
  emailActive?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Its email template, by id: one of its event.' })
  emailTemplateId?: string | null;

  @Field(() => ZuoraNotificationFilterRuleInput, {
    nullable: true,
    description: 'Which of its events it goes out for.',
  })
  filterRule?: ZuoraNotificationFilterRuleInput | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Values of the parameters of the filter rule, by name.' })
  filterRuleParameters?: unknown;
}

@InputType('ZuoraNotificationDefinitionCreateInput', { description: 'A new notification definition, for one event.' })
export class ZuoraNotificationDefinitionCreateInput extends DefinitionFields {
  @Field(() => String, { description: 'Its name, at most 255 characters, unique in its communication profile.' })
  name!: string;

  @Field(() => String, { description: 'The event, by its name: that of an event trigger, for example.' })
  eventTypeName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Whose event: `user.notification` unless it is said, `com.zuora.notification` for those of Zuora.',
  })
  eventTypeNamespace?: string | null;
}

@InputType('ZuoraNotificationDefinitionUpdateInput', {
  description: 'Changes of a notification definition; what is left out stays. Its event stays in any case.',
})
export class ZuoraNotificationDefinitionUpdateInput extends DefinitionFields {
  @Field(() => String, { nullable: true, description: 'Its name, at most 255 characters.' })
  name?: string | null;
}
