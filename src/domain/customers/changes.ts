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
  /** Those after a place, in order. Many that ask for those after the same one at once cost no more than one. */
  after(place: string): Promise<ChangesAfter>;
}

export interface ChangesAfter {
  readonly changes: readonly CustomerChange[];
  /** Of the last one. */
  readonly place: string;
  /** Whether there are others behind them already. */
  readonly more: boolean;
}

/** Told of what was changed in a system, or what a system said was. */
export interface ChangeNoter {
  /** Ids of any kind that the connection's system gave to what has changed. Does not wait, and does not fail. */
  note(connection: ConnectionKey, ids: readonly string[]): void;
}
