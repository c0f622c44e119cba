import type { LookupFunction } from 'node:net';
import { type ConnectionKey, systemOf } from '../domain/connections/key.js';
import type { CheckFinding, CreditCharge } from '../domain/connections/model.js';
import type {
  BuiltInConnection,
  ConnectionBook,
  KeptConnection,
  OpenConnections,
} from '../domain/connections/ports.js';
import type { Clock } from '../kernel/clock.js';
import type { Logger } from '../kernel/logger.js';
import type { KnownSecrets } from '../kernel/secrets/known-secrets.js';
import type { Sealer } from '../kernel/secrets/sealer.js';
import type { ConnectedSystem } from './connected.js';
import type { Upstream } from './contract.js';

export interface ConnectedSystemsOptions {
  /** Those that are switched on. */
  readonly upstreams: readonly Upstream[];
  readonly book: ConnectionBook;
  readonly sealer: Sealer;
  /** Told of the secrets of connections that are open here. */
  readonly secrets: KnownSecrets;
  readonly open: (opening: Opening) => ConnectedSystem;
  readonly kinds: OpenableKinds;
  /** Told when a connection has come or gone. */
  readonly onChange: () => void;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What has to be known of systems to open connections to them. */
interface OpenableKinds {
  /** @throws if no connection can be made of the values. */
  settings(
    upstream: Upstream,
    endpoint: string,
    values: Readonly<Record<string, string>>,
    charge: CreditCharge,
  ): unknown;
  lookup(upstream: Upstream, endpoint: string): LookupFunction | undefined;
  /** Why nothing may be sent to the endpoint; null if it may. Whoever runs the gateway may have changed their mind. */
  endpointProblem(upstream: Upstream, endpoint: string): string | null;
}

export interface Opening {
  readonly key: ConnectionKey;
  readonly name: string;
  readonly upstream: Upstream;
  readonly settings: unknown;
  readonly lookup: LookupFunction | undefined;
}

// How soon a connection that another process has made is known here.
const FRESH_MS = 10_000;

/** The connections of this process: those of the environment for as long as it lives, the others as the book has them. */
export class ConnectedSystems implements OpenConnections {
  readonly #options: ConnectedSystemsOptions;
  readonly #all: ConnectedSystem[] = [];
  readonly #builtIn: BuiltInConnection[] = [];
  /** By key: the version that is open, or that could not be opened and why. */
  readonly #versions = new Map<ConnectionKey, { version: number; failure: string | null }>();
  #refreshing: Promise<void> | null = null;

  constructor(options: ConnectedSystemsOptions) {
    this.#options = options;
  }

  /** The same array for ever: what is in it changes. Those of the environment come first. */
  get all(): readonly ConnectedSystem[] {
    return this.#all;
  }

  find(key: ConnectionKey): ConnectedSystem | undefined {
    return this.#all.find((one) => one.key === key);
  }

  addBuiltIn(system: ConnectedSystem, described: BuiltInConnection): void {
    this.#all.push(system);
    this.#builtIn.push(described);
  }

  builtIn(): readonly BuiltInConnection[] {
    return this.#builtIn;
  }

  /** Whoever asks while it is being done waits for a later look: what they wrote may have been missed by the first. */
  async refresh(): Promise<void> {
    const before = this.#refreshing ?? Promise.resolve();
    const mine = before.catch(() => {}).then(() => this.#refresh());
    this.#refreshing = mine;
    await mine;
  }

  /** Refreshes now and then: another process may have changed something. */
  keepFresh(everyMs = FRESH_MS): { stop(): void } {
    const { clock, log } = this.#options;
    const ended = new AbortController();
    const keep = async () => {
      while (!ended.signal.aborted) {
        await clock.wait(everyMs, ended.signal).catch(() => {});
        if (ended.signal.aborted) return;
        await this.refresh().catch((error) => log.warn({ err: error }, 'connections could not be looked up'));
      }
    };
    void keep();
    return { stop: () => ended.abort() };
  }

  async examine(key: ConnectionKey, signal: AbortSignal): Promise<readonly CheckFinding[] | null> {
    const system = this.find(key);
    if (system) return (await system.connection.diagnose?.({ signal })) ?? [];
    const failure = this.#versions.get(key)?.failure ?? null;
    if (failure === null) return null;
    return [
      { subject: 'Connection', state: 'PROBLEM', found: failure, advice: 'Give its settings and secrets again.' },
    ];
  }

  async close(): Promise<void> {
    for (const { connection } of this.#all.splice(0).reverse()) await connection.close();
  }

  async #refresh(): Promise<void> {
    const kept = await this.#options.book.list();
    let changed = false;
    for (const key of [...this.#versions.keys()]) {
      if (kept.some((one) => one.key === key)) continue;
      this.#versions.delete(key);
      changed = (await this.#end(key)) || changed;
      this.#options.secrets.forget(key);
    }
    for (const one of kept) {
      if (this.#versions.get(one.key)?.version === one.version) continue;
      await this.#end(one.key);
      this.#versions.set(one.key, { version: one.version, failure: await this.#begin(one) });
      changed = true;
    }
    if (changed) this.#options.onChange();
  }

  /** Starts what work of the connections was noted and not started; how much that was. */
  async resume(): Promise<number> {
    let started = 0;
    for (const { connection } of [...this.#all]) started += (await connection.resume?.()) ?? 0;
    return started;
  }

  /** What is wrong with it; null if it is open. */
  async #begin({ key, name, endpoint, settings: shown, sealed, ...charge }: KeptConnection): Promise<string | null> {
    const { upstreams, sealer, kinds, open, log } = this.#options;
    const upstream = upstreams.find(({ id }) => id === systemOf(key));
    if (!upstream) return `${systemOf(key)} is switched off in this gateway.`;
    const closed = kinds.endpointProblem(upstream, endpoint);
    if (closed !== null) {
      log.error({ connection: key }, 'a connection leads where none may lead');
      return closed;
    }
    try {
      const secrets = JSON.parse(sealer.open(sealed, key)) as Record<string, string>;
      this.#options.secrets.learn(key, Object.values(secrets));
      const usable = kinds.settings(upstream, endpoint, { ...shown, ...secrets }, charge);
      const system = open({ key, name, upstream, settings: usable, lookup: kinds.lookup(upstream, endpoint) });
      this.#all.push(system);
      await system.connection.resume?.();
      return null;
    } catch (error) {
      log.error({ connection: key, err: error }, 'a connection cannot be opened');
      return error instanceof Error ? error.message : String(error);
    }
  }

  async #end(key: ConnectionKey): Promise<boolean> {
    const at = this.#all.findIndex((one) => one.key === key);
    const [gone] = at === -1 ? [] : this.#all.splice(at, 1);
    // Requests under way may be reading: what they wait for ends with an error that says so.
    await gone?.connection.close();
    return gone !== undefined;
  }
}
