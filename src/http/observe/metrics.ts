import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { FinishedOperation } from '../../graphql/observe/finished-operation.js';

/** A call to a billing system, when it is over. */
export interface ObservedCall {
  readonly operation: string;
  readonly lane: string;
  readonly durationMs: number;
  readonly error: { readonly code: string } | null;
}

/** How a billing system does, asked for when the metrics are read. */
export interface ObservedSystem {
  readonly system: string;
  readonly breaker: string;
  readonly waiting: number;
  readonly quota: readonly { readonly name: string; readonly limit: number; readonly remaining: number | null }[];
}

export interface ObservedState {
  systems(): readonly ObservedSystem[];
  /** States of the durable work of each system. */
  runs(): Promise<readonly { readonly system: string; readonly state: string }[]>;
  /** How many subscriptions are open. */
  subscriptions(): number;
  cache(): { readonly hits: number; readonly misses: number };
  storeAway(): boolean;
  /** Statements that wait for a connection of the database. */
  storeWaiting(): number;
  /** Requests that are under way, and how many were refused since the start, by why. */
  load(): { readonly underWay: number; readonly refused: Readonly<Record<string, number>> };
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
// Clients choose names: whoever makes them up must not fill the memory.
const MOST_NAMES = 200;

let ofProcess: Registry | undefined;

/** Once in a process, which is what they are about: the library gives up no timer and no observer that it takes for them. */
function processMetrics(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

/** What operators watch, in the format of Prometheus. */
export class GatewayMetrics {
  readonly #process = processMetrics();
  readonly #registry = new Registry();
  readonly #names = new Set<string>();
  readonly #operations: Counter;
  readonly #shared: Counter;
  readonly #durations: Histogram;
  readonly #calls: Counter;
  readonly #callDurations: Histogram;

  constructor() {
    const registers = [this.#registry];
    this.#operations = new Counter({
      name: 'billgraph_operations_total',
      help: 'GraphQL operations by name, kind and outcome.',
      labelNames: ['operation', 'kind', 'outcome'],
      registers,
    });
    this.#shared = new Counter({
      name: 'billgraph_operations_shared_total',
      help: 'Queries that the execution of the same one answered, which the same caller had sent just before.',
      registers,
    });
    this.#durations = new Histogram({
      name: 'billgraph_operation_duration_seconds',
      help: 'How long GraphQL operations took.',
      labelNames: ['kind'],
      buckets: SECONDS,
      registers,
    });
    this.#calls = new Counter({
      name: 'billgraph_upstream_calls_total',
      help: 'Calls to billing systems by operation and outcome: ok, or the code of the error.',
      labelNames: ['system', 'operation', 'lane', 'outcome'],
      registers,
    });
    this.#callDurations = new Histogram({
      name: 'billgraph_upstream_call_duration_seconds',
      help: 'How long calls to billing systems took.',
      labelNames: ['system'],
      buckets: SECONDS,
      registers,
    });
  }

  /** Adds what is looked up when somebody reads the metrics. */
  watch(state: ObservedState): void {
    const registers = [this.#registry];
    new Gauge({
      name: 'billgraph_upstream_waiting',
      help: 'Calls that wait for their turn under the limits of a billing system.',
      labelNames: ['system'],
      registers,
      collect() {
        for (const { system, waiting } of state.systems()) this.set({ system }, waiting);
      },
    });
    new Gauge({
      name: 'billgraph_upstream_breaker_open',
      help: '1 while a billing system is taken for down and not asked.',
      labelNames: ['system'],
      registers,
      collect() {
        for (const { system, breaker } of state.systems()) this.set({ system }, breaker === 'OPEN' ? 1 : 0);
      },
    });
    new Gauge({
      name: 'billgraph_upstream_quota_remaining',
      help: 'What is left of the limits of a billing system, where it says so.',
      labelNames: ['system', 'limit'],
      registers,
      collect() {
        for (const { system, quota } of state.systems()) {
          for (const { name, remaining } of quota) if (remaining !== null) this.set({ system, limit: name }, remaining);
        }
      },
    });
    new Gauge({
      name: 'billgraph_discovery_state',
      help: '1 for the state that the reading of the lists of a billing system is in.',
      labelNames: ['system', 'state'],
      registers,
      async collect() {
        this.reset();
        for (const { system, state: name } of await state.runs()) this.set({ system, state: name }, 1);
      },
    });
    new Gauge({
      name: 'billgraph_store_away',
      help: '1 while the database cannot be used.',
      registers,
      collect() {
        this.set(state.storeAway() ? 1 : 0);
      },
    });
    new Gauge({
      name: 'billgraph_store_waiting',
      help: 'Statements that wait for a connection of the database.',
      registers,
      collect() {
        this.set(state.storeWaiting());
      },
    });
    new Gauge({
      name: 'billgraph_requests_under_way',
      help: 'GraphQL requests that are under way in this process.',
      registers,
      collect() {
        this.set(state.load().underWay);
      },
    });
    new Counter({
      name: 'billgraph_requests_refused_total',
      help: 'GraphQL requests that were refused because the process has as much to do as it can, by the limit that was met.',
      labelNames: ['limit'],
      registers,
      collect() {
        this.reset();
        for (const [limit, count] of Object.entries(state.load().refused)) this.inc({ limit }, count);
      },
    });
    new Gauge({
      name: 'billgraph_subscriptions_open',
      help: 'GraphQL subscriptions that are open in this process.',
      registers,
      collect() {
        this.set(state.subscriptions());
      },
    });
    new Gauge({
      name: 'billgraph_cache_reads',
      help: 'Entities that were looked for in the cache since the start, by whether they were there.',
      labelNames: ['outcome'],
      registers,
      collect() {
        const { hits, misses } = state.cache();
        this.set({ outcome: 'hit' }, hits);
        this.set({ outcome: 'miss' }, misses);
      },
    });
  }

  noteOperation({ name, kind, outcome, durationMs, shared }: FinishedOperation): void {
    const known = { operation: this.#known(name ?? 'unnamed'), kind: kind ?? 'none' };
    this.#operations.inc({ ...known, outcome });
    if (shared) this.#shared.inc();
    this.#durations.observe({ kind: known.kind }, durationMs / 1000);
  }

  noteCall(system: string, { operation, lane, durationMs, error }: ObservedCall): void {
    this.#calls.inc({ system, operation, lane, outcome: error?.code ?? 'ok' });
    this.#callDurations.observe({ system }, durationMs / 1000);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  async text(): Promise<string> {
    return `${await this.#process.metrics()}\n${await this.#registry.metrics()}`;
  }

  #known(name: string): string {
    if (this.#names.size < MOST_NAMES) this.#names.add(name);
    return this.#names.has(name) ? name : 'other';
  }
}
