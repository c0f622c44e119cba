import { EntityReader } from '../../kernel/reading/entity-reader.js';
import type { UpstreamKit } from '../contract.js';
import type { TogaiClient } from './client.js';
import type { TogaiSettings } from './config.js';
import { listAll, type TogaiList } from './lists.js';
import { fromV1, fromV2 } from './mapping/price-plan.js';
import type { TogaiPricePlan } from './model.js';
import { SYSTEM } from './names.js';
import type { TogaiReaders } from './readers.js';
import { PricePlanV1, PricePlanV2 } from './schemas/price-plan.js';

/** The whole list of price plans under the one key `all`. */
export type PricePlanCatalog = EntityReader<readonly TogaiPricePlan[]>;

const V2: TogaiList<PricePlanV2> = {
  operation: 'listPricePlansV2',
  path: '/v2/price_plans',
  row: PricePlanV2,
  pageSize: 100,
};
const V1: TogaiList<PricePlanV1> = {
  operation: 'getPricePlans',
  path: '/price_plans',
  row: PricePlanV1,
  pageSize: 100,
};

const FRESH_MS = 5 * 60_000;
const STALE_MS = 24 * 3_600_000;

/** Price plans are few and shared by many accounts, so they are read as a whole; each also fills its own cache entry. */
export function pricePlanCatalog(
  client: TogaiClient,
  readers: TogaiReaders,
  settings: TogaiSettings,
  kit: UpstreamKit,
): PricePlanCatalog {
  return new EntityReader({
    name: `${SYSTEM}:${settings.url}:price-plan-catalog`,
    cache: kit.cache,
    clock: kit.clock,
    freshMs: FRESH_MS,
    staleMs: STALE_MS,
    maxBatch: 1,
    fetch: async ([key = 'all'], options) => {
      const askedAt = kit.clock.now();
      const [second, first] = await Promise.all([listAll(client, V2, options), listAll(client, V1, options)]);
      // A plan that both generations list is shown as the second one tells it.
      const byId = new Map([...first.map(fromV1), ...second.map(fromV2)].map((plan) => [plan.togaiId, plan]));
      const plans = [...byId.values()].sort(
        (a, b) => a.name.localeCompare(b.name) || a.togaiId.localeCompare(b.togaiId),
      );
      await Promise.all(plans.map((plan) => readers.pricePlans.put(plan.togaiId, plan, askedAt)));
      return new Map([[key, plans]]);
    },
  });
}
