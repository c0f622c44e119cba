import type { SyncWorld } from '../domain/syncs/ports.js';
import type { ConnectedSystem } from './connected.js';

/** What syncs ask of the systems: whichever of them sells subscriptions, and whichever has price plans. */
export function syncWorld(systems: readonly ConnectedSystem[]): SyncWorld {
  return {
    async sold(key, signal) {
      for (const { connection } of systems) {
        const sold = await connection.openSession({ signal }).soldSubscription?.(key);
        if (sold) return sold;
      }
      return null;
    },
    planTarget(signal) {
      for (const { connection } of systems) {
        const target = connection.openSession({ signal }).planTarget?.();
        if (target) return target;
      }
      return null;
    },
    saleTracker(signal) {
      for (const { connection } of systems) {
        const tracker = connection.openSession({ signal }).saleTracker?.();
        if (tracker) return tracker;
      }
      return null;
    },
  };
}
