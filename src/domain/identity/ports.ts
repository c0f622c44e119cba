import type { SystemRecord } from './model.js';

/** A billing system whose customers can be listed. */
export interface DiscoverySource {
  /** The system's name in the registry, for example `ZUORA_BILLING`. */
  readonly system: string;
  /** Read one after another; a stream of whole records comes before the streams of their parts. */
  readonly streams: readonly DiscoveryStream[];
}

/** One list of a system, read page by page. */
export interface DiscoveryStream {
  /** Unique within the source and stable over releases: progress is stored under it. */
  readonly name: string;
  /**
   * Reads the page that `cursor` names, the first one for null. `next` is null only on the last page.
   * @throws UpstreamError; InvalidInput or `UPSTREAM_REJECTED` where the system does not take the cursor any more.
   */
  page(cursor: string | null, options: { signal: AbortSignal }): Promise<DiscoveryPage>;
}

export interface DiscoveryPage {
  readonly records: readonly SystemRecord[];
  readonly next: string | null;
}
