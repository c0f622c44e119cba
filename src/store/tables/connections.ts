import type { ColumnType } from 'kysely';
import type { Instant, NullableInstant } from './columns.js';

/** A link to a tenant of a billing system. */
export interface ConnectionTable {
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
export interface ConnectionCheckTable {
  key: string;
  ok: boolean;
  /** JSON. */
  findings: ColumnType<unknown, string, string>;
  checked_at: Instant;
}

/** What a system told unasked. */
export interface WebhookDeliveryTable {
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
  traceparent: string | null;
}

/** Who may come in with a key. */
export interface ApiKeyTable {
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
