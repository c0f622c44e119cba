import type { Lane } from '../../../kernel/http/lanes.js';
import { EntityReader } from '../../../kernel/reading/entity-reader.js';
import type { UpstreamKit } from '../../contract.js';
import type { TogaiSettings } from '../config.js';
import { SYSTEM } from '../names.js';

export interface FindOptions {
  readonly signal: AbortSignal;
  readonly lane: Lane;
}

export interface Freshness {
  /** How long an entry counts as current. */
  readonly freshMs: number;
  /** How much longer it may be shown while a new one is on its way. */
  readonly staleMs: number;
}

/**
 * What seldom changes. At 10 requests a second nothing can be read anew for every query: discovery renews entries from
 * list pages before they are stale, and a write or webhook drops them.
 */
export const SELDOM: Freshness = { freshMs: 20 * 60_000, staleMs: 24 * 3_600_000 };

/** Money: what is older than this is never shown. */
export const MONEY: Freshness = { freshMs: 30_000, staleMs: 0 };

/** What people watch while it happens. */
export const LIVE: Freshness = { freshMs: 10_000, staleMs: 0 };

/** Makes readers for which one key is one call, for Togai has no bulk reads. */
export type ReaderFactory = <V>(
  kind: string,
  freshness: Freshness,
  find: (key: string, options: FindOptions) => Promise<V | null>,
) => EntityReader<V>;

export function readerFactory(settings: TogaiSettings, kit: UpstreamKit): ReaderFactory {
  return (kind, freshness, find) =>
    new EntityReader({
      name: `${SYSTEM}:${settings.url}:${kind}`,
      cache: kit.cache,
      clock: kit.clock,
      ...freshness,
      maxBatch: 1,
      fetch: async ([key = ''], options) => {
        const value = await find(key, options);
        return new Map(value === null ? [] : [[key, value]]);
      },
      onRefreshError: (error) => kit.log.warn({ err: error, kind }, 'a stale entry could not be refreshed'),
    });
}

/** Togai's own bound; whatever is longer is no id. */
export function isKey(id: string): boolean {
  return id.length > 0 && id.length <= 50;
}
