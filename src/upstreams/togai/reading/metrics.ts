import { z } from 'zod';
import { EntityReader } from '../../../kernel/reading/entity-reader.js';
import type { UpstreamKit } from '../../contract.js';
import type { TogaiClient } from '../client.js';
import type { TogaiSettings } from '../config.js';
import { SYSTEM } from '../names.js';
import { revenueOf, usageOf } from '../usage/metrics.js';
import type { RevenuePoint, TogaiUsageMeter, UsagePoint, UsageWindow } from '../usage/model.js';
import { type FindOptions, MONEY } from './reader-factory.js';

/** By `metricKey`. */
export interface MetricReaders {
  readonly usage: EntityReader<readonly UsagePoint[]>;
  readonly revenue: EntityReader<readonly RevenuePoint[]>;
}

const Key = z.tuple([z.string(), z.string(), z.string(), z.enum(['HOUR', 'DAY', 'WEEK', 'MONTH'])]);
const MOST_ACCOUNTS = 100;

export function metricKey(accountId: string, { from, to, period }: UsageWindow): string {
  return JSON.stringify([accountId, from, to, period]);
}

/** Metrics are the one read of Togai that takes many accounts at once. */
export function metricReaders(
  client: TogaiClient,
  meters: EntityReader<readonly TogaiUsageMeter[]>,
  settings: TogaiSettings,
  kit: UpstreamKit,
): MetricReaders {
  const reader = <V>(
    kind: string,
    find: (asked: Asked, options: FindOptions) => Promise<ReadonlyMap<string, readonly V[]>>,
  ) =>
    new EntityReader<readonly V[]>({
      name: `${SYSTEM}:${settings.url}:${kind}`,
      cache: kit.cache,
      clock: kit.clock,
      ...MONEY,
      maxBatch: MOST_ACCOUNTS,
      fetch: async (keys, options) => {
        const found = await Promise.all(
          byWindow(keys).map(async (asked) => {
            const values = await find(asked, options);
            return asked.accountIds.map((id) => [metricKey(id, asked.window), values.get(id) ?? []] as const);
          }),
        );
        return new Map(found.flat());
      },
    });
  return {
    usage: reader('usage', (asked, options) => usageOf(client, meters, asked, options)),
    revenue: reader('revenue', (asked, options) => revenueOf(client, asked, options)),
  };
}

interface Asked {
  readonly accountIds: readonly string[];
  readonly window: UsageWindow;
}

/** A call is about one window. */
function byWindow(keys: readonly string[]): readonly Asked[] {
  const windows = new Map<string, { accountIds: string[]; window: UsageWindow }>();
  for (const key of keys) {
    const [accountId, from, to, period] = Key.parse(JSON.parse(key));
    const window = { from, to, period };
    const name = metricKey('', window);
    const asked = windows.get(name) ?? { accountIds: [], window };
    asked.accountIds.push(accountId);
    windows.set(name, asked);
  }
  return [...windows.values()];
}
