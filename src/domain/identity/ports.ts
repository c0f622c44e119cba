import type { SystemRecord } from './model.js';

/** What one billing system offers to discovery. */
export interface DiscoverySource {
  readonly system: string;
  /** In the order they have to be read. */
  readonly streams: readonly DiscoveryStream[];
}

/** One list of a billing system, page by page. */
export interface DiscoveryStream {
  readonly name: string;
  /** `cursor` is null for the first page; a page without `next` is the last. Reading may fill caches on the way. */
  page(cursor: string | null, options: { signal: AbortSignal }): Promise<DiscoveryPage>;
}

export interface DiscoveryPage {
  readonly records: readonly SystemRecord[];
  readonly next: string | null;
}
