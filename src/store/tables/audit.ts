import type { ColumnType } from 'kysely';
import type { Instant } from './columns.js';

/** Who did what, when and why; rows are only ever added. */
export interface AuditEntryTable {
  id: string;
  at: Instant;
  who: string;
  action: string;
  reason: string | null;
  /** JSON. */
  detail: ColumnType<unknown, string, string>;
  run_id: string | null;
  request_id: string | null;
}

/** What came of an entry. */
export interface AuditOutcomeTable {
  entry_id: string;
  at: Instant;
  state: string;
  /** JSON. */
  detail: ColumnType<unknown, string, string>;
  run_id: string | null;
}
