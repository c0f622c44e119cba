import type { DiscoveryControl } from '../../domain/identity/discovery-status.js';
import type { EntityCache } from '../../kernel/reading/entity-cache.js';
import { within } from '../../kernel/within.js';
import type { ObservedState, ObservedSystem } from './metrics.js';

const PATIENCE_MS = 1_000;
const tooLate = () => new Error('the store is silent');

/** What metrics look at when they are read. */
export function observedState(parts: {
  readonly systems: readonly {
    readonly key: string;
    readonly connection: {
      health(): Omit<ObservedSystem, 'system' | 'quota'> & Partial<Pick<ObservedSystem, 'quota'>>;
    };
  }[];
  readonly discovery: Pick<DiscoveryControl, 'status'>;
  readonly cache: EntityCache;
  readonly store: { readonly away: boolean; readonly pool: { readonly waitingCount: number } };
  readonly subscriptions: { readonly total: number };
  readonly load: { readonly underWay: number; readonly refused: Readonly<Record<string, number>> };
}): ObservedState {
  const { systems, discovery, cache, store, subscriptions, load } = parts;
  return {
    systems: () =>
      systems.map(({ key, connection }) => {
        const { breaker, waiting, quota = [] } = connection.health();
        return { system: key, breaker, waiting, quota };
      }),
    // The other numbers are wanted most of all while the store is away.
    runs: async () => (store.away ? [] : await within(PATIENCE_MS, discovery.status(), tooLate).catch(() => [])),
    cache: () => cache.reads,
    subscriptions: () => subscriptions.total,
    storeAway: () => store.away,
    storeWaiting: () => store.pool.waitingCount,
    load: () => load,
  };
}
