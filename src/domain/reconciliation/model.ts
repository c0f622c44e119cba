import type { ConnectionKey } from '../connections/key.js';
import type { SyncKind } from '../syncs/subjects.js';

/** What can be compared. Credits and invoices are those of `to`, which `from` books. */
export const COMPARED_KINDS = ['CUSTOMER', 'SUBSCRIPTION', 'CREDIT', 'INVOICE'] as const satisfies readonly SyncKind[];
export type ComparedKind = (typeof COMPARED_KINDS)[number];

/** A field in which two records of one customer differ, or something that one system has and the other lacks. */
export interface Drift {
  readonly customerId: string;
  readonly kind: ComparedKind;
  /** What it is about: the subscription, credit or invoice; the customer's id here for the customer itself. */
  readonly key: string;
  /** For example `email`, or the step that is missing. */
  readonly field: string;
  /** The side that decides. */
  readonly left: DriftSide;
  readonly right: DriftSide;
  /** Why a person has to decide; null where the sync of the kind would bring them into step. */
  readonly problem: string | null;
  /** Milliseconds since the epoch, when both sides were read. */
  readonly detectedAt: number;
}

export interface DriftSide {
  readonly connection: ConnectionKey;
  readonly value: unknown;
}

/** Whose value counts: `from` leads to the system that sold, `to` to the one that rates usage. */
export const OWNERS: Readonly<Record<ComparedKind, 'from' | 'to'>> = {
  CUSTOMER: 'from',
  SUBSCRIPTION: 'from',
  CREDIT: 'to',
  INVOICE: 'to',
};
