import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { mayAsk } from '../../domain/access/model.js';
import type { SyncRun, SyncRunStatus } from '../../domain/syncs/model.js';
import { subscriptionRequest } from '../../domain/syncs/subscriptions/subscription-request.js';
import type { Problem } from '../../kernel/refusal.js';
import { Needs } from '../../schema-kit/access.js';
import { type Connection, connection, PageArgs } from '../../schema-kit/connection.js';
import { CustomerType, toCustomer } from '../../schema-kit/customer.type.js';
import { answered } from '../../schema-kit/mutation.js';
import {
  SYNC_RUN_PREFIX,
  SyncRunConnection,
  SyncRunStatusEnum,
  SyncRunType,
  toSyncRun,
} from '../../schema-kit/syncs/sync-run.type.js';
import { UserErrorType } from '../../schema-kit/user-error.type.js';
import type { GatewayContext } from '../context.js';

@InputType('SubscriptionSyncInput', {
  description: 'A subscription, and the account that is put under its price plans.',
})
class SubscriptionSyncInput {
  @Field(() => String, { description: 'Number of the subscription, or any key that its system knows it by.' })
  subscriptionKey!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The account in the system that has price plans; without it the only one that the customer has.',
  })
  accountId?: string | null;
}

@InputType('SyncRunFilter', { description: 'Which runs.' })
class SyncRunFilterInput {
  @Field(() => SyncRunStatusEnum, { nullable: true, description: 'Those in this state.' })
  status?: SyncRunStatus | null;

  @Field(() => ID, { nullable: true, description: 'Those of this customer.' })
  customerId?: string | null;
}

@ObjectType('SyncPayload', { simpleResolvers: true, description: 'What became of a request for a sync.' })
class SyncPayload {
  @Field(() => SyncRunType, { nullable: true, description: 'The run; null if nothing was begun.' })
  run?: SyncRunType | null;

  @Field(() => [UserErrorType], { description: 'Why nothing was begun; empty if something was.' })
  userErrors!: readonly Problem[];
}

const RUN_ID = 'The id of the run.';
const WHY = 'Why, for those who read the audit later.';

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
  @Mutation(() => SyncPayload, {
    description:
      'Puts an account under the price plans that a subscription comes to: makes what is missing, and changes what differs. Gives the run at once, which goes on by itself; a dry run gives its steps.',
  })
  subscriptionSync(
    @Arg('input', () => SubscriptionSyncInput, { description: 'What to bring into step.' })
    input: SubscriptionSyncInput,
    @Arg('dryRun', () => Boolean, {
      defaultValue: false,
      description: 'Whether to say what would be done, and do nothing.',
    })
    dryRun: boolean,
    @Arg('reason', () => String, { nullable: true, description: WHY }) reason: string | null,
    @Ctx() context: GatewayContext,
  ): Promise<SyncPayload> {
    const { syncs, syncWorld: world, caller, signal } = context;
    return ran(async () => {
      const asking = { signal, lane: 'interactive' } as const;
      const who = { id: caller.id, mayAsk: (key: string) => mayAsk(caller, key), asking };
      const request = await subscriptionRequest(input, world, (ref) => context.customers.byRef(ref), who);
      // What would be refused is refused now, and not by a run that somebody has to look for.
      const planned = await syncs.plan(request, asking);
      return dryRun ? planned : await syncs.start({ ...request, reason: reason?.trim() || null });
    });
  }

  @Needs('sync')
  @Mutation(() => SyncPayload, { description: 'Stops a run between two steps.' })
  syncRunCancel(
    @Arg('id', () => ID, { description: RUN_ID }) id: string,
    @Arg('reason', () => String, { nullable: true, description: WHY }) _reason: string | null,
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
    @Arg('reason', () => String, { nullable: true, description: WHY }) _reason: string | null,
    @Ctx() context: GatewayContext,
  ): Promise<SyncPayload> {
    return ran(() => context.syncs.retry(ownId(id)));
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

/** A run that was just begun has hardly done anything: its steps are those of its first look. */
async function ran(work: () => Promise<SyncRun>): Promise<SyncPayload> {
  return await answered(async () => ({ run: toSyncRun(await work()) }));
}

export function ownId(id: string): string {
  return id.startsWith(`${SYNC_RUN_PREFIX}_`) ? id.slice(SYNC_RUN_PREFIX.length + 1) : id;
}
