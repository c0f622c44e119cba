import type { Lane } from '../../kernel/http/lanes.js';
import { EntityReader } from '../../kernel/reading/entity-reader.js';
import type { UpstreamKit } from '../contract.js';
import type { TogaiClient } from './client.js';
import type { TogaiSettings } from './config.js';
import { listAll, type TogaiList } from './lists.js';
import { toAccount, toCustomer } from './mapping/customer.js';
import { fromV1, fromV2, toAssociation } from './mapping/price-plan.js';
import type { TogaiAccount, TogaiCustomer, TogaiPricePlan, TogaiPricePlanAssociation } from './model.js';
import { SYSTEM } from './names.js';
import { Account } from './schemas/account.js';
import { Customer } from './schemas/customer.js';
import { PricePlanV1, PricePlanV2 } from './schemas/price-plan.js';
import { Schedule } from './schemas/schedule.js';

/** Everything that is read by key, for the whole process. Togai has no bulk reads: one key, one call. */
export interface TogaiReaders {
  readonly customers: EntityReader<TogaiCustomer>;
  readonly accounts: EntityReader<TogaiAccount>;
  readonly pricePlans: EntityReader<TogaiPricePlan>;
  /** By account id, oldest first. */
  readonly schedules: EntityReader<readonly TogaiPricePlanAssociation[]>;
}

// At 10 requests a second nothing can be read anew for every query: discovery renews entries from list pages before
// they are stale, and a write or webhook drops them.
const FRESH_MS = 20 * 60_000;
const STALE_MS = 24 * 3_600_000;

interface Options {
  readonly signal: AbortSignal;
  readonly lane: Lane;
}

export function createReaders(client: TogaiClient, settings: TogaiSettings, kit: UpstreamKit): TogaiReaders {
  function reader<V>(kind: string, find: (key: string, options: Options) => Promise<V | null>) {
    return new EntityReader<V>({
      name: `${SYSTEM}:${settings.url}:${kind}`,
      cache: kit.cache,
      clock: kit.clock,
      freshMs: FRESH_MS,
      staleMs: STALE_MS,
      maxBatch: 1,
      fetch: async ([key = ''], options) => {
        const value = isKey(key) ? await find(key, options) : null;
        return new Map(value === null ? [] : [[key, value]]);
      },
      onRefreshError: (error) => kit.log.warn({ err: error, kind }, 'a stale entry could not be refreshed'),
    });
  }

  return {
    customers: reader('customer', async (id, options) => {
      const path = `/customers/${encodeURIComponent(id)}`;
      const row = await client.find({ operation: 'getCustomer', path, schema: Customer, ...options });
      return row && toCustomer(row);
    }),
    accounts: reader('account', async (id, options) => {
      const path = `/accounts/${encodeURIComponent(id)}`;
      const row = await client.find({ operation: 'getAccount', path, schema: Account, ...options });
      return row && toAccount(row, settings.linkSettings);
    }),
    pricePlans: reader('price-plan', async (id, options) => {
      const v2 = `/v2/price_plans/${encodeURIComponent(id)}`;
      const second = await client.find({ operation: 'getPricePlanV2', path: v2, schema: PricePlanV2, ...options });
      if (second) return fromV2(second);
      const v1 = `/price_plans/${encodeURIComponent(id)}`;
      const first = await client.find({ operation: 'getPricePlan', path: v1, schema: PricePlanV1, ...options });
      return first && fromV1(first);
    }),
    schedules: reader('schedules', async (accountId, options) => {
      const list = scheduleList(accountId);
      const rows = await listAll(client, list, options);
      return rows
        .toSorted((a, b) => a.startDate.localeCompare(b.startDate))
        .map((row) => toAssociation(row, settings.timeZone));
    }),
  };
}

function scheduleList(accountId: string): TogaiList<Schedule> {
  return {
    operation: 'listaccountSchedules',
    path: `/v2/accounts/${encodeURIComponent(accountId)}/schedules`,
    query: { mode: 'ACTIVE' },
    row: Schedule,
    pageSize: 50,
  };
}

/** Togai's own bound; whatever is longer is no id. */
function isKey(id: string): boolean {
  return id.length > 0 && id.length <= 50;
}
