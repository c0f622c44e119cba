export type DiscoveryState = 'NEVER' | 'RUNNING' | 'STOPPED' | 'SUCCEEDED' | 'FAILED';

/** Where the discovery of a system stands. Instants are ISO 8601. */
export interface DiscoveryStatus {
  readonly system: string;
  readonly state: DiscoveryState;
  /** The stream that is read next; null before the first run and after a complete one. */
  readonly stream: string | null;
  /** Of the run, counting from its beginning also when it was stopped in between. */
  readonly pages: number;
  readonly records: number;
  /** Customers that the run found nobody knew. */
  readonly created: number;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly lastSucceededAt: string | null;
  /** Why it failed; while RUNNING, why the page under way is being tried again. */
  readonly failure: DiscoveryFailure | null;
}

export interface DiscoveryFailure {
  /** An upstream error code, or `INTERNAL`. */
  readonly code: string;
  /** Safe to show to callers. */
  readonly message: string;
}

/** What callers can do with discovery. */
export interface DiscoveryControl {
  /** Starts the run of a system; one that was stopped or failed goes on where it stood. */
  start(system: string): Promise<void>;
  /** Stops the run of a system between two pages. */
  stop(system: string): Promise<void>;
  status(): Promise<readonly DiscoveryStatus[]>;
}
