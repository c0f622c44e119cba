/** What somebody did, or began to do. Entries are only ever added. */
export interface AuditEntry {
  readonly id: string;
  /** Milliseconds since the epoch, as all instants here. */
  readonly at: number;
  /** Id of the caller; `flow:` and the id of a flow; `cli:` and the name of who sat at the machine. */
  readonly who: string;
  /** A mutation, `run SUBSCRIPTION` for work that goes on by itself, or a command. */
  readonly action: string;
  /** Why, in the words of who asked. */
  readonly reason: string | null;
  /** What was asked for: ids, keys, days and amounts; neither secrets nor data of persons. */
  readonly detail: unknown;
  /** The run that it began, or that it is about. */
  readonly runId: string | null;
  /** Of the request, as in the log. */
  readonly requestId: string | null;
  /** Null while it goes on, and for good if the process ended in the middle of it. */
  readonly outcome: AuditOutcome | null;
}

/** REFUSED: nothing was done, for a reason that was told. FAILED: it may have been done in part. */
export const AUDIT_STATES = ['DONE', 'REFUSED', 'FAILED'] as const;
export type AuditState = (typeof AUDIT_STATES)[number];

export interface AuditOutcome {
  readonly at: number;
  readonly state: AuditState;
  /** What came of it: ids, codes of errors, the steps of a run. */
  readonly detail: unknown;
  readonly runId?: string | null;
}
