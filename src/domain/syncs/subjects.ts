import type { ConnectionKey } from '../connections/key.js';
import type { EventName } from '../events/model.js';

export const SYNC_KINDS = [
  ...(['CUSTOMER', 'SUBSCRIPTION', 'SALE', 'CREDIT', 'INVOICE', 'FLOW_SETUP', 'RECONCILIATION', 'BACKFILL'] as const),
] as const;
export type SyncKind = (typeof SYNC_KINDS)[number];
export type SyncSubject =
  | CustomerSubject
  | SubscriptionSubject
  | SaleSubject
  | CreditSubject
  | InvoiceSubject
  | ReconciliationSubject
  | EventSubject
  | SetupSubject
  | BackfillSubject;

export interface CustomerSubject {
  /** An id of theirs in the system that `from` leads to. */
  readonly customerKey: string;
  readonly from: ConnectionKey;
  readonly to: ConnectionKey;
}

export interface SubscriptionSubject {
  /** As its system knows it. */
  readonly subscriptionKey: string;
  /** The connections that it leads from and to; without them the first that can. */
  readonly from?: ConnectionKey;
  readonly to?: ConnectionKey;
  /** Of the system that prices usage. */
  readonly accountId: string;
}

/** A credit that is to be booked. */
export interface CreditSubject {
  /** As its system knows it. */
  readonly creditId: string;
  /** Of the system that books it. */
  readonly accountId: string;
  readonly from: ConnectionKey;
  readonly to: ConnectionKey;
}

/** What an invoice becomes in the other system: an invoice, or usage of its charges, by what was used or by what it cost. */
export const INVOICE_FORMS = ['INVOICE', 'USAGE_QUANTITY', 'USAGE_REVENUE'] as const;
export type InvoiceForm = (typeof INVOICE_FORMS)[number];

/** An invoice that is to be booked. */
export interface InvoiceSubject {
  /** As its system knows it. */
  readonly invoiceId: string;
  /** Of the system that books it. */
  readonly accountId: string;
  readonly as: InvoiceForm;
  readonly from: ConnectionKey;
  readonly to: ConnectionKey;
}

/** Customers whose records are to be compared. */
export interface ReconciliationSubject {
  /** All that are linked, if it is null. */
  readonly customer: string | null;
  readonly kinds: readonly ('CUSTOMER' | 'SUBSCRIPTION' | 'CREDIT' | 'INVOICE')[];
  /** What invoices become; null where they are not compared. */
  readonly invoicesAs: InvoiceForm | null;
  /** Whether what differs is brought into step, too. */
  readonly apply: boolean;
  readonly from: ConnectionKey;
  readonly to: ConnectionKey;
}

/** A sale that names a price plan. */
export interface SaleSubject {
  /** The seller's id of the sale. */
  readonly eventId: string;
  /** The plan as the sale names it. */
  readonly plan: string;
  /** The account that the caller named; null for the only one that the buyer has. */
  readonly accountId: string | null;
  /** Billing days in the zone of the system with the plans; the second one excluded. */
  readonly effectiveFrom: string;
  readonly effectiveUntil: string;
  readonly sale: SaleNotice;
  /** Whether the system that pays for referrals told of it itself: it is not told again. */
  readonly isKnown?: boolean;
  /** The connection with the plans; without it the first that can. */
  readonly to?: ConnectionKey;
}

/** What the system that pays for referrals is told: data of a person, which is never shown. */
export interface SaleNotice {
  readonly email: string | null;
  readonly uid: string | null;
  /** The request, in that system's own words. */
  readonly told: unknown;
}

/** Something that happened, and where it is to lead: what exactly has to be done the run finds out by itself. */
export interface EventSubject {
  readonly happened: {
    readonly event: EventName;
    readonly key: string;
    readonly version: string;
    readonly details?: Readonly<Record<string, string>>;
  };
  readonly from: ConnectionKey;
  readonly to: ConnectionKey;
  readonly settings: Readonly<Record<string, string>>;
}

/** What a system is to tell of unasked, as long as a flow waits for it. */
export interface SetupSubject {
  readonly connection: ConnectionKey;
  readonly event: EventName;
  /** A flow that is only thought of. */
  readonly planned?: string;
}

/** What can be brought from one system to another as a whole. */
export const BACKFILL_KINDS = ['CUSTOMER', 'SUBSCRIPTION', 'CREDIT', 'INVOICE'] as const;
export type BackfillKind = (typeof BACKFILL_KINDS)[number];

/** All of a kind that a system has, or that has happened in it between two instants. */
export interface BackfillSubject {
  readonly sync: BackfillKind;
  readonly from: ConnectionKey;
  readonly to: ConnectionKey;
  /** Milliseconds since the epoch, the second one included; null for everything before it. */
  readonly since: number | null;
  readonly until: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** What a run is about, without data of persons. */
export function shownSubject(subject: SyncSubject): object {
  if ('happened' in subject) {
    const { details: _, ...happened } = subject.happened;
    return { ...subject, happened };
  }
  if (!('sale' in subject)) return subject;
  const { sale: _, ...shown } = subject;
  return shown;
}
