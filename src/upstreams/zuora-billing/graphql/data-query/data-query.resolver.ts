import { Arg, Args, ArgsType, Ctx, Field, Int, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { checked } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { zodInput } from '../../../../schema-kit/zod-input.js';
import {
  cancelQuery,
  existingQuery,
  listQueries,
  planCancel,
  planQuery,
  readQuery,
  submitQuery,
} from '../../data-query/data-queries.js';
import type { DataQueryStatus, ZuoraDataQuery } from '../../data-query/model.js';
import { DataQueryInput } from '../../data-query/schemas.js';
import { zuoraBilling } from '../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import {
  DataQueryStatusEnum,
  ZuoraDataQueryInput,
  ZuoraDataQueryPayload,
  ZuoraDataQueryType,
} from './data-query.type.js';

interface QueryAnswer {
  readonly dataQuery: ZuoraDataQuery | null;
  readonly plan?: readonly PlannedCall[];
}

const MAX_PAGE = 100;
const ID = "Zuora's id of the job.";

@zodInput(
  z
    .object({
      first: z.int().min(1).max(MAX_PAGE),
      status: z
        .string()
        .refine((status) => status !== 'UNKNOWN' && status !== 'SUBMITTED', 'cannot be looked for')
        .nullish(),
    })
    .loose(),
)
@ArgsType()
class DataQueriesArgs {
  @Field(() => DataQueryStatusEnum, { nullable: true, description: 'Only those in this state.' })
  status?: DataQueryStatus | null;

  @Field(() => Int, { defaultValue: 20, description: `How many, 1 to ${MAX_PAGE}. Zuora has no pages behind them.` })
  first!: number;
}

/** For callers who may see everything: SQL reads whatever there is, data of persons included. */
@Resolver()
export class ZuoraDataQueryResolver {
  @Needs('admin')
  @Query(() => ZuoraDataQueryType, {
    nullable: true,
    description: 'A query of Data Query as it is now; null if there is none. Never cached.',
  })
  zuoraDataQuery(
    @Arg('id', () => String, { description: ID }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraDataQuery | null> {
    return readQuery(context.session(zuoraBilling).desk, id);
  }

  @Needs('admin')
  @Query(() => [ZuoraDataQueryType], { description: 'The queries of Data Query that were made last, newest first.' })
  async zuoraDataQueries(
    @Args(() => DataQueriesArgs) { status, first }: DataQueriesArgs,
    @Ctx() context: RequestContext,
  ): Promise<readonly ZuoraDataQuery[]> {
    return await listQueries(context.session(zuoraBilling).desk, { status: status?.toLowerCase(), first });
  }

  @Needs('admin')
  @Mutation(() => ZuoraDataQueryPayload, {
    description: 'Has Zuora answer an SQL query with a file, later: ask `zuoraDataQuery` for it.',
  })
  zuoraDataQueryCreate(
    @Arg('input', () => ZuoraDataQueryInput, { description: 'The query.' }) input: ZuoraDataQueryInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraDataQueryPayload> {
    const { desk } = context.session(zuoraBilling);
    return answered(async (): Promise<QueryAnswer> => {
      const wanted = checked(DataQueryInput, input);
      if (dryRun) return { dataQuery: null, plan: planQuery(wanted) };
      return { dataQuery: await readQuery(desk, await submitQuery(desk, wanted, key ?? null)) };
    });
  }

  @Needs('admin')
  @Mutation(() => ZuoraDataQueryPayload, { description: 'Stops a data query that has not been answered yet.' })
  zuoraDataQueryCancel(
    @Arg('id', () => String, { description: ID }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraDataQueryPayload> {
    const { desk } = context.session(zuoraBilling);
    return answered(async (): Promise<QueryAnswer> => {
      const dataQuery = await existingQuery(desk, id);
      if (dryRun) return { dataQuery, plan: planCancel(dataQuery.zuoraId) };
      await cancelQuery(desk, dataQuery.zuoraId);
      return { dataQuery: await readQuery(desk, dataQuery.zuoraId) };
    });
  }
}
