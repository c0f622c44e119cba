import { type ConnectionKey, systemOf } from '../domain/connections/key.js';
import type { EventName, Findings } from '../domain/events/model.js';
import type { FlowSystem, FlowSystems } from '../domain/flows/ports.js';
import type { Asking } from '../domain/syncs/ports.js';
import type { ConnectedSystem } from './connected.js';
import type { Upstream } from './contract.js';

/** What the systems of this gateway can be to flows. `connected` may change. */
export function flowSystems(upstreams: readonly Upstream[], connected: readonly ConnectedSystem[]): FlowSystems {
  const all = upstreams.flatMap(({ id, title, flows }): FlowSystem[] =>
    flows ? [{ system: id, title, ...flows }] : [],
  );
  const roleOf = (key: string) => all.find(({ system }) => system === systemOf(key)) ?? null;
  return {
    all,
    of: (key) => (connected.some((one) => one.key === key) ? roleOf(key) : null),
    kindOf: (key) => roleOf(key)?.kind ?? 'INBOUND',
  };
}

/** Asks a connection's system for the last thing that happened; null if it cannot say. */
export function lastEventIn(connected: readonly ConnectedSystem[]) {
  return async (connection: ConnectionKey, event: EventName, asking: Asking): Promise<Findings | null> => {
    const session = connected.find(({ key }) => key === connection)?.connection.openSession(asking);
    return (await session?.lastEvent?.(event)) ?? null;
  };
}
