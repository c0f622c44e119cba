import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { connectionType, PageArgs } from '../../../../schema-kit/connection.js';
import { DateTimeScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import type { TogaiAlert, TogaiAlertTemplate, TogaiIncident } from '../../alerts/model.js';

type Details = Readonly<Record<string, unknown>> | null;

@ObjectType('TogaiAlertTemplate', { simpleResolvers: true, description: 'A kind of alert that Togai knows.' })
export class TogaiAlertTemplateType implements TogaiAlertTemplate {
  @Field(() => String, { description: "Togai's id of the template." })
  togaiId!: string;

  @Field(() => String, { nullable: true, description: 'Name of the template.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'What it watches.' })
  description!: string | null;

  @Field(() => Int, { nullable: true, description: 'Every how many minutes its alerts are checked at least.' })
  interval!: number | null;

  @Field(() => String, { nullable: true, description: 'What kind of thing it watches, such as a usage meter.' })
  entityType!: string | null;

  @Field(() => String, { nullable: true, description: 'What kind of thing it watches it for, such as an account.' })
  ownerType!: string | null;

  @Field(() => String, { nullable: true, description: 'What `entityDetails` must hold, as Togai writes it.' })
  entitySchema!: string | null;

  @Field(() => String, { nullable: true, description: 'What `ownerDetails` must hold, as Togai writes it.' })
  ownerSchema!: string | null;

  @Field(() => String, { nullable: true, description: 'What `parameters` must hold, as Togai writes it.' })
  parametersSchema!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was created.' })
  createdAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last changed.' })
  updatedAt!: string | null;
}

@ObjectType('TogaiAlert', { simpleResolvers: true, description: 'Something that Togai watches for you.' })
export class TogaiAlertType implements TogaiAlert {
  templateId!: string | null;

  @Field(() => String, { description: "Togai's id of the alert." })
  togaiId!: string;

  @Field(() => Int, { nullable: true, description: 'Counts its changes.' })
  version!: number | null;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  description!: string | null;

  @Field(() => String, { description: '`ACTIVE` or `INACTIVE`; what Togai adds later comes as it is written there.' })
  status!: string;

  @Field(() => Int, { nullable: true, description: 'Every how many minutes it is checked.' })
  interval!: number | null;

  @Field(() => Int, { nullable: true, description: 'After how many minutes it ends; null: never.' })
  validity!: number | null;

  @Field(() => JsonScalar, { nullable: true, description: 'What it watches.' })
  entityDetails!: Details;

  @Field(() => JsonScalar, { nullable: true, description: 'What it watches it for, such as `{"accountId": "…"}`.' })
  ownerDetails!: Details;

  @Field(() => JsonScalar, { nullable: true, description: 'From where on it sounds, such as `{"threshold": 10}`.' })
  parameters!: Details;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was created.' })
  createdAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last changed.' })
  updatedAt!: string | null;
}

@ObjectType('TogaiIncident', { simpleResolvers: true, description: 'A time that an alert sounded.' })
export class TogaiIncidentType implements TogaiIncident {
  alertId!: string | null;

  @Field(() => String, { description: "Togai's id of the incident." })
  togaiId!: string;

  @Field(() => Int, { nullable: true, description: 'The version of the alert that sounded.' })
  alertVersion!: number | null;

  @Field(() => String, { description: "Its state in Togai's own word; `CLOSED` once it is over." })
  status!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'What was found.' })
  reportData!: Details;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it counts.' })
  validUntil!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last checked.' })
  lastCheckedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it began.' })
  createdAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last changed.' })
  updatedAt!: string | null;
}

export const TogaiAlertTemplateConnection = connectionType('TogaiAlertTemplate', () => TogaiAlertTemplateType);
export const TogaiAlertConnection = connectionType('TogaiAlert', () => TogaiAlertType);
export const TogaiIncidentConnection = connectionType('TogaiIncident', () => TogaiIncidentType);

@ArgsType()
export class TogaiAlertsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: "Only those in this state, in Togai's word." })
  status?: string | null;

  @Field(() => String, { nullable: true, description: "Only those for this account: the company's own id of it." })
  accountId?: string | null;
}

@ArgsType()
export class TogaiIncidentsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: "Only those in this state, in Togai's word." })
  status?: string | null;

  @Field(() => String, { nullable: true, description: "Only those of this alert: Togai's id of it." })
  alertId?: string | null;
}
