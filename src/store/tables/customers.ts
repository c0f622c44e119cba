import type { Generated } from 'kysely';
import type { Instant, NullableInstant } from './columns.js';

export interface CustomerTable {
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

export interface CustomerRecordTable {
  system: string;
  record_id: string;
  customer_id: string;
  part_of: string | null;
  name: string;
  email: string | null;
  created_at: NullableInstant;
  updated_at: NullableInstant;
}

export interface CustomerExternalIdTable {
  system: string;
  kind: string;
  value: string;
  record_id: string;
}

export interface CustomerReferenceTable {
  system: string;
  record_id: string;
  /** An id of some other system's record. */
  value: string;
}

/** The id of a customer that was joined into another one; always one step away from a living customer. */
export interface CustomerRedirectTable {
  old_id: string;
  customer_id: string;
}

export interface IdentityConflictTable {
  id: string;
  system: string;
  record_id: string;
  /** As they were when the conflict was found; ids joined since are followed when it is read. */
  customer_ids: string[];
  reason: string;
  detected_at: Instant;
}

/** That there is something new to read of a customer; kept for a day. */
export interface CustomerChangeTable {
  tx: Generated<string>;
  seq: Generated<string>;
  customer_id: string;
  system: string | null;
  at: Instant;
}

/** What the directory decided and why; rows are only ever added. */
export interface IdentityEventTable {
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
