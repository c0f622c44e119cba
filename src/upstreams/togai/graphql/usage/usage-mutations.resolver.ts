import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, type Problem } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { DateTimeScalar, DecimalScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import { SYSTEM } from '../../names.js';
import { togai } from '../../session.js';
import { BATCH, ingest, numbered } from '../../usage/commands.js';
import { UsageEvents } from '../../usage/inputs.js';
import { DRY_RUN } from '../descriptions.js';

@InputType('TogaiUsageAttributeInput', { description: 'A number that was measured.' })
export class TogaiUsageAttributeInput {
  @Field(() => String, { description: 'Its name in the event schema.' })
  name!: string;

  @Field(() => DecimalScalar, { description: 'The number, exact to the last digit.' })
  value!: string;

  @Field(() => String, { nullable: true, description: 'What it counts; the unit of the schema without one.' })
  unit?: string | null;
}

@InputType('TogaiUsageEventInput', { description: 'One event of usage.' })
class TogaiUsageEventInput {
  @Field(() => String, {
    nullable: true,
    description:
      'An id of yours: Togai takes it once in 45 days. Without one the event gets one, and asking again counts it again.',
  })
  id?: string | null;

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

@ObjectType('TogaiUsageIngestPayload', { simpleResolvers: true, description: 'What became of events.' })
class TogaiUsageIngestPayload extends MutationPayload {
  @Field(() => [String], {
    nullable: true,
    description:
      'Ids of the events that Togai has now, those that it had before included. The others are in `userErrors`.',
  })
  accepted?: readonly string[] | null;
}

@Resolver()
export class TogaiUsageMutations {
  @Needs('write')
  @Mutation(() => TogaiUsageIngestPayload, {
    description:
      'Brings events of usage, at most 10,000, five hundred a call. One that is refused does not keep the others out; its place is told in `field`.',
  })
  togaiUsageIngest(
    @Arg('events', () => [TogaiUsageEventInput], { description: 'The events.' }) events: TogaiUsageEventInput[],
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiUsageIngestPayload> {
    const { desk } = context.session(togai);
    return withProblems(async () => {
      const wanted = numbered(
        desk,
        checked(UsageEvents, events, ['events']).map((event) => ({ ...event, timestamp: isoOf(event.timestamp) })),
      );
      if (dryRun) {
        const batches = Array.from({ length: Math.ceil(wanted.length / BATCH) }, (_, at) => at * BATCH);
        const plan = batches.map((start): PlannedCall => {
          const after = { events: wanted.slice(start, start + BATCH) };
          return { system: SYSTEM, action: 'ingestBatch', target: null, after };
        });
        return { accepted: null, plan, problems: [] };
      }
      return await ingest(desk, wanted);
    });
  }
}

interface Result {
  readonly accepted: readonly string[] | null;
  readonly plan?: readonly PlannedCall[];
  readonly problems: readonly Problem[];
}

/** Some of the events may be refused, and the others are in all the same. */
async function withProblems(work: () => Promise<Result>): Promise<TogaiUsageIngestPayload> {
  const { problems = [], userErrors, ...payload } = await answered(work);
  return { ...payload, userErrors: [...userErrors, ...problems] };
}

const isoOf = (timestamp: unknown) => new Date(timestamp as string).toISOString();
