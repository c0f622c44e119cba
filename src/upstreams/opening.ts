import type { BuiltInConnection } from '../domain/connections/ports.js';
import type { ChangeNoter } from '../domain/customers/changes.js';
import type { DiscoverySource } from '../domain/identity/ports.js';
import type { FinishedCall } from '../kernel/http/upstream-http.js';
import type { Logger } from '../kernel/logger.js';
import type { DurableTask, TaskStarter } from '../kernel/writing/durable-task.js';
import type { ConnectedSystem } from './connected.js';
import type { Opening } from './connected-systems.js';
import type { Upstream, UpstreamKit } from './contract.js';
import { sourceOf } from './discovery-source.js';
import { CallMonitor } from './monitor.js';
import type { Sandbox } from './sandbox-kit/types.js';

export interface Lending {
  readonly lent: Omit<UpstreamKit, 'connection' | 'log' | 'tasks' | 'onCall' | 'lookup' | 'changed'>;
  readonly noter: ChangeNoter;
  readonly tasksOf: (key: string) => TaskStarter;
  readonly log: Logger;
  readonly onCall: (key: string, call: FinishedCall) => void;
}

/** Opens a connection with what the gateway lends to it. */
export function openConnection(
  { key, name, upstream, settings, lookup }: Opening,
  { lent, noter, tasksOf, log, onCall }: Lending,
): ConnectedSystem {
  const monitor = new CallMonitor(lent.clock);
  const connection = upstream.connect(settings, {
    ...lent,
    connection: key,
    lookup,
    changed: (ids) => noter.note(key, ids),
    tasks: tasksOf(key),
    log: log.child({ system: key }),
    onCall: (call) => {
      monitor.note(call);
      onCall(key, call);
    },
  });
  return { key, name, upstream, connection, monitor, sandbox: false };
}

type Variables = Readonly<Record<string, string | undefined>>;

export interface BuiltInOpening {
  readonly upstream: Upstream;
  /** Null where no tenant is configured: a sandbox is started then. */
  readonly settings: unknown;
  readonly variables: Variables;
  readonly sandbox: { readonly port: number; readonly customers: number };
}

export interface BuiltInMeans {
  readonly open: (opening: Opening) => ConnectedSystem;
  readonly lent: Pick<UpstreamKit, 'clock'>;
  readonly settings: (upstream: Upstream, variables: Variables) => unknown;
  readonly described: (upstream: Upstream, variables: Variables) => Omit<BuiltInConnection, 'key' | 'name'>;
  /** Sandboxes that are started are put here. */
  readonly sandboxes: Map<string, Sandbox>;
}

/** Connects a system to its tenant or, where none is configured, to a sandbox that is started for it. */
export async function openBuiltIn(
  { upstream, settings, variables, sandbox }: BuiltInOpening,
  { open, lent, settings: read, described, sandboxes }: BuiltInMeans,
): Promise<{ system: ConnectedSystem; described: BuiltInConnection }> {
  const { id: key, title: name } = upstream;
  if (settings !== null) {
    const system = open({ key, name, upstream, settings, lookup: undefined });
    return { system, described: { key, name, ...described(upstream, variables) } };
  }
  const started = await upstream.startSandbox({ ...sandbox, clock: lent.clock });
  sandboxes.set(key, started.sandbox);
  const usable = read(upstream, started.environment);
  const system = open({ key, name, upstream, settings: usable, lookup: undefined });
  return {
    system: { ...system, sandbox: true },
    described: { key, name, ...described(upstream, started.environment) },
  };
}

/** The durable work of one connection. */
interface ConnectionTasks {
  readonly system: string;
  readonly tasks: readonly DurableTask[];
}

/** What is discovered and what is carried on. Its arrays stay the same while connections come and go. */
export class ConnectionWork {
  readonly sources: DiscoverySource[] = [];
  readonly tasks: ConnectionTasks[] = [];

  list(systems: readonly ConnectedSystem[]): void {
    const discovered = systems.filter(({ connection }) => connection.discovery.length > 0);
    this.sources.splice(0, this.sources.length, ...discovered.map(sourceOf));
    const working = systems.map(({ key, connection }) => ({ system: key, tasks: connection.tasks ?? [] }));
    this.tasks.splice(0, this.tasks.length, ...working);
  }

  task(system: string, kind: string): DurableTask | undefined {
    return this.tasks.find((one) => one.system === system)?.tasks.find((one) => one.kind === kind);
  }
}
