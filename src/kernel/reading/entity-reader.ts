import type { Clock } from '../clock.js';
import type { Lane } from '../http/lanes.js';
import { Batcher } from './batcher.js';
import type { EntityCache } from './entity-cache.js';

/** An entity with its age. */
export interface Reading<V> {
  readonly value: V;
  /** Milliseconds since the epoch at which the upstream was asked. */
  readonly fetchedAt: number;
  /** Older than it should be: it was served because a fresh one was not there yet. */
  readonly stale: boolean;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  readonly lane?: Lane;
}

export interface EntityReaderOptions<V> {
  /** Cache namespace: system, connection and kind of entity, so that no two tenants ever share an entry. */
  readonly name: string;
  readonly cache: EntityCache;
  readonly clock: Clock;
  /** How long an entity counts as current. */
  readonly freshMs: number;
  /** How much longer it may be served while a new one is fetched behind, or the upstream is down. */
  readonly staleMs: number;
  /** Most keys that one upstream call takes. */
  readonly maxBatch: number;
  /** Asks the upstream; a key without an entity is left out of the answer. */
  readonly fetch: (
    keys: readonly string[],
    options: { signal: AbortSignal; lane: Lane },
  ) => Promise<ReadonlyMap<string, V>>;
  readonly onRefreshError?: (error: unknown) => void;
}

/**
 * Reads entities of one kind by key for the whole process: from the cache, from a read that is under way, or together
 * with the keys that others ask for at the same moment. Answers by key; a missing entity is null and is asked for
 * again next time; an error is never kept.
 */
export class EntityReader<V> {
  readonly #options: EntityReaderOptions<V>;
  readonly #batchers: Record<Lane, Batcher<Reading<V> | null>>;

  constructor(options: EntityReaderOptions<V>) {
    this.#options = options;
    this.#batchers = { interactive: this.#batcher('interactive'), background: this.#batcher('background') };
  }

  async read(key: string, options: ReadOptions): Promise<Reading<V> | null> {
    const [reading = null] = await this.readMany([key], options);
    if (reading instanceof Error) throw reading;
    return reading;
  }

  /** By position: the entity, null if the upstream has none, or the error that kept it from being read. */
  async readMany(keys: readonly string[], options: ReadOptions): Promise<(Reading<V> | null | Error)[]> {
    const { cache, clock, freshMs } = this.#options;
    const cached = await cache.getMany(keys.map((key) => this.#cacheKey(key)));
    const now = clock.now();
    return Promise.all(
      keys.map((key, position) => {
        const hit = cached[position];
        if (hit === undefined) return this.#fetch(key, options).catch(asError);
        const stale = now - hit.fetchedAt > freshMs;
        if (stale) this.#refresh(key);
        return { value: hit.value as V, fetchedAt: hit.fetchedAt, stale };
      }),
    );
  }

  /** Keeps an entity that came by another way, such as a list page that was asked for at `fetchedAt`. */
  async put(key: string, value: V, fetchedAt: number): Promise<void> {
    const { cache, freshMs, staleMs } = this.#options;
    await cache.set(this.#cacheKey(key), { value, fetchedAt }, freshMs + staleMs);
  }

  /** Forgets an entity that has changed; a read that is under way still answers its callers but is not kept. */
  async drop(key: string): Promise<void> {
    this.#batchers.interactive.forget(key);
    this.#batchers.background.forget(key);
    await this.#options.cache.delete(this.#cacheKey(key));
  }

  #fetch(key: string, { signal, lane = 'interactive' }: ReadOptions): Promise<Reading<V> | null> {
    return this.#batchers[lane].load(key, signal);
  }

  #refresh(key: string): void {
    this.#fetch(key, { signal: NEVER, lane: 'background' }).catch((error) => this.#options.onRefreshError?.(error));
  }

  #batcher(lane: Lane): Batcher<Reading<V> | null> {
    const { maxBatch, fetch, clock } = this.#options;
    return new Batcher({
      maxBatch,
      run: async (keys, signal, isCurrent) => {
        const fetchedAt = clock.now();
        const found = await fetch(keys, { signal, lane });
        const readings = new Map<string, Reading<V> | null>();
        for (const key of keys) {
          const value = found.get(key);
          readings.set(key, value === undefined ? null : { value, fetchedAt, stale: false });
          if (value !== undefined && isCurrent(key)) await this.put(key, value, fetchedAt);
        }
        return readings;
      },
    });
  }

  #cacheKey(key: string): string {
    return `${this.#options.name}:${key}`;
  }
}

const NEVER = new AbortController().signal;

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('read failed', { cause: error });
}
