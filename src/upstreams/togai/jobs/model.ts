export interface TogaiJob {
  readonly togaiId: string;
  /** As Togai writes it, like the status. */
  readonly type: string | null;
  readonly status: string;
  readonly settledAt: string | null;
  readonly updatedAt: string | null;
  /** Null in lists, which do not have them. */
  readonly counts: TogaiJobCounts | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
}

export interface TogaiJobCounts {
  readonly total: number | null;
  readonly pending: number | null;
  readonly failed: number | null;
  readonly completed: number | null;
}

export interface TogaiJobEntry {
  /** The id of what it is about, which is the entry's own, too. */
  readonly togaiId: string;
  readonly status: string;
  readonly createdAt: string | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
}
