import type { Invoice, InvoiceStatus } from '../../../domain/invoices/model.js';
import { SYSTEM } from '../names.js';
import type { ZuoraInvoice } from './model.js';

/** An invoice in the words that all systems share. */
export function toUnifiedInvoice(native: ZuoraInvoice): Invoice {
  const { id, invoiceNumber: number, statusText, invoiceDate, dueDate, amount, balance } = native;
  return {
    ...{ id, number, statusText, invoiceDate, dueDate, amount, balance, native },
    system: SYSTEM,
    status: statusOf(native),
  };
}

/** Zuora does not say whether a posted invoice was paid: what is open of it does. */
function statusOf({ status, amount, balance }: ZuoraInvoice): InvoiceStatus {
  switch (status) {
    case 'DRAFT':
      return 'DRAFT';
    case 'CANCELED':
    case 'REVERSED':
      return 'VOID';
    case 'POSTED':
      if (!amount || !balance) return 'UNKNOWN';
      if (balance.amount === '0') return 'PAID';
      return balance.amount === amount.amount ? 'OPEN' : 'PARTIALLY_PAID';
    default:
      return 'UNKNOWN';
  }
}
