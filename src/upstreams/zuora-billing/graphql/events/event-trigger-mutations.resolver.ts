import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { checkedCondition } from '../../events/check-condition.js';
import {
  createTrigger,
  deleteTrigger,
  planCreate,
  planDelete,
  planUpdate,
  readTrigger,
  refuseTwin,
  updateTrigger,
} from '../../events/commands.js';
import { SETTING_ID } from '../../events/event-book.js';
import { EventTriggerCreate, EventTriggerUpdate } from '../../events/inputs.js';
import type { EventTrigger } from '../../events/model.js';
import { EVENT_TRIGGER_PREFIX } from '../../names.js';
import { type ZuoraBillingSession, zuoraBilling } from '../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { ownId } from '../own-id.js';
import { EventTriggerCreateInput, EventTriggerUpdateInput } from './event-trigger.inputs.js';
import { EventTriggerType } from './event-trigger.type.js';

@ObjectType('EventTriggerPayload', {
  simpleResolvers: true,
  description: 'What became of a change of an event trigger.',
})
export class EventTriggerPayload extends MutationPayload {
  @Field(() => EventTriggerType, {
    nullable: true,
    description: 'The trigger as it is now; null if it was removed, or if nothing was done.',
  })
  eventTrigger?: EventTrigger | null;
}

interface TriggerAnswer {
  readonly eventTrigger: EventTrigger | null;
  readonly plan?: readonly PlannedCall[];
}

const ID_DESCRIPTION = "Its id, here or in Zuora's own words.";

// Changes need `admin`: who decides what goes out decides who is told of customers.
@Resolver()
export class EventTriggerMutations {
  @Needs('admin')
  @Mutation(() => EventTriggerPayload, {
    description:
      'Makes an event trigger. Its condition is checked before anything is sent: its syntax, its fields, and whether another trigger of the object has the same one, which Zuora would merge with it or delete.',
  })
  eventTriggerCreate(
    @Arg('input', () => EventTriggerCreateInput, { description: 'The new trigger.' }) input: EventTriggerCreateInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<EventTriggerPayload> {
    const { desk, descriptions } = context.session(zuoraBilling);
    return answered(async (): Promise<TriggerAnswer> => {
      const wanted = checked(EventTriggerCreate, input);
      await checkedCondition(wanted.baseObject, wanted.condition, descriptions);
      if (!dryRun) return { eventTrigger: await createTrigger(desk, wanted, key ?? null) };
      await refuseTwin(desk, wanted);
      return { eventTrigger: null, plan: planCreate(wanted) };
    });
  }

  @Needs('admin')
  @Mutation(() => EventTriggerPayload, {
    description: 'Changes an event trigger. A new condition is checked as that of a new trigger is.',
  })
  eventTriggerUpdate(
    @Arg('id', () => ID, { description: ID_DESCRIPTION }) id: string,
    @Arg('input', () => EventTriggerUpdateInput, { description: 'What to change.' }) input: EventTriggerUpdateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<EventTriggerPayload> {
    const session = context.session(zuoraBilling);
    const { desk, descriptions, events } = session;
    return answered(async (): Promise<TriggerAnswer> => {
      const wanted = checked(EventTriggerUpdate, input);
      const before = await existing(session, id);
      const { zuoraId, baseObject } = before;
      if (wanted.condition != null) {
        await checkedCondition(baseObject, wanted.condition, descriptions);
        await refuseTwin(desk, { baseObject, condition: wanted.condition }, { id: zuoraId });
      }
      if (dryRun) return { eventTrigger: before, plan: planUpdate(zuoraId, wanted) };
      const eventTrigger = await updateTrigger(desk, zuoraId, wanted).finally(() => events.triggers.drop(zuoraId));
      return { eventTrigger };
    });
  }

  @Needs('admin')
  @Mutation(() => EventTriggerPayload, {
    description:
      'Removes an event trigger: its event happens no more. Notifications of the event stay, and stay silent.',
  })
  eventTriggerDelete(
    @Arg('id', () => ID, { description: ID_DESCRIPTION }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<EventTriggerPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<TriggerAnswer> => {
      const before = await existing(session, id);
      const { zuoraId } = before;
      if (dryRun) return { eventTrigger: before, plan: planDelete(zuoraId) };
      await deleteTrigger(session.desk, zuoraId).finally(() => session.events.triggers.drop(zuoraId));
      return { eventTrigger: null };
    });
  }
}

async function existing({ desk }: ZuoraBillingSession, id: string): Promise<EventTrigger> {
  const key = ownId(EVENT_TRIGGER_PREFIX, id);
  const trigger = SETTING_ID.test(key) ? await readTrigger(desk, key) : null;
  if (!trigger) throw refusal('NOT_FOUND', `There is no event trigger ${id}.`, ['id']);
  return trigger;
}
