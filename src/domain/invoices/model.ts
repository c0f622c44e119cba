import type { Money } from '../../kernel/money.js';

/** An invoice of whichever system made it, in what all of them have. */
export interface Invoice {
  /** The id of `native`. */
  readonly id: string;
  readonly system: string;
  /** What people know it by. */
  readonly number: string | null;
  readonly status: InvoiceStatus;
  /** The state as the system writes it. */
  readonly statusText: string | null;
  /** Billing days in the system's time zone. */
  readonly invoiceDate: string | null;
  readonly dueDate: string | null;
  /** The whole amount, and what is still open of it, in the currency of the invoice. */
  readonly amount: Money | null;
  readonly balance: Money | null;
  /** The invoice with everything that its system tells of it. */
  readonly native: object;
}

export const INVOICE_STATUSES = [
  ...(['DRAFT', 'OPEN', 'PARTIALLY_PAID', 'PAID', 'VOID', 'UNCOLLECTIBLE'] as const),
  ...(['REFUND_PENDING', 'REFUNDED', 'MERGED', 'UNKNOWN'] as const),
] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];
