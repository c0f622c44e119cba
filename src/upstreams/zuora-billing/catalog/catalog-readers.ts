import { EntityReader } from '../../../kernel/reading/entity-reader.js';
import type { UpstreamKit } from '../../contract.js';
import type { ZuoraClient } from '../client.js';
import { anyOf, isKey, MAX_KEYS, type QueryOptions, queryAll } from '../object-query.js';
import { completePlans, completeProducts, PLAN_QUERY, PRODUCT_KEY_QUERY, PRODUCT_QUERY } from './catalog-query.js';
import { toProduct, toProductRatePlan } from './mapping.js';
import type { ZuoraProduct, ZuoraProductRatePlan } from './model.js';

export interface ZuoraCatalogReaders {
  /** By id, with everything that hangs on them. */
  readonly products: EntityReader<ZuoraProduct>;
  readonly ratePlans: EntityReader<ZuoraProductRatePlan>;
  /** Ids of products by SKU or product number. */
  readonly productIds: EntityReader<string>;
  /** Under `ALL_PRODUCTS`: the ids of all products, in the order of their names. */
  readonly catalog: EntityReader<readonly string[]>;
}

export const ALL_PRODUCTS = 'all';

// A catalog changes a few times a week; changes through the gateway drop the entries that they touch.
const FRESH_MS = 300_000;
const STALE_MS = 3_600_000;

export function catalogReaders(client: ZuoraClient, tenant: string, kit: UpstreamKit): ZuoraCatalogReaders {
  function reader<V>(
    name: string,
    fetch: (keys: readonly string[], options: QueryOptions) => Promise<ReadonlyMap<string, V>>,
  ): EntityReader<V> {
    return new EntityReader<V>({
      name: `${tenant}:${name}`,
      cache: kit.cache,
      clock: kit.clock,
      freshMs: FRESH_MS,
      staleMs: STALE_MS,
      maxBatch: MAX_KEYS,
      fetch: async (keys, options) => {
        const askable = keys.filter(isKey);
        return askable.length > 0 ? await fetch(askable, options) : new Map();
      },
      onRefreshError: (error) => kit.log.warn({ err: error, kind: name }, 'a stale entry could not be refreshed'),
    });
  }

  const keysBy = (field: string, keys: readonly string[], options: QueryOptions) =>
    keys.length === 0 ? [] : queryAll(client, { ...PRODUCT_KEY_QUERY, filter: [anyOf(field, keys)] }, options);

  return {
    products: reader('product', async (ids, options) => {
      const rows = await queryAll(client, { ...PRODUCT_QUERY, filter: [anyOf('id', ids)] }, options);
      const products = (await completeProducts(client, rows, options)).map(toProduct);
      return new Map(products.map((product) => [product.zuoraId, product]));
    }),
    ratePlans: reader('product-rate-plan', async (ids, options) => {
      const rows = await queryAll(client, { ...PLAN_QUERY, filter: [anyOf('id', ids)] }, options);
      const plans = (await completePlans(client, rows, options)).map(toProductRatePlan);
      return new Map(plans.map((plan) => [plan.zuoraId, plan]));
    }),
    productIds: reader('product-id', async (keys, options) => {
      const bySku = named(await keysBy('sku', keys, options), 'sKU');
      const rest = keys.filter((key) => !bySku.has(key.toLowerCase()));
      const byNumber = named(await keysBy('productnumber', rest, options), 'productNumber');
      const found = keys.map((key) => [key, bySku.get(key.toLowerCase()) ?? byNumber.get(key.toLowerCase())] as const);
      return new Map(found.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
    }),
    catalog: reader('catalog', async (keys, options) => {
      const rows = await queryAll(client, { ...PRODUCT_KEY_QUERY, sort: 'id.ASC' }, options);
      const ids = rows.toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)).map(({ id }) => id);
      return new Map(keys.map((key) => [key, ids]));
    }),
  };
}

/** Zuora compares text without regard to letter case. */
function named<K extends 'sKU' | 'productNumber'>(
  rows: readonly ({ readonly id: string } & { readonly [name in K]: string | null })[],
  field: K,
): Map<string, string> {
  return new Map(rows.map((row) => [(row[field] ?? '').toLowerCase(), row.id]));
}
