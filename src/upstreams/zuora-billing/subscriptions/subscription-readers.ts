import { z } from 'zod';
import { dayIn } from '../../../kernel/dates.js';
import { EntityReader } from '../../../kernel/reading/entity-reader.js';
import type { UpstreamKit } from '../../contract.js';
import type { ZuoraClient } from '../client.js';
import type { ZuoraBillingSettings } from '../config.js';
import { toSubscription } from '../mapping/subscription.js';
import type { ZuoraSubscription } from '../model.js';
import { anyOf, isKey, MAX_KEYS, queryAll } from '../object-query.js';
import { tenantOf } from '../readers.js';
import { completeSubscriptions, SUBSCRIPTION_QUERY } from '../subscription-query.js';
import { Amendment, Metrics } from './schemas.js';

/** What is read of subscriptions beside their latest versions, by subscription number. */
export interface SubscriptionDetails {
  readonly metrics: EntityReader<Metrics>;
  /** Newest first. */
  readonly versions: EntityReader<readonly ZuoraSubscription[]>;
  /** What changed a version, by the id of that version. */
  readonly amendments: EntityReader<readonly Amendment[]>;
}

const FRESH_MS = 60_000;
const STALE_MS = 3_600_000;
// Zuora documents no limit of this list.
const MOST_METRICS = 50;

export function subscriptionDetails(
  client: ZuoraClient,
  settings: ZuoraBillingSettings,
  kit: UpstreamKit,
): SubscriptionDetails {
  const common = (name: string) => ({
    name: `${tenantOf(settings)}:${name}`,
    cache: kit.cache,
    clock: kit.clock,
    freshMs: FRESH_MS,
    staleMs: STALE_MS,
    onRefreshError: (error: unknown) =>
      kit.log.warn({ err: error, kind: name }, 'a stale entry could not be refreshed'),
  });
  return {
    metrics: new EntityReader<Metrics>({
      ...common('subscription-metrics'),
      maxBatch: MOST_METRICS,
      fetch: async (numbers, options) => {
        const { subscriptionMetrics } = await client.read({
          operation: 'getMetricsBySubscriptionNumbers',
          path: '/v1/subscriptions/subscription-metrics',
          query: numbers.map((number) => ['subscriptionNumbers[]', number] as const),
          schema: z.object({ subscriptionMetrics: z.array(Metrics).nullish() }),
          ...options,
        });
        return new Map((subscriptionMetrics ?? []).map((each) => [each.subscriptionNumber, each]));
      },
    }),
    versions: new EntityReader<readonly ZuoraSubscription[]>({
      ...common('subscription-versions'),
      maxBatch: MAX_KEYS,
      fetch: async (numbers, options) => {
        const askable = numbers.filter(isKey);
        if (askable.length === 0) return new Map();
        const query = { ...SUBSCRIPTION_QUERY, filter: [anyOf('name', askable)] };
        const rows = await completeSubscriptions(client, await queryAll(client, query, options), options);
        const today = dayIn(settings.timeZone, new Date(kit.clock.now()));
        const versions = rows.map((row) => toSubscription(row, today)).toSorted((a, b) => b.version - a.version);
        return Map.groupBy(versions, ({ subscriptionNumber }) => subscriptionNumber);
      },
    }),
    amendments: new EntityReader<readonly Amendment[]>({
      ...common('amendments'),
      maxBatch: MAX_KEYS,
      fetch: async (ids, options) => {
        const query = { objects: 'amendments', operation: 'queryAmendments', row: Amendment };
        const rows = await queryAll(client, { ...query, filter: [anyOf('subscriptionid', ids)] }, options);
        const bySubscription = Map.groupBy(rows, ({ subscriptionId }) => subscriptionId);
        return new Map(ids.map((id) => [id, bySubscription.get(id) ?? []]));
      },
    }),
  };
}
