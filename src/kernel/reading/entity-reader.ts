import type { Clock } from '../clock.js';
import { DeadlineExceeded } from '../errors.js';
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
  /** What is read behind at the moment, by key. */
  readonly #behind = new Map<string, AbortController>();
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
    const { cache, clock, freshMs, staleMs } = this.#options;
    const cached = await cache.getMany(keys.map((key) => this.#cacheKey(key)));
    const now = clock.now();
    const readings: (Reading<V> | null | Error)[] = [];
    const missing: number[] = [];
    keys.forEach((key, position) => {
      const hit = cached[position];
      const age = hit === undefined ? Number.POSITIVE_INFINITY : now - hit.fetchedAt;
      if (hit === undefined || age > freshMs + staleMs) {
        missing.push(position);
        return;
      }
      const stale = age > freshMs;
      if (stale) this.#refresh(key);
      readings[position] = { value: hit.value as V, fetchedAt: hit.fetchedAt, stale };
    });
    if (missing.length === 0) return readings;
    const found = await this.#missing(
      missing.map((position) => keys[position] ?? ''),
      options,
    );
    for (const [at, position] of missing.entries()) readings[position] = found[at] ?? null;
    return readings;
  }

  /** Keeps an entity that came by another way, such as a list page that was asked for at `fetchedAt`. */
  async put(key: string, value: V, fetchedAt: number): Promise<void> {
    await this.#keep(key, value, fetchedAt);
  }

  /** Forgets an entity that has changed; a read that is under way still answers its callers but is not kept. */
  async drop(key: string): Promise<void> {
    this.#batchers.interactive.forget(key);
    this.#batchers.background.forget(key);
    this.#behind.get(key)?.abort(NOT_NEEDED);
    this.#behind.delete(key);
    await this.#options.cache.delete(this.#cacheKey(key));
  }

  async #missing(keys: readonly string[], options: ReadOptions): Promise<(Reading<V> | null | Error)[]> {
    const { signal, lane = 'interactive' } = options;
    // Somebody waits for them now: what is read of them behind would be read twice.
    if (lane === 'interactive') for (const key of keys) this.#behind.get(key)?.abort(NOT_NEEDED);
    const answers = await this.#batchers[lane].loadMany(keys, signal);
    answers.forEach((answer, at) => {
      if (answer instanceof DeadlineExceeded) this.#refresh(keys[at] ?? '');
    });
    return answers;
  }

  /** Reads an entity behind: one that is stale, or one whose caller's time was over, so that it is there on the next try. */
  #refresh(key: string): void {
    if (this.#behind.has(key) || this.#behind.size >= MOST_BEHIND) return;
    const controller = new AbortController();
    this.#behind.set(key, controller);
    this.#batchers.background
      .load(key, controller.signal)
      .catch((error) => {
        if (error !== NOT_NEEDED) this.#options.onRefreshError?.(error);
      })
      .finally(() => {
        if (this.#behind.get(key) === controller) this.#behind.delete(key);
      });
  }

  #batcher(lane: Lane): Batcher<Reading<V> | null> {
    const { name, maxBatch, fetch, clock } = this.#options;
    return new Batcher({
      name: withoutTenant(name),
      maxBatch,
      run: async (keys, signal, isCurrent) => {
        const fetchedAt = clock.now();
        const found = await fetch(keys, { signal, lane });
        const readings = new Map<string, Reading<V> | null>();
        for (const key of keys) {
          const value = found.get(key);
          readings.set(key, value === undefined ? null : { value, fetchedAt, stale: false });
          if (value !== undefined && isCurrent(key)) void this.#keep(key, value, fetchedAt);
        }
        return readings;
      },
    });
  }

  #keep(key: string, value: V, fetchedAt: number): Promise<void> {
    const { cache, freshMs, staleMs } = this.#options;
    return cache.set(this.#cacheKey(key), { value, fetchedAt }, freshMs + staleMs);
  }

  #cacheKey(key: string): string {
    return `${this.#options.name}:${key}`;
  }
}

/** The system and the kind of entity: the first and the last part of a name. */
function withoutTenant(name: string): string {
  const parts = name.split(':');
  return parts.length < 2 ? name : `${parts[0]} ${parts.at(-1)}`;
}

// More than callers could wait for; whoever asks for one that is not among them reads it.
const MOST_BEHIND = 1_000;
const NOT_NEEDED = new Error('somebody reads it ahead of the background');
