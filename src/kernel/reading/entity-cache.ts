import { Cacheable, KeyvCacheableMemory } from 'cacheable';
import { Keyv } from 'keyv';

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

export function createEntityCache({ maxEntries, shared, onError }: EntityCacheOptions): EntityCache {
  if (maxEntries === 0) return noEntityCache();
  // Readers hand entities out as they are and nobody writes to them, so a clone per read would only cost time.
  const memory = new KeyvCacheableMemory({ lruSize: maxEntries, useClone: false });
  const tiers = new Cacheable({
    primary: new Keyv({ store: memory }),
    nonBlocking: true,
    ...(shared && { secondary: shared }),
  });
  tiers.on('error', (error: unknown) => onError?.(error));
  const reads = { hits: 0, misses: 0 };
  return {
    reads,
    getMany: async (keys) => {
      const found = await tiers.getMany<CachedEntity>([...keys]);
      for (const entity of found) reads[entity === undefined ? 'misses' : 'hits'] += 1;
      return found;
    },
    set: async (key, entity, ttlMs) => {
      await tiers.set(key, entity, ttlMs);
    },
    delete: async (key) => {
      await tiers.delete(key);
    },
    clear: async () => {
      await tiers.clear();
    },
    close: async () => {
      await tiers.disconnect();
    },
  };
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
