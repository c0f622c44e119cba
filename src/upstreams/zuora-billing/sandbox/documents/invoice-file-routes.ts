import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { CATEGORY, refuseV1 } from '../access/errors.js';
import { recordsBy } from '../object-query/search.js';
import type { Store } from '../state/store.js';

interface ByKey {
  Params: { invoiceKey: string };
}

/** https://developer.zuora.com/v1-api-reference/api/operation/GET_InvoiceFiles/ A draft has no file yet. */
export function invoiceFileRoutes(app: FastifyInstance, store: Store): void {
  app.get<ByKey>('/v1/invoices/:invoiceKey/files', async (request) => {
    const { invoiceKey } = request.params;
    const invoice = store.get('invoice', invoiceKey) ?? recordsBy(store, 'invoice', 'invoiceNumber', invoiceKey, 1)[0];
    if (!invoice) throw refuseV1(request, CATEGORY.notFound, `Cannot find entity by key: '${invoiceKey}'.`);
    const id = createHash('md5').update(`file of ${invoice.id}`).digest('hex');
    // As Zuora does it: a path, without the host.
    const file = { id, versionNumber: Date.parse(String(invoice.updatedDate)), pdfFileUrl: `/v1/files/${id}` };
    return { invoiceFiles: invoice.status === 'Draft' ? [] : [file], success: true };
  });
}
