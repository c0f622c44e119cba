import type { Keyv } from 'keyv';
import { LRUCache } from 'lru-cache';

/** What a cache keeps of an entity. `value` must survive JSON unchanged, for it may live in another process. */
export interface CachedEntity {
  readonly value: unknown;
  /** Milliseconds since the epoch at which the upstream was asked. */
  readonly fetchedAt: number;
}

/** Keeps entities in this process and, where a second tier is given, in one that several processes share. */
export interface EntityCache {
  getMany(keys: readonly string[]): Promise<readonly (CachedEntity | undefined)[]>;
  set(key: string, entity: CachedEntity, ttlMs: number): Promise<void>;
  delete(key: string): Promise<void>;
  clear(): Promise<void>;
  /** How often an entity was there and was not, since the start. */
  readonly reads: { readonly hits: number; readonly misses: number };
  close(): Promise<void>;
}

export interface EntityCacheOptions {
  /** Most entities kept in this process; the least recently used leave first. At 0 nothing is kept anywhere. */
  readonly maxEntries: number;
  /** The shared tier. When it does not answer, the cache is smaller, never wrong. */
  readonly shared?: Keyv;
  readonly onError?: (error: unknown) => void;
}

export function createEntityCache({ maxEntries, shared, onError = () => {} }: EntityCacheOptions): EntityCache {
  if (maxEntries === 0) return noEntityCache();
  // Entities as they are: readers hand them out to be read, and to copy or to parse one at each read costs more than all
  // else that a cached answer takes.
  const memory = new LRUCache<string, CachedEntity>({ max: maxEntries });
  shared?.on('error', onError);
  /** Nobody waits for the shared tier to take what it is told. */
  const behind = (told: Promise<unknown> | undefined) => {
    told?.catch(onError);
  };
  const reads = { hits: 0, misses: 0 };
  return {
    reads,
    getMany: async (keys) => {
      const found = keys.map((key) => memory.get(key));
      if (shared && found.includes(undefined)) await fillFrom(shared, memory, keys, found).catch(onError);
      for (const entity of found) reads[entity === undefined ? 'misses' : 'hits'] += 1;
      return found;
    },
    set: async (key, entity, ttlMs) => {
      memory.set(key, entity, { ttl: ttlMs });
      behind(shared?.set(key, entity, ttlMs));
    },
    delete: async (key) => {
      memory.delete(key);
      behind(shared?.delete(key));
    },
    clear: async () => {
      memory.clear();
      await shared?.clear();
    },
    close: async () => {
      await shared?.disconnect();
    },
  };
}

/** Puts what the shared tier has of the missing ones into their places, and into this process for as long as it counts there. */
async function fillFrom(
  shared: Keyv,
  memory: LRUCache<string, CachedEntity>,
  keys: readonly string[],
  found: (CachedEntity | undefined)[],
): Promise<void> {
  const missing = [...keys.keys()].filter((position) => found[position] === undefined);
  const wanted = missing.map((position) => keys[position] ?? '');
  const kept = await shared.getManyRaw<CachedEntity>(wanted);
  for (const [at, position] of missing.entries()) {
    const { value, expires } = kept[at] ?? {};
    if (value === undefined) continue;
    found[position] = value;
    const left = (expires ?? 0) - Date.now();
    if (left > 0) memory.set(wanted[at] ?? '', value, { ttl: left });
  }
}

/** Concurrent readers of one key still make one call: that is not the cache's doing. */
function noEntityCache(): EntityCache {
  const reads = { hits: 0, misses: 0 };
  return {
    reads,
    getMany: async (keys) => {
      reads.misses += keys.length;
      return keys.map(() => undefined);
    },
    set: async () => {},
    delete: async () => {},
    clear: async () => {},
    close: async () => {},
  };
}
