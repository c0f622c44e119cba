import { type ConnectionKey, systemOf } from '../domain/connections/key.js';
import type { EventName, Findings } from '../domain/events/model.js';
import type { EventStream } from '../domain/events/ports.js';
import type { FlowSystem, FlowSystems, FlowWorld } from '../domain/flows/ports.js';
import type { ConnectedSystem } from './connected.js';
import type { Upstream } from './contract.js';

// Far enough back for a system in which anything happens.
const WITHIN_MS = 30 * 86_400_000;
// Lists come in no order and as long as they are: whoever waits for an answer gets the last of a part of them.
const MOST_PAGES = 10;

/** `connected` may change. */
export function flowWorld(
  upstreams: readonly Upstream[],
  connected: readonly ConnectedSystem[],
  now: () => number,
): FlowWorld {
  const find = (key: ConnectionKey) => connected.find((one) => one.key === key)?.connection;
  return {
    roles: flowSystems(upstreams, connected),
    async lastEvent(key, event, asking) {
      const connection = find(key);
      const session = connection?.openSession(asking);
      if (session?.lastEvent) return await session.lastEvent(event);
      const stream = connection?.eventStreams?.find(({ events }) => events.includes(event));
      return stream ? await lastIn(stream, event, now() - WITHIN_MS, asking.signal) : null;
    },
    streams: (key) => find(key)?.eventStreams ?? [],
    receiver: (key) => find(key)?.webhooks ?? undefined,
  };
}

/** The last thing of its kind in what a list has of the time since; null if there is nothing. */
async function lastIn(
  stream: EventStream,
  event: EventName,
  since: number,
  signal: AbortSignal,
): Promise<Findings | null> {
  let last: Findings | null = null;
  let pages = 0;
  for await (const { findings } of stream.read(stream.at(since), { webhookAddress: '', signal })) {
    for (const one of findings.events) {
      if (one.event === event && (last === null || (one.at ?? 0) >= (last.events[0]?.at ?? 0))) {
        last = { records: findings.records, events: [one] };
      }
    }
    pages += 1;
    if (pages === MOST_PAGES) break;
  }
  return last;
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
