import type { ColumnType } from 'kysely';

/** A `timestamptz` that is written as an ISO 8601 text or a Date and read as a Date. */
type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null, Date | string | null>;

interface CustomerTable {
  id: string;
  name: string;
  email: string | null;
  /** `name` as it is sorted: see `sortNameOf`. */
  sort_name: string;
  /** Everything that a search looks at: see `searchTextOf`. */
  search_text: string;
  /** The systems that have a record of the customer, sorted. */
  systems: string[];
  created_at: Instant;
  updated_at: Instant;
}

interface CustomerRecordTable {
  system: string;
  record_id: string;
  customer_id: string;
  part_of: string | null;
  name: string;
  email: string | null;
  created_at: NullableInstant;
  updated_at: NullableInstant;
}

interface CustomerExternalIdTable {
  system: string;
  kind: string;
  value: string;
  record_id: string;
}

interface CustomerReferenceTable {
  system: string;
  record_id: string;
  /** An id of some other system's record. */
  value: string;
}

/** The id of a customer that was joined into another one; always one step away from a living customer. */
interface CustomerRedirectTable {
  old_id: string;
  customer_id: string;
}

interface IdentityConflictTable {
  id: string;
  system: string;
  record_id: string;
  /** As they were when the conflict was found; ids joined since are followed when it is read. */
  customer_ids: string[];
  reason: string;
  detected_at: Instant;
}

/** What the directory decided and why; rows are only ever added. */
interface IdentityEventTable {
  id: string;
  at: Instant;
  kind: string;
  system: string;
  record_id: string;
  customer_id: string;
  /** For `joined`: the customers that were joined into `customer_id`; for `conflict`: all that match. */
  customer_ids: string[];
  reason: string;
}

/** Where the discovery of a system stands: one row per system, overwritten as it goes. */
export interface DiscoveryTable {
  system: string;
  /** The durable workflow that may write this row. */
  run_id: string;
  state: string;
  stream: string | null;
  /** The page to read next in `stream`; null for its first. */
  cursor: string | null;
  /** Whether `stream` was begun again in this run because its cursor was refused. */
  restarted: boolean;
  pages: number;
  records: number;
  created: number;
  started_at: Instant;
  finished_at: NullableInstant;
  last_succeeded_at: NullableInstant;
  failure_code: string | null;
  failure_message: string | null;
}

/** A process that runs durable work; without a recent beat its work is given to another. */
interface WorkerHeartbeatTable {
  executor_id: string;
  beat_at: Instant;
}

/** What somebody asked to have done exactly once under a key of theirs. */
interface WriteIntentTable {
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
interface KeptDocumentTable {
  scope: string;
  kind: string;
  key: string;
  /** JSON. */
  document: ColumnType<unknown, string, string>;
  kept_at: Instant;
}

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
interface UploadChunkTable {
  upload_id: string;
  part: number;
  sequence: number;
  bytes: Uint8Array;
}

/** Numbers that the rows of a piece carry, and in as many rows each. */
interface UploadNumberTable {
  upload_id: string;
  part: number;
  sequence: number;
  kind: string;
  numbers: string[];
  row_counts: number[];
}

/** A row that the system did not take. */
interface UploadRowErrorTable {
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

/** Who may come in with a key. */
interface ApiKeyTable {
  id: string;
  name: string;
  /** SHA-256 in hexadecimal digits. */
  secret_hash: string;
  scopes: string[];
  /** Null for all. */
  systems: string[] | null;
  created_at: Instant;
  expires_at: NullableInstant;
  last_used_at: NullableInstant;
  revoked_at: NullableInstant;
}

/** Work that brings systems into step. */
interface SyncRunTable {
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
}

/** A link to a tenant of a billing system. */
interface ConnectionTable {
  key: string;
  name: string;
  endpoint: string;
  /** JSON. */
  settings: ColumnType<unknown, string, string>;
  secret_names: string[];
  /** Empty once it is deleted. */
  sealed: string;
  charge_id: string | null;
  charge_kind: string | null;
  version: number;
  created_at: Instant;
  /** The row stays, so that its key is not used again. */
  deleted_at: NullableInstant;
}

/** What the last test of a link found, one row each. */
interface ConnectionCheckTable {
  key: string;
  ok: boolean;
  /** JSON. */
  findings: ColumnType<unknown, string, string>;
  checked_at: Instant;
}

/** What a system told unasked. */
interface WebhookDeliveryTable {
  id: string;
  connection: string;
  delivery_key: string;
  kind: string | null;
  /** JSON. */
  ids: ColumnType<unknown, string, string>;
  state: string;
  attempts: number;
  due_at: Instant;
  owner: string | null;
  lease_until: NullableInstant;
  received_at: Instant;
  done_at: NullableInstant;
  note: string | null;
}

export interface Database {
  customer: CustomerTable;
  customer_record: CustomerRecordTable;
  customer_external_id: CustomerExternalIdTable;
  customer_reference: CustomerReferenceTable;
  customer_redirect: CustomerRedirectTable;
  identity_conflict: IdentityConflictTable;
  identity_event: IdentityEventTable;
  discovery: DiscoveryTable;
  worker_heartbeat: WorkerHeartbeatTable;
  write_intent: WriteIntentTable;
  kept_document: KeptDocumentTable;
  upload: UploadTable;
  upload_part: UploadPartTable;
  upload_chunk: UploadChunkTable;
  upload_number: UploadNumberTable;
  upload_row_error: UploadRowErrorTable;
  api_key: ApiKeyTable;
  sync_run: SyncRunTable;
  connection: ConnectionTable;
  connection_check: ConnectionCheckTable;
  webhook_delivery: WebhookDeliveryTable;
}
