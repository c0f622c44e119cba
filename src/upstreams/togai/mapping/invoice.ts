import { globalId } from '../../../schema-kit/global-id.js';
import type { TogaiInvoice, TogaiInvoiceLine } from '../model.js';
import { INVOICE_PREFIX } from '../names.js';
import type { Invoice, InvoiceInFull, Line } from '../schemas/invoice.js';

/** An invoice as lists have it, without its lines. */
export function toInvoice({ id, customerId: _, invoiceDetails, status, ...row }: Invoice): TogaiInvoice {
  return {
    ...row,
    id: globalId(INVOICE_PREFIX, id),
    togaiId: id,
    status: status ?? 'UNKNOWN',
    currency: invoiceDetails?.account?.invoiceCurrency ?? null,
    lines: null,
  };
}

export function toInvoiceInFull({
  revenueInfo,
  usageInfo: _,
  pricePlanId: __,
  finalizingStatus: ___,
  ...row
}: InvoiceInFull): TogaiInvoice {
  return { ...toInvoice(row), lines: revenueInfo ? flattened(revenueInfo, 0) : [] };
}

function flattened({ lineItems, id: _, ...line }: Line, level: number): TogaiInvoiceLine[] {
  return [{ ...line, level }, ...lineItems.flatMap((item) => flattened(item, level + 1))];
}
