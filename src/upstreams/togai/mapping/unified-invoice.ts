import type { Invoice, InvoiceStatus } from '../../../domain/invoices/model.js';
import { dayIn } from '../../../kernel/dates.js';
import { minus, money } from '../../../kernel/money.js';
import type { TogaiInvoice } from '../model.js';
import { SYSTEM } from '../names.js';

const STATUSES: Readonly<Record<string, InvoiceStatus>> = {
  DRAFT: 'DRAFT',
  DUE: 'OPEN',
  PARTIALLY_PAID: 'PARTIALLY_PAID',
  PAID: 'PAID',
  VOID: 'VOID',
  UN_COLLECTIBLE: 'UNCOLLECTIBLE',
  REFUND_INITIATED: 'REFUND_PENDING',
  REFUND_COMPLETED: 'REFUNDED',
  MERGED: 'MERGED',
};
const OWED: ReadonlySet<InvoiceStatus> = new Set(['OPEN', 'PARTIALLY_PAID', 'PAID']);

/** An invoice in the words that all systems share. Days are those of `timeZone`; without a currency there is no money. */
export function toUnifiedInvoice(native: TogaiInvoice, currency: string | null, timeZone: string): Invoice {
  const { id, sequenceId, status: statusText, invoiceDate, dueDate, totalAmount, paidAmount } = native;
  const status = STATUSES[statusText] ?? 'UNKNOWN';
  const inMoney = (amount: string) => (currency === null ? null : money(amount, currency));
  const day = (instant: string | null) => (instant === null ? null : dayIn(timeZone, new Date(instant)));
  return {
    id,
    system: SYSTEM,
    number: sequenceId,
    status,
    statusText,
    invoiceDate: day(invoiceDate),
    dueDate: day(dueDate),
    amount: inMoney(totalAmount),
    // Togai tells what was paid; of a void invoice and the like nothing is open, whatever was paid.
    balance: paidAmount !== null && OWED.has(status) ? inMoney(minus(totalAmount, paidAmount)) : null,
    native,
  };
}
