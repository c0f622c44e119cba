export type DataQueryStatus =
  | 'SUBMITTED'
  | 'ACCEPTED'
  | 'IN_PROGRESS'
  | 'COMPLETED'
  | 'FAILED'
  | 'CANCELLED'
  | 'UNKNOWN';

/** A query of Zuora's Data Query and how far it is. No node: whoever may ask for those is not who may ask for this. */
export interface ZuoraDataQuery {
  readonly zuoraId: string;
  readonly query: string;
  readonly status: DataQueryStatus;
  readonly statusText: string | null;
  readonly source: string | null;
  readonly rows: number | null;
  readonly processingMs: number | null;
  readonly remainingRetries: number | null;
  /** Opens the result to whoever has it, for a while: never cached. */
  readonly fileUrl: string | null;
  readonly updatedAt: string | null;
}
