import type { Money } from '../../../kernel/money.js';
import type { CustomerEntry } from '../../customers/model.js';
import type { BookingTrace } from '../bookings.js';
import type { TargetStep } from '../model.js';

/** A system that issues invoices. */
export interface InvoiceSource {
  readonly system: string;
  /** As it is at this moment; null if there is none. */
  invoice(id: string): Promise<IssuedInvoice | null>;
  /** The ids of the customer's invoices that are to be paid, or were. */
  billed(customer: CustomerEntry): Promise<readonly string[]>;
  /** What was used of each meter, and on what it is billed elsewhere. Throws a Refusal for what cannot be told. */
  meteredUses(invoice: IssuedInvoice, by: 'QUANTITY' | 'REVENUE'): Promise<readonly MeteredUse[]>;
}

export interface IssuedInvoice {
  readonly id: string;
  readonly number: string | null;
  /** The account that it is for. */
  readonly account: { readonly kind: string; readonly value: string } | null;
  readonly state: 'BILLED' | 'DRAFT' | 'VOID' | 'MERGED' | 'REFUNDED' | 'NO_INVOICE' | 'UNKNOWN';
  /** In the system's own word. */
  readonly stateText: string;
  readonly currency: string | null;
  readonly total: string;
  /** Billing days. */
  readonly day: string | null;
  readonly dueDay: string | null;
  /** Instants, ISO 8601: what it is for. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  /** What it is put together from. */
  readonly whole: BilledLine | null;
}

export interface BilledLine {
  readonly description: string | null;
  readonly amount: string;
  readonly quantity: string | null;
  readonly unitPrice: string | null;
  /** Whether it is one thing that is sold, which its parts only explain. */
  readonly isItem: boolean;
  readonly parts: readonly BilledLine[];
}

/** What an invoice says of one meter. */
export interface MeteredUse {
  readonly meterId: string;
  readonly meter: string;
  /** Null where the invoice does not say it. */
  readonly quantity: string | null;
  readonly revenue: string | null;
  /** What it is billed on elsewhere, in the other system's words. */
  readonly subscription: string | null;
  readonly charge: string | null;
}

/** A system that books invoices of others. Whatever it books it finds again by its reference. */
export interface InvoiceTarget {
  readonly system: string;
  /** The customer's account; null for a customer of other systems only. */
  accountOf(customer: CustomerEntry): string | null;
  /** Everything that is booked for the invoice, whoever booked it. */
  booked(trace: InvoiceTrace): Promise<readonly BookedInvoice[]>;
  /** What is left to be done; empty when all is done. Changes nothing. Throws a Refusal. */
  stepsFor(booking: InvoiceBooking, booked: readonly BookedInvoice[]): Promise<readonly TargetStep[]>;
  /** Does one of these steps; safe to be repeated. Gives what was made, its `id` among it. */
  carryOut(booking: InvoiceBooking, step: TargetStep): Promise<object>;
}

export interface InvoiceTrace extends BookingTrace {
  /** The billing day of the invoice, and the instants that its usage lies between. */
  readonly day: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

export type InvoiceBooking = Omit<InvoiceTrace, 'known'> & { readonly currency: string } & (
    | WholeInvoice
    | { readonly as: 'USAGE'; readonly records: readonly UsageBooking[] }
  );

interface WholeInvoice {
  readonly as: 'INVOICE';
  readonly number: string | null;
  readonly dueDay: string | null;
  readonly total: Money;
  /** They come to the total. */
  readonly lines: readonly BilledLine[];
  /** Another one for another content. */
  readonly fingerprint: string;
}

export interface UsageBooking {
  /** The reference, and the meter. */
  readonly key: string;
  readonly meter: string;
  readonly quantity: string;
  readonly subscription: string | null;
  readonly charge: string;
  /** Whether the quantity is an amount of money, so that the charge must cost 1. */
  readonly isMoney: boolean;
}

export interface BookedInvoice {
  readonly as: 'INVOICE' | 'USAGE';
  readonly id: string;
  /** For people, for example `invoice INV00000001`. */
  readonly name: string;
  readonly isInForce: boolean;
  readonly isConfirmed: boolean;
  /** What it was booked under: for usage the key, for an invoice its fingerprint. */
  readonly mark: string | null;
  /** Of usage. */
  readonly quantity: string | null;
}
