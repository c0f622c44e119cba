import type { CustomerEntry } from '../domain/customers/model.js';
import type { ExternalRef, SystemRecord } from '../domain/identity/model.js';
import type { SaleRuns } from '../domain/syncs/ports.js';
import type { NumberKind } from '../domain/uploads/model.js';
import type { Logger } from '../kernel/logger.js';

/** What every resolver is given: one object per GraphQL request. */
export interface RequestContext {
  readonly requestId: string;
  /** Fires when the request's deadline is over or its caller has gone; hand it to everything that waits. */
  readonly signal: AbortSignal;
  readonly log: Logger;
  readonly customers: CustomerLookup;
  /**
   * The numbers that systems gave the customer's accounts or subscriptions. Of a system with several connections the one
   * with the handle of the connection that is asked, else the first: tenants give the same numbers to others. Throws if one
   * cannot be asked: a list without its numbers would look whole.
   */
  numbersOf(customer: CustomerEntry, kind: NumberKind): Promise<readonly string[]>;
  /** Where sales that name a price plan are followed by it. */
  readonly sales: SaleRuns;
  /** What the request holds of one billing system: its loaders. Made when first asked for. */
  session<S>(key: SessionKey<S>): S;
}

/** The directory of unified customers, batched within the request. */
export interface CustomerLookup {
  byId(id: string): Promise<CustomerEntry | null>;
  byRef(ref: ExternalRef): Promise<CustomerEntry | null>;
  /** The customer of a record that was read; a record that nobody has met before is registered. */
  ofRecord(record: SystemRecord): Promise<CustomerEntry>;
  /** Tells the directory of a record that was made or changed here, so that it need not be discovered. */
  changed(record: SystemRecord): Promise<CustomerEntry>;
}

/** Names the session of a billing system and carries its type. */
export interface SessionKey<S> {
  readonly system: string;
  readonly session?: S;
}

export function sessionKey<S>(system: string): SessionKey<S> {
  return { system };
}
