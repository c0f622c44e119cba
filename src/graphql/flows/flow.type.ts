import { Field, Int, ObjectType } from 'type-graphql';
import type { EventName } from '../../domain/events/model.js';
import type { Flow, FlowActionKind, FlowKind } from '../../domain/flows/model.js';
import type { FlowSystems } from '../../domain/flows/ports.js';
import type { FlowTemplate } from '../../domain/flows/templates.js';
import { BillingSystem } from '../../schema-kit/billing-system.js';
import { connectionType } from '../../schema-kit/connection.js';
import { globalId } from '../../schema-kit/global-id.js';
import { Node } from '../../schema-kit/node.js';
import { DateTimeScalar } from '../../schema-kit/scalars.js';
import { FlowActionKindEnum, FlowEventEnum, FlowKindEnum } from './flow.enums.js';

export const FLOW_PREFIX = 'flw';

@ObjectType('FlowSetting', { simpleResolvers: true, description: 'How an action is done.' })
export class FlowSettingType {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Its value.' })
  value!: string;
}

@ObjectType('FlowTrigger', { simpleResolvers: true, description: 'What a flow waits for.' })
export class FlowTriggerType {
  connectionKey!: string;

  @Field(() => FlowEventEnum, { description: 'What has to happen there.' })
  event!: EventName;
}

@ObjectType('FlowAction', { simpleResolvers: true, description: 'What follows; each action makes a run of its own.' })
export class FlowActionType {
  connectionKey!: string;

  @Field(() => FlowActionKindEnum, { description: 'What is done.' })
  action!: FlowActionKind;

  @Field(() => [FlowSettingType], { description: 'How it is done.' })
  settings!: FlowSettingType[];
}

@ObjectType('Flow', {
  implements: Node,
  simpleResolvers: true,
  description: 'What follows of itself when something happens in a billing system.',
})
export class FlowType extends Node {
  key!: string;

  @Field(() => String, { description: 'Its name for people.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  description!: string | null;

  @Field(() => FlowKindEnum, { description: 'Which way it leads.' })
  kind!: FlowKind;

  @Field(() => Boolean, { description: 'Whether it does anything.' })
  enabled!: boolean;

  @Field(() => FlowTriggerType, { description: 'What it waits for.' })
  trigger!: FlowTriggerType;

  @Field(() => [FlowActionType], { description: 'What follows.' })
  actions!: FlowActionType[];

  @Field(() => String, { nullable: true, description: 'The template that it was made from.' })
  template!: string | null;

  @Field(() => Int, { description: 'Counts its changes.' })
  version!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'What happened before is not its business: when it was last enabled; null if it never was.',
  })
  since!: string | null;

  @Field(() => String, { description: 'Who made it.' })
  createdBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: string;

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  updatedAt!: string;
}

export const FlowConnection = connectionType('Flow', () => FlowType);

export function toFlow(
  { id, trigger, actions, since, createdAt, updatedAt, ...flow }: Flow,
  systems: FlowSystems,
): FlowType {
  return {
    ...flow,
    id: globalId(FLOW_PREFIX, id),
    key: id,
    kind: systems.kindOf(trigger.connection),
    trigger: { connectionKey: trigger.connection, event: trigger.event },
    actions: actions.map(({ connection, action, settings }) => ({
      connectionKey: connection,
      action,
      settings: settingsOf(settings),
    })),
    since: since === null ? null : new Date(since).toISOString(),
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
  };
}

@ObjectType('FlowTemplate', {
  simpleResolvers: true,
  description: 'A flow that most companies want, ready to be made: `flowCreate` takes its id.',
})
export class FlowTemplateType {
  @Field(() => String, { description: 'Its id, to be given as `template`.' })
  id!: string;

  @Field(() => String, { description: 'Its name for people.' })
  name!: string;

  @Field(() => String, { description: 'What it does.' })
  description!: string;

  @Field(() => FlowKindEnum, { description: 'Which way it leads.' })
  kind!: FlowKind;

  @Field(() => FlowEventEnum, { description: 'What it waits for.' })
  event!: EventName;

  @Field(() => BillingSystem, { description: 'Where that happens; its default connection, if no other one is named.' })
  source!: string;

  @Field(() => FlowActionKindEnum, { description: 'What follows.' })
  action!: FlowActionKind;

  @Field(() => BillingSystem, { description: 'Where it follows; its default connection, if no other one is named.' })
  target!: string;

  @Field(() => [FlowSettingType], { description: 'How it is done, unless it is said otherwise.' })
  settings!: FlowSettingType[];
}

export function toTemplate({ settings, ...template }: FlowTemplate): FlowTemplateType {
  return { ...template, settings: settingsOf(settings) };
}

const settingsOf = (settings: Readonly<Record<string, string>>) =>
  Object.entries(settings).map(([name, value]) => ({ name, value }));
