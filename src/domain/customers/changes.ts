import type { ConnectionKey } from '../connections/key.js';

/** That there is something new to read of a customer, and of which connection; null for what the directory knows. */
export interface CustomerChange {
  readonly customerId: string;
  readonly connection: ConnectionKey | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Changes of customers, of every process on the store, for a day. */
export interface CustomerChanges {
  /** Where those begin that come from now on. */
  now(): Promise<string>;
  /** Those after a place, in order, and the place of the last one. */
  after(place: string): Promise<{ readonly changes: readonly CustomerChange[]; readonly place: string }>;
}

/** Told of what was changed in a system, or what a system said was. */
export interface ChangeNoter {
  /** Ids of any kind that the connection's system gave to what has changed. Does not wait, and does not fail. */
  note(connection: ConnectionKey, ids: readonly string[]): void;
}
