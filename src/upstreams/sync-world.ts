import type { ConnectionKey } from '../domain/connections/key.js';
import type { Asking, Ended, SyncWorld } from '../domain/syncs/ports.js';
import type { ConnectedSystem } from './connected.js';
import type { UpstreamSession } from './contract.js';

/** What syncs ask of the systems: the connection that is named or, without a name, the first that can. */
export function syncWorld(systems: readonly ConnectedSystem[]): SyncWorld {
  const sessions = (key: ConnectionKey | null, asking: Asking) =>
    systems
      .filter((one) => key === null || one.key === key)
      .map((one) => ({ key: one.key, session: one.connection.openSession(asking) }));

  const endOf = <T>(
    named: ConnectionKey | null,
    asking: Asking,
    of: (session: UpstreamSession) => T | undefined,
  ): Ended<T> | null => {
    for (const { key, session } of sessions(named, asking)) {
      const end = of(session);
      if (end !== undefined) return { key, end };
    }
    return null;
  };

  return {
    async sold(subscriptionKey, from, asking) {
      for (const { key, session } of sessions(from, asking)) {
        const sold = await session.soldSubscription?.(subscriptionKey);
        if (sold) return { key, sold };
      }
      return null;
    },
    customerEnd: (key, asking) => endOf(key, asking, (session) => session.customerEnd?.())?.end ?? null,
    streams: (from) => systems.find(({ key }) => key === from)?.connection.eventStreams ?? [],
    planTarget: (to, asking) => endOf(to, asking, (session) => session.planTarget?.()),
    announcer: (key, asking) => endOf(key, asking, (session) => session.announcer?.())?.end ?? null,
    subscriptionsOf: async (customer, at, asking) =>
      (await endOf(at, asking, (session) => session.numbersOf?.(customer, 'SUBSCRIPTION'))?.end) ?? [],
    creditSource: (from, asking) => endOf(from, asking, (session) => session.creditSource?.()),
    creditTarget: (to, asking) => endOf(to, asking, (session) => session.creditTarget?.()),
    invoiceSource: (from, asking) => endOf(from, asking, (session) => session.invoiceSource?.()),
    invoiceTarget: (to, asking) => endOf(to, asking, (session) => session.invoiceTarget?.()),
    saleTracker: (asking) => endOf(null, asking, (session) => session.saleTracker?.()),
  };
}
