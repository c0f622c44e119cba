import { FIFTY, pageOf, pageRequest } from '../../http/paging.js';
import { type Asked, idOf } from '../../http/query.js';
import { notFound } from '../../http/refusals.js';
import type { Organisation } from '../../state/organisation.js';
import type { InvoiceDocument } from '../../wire/documents.js';
import type { Routes } from '../routes.js';

const FILTERS = { status: 'status', owner_id: 'ownerId', customer_id: 'customerId' } as const;

export const invoiceRoutes: Routes = {
  'GET /invoices': (asked, organisation) => {
    const request = pageRequest(asked, { ...FIFTY, tokenAtEnd: true, filters: Object.keys(FILTERS) });
    const ownerId = request.filters.get('owner_id');
    const accept = (invoice: InvoiceDocument) =>
      Object.entries(FILTERS).every(
        ([parameter, field]) => (request.filters.get(parameter) ?? invoice[field]) === invoice[field],
      );
    const customerId = request.filters.get('customer_id');
    const rows =
      ownerId !== null
        ? organisation.invoicesOf(ownerId)
        : customerId !== null
          ? organisation.invoicesOfCustomer(customerId)
          : organisation.invoices;
    return pageOf(rows, request, ({ revenueInfo: _, usageInfo: _usage, own: _own, ...summary }) => summary, accept);
  },

  'GET /invoices/:invoice_id': (asked, organisation) => shownInvoice(organisation, invoiceIn(asked, organisation)),
};

/** The invoice that the path names, or a 404. */
export function invoiceIn(asked: Asked, { invoices }: Organisation): InvoiceDocument {
  const id = idOf(asked, 'invoice_id');
  const invoice = invoices.find(id);
  if (!invoice) throw notFound('Invoice', id);
  return invoice;
}

export function shownInvoice({ accounts }: Organisation, { own: _, ...invoice }: InvoiceDocument) {
  const account = accounts.find(invoice.ownerId);
  if (!account) return invoice;
  const { name, address = {}, primaryEmail = '' } = account;
  const details = { name, address, primaryEmail, invoiceCurrency: invoice.revenueInfo.units };
  return { ...invoice, invoiceDetails: { account: details } };
}
