import type { ColumnType } from 'kysely';
import type { Instant, NullableInstant } from './columns.js';

/** What follows of itself when something happens. */
export interface FlowTable {
  id: string;
  name: string;
  description: string | null;
  trigger_connection: string;
  trigger_event: string;
  /** JSON. */
  actions: ColumnType<unknown, string, string>;
  enabled: boolean;
  template: string | null;
  version: number;
  since: NullableInstant;
  created_by: string;
  created_at: Instant;
  updated_at: Instant;
  /** The row stays, for its runs name it. */
  deleted_at: NullableInstant;
}

/** How far what happened in a system has been read. */
export interface EventBookmarkTable {
  connection: string;
  stream: string;
  bookmark: string;
  read_at: Instant;
}
