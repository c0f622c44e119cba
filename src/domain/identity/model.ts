/** One billing system's record of a customer, or of a part of one, as discovery or a read found it. */
export interface SystemRecord {
  /** The system's name in the registry, for example `ZUORA_BILLING`. */
  readonly system: string;
  /** The id that the system itself never changes; with `system` it names the record. */
  readonly id: string;
  /** Every id that the system answers to for this record, `id` among them. */
  readonly externalIds: readonly RecordId[];
  /** `id` of the record of the same system that this one is a part of (an account of a customer); null for a whole. */
  readonly partOf: string | null;
  readonly name: string;
  readonly email: string | null;
  /** Instants as ISO 8601; null where the system does not say. */
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  /** Ids of other systems' records that are written down in this one: aliases, settings, custom fields. */
  readonly references: readonly string[];
}

export interface RecordId {
  /** What the value is to its system, for example `account` or `account-number`. */
  readonly kind: string;
  readonly value: string;
}

/** An id of some system as a caller knows it; without `kind` any kind of that system matches. */
export interface ExternalRef {
  readonly system: string;
  readonly kind?: string;
  readonly value: string;
}

/** A record that matches more than one customer, or a customer that has such a record already. Never merged by itself. */
export interface IdentityConflict {
  readonly id: string;
  readonly system: string;
  readonly recordId: string;
  /** The customers that the record could belong to, oldest first. */
  readonly customerIds: readonly string[];
  readonly reason: string;
  readonly detectedAt: string;
}
