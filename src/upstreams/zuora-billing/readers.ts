import { dayIn } from '../../kernel/dates.js';
import type { Lane } from '../../kernel/http/lanes.js';
import { EntityReader } from '../../kernel/reading/entity-reader.js';
import type { UpstreamKit } from '../contract.js';
import type { ZuoraClient } from './client.js';
import type { ZuoraBillingSettings } from './config.js';
import { toAccount } from './mapping/account.js';
import { toSubscription } from './mapping/subscription.js';
import type { ZuoraAccount, ZuoraSubscription } from './model.js';
import { SYSTEM } from './names.js';
import { anyOf, isKey, MAX_KEYS, type ObjectQuery, queryAll } from './object-query.js';
import type { ZuoraOrder } from './orders/model.js';
import { readOrder } from './orders/order-reading.js';
import { Account } from './schemas/account.js';
import { completeSubscriptions, SUBSCRIPTION_QUERY } from './subscription-query.js';

/** Everything that is read by key, for the whole process. */
export interface ZuoraReaders {
  readonly accounts: EntityReader<ZuoraAccount>;
  readonly accountsByNumber: EntityReader<ZuoraAccount>;
  /** Latest versions, newest contract first, by account id. An account without any has an empty list. */
  readonly subscriptionsOfAccount: EntityReader<readonly ZuoraSubscription[]>;
  /** The latest version, by subscription number. */
  readonly subscriptions: EntityReader<ZuoraSubscription>;
  /** The subscription number of any version's id. */
  readonly subscriptionNumbers: EntityReader<string>;
  /** By order number. */
  readonly orders: EntityReader<ZuoraOrder>;
}

const FRESH_MS = 60_000;
const STALE_MS = 3_600_000;

/** Contacts are expanded with their account: one call instead of two. */
export const ACCOUNT_QUERY: ObjectQuery<Account> = {
  objects: 'accounts',
  operation: 'queryAccounts',
  row: Account,
  expand: ['billto', 'soldto'],
};

export function createReaders(client: ZuoraClient, settings: ZuoraBillingSettings, kit: UpstreamKit): ZuoraReaders {
  const tenant = tenantOf(settings);
  const today = () => dayIn(settings.timeZone, new Date(kit.clock.now()));

  function reader<V>(
    kind: string,
    fetch: (keys: string[], options: Options) => Promise<ReadonlyMap<string, V>>,
    maxBatch = MAX_KEYS,
  ) {
    return new EntityReader<V>({
      name: `${tenant}:${kind}`,
      cache: kit.cache,
      clock: kit.clock,
      freshMs: FRESH_MS,
      staleMs: STALE_MS,
      maxBatch,
      fetch: async (keys, options) => {
        const askable = keys.filter(isKey);
        return askable.length > 0 ? await fetch(askable, options) : new Map();
      },
      onRefreshError: (error) => kit.log.warn({ err: error, kind }, 'a stale entry could not be refreshed'),
    });
  }

  const accountsBy = async (field: string, keys: readonly string[], options: Options) =>
    (await queryAll(client, { ...ACCOUNT_QUERY, filter: [anyOf(field, keys)] }, options)).map(toAccount);

  const latestBy = async (field: string, keys: readonly string[], options: Options) => {
    const filter = [anyOf(field, keys), 'islatestversion.EQ:true'];
    const rows = await queryAll(client, { ...SUBSCRIPTION_QUERY, filter }, options);
    const day = today();
    return (await completeSubscriptions(client, rows, options)).map((row) => toSubscription(row, day));
  };

  return {
    accounts: reader('account', async (ids, options) => {
      const accounts = await accountsBy('id', ids, options);
      return new Map(accounts.map((account) => [account.zuoraId, account]));
    }),
    accountsByNumber: reader('account-by-number', async (numbers, options) => {
      const accounts = await accountsBy('accountnumber', numbers, options);
      return new Map(accounts.map((account) => [account.accountNumber, account]));
    }),
    subscriptionsOfAccount: reader('subscriptions-of-account', async (accountIds, options) => {
      const subscriptions = (await latestBy('accountid', accountIds, options)).toSorted(newestContractFirst);
      const byAccount = Map.groupBy(subscriptions, ({ accountId }) => accountId);
      return new Map(accountIds.map((id) => [id, byAccount.get(id) ?? []]));
    }),
    subscriptions: reader('subscription', async (numbers, options) => {
      const subscriptions = await latestBy('name', numbers, options);
      return new Map(subscriptions.map((subscription) => [subscription.subscriptionNumber, subscription]));
    }),
    subscriptionNumbers: reader('subscription-number', async (ids, options) => {
      const { expand: _all, ...versions } = SUBSCRIPTION_QUERY;
      const rows = await queryAll(client, { ...versions, filter: [anyOf('id', ids)] }, options);
      return new Map(rows.map((row) => [row.id, row.name]));
    }),
    // Object Query has orders without the details of their actions, so that each is read by itself.
    orders: reader(
      'order',
      async ([number = ''], options) => {
        const order = await readOrder(client, number, settings.timeZone, options);
        return new Map(order === null ? [] : [[number, order]]);
      },
      1,
    ),
  };
}

/** Keeps what is known of one tenant or entity apart from every other. */
export function tenantOf({ url, entityId }: ZuoraBillingSettings): string {
  return `${SYSTEM}:${url}:${entityId ?? ''}`;
}

interface Options {
  readonly signal: AbortSignal;
  readonly lane: Lane;
}

function newestContractFirst(a: ZuoraSubscription, b: ZuoraSubscription): number {
  return (
    (b.contractEffectiveDate ?? '').localeCompare(a.contractEffectiveDate ?? '') ||
    a.subscriptionNumber.localeCompare(b.subscriptionNumber)
  );
}
