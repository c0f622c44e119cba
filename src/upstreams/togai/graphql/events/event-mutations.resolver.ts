import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver, registerEnumType } from 'type-graphql';
import { checked, type Problem, Refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { DateTimeScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import { SYSTEM } from '../../names.js';
import { type TogaiSession, togai } from '../../session.js';
import { type CorrectionResult, correctEvents, correctionBody } from '../../usage/corrections.js';
import { type EventCorrection, EventCorrections } from '../../usage/inputs.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { TogaiUsageAttributeInput } from '../usage/usage-mutations.resolver.js';

type Action = EventCorrection['action'];
const TogaiEventCorrectionActionEnum: Record<Action, Action> = { UNDO: 'UNDO', REDO: 'REDO', REDO_EVENT: 'REDO_EVENT' };
registerEnumType(TogaiEventCorrectionActionEnum, {
  name: 'TogaiEventCorrectionAction',
  description: 'How an event is corrected.',
  valuesConfig: {
    UNDO: { description: 'Take back the usage, the revenue and the entitlements that it caused.' },
    REDO: { description: 'Take it back and bring the same event again, so that it is rated anew.' },
    REDO_EVENT: { description: 'Take it back and bring `event` in its place.' },
  },
});

@InputType('TogaiCorrectedEventInput', { description: 'What an event should have said. Its id stays.' })
class TogaiCorrectedEventInput {
  @Field(() => String, { description: 'Name of the event schema.' })
  schemaName!: string;

  @Field(() => String, { description: 'Id or alias of the account.' })
  accountId!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  timestamp!: string;

  @Field(() => [TogaiUsageAttributeInput], { description: 'What was measured, at most 10 numbers.' })
  attributes!: TogaiUsageAttributeInput[];

  @Field(() => JsonScalar, { nullable: true, description: 'Labels by name.' })
  dimensions?: Record<string, unknown> | null;
}

@InputType('TogaiEventCorrectionInput', { description: 'The correction of one event.' })
class TogaiEventCorrectionInput {
  @Field(() => String, { description: 'The id that the sender of the event chose, of up to 50 characters.' })
  eventId!: string;

  @Field(() => TogaiEventCorrectionActionEnum, { description: 'How to correct it.' })
  action!: Action;

  @Field(() => TogaiCorrectedEventInput, { nullable: true, description: 'What to bring instead, with `REDO_EVENT`.' })
  event?: TogaiCorrectedEventInput | null;
}

@ObjectType('TogaiEventCorrection', {
  simpleResolvers: true,
  description: 'What became of the correction of one event.',
})
class TogaiEventCorrectionType implements CorrectionResult {
  @Field(() => String, { description: 'The id that the sender of the event chose.' })
  eventId!: string;

  @Field(() => String, { description: '`REVERTED` or `REVERTED_AND_REINGESTED`, or what Togai adds later.' })
  status!: string;

  @Field(() => String, { nullable: true, description: "Togai's words for it." })
  reason!: string | null;
}

@ObjectType('TogaiEventsCorrectPayload', { simpleResolvers: true, description: 'What became of corrections.' })
class TogaiEventsCorrectPayload extends MutationPayload {
  @Field(() => [TogaiEventCorrectionType], {
    nullable: true,
    description: 'The events that were corrected. The others are in `userErrors`.',
  })
  corrected?: readonly CorrectionResult[] | null;
}

interface Result {
  readonly corrected: readonly CorrectionResult[] | null;
  readonly plan?: readonly PlannedCall[];
  readonly problems: readonly Problem[];
}

@Resolver()
export class TogaiEventMutations {
  @Needs('write')
  @Mutation(() => TogaiEventsCorrectPayload, {
    description:
      'Corrects up to 50 usage events, each once. One that is refused does not keep the others from it; its place is told ' +
      'in `field`.',
  })
  async togaiEventsCorrect(
    @Arg('corrections', () => [TogaiEventCorrectionInput], { description: 'What to correct, and how.' })
    corrections: TogaiEventCorrectionInput[],
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiEventsCorrectPayload> {
    const session = context.session(togai);
    const {
      problems = [],
      userErrors,
      ...payload
    } = await answered(async (): Promise<Result> => {
      const wanted = checked(EventCorrections, corrections, ['corrections']).map(({ event, ...correction }) => ({
        ...correction,
        event: event && { ...event, timestamp: new Date(event.timestamp).toISOString() },
      }));
      return dryRun ? await planOf(session, wanted) : await correctEvents(session.desk, wanted, key ?? null);
    });
    return { ...payload, userErrors: [...userErrors, ...problems] };
  }
}

/** One step an event, without those that cannot be corrected. */
async function planOf({ eventEntries }: TogaiSession, wanted: readonly EventCorrection[]): Promise<Result> {
  const found = await eventEntries.loadMany(wanted.map(({ eventId }) => eventId));
  const plan: PlannedCall[] = [];
  const problems: Problem[] = [];
  for (const [at, correction] of wanted.entries()) {
    try {
      const after = { action: correction.action, ...correctionBody(correction, found[at] ?? []) };
      plan.push({ system: SYSTEM, action: 'eventCorrection', target: correction.eventId, after });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const place = ['corrections', String(at)];
      problems.push(...error.problems.map((one) => ({ ...one, field: [...place, ...(one.field ?? [])] })));
    }
  }
  return { corrected: null, plan, problems };
}
