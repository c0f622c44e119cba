import { type ConnectionKey, systemOf } from '../domain/connections/key.js';
import type { FlowSystem, FlowSystems, FlowWorld } from '../domain/flows/ports.js';
import type { ConnectedSystem } from './connected.js';
import type { Upstream } from './contract.js';

/** `connected` may change. */
export function flowWorld(upstreams: readonly Upstream[], connected: readonly ConnectedSystem[]): FlowWorld {
  const find = (key: ConnectionKey) => connected.find((one) => one.key === key)?.connection;
  return {
    roles: flowSystems(upstreams, connected),
    lastEvent: async (key, event, asking) => (await find(key)?.openSession(asking).lastEvent?.(event)) ?? null,
    streams: (key) => find(key)?.eventStreams ?? [],
    receiver: (key) => find(key)?.webhooks ?? undefined,
  };
}

function flowSystems(upstreams: readonly Upstream[], connected: readonly ConnectedSystem[]): FlowSystems {
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
