import type { ColumnType, Generated } from 'kysely';
import type { Instant, NullableInstant } from './columns.js';

/** Work that brings systems into step. */
export interface SyncRunTable {
  id: string;
  kind: string;
  status: string;
  /** JSON, as are the steps. */
  subject: ColumnType<unknown, string, string>;
  customer_id: string | null;
  requested_by: string;
  steps: ColumnType<unknown, string, string>;
  failure: string | null;
  attempt: number;
  created_at: Instant;
  finished_at: NullableInstant;
  writer_key: string | null;
  /** Its place among the runs of its key. */
  turn: Generated<string>;
  /** Whether it is the one of its key that changes things; at most one is. */
  has_turn: Generated<boolean>;
  /** Of which attempt the turn is, or was the last time. */
  turn_attempt: number | null;
  reason: string | null;
  flow_id: string | null;
  parent_id: string | null;
  /** Since when its present attempt waits for somebody to carry it on. */
  queued_at: Generated<Date>;
}

/** In what the records of one customer differ. */
export interface DriftTable {
  customer_id: string;
  kind: string;
  key: string;
  field: string;
  left_connection: string;
  left_value: ColumnType<unknown, string, string>;
  right_connection: string;
  right_value: ColumnType<unknown, string, string>;
  problem: string | null;
  detected_at: Instant;
}
