/** How far the reading of a system's lists has come. */
export interface DiscoveryStatus {
  readonly system: string;
  readonly state: DiscoveryState;
  readonly stream: string | null;
  readonly pages: number;
  readonly records: number;
  readonly created: number;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly lastSucceededAt: string | null;
  readonly failure: string | null;
}

export type DiscoveryState = 'NEVER' | 'RUNNING' | 'STOPPED' | 'SUCCEEDED' | 'FAILED';

/** What callers can do with discovery. */
export interface DiscoveryControl {
  /** Starts a run, or resumes the one that was stopped. */
  start(system: string): Promise<void>;
  /** Ends the run between two pages. */
  stop(system: string): Promise<void>;
  status(): Promise<readonly DiscoveryStatus[]>;
}
