/** A customer as the directory knows it: who they are and under which ids each system has them; no billing data. */
export interface CustomerEntry {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Ordered by system, then whole records before parts, then kind and value. */
  readonly externalIds: readonly CustomerExternalId[];
}

export interface CustomerExternalId {
  readonly system: string;
  readonly kind: string;
  readonly value: string;
  /** The record that the id belongs to. */
  readonly recordId: string;
  /** The record that `recordId` is a part of; null for a whole record. */
  readonly partOf: string | null;
}

export type CustomerOrder = 'NAME' | 'CREATED_AT' | 'UPDATED_AT';

export interface CustomerFilter {
  /** Part of a name, an email or any external id; letter case does not matter. */
  readonly search?: string;
  /** Only customers with a record in this system. */
  readonly system?: string;
  /** True: only customers with records in two or more systems; false: only those in one. */
  readonly linked?: boolean;
  readonly externalId?: { readonly system: string; readonly value: string };
}
