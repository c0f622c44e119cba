import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import type { EventName } from '../../domain/events/model.js';
import type { FlowActionKind } from '../../domain/flows/model.js';
import type { FlowWish } from '../../domain/flows/wish.js';
import { zodInput } from '../../schema-kit/zod-input.js';
import { connectionKeyOf } from '../connections/connection-id.js';
import { FlowActionKindEnum, FlowEventEnum } from './flow.enums.js';

@zodInput(z.object({ name: z.string().max(100), value: z.string().max(1_000) }))
@InputType('FlowSettingInput', { description: 'How an action is to be done.' })
class FlowSettingInput {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Its value.' })
  value!: string;
}

@InputType('FlowTriggerInput', { description: 'What a flow is to wait for.' })
class FlowTriggerInput {
  @Field(() => ID, {
    nullable: true,
    description: "Id or key of a connection; without it the template's system, by its default connection.",
  })
  connection?: string | null;

  @Field(() => FlowEventEnum, {
    nullable: true,
    description: "What has to happen there; without it the template's event.",
  })
  event?: EventName | null;
}

@InputType('FlowActionInput', { description: 'What is to follow. What is left out is as in the template.' })
class FlowActionInput {
  @Field(() => FlowActionKindEnum, { nullable: true, description: 'What is to be done.' })
  action?: FlowActionKind | null;

  @Field(() => ID, { nullable: true, description: 'Id or key of the connection where it is to be done.' })
  connection?: string | null;

  @Field(() => [FlowSettingInput], { nullable: true, description: 'How it is to be done.' })
  settings?: FlowSettingInput[] | null;
}

@InputType('FlowInput', { description: 'What a flow is to be. On a change, what is left out stays as it is.' })
export class FlowInput {
  @Field(() => String, {
    nullable: true,
    description: 'Id of a template; it says what is left out. A flow keeps its template and its trigger.',
  })
  template?: string | null;

  @Field(() => String, { nullable: true, description: 'Its name for people; needed without a template.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for; null takes it away.' })
  description?: string | null;

  @Field(() => FlowTriggerInput, { nullable: true, description: 'What it is to wait for; needed without a template.' })
  trigger?: FlowTriggerInput | null;

  @Field(() => [FlowActionInput], { nullable: true, description: 'What is to follow; needed without a template.' })
  actions?: FlowActionInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is to do anything; a new one does unless said otherwise.',
  })
  enabled?: boolean | null;
}

export function toWish({ template, name, description, trigger, actions, enabled }: FlowInput): FlowWish {
  return {
    template: template ?? undefined,
    name: name ?? undefined,
    description,
    ...(trigger && { trigger: { connection: keyOf(trigger.connection), event: trigger.event ?? undefined } }),
    actions: actions?.map((one) => ({
      action: one.action ?? undefined,
      connection: keyOf(one.connection),
      settings: one.settings ? Object.fromEntries(one.settings.map(({ name: key, value }) => [key, value])) : undefined,
    })),
    enabled: enabled ?? undefined,
  };
}

const keyOf = (id: string | null | undefined) => (id == null ? undefined : connectionKeyOf(id));
