import type { Money } from '../../../kernel/money.js';
import type { CustomerEntry } from '../../customers/model.js';
import type { BookingTrace } from '../bookings.js';
import type { TargetStep } from '../model.js';

/** A system that grants credits. */
export interface CreditSource {
  readonly system: string;
  /** As it is at this moment; null if there is none. */
  credit(id: string): Promise<GrantedCredit | null>;
  /** The ids of the customer's credits that can be used. */
  usable(customer: CustomerEntry): Promise<readonly string[]>;
}

export interface GrantedCredit {
  readonly id: string;
  /** The account that it is for. */
  readonly account: { readonly kind: string; readonly value: string };
  readonly state: 'USABLE' | 'USED_UP' | 'EXPIRED' | 'WITHDRAWN' | 'UNKNOWN';
  /** In the system's own word. */
  readonly stateText: string | null;
  /** All that was granted, whatever was used of it. */
  readonly amount: string | null;
  /** A currency, or a unit of the company's own. */
  readonly unit: string | null;
  readonly purpose: string | null;
  /** A billing day. */
  readonly effectiveFrom: string | null;
  /** ISO 8601. */
  readonly grantedAt: string | null;
}

/** A system that books credits of others. Whatever it books it finds again by its reference. */
export interface CreditTarget {
  readonly system: string;
  /** The customer's account; null for a customer of other systems only. */
  accountOf(customer: CustomerEntry): string | null;
  /** What is booked for the credit, whoever booked it; null for nothing. */
  booked(trace: BookingTrace & { readonly day: string }): Promise<BookedCredit | null>;
  /** What is left to be done until the credit is booked; empty when all is done. Changes nothing. Throws a Refusal. */
  stepsFor(booking: CreditBooking, booked: BookedCredit | null): Promise<readonly TargetStep[]>;
  /** Does one of these steps; safe to be repeated. Gives what was made, its `id` among it. */
  carryOut(booking: CreditBooking, step: TargetStep): Promise<object>;
}

export interface CreditBooking extends Omit<BookingTrace, 'known'> {
  readonly money: Money;
  /** The billing day from which it counts. */
  readonly day: string;
  readonly purpose: string | null;
}

export interface BookedCredit {
  readonly id: string;
  /** For people, for example `credit memo CM00000001`. */
  readonly name: string;
  /** Whether it counts, or will when somebody confirms it. */
  readonly isInForce: boolean;
  readonly isConfirmed: boolean;
}
