import DataLoader from 'dataloader';
import type { EntityReader, Reading } from './entity-reader.js';

/** Reads of one kind of entity for one request: each key once, all keys of a tick together. */
export interface RequestLoader<V> {
  /** The entity, null if there is none; rejects with the error of this key alone. */
  load(key: string): Promise<V | null>;
  loadMany(keys: readonly string[]): Promise<(V | null)[]>;
  /** The entity with its age. */
  reading(key: string): Promise<Reading<V> | null>;
  /** Starts a read that will be wanted soon. Its failure is told to whoever asks for it. */
  prefetch(key: string): void;
  /** Forgets an entity that has changed: the next read asks for it again, here and in other requests. */
  drop(key: string): Promise<void>;
}

export function requestLoader<V>(reader: EntityReader<V>, signal: AbortSignal): RequestLoader<V> {
  const loader = new DataLoader<string, Reading<V> | null>((keys) => reader.readMany(keys, { signal }));
  const load = (key: string) => loader.load(key).then((reading) => reading?.value ?? null);
  return {
    load,
    loadMany: (keys) => Promise.all(keys.map(load)),
    reading: (key) => loader.load(key),
    prefetch: (key) => {
      loader.load(key).catch(() => {});
    },
    drop: async (key) => {
      loader.clear(key);
      await reader.drop(key);
    },
  };
}
