import type { SystemRecord } from './model.js';

/** What is known already of everything that a batch of records can touch; see `IdentityChanges` for the way back. */
export interface IdentitySnapshot {
  readonly customers: readonly KnownCustomer[];
  /** All records of those customers, not only those in the batch. */
  readonly records: readonly KnownRecord[];
  /** The open conflicts of those records. */
  readonly conflicts: readonly KnownConflict[];
}

export interface KnownCustomer {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly createdAt: string;
}

/** A record with the customer that it is in; `externalIds` are those that it owns, so none is in two records. */
export interface KnownRecord extends SystemRecord {
  readonly customerId: string;
}

export interface KnownConflict {
  readonly id: string;
  readonly system: string;
  readonly recordId: string;
  readonly customerIds: readonly string[];
  readonly reason: string;
  readonly detectedAt: string;
}

/** What a batch changes. Nothing in it: nothing to write. */
export interface IdentityChanges {
  /** Customers to insert or to overwrite, with all of their records. */
  readonly customers: readonly CustomerChange[];
  /** Customers that are no more, and the one that answers for them. */
  readonly removed: readonly { readonly id: string; readonly into: string }[];
  readonly records: readonly { readonly before: KnownRecord | null; readonly after: KnownRecord }[];
  readonly conflicts: readonly KnownConflict[];
  readonly resolved: readonly KnownConflict[];
  readonly events: readonly IdentityEvent[];
}

export interface CustomerChange {
  readonly customer: KnownCustomer;
  readonly records: readonly KnownRecord[];
}

export interface IdentityEvent {
  readonly kind: 'joined' | 'conflict' | 'resolved';
  readonly system: string;
  readonly recordId: string;
  readonly customerId: string;
  readonly customerIds: readonly string[];
  readonly reason: string;
}
