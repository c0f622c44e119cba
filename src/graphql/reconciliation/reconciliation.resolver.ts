import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Mutation, Query, Resolver, Root } from 'type-graphql';
import { mayAsk } from '../../domain/access/model.js';
import type { ComparedKind } from '../../domain/reconciliation/model.js';
import { reconciliationRequest } from '../../domain/reconciliation/request.js';
import { customersIn } from '../../domain/syncs/customers/known-customers.js';
import type { InvoiceForm } from '../../domain/syncs/subjects.js';
import { Needs } from '../../schema-kit/access.js';
import { type Connection, connection, PageArgs } from '../../schema-kit/connection.js';
import { CustomerType, toCustomer } from '../../schema-kit/customer.type.js';
import type { GatewayContext } from '../context.js';
import { InvoiceFormEnum } from '../syncs/invoice-sync.resolver.js';
import { connectionNamed, Reason, ran, SyncPayload } from '../syncs/sync-payload.js';
import { ComparedKindEnum, DriftConnection, DriftFilterInput, DriftType, toDrift } from './drift.type.js';

@InputType('ReconciliationInput', { description: 'What is compared with what.' })
class ReconciliationInput {
  @Field(() => ID, { description: 'The connection that customers and subscriptions come from: its values count.' })
  from!: string;

  @Field(() => ID, { description: 'The connection that follows it, and whose credits and invoices it books.' })
  to!: string;

  @Field(() => ID, { nullable: true, description: 'Only this customer; without it all that are linked.' })
  customer?: string | null;

  @Field(() => [ComparedKindEnum], {
    nullable: true,
    description: 'In what they are compared; in everything without it, invoices where `invoicesAs` is said.',
  })
  kinds?: ComparedKind[] | null;

  @Field(() => InvoiceFormEnum, {
    nullable: true,
    description: 'What invoices become in the system that books them; without it they are not compared.',
  })
  invoicesAs?: InvoiceForm | null;
}

@Resolver(() => DriftType)
export class ReconciliationResolver {
  @Needs('sync')
  @Mutation(() => SyncPayload, {
    description:
      'Compares the linked records of two systems, page by page, and notes in what they differ (`drifts`). With `dryRun: false` it begins the syncs that bring them into step, too, each a run of its own with this one as its parent. What is booked is reported, and never rewritten.',
  })
  reconciliationStart(
    @Arg('input', () => ReconciliationInput, { description: 'What is compared with what.' })
    { customer, kinds, invoicesAs, from, to }: ReconciliationInput,
    @Arg('dryRun', () => Boolean, {
      defaultValue: true,
      description: 'Whether to compare alone; else what differs is brought into step.',
    })
    dryRun: boolean,
    @Reason() reason: string | null,
    @Ctx() context: GatewayContext,
  ): Promise<SyncPayload> {
    const { syncs, caller, signal, directory } = context;
    return ran(async () => {
      const ends = { from: connectionNamed(from, 'from', context), to: connectionNamed(to, 'to', context) };
      const asking = { signal, lane: 'interactive' } as const;
      const who = { id: caller.id, mayAsk: (key: string) => mayAsk(caller, key), asking };
      const asked = { customer, kinds, invoicesAs, ...ends, apply: !dryRun };
      const request = await reconciliationRequest(asked, customersIn(directory), who);
      return await syncs.start({ ...request, reason: reason?.trim() || null });
    });
  }

  @Needs('read')
  @Query(() => DriftConnection, {
    description: 'Differences between linked records, found by the last reconciliation.',
  })
  async drifts(
    @Args(() => PageArgs) { first, after = null }: PageArgs,
    @Arg('filter', () => DriftFilterInput, { nullable: true, description: 'Which ones; all without it.' })
    filter: DriftFilterInput | null,
    @Ctx() context: GatewayContext,
  ): Promise<Connection<DriftType>> {
    const page = await context.drifts.page({ first, after, filter: filter ?? {} });
    const edges = page.items.map(({ node, cursor }) => ({ node: toDrift(node), cursor }));
    return connection(edges, { hasNextPage: page.hasNextPage, after });
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: 'Whose records differ; null if they are gone.' })
  async customer(@Root() { customerId }: DriftType, @Ctx() context: GatewayContext): Promise<CustomerType | null> {
    const entry = await context.customers.byId(customerId);
    return entry && toCustomer(entry);
  }
}

const MOST = 100;

@Resolver(() => CustomerType)
export class CustomerDriftsResolver {
  @FieldResolver(() => [DriftType], {
    nullable: true,
    description: `In what the customer's records differ, by the last reconciliation; the first ${MOST}.`,
  })
  async drifts(@Root() { id }: CustomerType, @Ctx() context: GatewayContext): Promise<DriftType[]> {
    const { items } = await context.drifts.page({ first: MOST, after: null, filter: { customerId: id } });
    return items.map(({ node }) => toDrift(node));
  }
}
