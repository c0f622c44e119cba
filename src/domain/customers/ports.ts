import type { ExternalRef, IdentityConflict, SystemRecord } from '../identity/model.js';
import type { CustomerEntry, CustomerFilter, CustomerOrder } from './model.js';

/** Where unified customers and their external ids are kept. */
export interface CustomerDirectory {
  /**
   * Finds or makes the customer of each record and writes down what the record says; in one transaction, and repeating
   * it changes nothing. Answers in the order of the records.
   */
  register(records: readonly SystemRecord[]): Promise<readonly Registration[]>;
  findByIds(ids: readonly string[]): Promise<ReadonlyMap<string, CustomerEntry>>;
  /** By position: the customer that each reference means, or null. */
  findByRefs(refs: readonly ExternalRef[]): Promise<readonly (CustomerEntry | null)[]>;
  page(request: CustomerPageRequest): Promise<CustomerPage>;
  conflicts(request: { first: number; after: string | null }): Promise<Page<IdentityConflict>>;
}

export interface Registration {
  readonly customerId: string;
  readonly outcome: 'created' | 'attached' | 'updated' | 'unchanged' | 'joined' | 'conflict';
}

export interface CustomerPageRequest {
  readonly first: number;
  /** An `endCursor` of the same order; one of another order, or a malformed one, throws InvalidCursor. */
  readonly after: string | null;
  readonly filter: CustomerFilter;
  readonly orderBy: CustomerOrder;
}

export type CustomerPage = Page<CustomerEntry>;

export interface Page<T> {
  readonly items: readonly { readonly node: T; readonly cursor: string }[];
  readonly hasNextPage: boolean;
}
