import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../../../../schema-kit/connection.js';
import { Node } from '../../../../schema-kit/node.js';
import { JsonScalar } from '../../../../schema-kit/scalars.js';
import type {
  CalloutMethod,
  InlineCallout,
  NotificationDefinition,
  NotificationFilterRule,
} from '../../notifications/model.js';
import { ZuoraCalloutAuthenticationType } from './callout-template.type.js';
import { ZuoraCalloutMethodEnum } from './enums.js';
import { NoticeType } from './notice.type.js';

@ObjectType('ZuoraInlineCallout', {
  simpleResolvers: true,
  description: 'A callout that belongs to one notification definition alone.',
})
class ZuoraInlineCalloutType implements InlineCallout {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks.' })
  description!: string | null;

  @Field(() => Boolean, { description: 'Whether it is in use.' })
  active!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Where it is sent to; user, password and the values of the query are left out.',
  })
  url!: string | null;

  @Field(() => ZuoraCalloutMethodEnum, { nullable: true, description: 'How it is sent.' })
  method!: CalloutMethod | null;

  @Field(() => Boolean, { description: 'Whether Zuora tries again when it fails.' })
  retried!: boolean;

  @Field(() => JsonScalar, { nullable: true, description: 'Parameters of the body, by name; values are merge fields.' })
  parameters!: Readonly<Record<string, string>> | null;

  @Field(() => ZuoraCalloutAuthenticationType, { description: 'How it signs in at its receiver.' })
  authentication!: ZuoraCalloutAuthenticationType;
}

@ObjectType('ZuoraNotificationFilterRule', {
  simpleResolvers: true,
  description: 'Which of its events a notification goes out for.',
})
class ZuoraNotificationFilterRuleType implements NotificationFilterRule {
  @Field(() => String, { nullable: true, description: 'A JEXL expression over the event and its data source.' })
  condition!: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks.' })
  description!: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Parameters of the condition, by name, with their types.' })
  parameters!: Readonly<Record<string, unknown>> | null;
}

@ObjectType('ZuoraNotificationDefinition', {
  implements: Node,
  simpleResolvers: true,
  description: 'What goes out when an event happens: an email, callouts, or both.',
})
export class ZuoraNotificationDefinitionType extends NoticeType implements NotificationDefinition {
  @Field(() => String, { nullable: true, description: "Zuora's id of the communication profile that it belongs to." })
  communicationProfileId!: string | null;

  @Field(() => String, { nullable: true, description: 'Which account of the event it is about.' })
  associatedAccount!: string | null;

  @Field(() => Boolean, { description: 'Whether callouts go out.' })
  calloutActive!: boolean;

  @Field(() => [String], { description: "Zuora's ids of its callout templates." })
  calloutTemplateIds!: readonly string[];

  @Field(() => ZuoraInlineCalloutType, { nullable: true, description: 'A callout of its own, in place of templates.' })
  callout!: ZuoraInlineCalloutType | null;

  @Field(() => Boolean, { description: 'Whether an email goes out.' })
  emailActive!: boolean;

  @Field(() => String, { nullable: true, description: "Zuora's id of its email template." })
  emailTemplateId!: string | null;

  @Field(() => ZuoraNotificationFilterRuleType, {
    nullable: true,
    description: 'Which of its events it goes out for; null for all.',
  })
  filterRule!: ZuoraNotificationFilterRuleType | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Values of the parameters of the filter rule, by name.' })
  filterRuleParameters!: Readonly<Record<string, string>> | null;
}

export const ZuoraNotificationDefinitionConnection = connectionType(
  'ZuoraNotificationDefinition',
  () => ZuoraNotificationDefinitionType,
);
