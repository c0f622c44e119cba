import { FIFTY, pageOf, pageRequest } from '../http/paging.js';
import { idOf } from '../http/query.js';
import { notFound } from '../http/refusals.js';
import type { InvoiceDocument } from '../wire/documents.js';
import type { Routes } from './routes.js';

const FILTERS = { status: 'status', owner_id: 'ownerId', customer_id: 'customerId' } as const;

export const invoiceRoutes: Routes = {
  'GET /invoices': (asked, organisation) => {
    const request = pageRequest(asked, { ...FIFTY, tokenAtEnd: true, filters: Object.keys(FILTERS) });
    const ownerId = request.filters.get('owner_id');
    const accept = (invoice: InvoiceDocument) =>
      Object.entries(FILTERS).every(
        ([parameter, field]) => (request.filters.get(parameter) ?? invoice[field]) === invoice[field],
      );
    const rows = ownerId === null ? organisation.invoices : organisation.invoicesOf(ownerId);
    return pageOf(rows, request, ({ revenueInfo: _, ...summary }) => summary, accept);
  },

  'GET /invoices/:invoice_id': (asked, { invoices, accounts }) => {
    const id = idOf(asked, 'invoice_id');
    const invoice = invoices.find(id);
    if (!invoice) throw notFound('Invoice', id);
    const account = accounts.find(invoice.ownerId);
    if (!account) return invoice;
    const { name, address = {}, primaryEmail = '' } = account;
    const shown = { name, address, primaryEmail, invoiceCurrency: invoice.revenueInfo.units };
    return { ...invoice, invoiceDetails: { account: shown } };
  },
};
