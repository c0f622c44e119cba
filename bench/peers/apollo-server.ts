import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import DataLoader from 'dataloader';
import type { Person } from '../upstream/data.js';
import { CUSTOMER_QUERIES, CUSTOMER_TYPES } from './customer-types.js';
import { pageOf, personWith } from './page.js';
import { toAccount, toSubscription, toTogaiCustomer } from './shapes.js';
import { type AccountRow, type SubscriptionRow, type TogaiRow, upstreamReads } from './upstream-reads.js';

/** Apollo Server as its documentation has it: a schema in SDL, resolvers, and (`loaders`) a DataLoader per request. */
const [upstream = '', customers = '0', loaders = 'true'] = process.argv.slice(2);
const reads = upstreamReads(upstream);

const typeDefs = `
  type Query {${CUSTOMER_QUERIES}
  }
  ${CUSTOMER_TYPES}`;

interface Context {
  account(id: string): Promise<AccountRow | undefined>;
  subscriptions(accountId: string): Promise<readonly SubscriptionRow[]>;
  togaiCustomer(id: string): Promise<TogaiRow>;
}

function withLoaders(): Context {
  const account = new DataLoader<string, AccountRow | undefined>(async (ids) => {
    const found = new Map((await reads.accounts(ids)).map((row) => [row.id, row]));
    return ids.map((id) => found.get(id));
  });
  const subscriptions = new DataLoader<string, readonly SubscriptionRow[]>(async (ids) => {
    const found = Map.groupBy(await reads.subscriptions(ids), ({ accountId }) => accountId);
    return ids.map((id) => found.get(id) ?? []);
  });
  const togaiCustomer = new DataLoader<string, TogaiRow>((ids) => Promise.all(ids.map(reads.togaiCustomer)));
  return {
    account: (id) => account.load(id),
    subscriptions: (id) => subscriptions.load(id),
    togaiCustomer: (id) => togaiCustomer.load(id),
  };
}

function withoutLoaders(): Context {
  return {
    account: async (id) => (await reads.accounts([id]))[0],
    subscriptions: (id) => reads.subscriptions([id]),
    togaiCustomer: reads.togaiCustomer,
  };
}

const resolvers = {
  Query: {
    customers: (_: unknown, args: { first: number; after?: string }) => pageOf(args, Number(customers)),
    customer: (_: unknown, { externalId }: { externalId: { value: string } }) => personWith(externalId.value),
  },
  Customer: {
    zuoraAccount: async ({ accountId }: Person, _: unknown, context: Context) => {
      const row = await context.account(accountId);
      return row ? { id: row.id, ...toAccount(row) } : null;
    },
    togaiCustomer: async ({ togaiId }: Person, _: unknown, context: Context) =>
      toTogaiCustomer(await context.togaiCustomer(togaiId)),
  },
  ZuoraAccount: {
    subscriptions: async ({ id }: { id: string }, _: unknown, context: Context) => ({
      nodes: (await context.subscriptions(id)).map(toSubscription),
    }),
  },
};

const server = new ApolloServer<Context>({ typeDefs, resolvers });
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async () => (loaders === 'true' ? withLoaders() : withoutLoaders()),
});
process.send?.({ url: url.replace(/\/$/, '') });
process.on('disconnect', () => process.exit(0));
