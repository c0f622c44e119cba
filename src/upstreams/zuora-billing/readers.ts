import { dayIn } from '../../kernel/dates.js';
import type { Lane } from '../../kernel/http/lanes.js';
import { EntityReader } from '../../kernel/reading/entity-reader.js';
import type { UpstreamKit } from '../contract.js';
import type { ZuoraBillingSettings } from './config.js';
import { toAccount, toContact } from './mapping/account.js';
import { toSubscription } from './mapping/subscription.js';
import type { ZuoraAccount, ZuoraContact, ZuoraSubscription } from './model.js';
import { SYSTEM } from './names.js';
import { isKey, MAX_KEYS } from './object-query.js';
import type { ZuoraQueries } from './queries/zuora-queries.js';

/** Everything that is read by key, for the whole process. */
export interface ZuoraReaders {
  readonly accounts: EntityReader<ZuoraAccount>;
  readonly accountsByNumber: EntityReader<ZuoraAccount>;
  /** By account id; an account without any has an empty list. */
  readonly contactsOfAccount: EntityReader<readonly ZuoraContact[]>;
  /** Latest versions, newest contract first, by account id. An account without any has an empty list. */
  readonly subscriptionsOfAccount: EntityReader<readonly ZuoraSubscription[]>;
  /** The latest version, by subscription number. */
  readonly subscriptions: EntityReader<ZuoraSubscription>;
  /** The subscription number of any version's id. */
  readonly subscriptionNumbers: EntityReader<string>;
}

const FRESH_MS = 60_000;
const STALE_MS = 3_600_000;

export function createReaders(queries: ZuoraQueries, settings: ZuoraBillingSettings, kit: UpstreamKit): ZuoraReaders {
  const tenant = tenantOf(settings);
  const today = () => dayIn(settings.timeZone, new Date(kit.clock.now()));

  function reader<V>(
    kind: string,
    fetch: (keys: readonly string[], options: Options) => Promise<ReadonlyMap<string, V>>,
    isAskable: (key: string) => boolean = isKey,
  ) {
    return new EntityReader<V>({
      name: `${tenant}:${kind}`,
      cache: kit.cache,
      clock: kit.clock,
      freshMs: FRESH_MS,
      staleMs: STALE_MS,
      maxBatch: MAX_KEYS,
      fetch: async (keys, options) => {
        const askable = keys.filter(isAskable);
        return askable.length > 0 ? await fetch(askable, options) : new Map();
      },
      onRefreshError: (error) => kit.log.warn({ err: error, kind }, 'a stale entry could not be refreshed'),
    });
  }

  const accountsBy = async (field: 'id' | 'accountNumber', keys: readonly string[], options: Options) =>
    (await queries.accounts(field, keys, options)).map(toAccount);

  const latestBy = async (field: 'accountId' | 'name', keys: readonly string[], options: Options) => {
    const rows = await queries.latestSubscriptions(field, keys, options);
    const day = today();
    return rows.map((row) => toSubscription(row, day));
  };

  return {
    accounts: reader('account', async (ids, options) => {
      const accounts = await accountsBy('id', ids, options);
      return new Map(accounts.map((account) => [account.zuoraId, account]));
    }),
    accountsByNumber: reader(
      'account-by-number',
      async (numbers, options) => {
        const accounts = await accountsBy('accountNumber', numbers, options);
        return new Map(accounts.map((account) => [account.accountNumber, account]));
      },
      isNumber,
    ),
    subscriptionsOfAccount: reader('subscriptions-of-account', async (accountIds, options) => {
      const subscriptions = (await latestBy('accountId', accountIds, options)).toSorted(newestContractFirst);
      const byAccount = Map.groupBy(subscriptions, ({ accountId }) => accountId);
      return new Map(accountIds.map((id) => [id, byAccount.get(id) ?? []]));
    }),
    subscriptions: reader(
      'subscription',
      async (numbers, options) => {
        const subscriptions = await latestBy('name', numbers, options);
        return new Map(subscriptions.map((subscription) => [subscription.subscriptionNumber, subscription]));
      },
      isNumber,
    ),
    contactsOfAccount: reader('contacts-of-account', async (accountIds, options) => {
      const byAccount = Map.groupBy(
        await queries.contactsOfAccounts(accountIds, options),
        ({ accountId }) => accountId,
      );
      return new Map(accountIds.map((id) => [id, (byAccount.get(id) ?? []).map(toContact)]));
    }),
    subscriptionNumbers: reader('subscription-number', (ids, options) => queries.subscriptionNumbers(ids, options)),
  };
}

/** Keeps what is known of one tenant, entity and choice of organisations apart from every other. */
export function tenantOf({ url, entityId, orgIds }: ZuoraBillingSettings): string {
  const orgs = orgIds.length > 0 ? `:${orgIds.toSorted().join('+')}` : '';
  return `${SYSTEM}:${url}:${entityId ?? ''}${orgs}`;
}

/** Companies choose their numbers, within Zuora's 100 characters; the queries know what they can ask for. */
function isNumber(key: string): boolean {
  return key.length <= 100;
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
