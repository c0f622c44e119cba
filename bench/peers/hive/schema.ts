import type { Person } from '../../upstream/data.js';
import { CUSTOMER_QUERIES, CUSTOMER_TYPES } from '../customer-types.js';
import { pageOf, personWith } from '../page.js';
import { toAccount, toSubscription, toTogaiCustomer } from '../shapes.js';
import type { AccountRow, SubscriptionRow, TogaiRow } from '../upstream-reads.js';

/** What is added to the types that come from the descriptions: the unified customer, in the shape that every peer has. */
export const typeDefs = `
  extend type Query {${CUSTOMER_QUERIES}
  }
  ${CUSTOMER_TYPES}`;

/** A root field of a subgraph, as the gateway puts it into the context. */
type Read<Arguments, Result> = (call: {
  readonly root: unknown;
  readonly context: Context;
  readonly info: unknown;
  readonly selectionSet: string;
  /** One call alone. */
  readonly args?: Arguments;
  /** Calls of the same moment become one. */
  readonly key?: string;
  readonly argsFromKeys?: (keys: readonly string[]) => Arguments;
  readonly valuesFromResults?: (result: Result, keys: readonly string[]) => readonly unknown[];
}) => Promise<unknown>;

interface Rows<Row> {
  readonly data: readonly Row[];
}
interface ObjectQuery {
  readonly pageSize: number;
  readonly filter: readonly string[];
  readonly expand: readonly string[];
}

interface Context {
  readonly ZuoraBilling: {
    readonly Query: {
      readonly queryAccounts: Read<ObjectQuery, Rows<AccountRow>>;
      readonly querySubscriptions: Read<ObjectQuery, Rows<SubscriptionRow>>;
    };
  };
  readonly Togai: { readonly Query: { readonly getCustomer: Read<{ readonly customer_id: string }, TogaiRow> } };
}

const PAGE_SIZE = 99;
const ACCOUNT = `{ data {
  id accountNumber status currency balance billTo { firstName lastName workEmail country }
} }`;
const SUBSCRIPTIONS = `{ data {
  accountId name status termStartDate termEndDate
  ratePlans { name ratePlanCharges { name chargeType chargeModel ratePlanChargeTiers { price currency } } }
} }`;

/** What a subgraph could not answer comes as a value, which is an error. */
function answered<T>(result: unknown): T {
  if (result instanceof Error) throw result;
  return result as T;
}

export function resolversFor(customers: number) {
  return {
    Query: {
      customers: (_: unknown, args: { first: number; after?: string }) => pageOf(args, customers),
      customer: (_: unknown, { externalId }: { externalId: { value: string } }) => personWith(externalId.value),
    },
    Customer: {
      zuoraAccount: async (root: Person, _: unknown, context: Context, info: unknown) => {
        const row = answered<AccountRow | null>(
          await context.ZuoraBilling.Query.queryAccounts({
            root,
            context,
            info,
            selectionSet: ACCOUNT,
            key: root.accountId,
            argsFromKeys: (ids) => ({
              pageSize: PAGE_SIZE,
              filter: [`id.IN:[${ids.join(',')}]`],
              expand: ['billto'],
            }),
            valuesFromResults: ({ data }, ids) => {
              const found = new Map(data.map((one) => [one.id, one]));
              return ids.map((id) => found.get(id) ?? null);
            },
          }),
        );
        return row && { id: row.id, ...toAccount(row) };
      },
      togaiCustomer: async (root: Person, _: unknown, context: Context, info: unknown) =>
        toTogaiCustomer(
          answered<TogaiRow>(
            await context.Togai.Query.getCustomer({
              root,
              context,
              info,
              selectionSet: '{ id name status }',
              args: { customer_id: root.togaiId },
            }),
          ),
        ),
    },
    ZuoraAccount: {
      subscriptions: async (root: { id: string }, _: unknown, context: Context, info: unknown) => {
        const rows = answered<readonly SubscriptionRow[]>(
          await context.ZuoraBilling.Query.querySubscriptions({
            root,
            context,
            info,
            selectionSet: SUBSCRIPTIONS,
            key: root.id,
            argsFromKeys: (ids) => ({
              pageSize: PAGE_SIZE,
              filter: [`accountid.IN:[${ids.join(',')}]`],
              expand: ['rateplans.rateplancharges.rateplanchargetiers'],
            }),
            valuesFromResults: ({ data }, ids) => {
              const found = Map.groupBy(data, ({ accountId }) => accountId);
              return ids.map((id) => found.get(id) ?? []);
            },
          }),
        );
        return { nodes: rows.map(toSubscription) };
      },
    },
  };
}
