import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { SyncRunStatus } from '../../domain/syncs/model.js';
import { Needs } from '../../schema-kit/access.js';
import { type Connection, connection, PageArgs } from '../../schema-kit/connection.js';
import { CustomerType, toCustomer } from '../../schema-kit/customer.type.js';
import {
  SYNC_RUN_PREFIX,
  SyncRunConnection,
  SyncRunStatusEnum,
  SyncRunType,
  toSyncRun,
} from '../../schema-kit/syncs/sync-run.type.js';
import type { GatewayContext } from '../context.js';
import { Reason, ran, SyncPayload } from './sync-payload.js';

@InputType('SyncRunFilter', { description: 'Which runs.' })
class SyncRunFilterInput {
  @Field(() => SyncRunStatusEnum, { nullable: true, description: 'Those in this state.' })
  status?: SyncRunStatus | null;

  @Field(() => ID, { nullable: true, description: 'Those of this customer.' })
  customerId?: string | null;
}

@ObjectType('SyncPartCount', { simpleResolvers: true, description: 'How many parts of a run are in a state.' })
class SyncPartCount {
  @Field(() => SyncRunStatusEnum, { description: 'The state.' })
  status!: SyncRunStatus;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

const RUN_ID = 'The id of the run.';

@Resolver(() => SyncRunType)
export class SyncResolver {
  @Needs('read')
  @Query(() => SyncRunType, { nullable: true, description: 'A run, by its id.' })
  async syncRun(
    @Arg('id', () => ID, { description: RUN_ID }) id: string,
    @Ctx() context: GatewayContext,
  ): Promise<SyncRunType | null> {
    const run = await context.syncs.book.read(ownId(id));
    return run && toSyncRun(run);
  }

  @Needs('read')
  @Query(() => SyncRunConnection, { description: 'Runs, the newest first.' })
  async syncRuns(
    @Args(() => PageArgs) { first, after = null }: PageArgs,
    @Arg('filter', () => SyncRunFilterInput, { nullable: true, description: 'Which ones; all without it.' })
    filter: SyncRunFilterInput | null,
    @Ctx() context: GatewayContext,
  ): Promise<Connection<SyncRunType>> {
    const page = await context.syncs.book.page({ first, after, filter: filter ?? {} });
    const edges = page.items.map(({ node, cursor }) => ({ node: toSyncRun(node), cursor }));
    return connection(edges, { hasNextPage: page.hasNextPage, after });
  }

  @Needs('sync')
  @Mutation(() => SyncPayload, { description: 'Stops a run between two steps.' })
  syncRunCancel(
    @Arg('id', () => ID, { description: RUN_ID }) id: string,
    @Reason() _reason: string | null,
    @Ctx() context: GatewayContext,
  ): Promise<SyncPayload> {
    return ran(() => context.syncs.cancel(ownId(id)));
  }

  @Needs('sync')
  @Mutation(() => SyncPayload, {
    description: 'Goes on with a run that was cancelled or needs somebody, from what is left.',
  })
  syncRunRetry(
    @Arg('id', () => ID, { description: RUN_ID }) id: string,
    @Reason() _reason: string | null,
    @Ctx() context: GatewayContext,
  ): Promise<SyncPayload> {
    return ran(() => context.syncs.retry(ownId(id)));
  }

  @FieldResolver(() => SyncRunConnection, {
    description: 'The runs that it is made of, the newest first: those of a backfill. Empty for any other run.',
  })
  async parts(
    @Root() { id }: SyncRunType,
    @Args(() => PageArgs) { first, after = null }: PageArgs,
    @Arg('status', () => SyncRunStatusEnum, { nullable: true, description: 'Those in this state.' })
    status: SyncRunStatus | null,
    @Ctx() { syncs }: GatewayContext,
  ): Promise<Connection<SyncRunType>> {
    const page = await syncs.book.page({ first, after, filter: { parentId: ownId(id), status } });
    const edges = page.items.map(({ node, cursor }) => ({ node: toSyncRun(node), cursor }));
    return connection(edges, { hasNextPage: page.hasNextPage, after });
  }

  @FieldResolver(() => [SyncPartCount], { description: 'How many of its parts are in each state.' })
  async partCounts(@Root() { id }: SyncRunType, @Ctx() { syncs }: GatewayContext): Promise<SyncPartCount[]> {
    return [...(await syncs.book.partsOf(ownId(id)))].map(([status, count]) => ({ status, count }));
  }

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'The customer whose systems are brought into step.',
  })
  async customer(@Root() { customerId }: SyncRunType, @Ctx() context: GatewayContext): Promise<CustomerType | null> {
    const entry = customerId === null ? null : await context.customers.byId(customerId);
    return entry && toCustomer(entry);
  }
}

export function ownId(id: string): string {
  return id.startsWith(`${SYNC_RUN_PREFIX}_`) ? id.slice(SYNC_RUN_PREFIX.length + 1) : id;
}
