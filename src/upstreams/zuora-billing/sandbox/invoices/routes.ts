import type { FastifyInstance } from 'fastify';
import type { RecordEditor } from '../state/editor.js';
import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { refusing } from '../subscriptions/routes/requests.js';
import { bodyOf } from '../v1/body.js';
import { StandaloneInvoices } from './standalone-invoices.js';

export function invoiceRoutes(app: FastifyInstance, store: Store, edit: RecordEditor): void {
  const invoices = new StandaloneInvoices(store, edit);
  app.post('/v1/invoices', async (request) => refusing(request, () => invoiceBody(invoices.create(bodyOf(request)))));
}

const plain = (instant: unknown) => (typeof instant === 'string' ? instant.slice(0, 19).replace('T', ' ') : null);

/** As https://developer.zuora.com/v1-api-reference/api/operation/Get_GetInvoice/ has it. */
export function invoiceBody(invoice: ZuoraRecord) {
  return {
    id: invoice.id,
    invoiceNumber: invoice.invoiceNumber,
    accountId: invoice.accountId,
    amount: invoice.amount,
    amountWithoutTax: invoice.amountWithoutTax,
    discount: 0,
    invoiceDate: invoice.invoiceDate,
    dueDate: invoice.dueDate,
    autoPay: invoice.autoPay,
    comments: invoice.comments,
    status: invoice.status,
    taxAmount: invoice.taxAmount,
    taxExemptAmount: invoice.taxExemptAmount,
    transferredToAccounting: null,
    sourceType: invoice.sourceType,
    adjustmentAmount: invoice.adjustmentAmount,
    balance: invoice.balance,
    creditMemoAmount: invoice.creditMemoAmount,
    includesOneTime: invoice.includesOneTime,
    includesRecurring: invoice.includesRecurring,
    includesUsage: invoice.includesUsage,
    paymentAmount: invoice.paymentAmount,
    postedBy: invoice.postedBy,
    postedDate: typeof invoice.postedDate === 'string' ? invoice.postedDate.slice(0, 10) : null,
    refundAmount: invoice.refundAmount,
    source: invoice.source,
    sourceId: null,
    targetDate: null,
    taxMessage: null,
    taxStatus: 'Complete',
    createdById: invoice.createdById,
    createdDate: plain(invoice.createdDate),
    updatedById: invoice.updatedById,
    updatedDate: plain(invoice.updatedDate),
    billRunId: null,
    currency: invoice.currency,
    invoiceGroupNumber: null,
    success: true,
  };
}
