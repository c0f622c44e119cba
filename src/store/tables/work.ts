import type { ColumnType } from 'kysely';
import type { Instant, NullableInstant } from './columns.js';

/** A process that runs durable work; without a recent beat its work is given to another. */
export interface WorkerHeartbeatTable {
  executor_id: string;
  beat_at: Instant;
}

/** What somebody asked to have done exactly once under a key of theirs. */
export interface WriteIntentTable {
  scope: string;
  key: string;
  fingerprint: string;
  /** JSON; null until it is done. */
  result: ColumnType<unknown, string | null, string | null>;
  done: boolean;
  owner: string;
  lease_until: Instant;
  started_at: Instant;
  finished_at: NullableInstant;
}

/** What a system told once and cannot be asked for again. */
export interface KeptDocumentTable {
  scope: string;
  kind: string;
  key: string;
  /** JSON. */
  document: ColumnType<unknown, string, string>;
  kept_at: Instant;
}
