import type { ColumnType } from 'kysely';
import type { Instant, NullableInstant } from './columns.js';

/** A file on its way into a system. */
export interface UploadTable {
  id: string;
  scope: string;
  /** The caller's idempotency key. */
  key: string | null;
  file_name: string;
  template: string;
  state: string;
  /** JSON. */
  options: ColumnType<unknown, string, string>;
  rows: number;
  digest: string | null;
  /** JSON. */
  problems: ColumnType<unknown, string, string>;
  problem_count: number;
  failure: string | null;
  job_id: string | null;
  put_token: string | null;
  put_part: number | null;
  read_token: string;
  lease_until: NullableInstant;
  runs: number;
  created_at: Instant;
  finished_at: NullableInstant;
}

export interface UploadPartTable {
  upload_id: string;
  number: number;
  state: string;
  rows: number;
  file_name: string;
  attempt: number;
  request_id: ColumnType<string | null, number | null, number | null>;
  baseline: ColumnType<string | null, number | null, number | null>;
  message: string | null;
  sent_at: NullableInstant;
}

/** What a part holds, in pieces. */
export interface UploadChunkTable {
  upload_id: string;
  part: number;
  sequence: number;
  bytes: Uint8Array;
}

/** Numbers that the rows of a piece carry, and in as many rows each. */
export interface UploadNumberTable {
  upload_id: string;
  part: number;
  sequence: number;
  kind: string;
  numbers: string[];
  row_counts: number[];
}

/** A row that the system did not take. */
export interface UploadRowErrorTable {
  upload_id: string;
  place: number;
  error_id: string;
  part: number;
  line: number | null;
  message: string;
  /** JSON. */
  keys: ColumnType<unknown, string, string>;
  /** JSON. */
  cells: ColumnType<unknown, string | null, string | null>;
}
