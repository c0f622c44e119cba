import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../../../kernel/clock.js';
import { CATEGORY, refuseV1 } from '../access/errors.js';
import type { Histories } from '../notifications/histories.js';
import { recordsBy } from '../object-query/search.js';
import type { RecordEditor } from '../state/editor.js';
import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { NotPossible } from '../subscriptions/engine/version.js';
import { flag, knownOnly, refusing } from '../subscriptions/routes/requests.js';
import { type Body, bodyOf } from '../v1/body.js';
import { InvoiceChanges } from './invoice-changes.js';
import { EMAIL_FIELDS } from './known-fields.js';
import { invoiceBody } from './routes.js';

interface ByKey {
  Params: { key: string };
}

const MOST_ITEMS = 1_000;

/**
 * https://developer.zuora.com/v1-api-reference/api/tag/Invoices/ Zuora's OpenAPI document has the first three of these
 * alone; the others are on its reference pages.
 */
export function invoiceChangeRoutes(
  app: FastifyInstance,
  { store, edit, histories, clock }: { store: Store; edit: RecordEditor; histories: Histories; clock: Clock },
): void {
  const today = () => store.seed.context.time.format(clock.now()).slice(0, 10);
  const changes = new InvoiceChanges(store, edit, today);
  const answered = (request: FastifyRequest<ByKey>, change: (invoice: ZuoraRecord, body: Body) => object) =>
    refusing(request, () => change(changes.find(request.params.key), bodyOf(request)));
  /** Zuora takes a PUT without a body for a wrong media type. */
  const withBody = async (request: FastifyRequest) => {
    if (request.body !== undefined && request.body !== null) return;
    throw refuseV1(request, CATEGORY.unsupported, 'Unsupported Media Type');
  };

  app.get<ByKey>('/v1/invoices/:key', async (request) =>
    refusing(request, () => invoiceBody(changes.find(request.params.key))),
  );
  app.put<ByKey>('/v1/invoices/:key', async (request) =>
    answered(request, (invoice, body) => updatedBody(changes.update(invoice, body))),
  );
  app.delete<ByKey>('/v1/invoices/:key', async (request) =>
    refusing(request, () => {
      const invoice = changes.find(request.params.key);
      changes.delete(invoice);
      return { success: true, id: invoice.id };
    }),
  );
  app.get<ByKey>('/v1/invoices/:key/items', async (request) =>
    refusing(request, () => {
      const invoice = changes.find(request.params.key);
      const items = recordsBy(store, 'invoiceItem', 'invoiceId', invoice.id, MOST_ITEMS);
      return { invoiceItems: items.map(itemBody), success: true };
    }),
  );
  app.put<ByKey>('/v1/invoices/:key/post', { preHandler: withBody }, async (request) =>
    answered(request, (invoice) => updatedBody(changes.post(invoice))),
  );
  app.put<ByKey>('/v1/invoices/:key/cancel', { preHandler: withBody }, async (request) =>
    answered(request, (invoice) => updatedBody(changes.cancel(invoice))),
  );
  app.put<ByKey>('/v1/invoices/:key/reverse', { preHandler: withBody }, async (request) =>
    answered(request, (invoice, body) => ({ success: true, creditMemo: memoPart(changes.reverse(invoice, body)) })),
  );
  app.put<ByKey>('/v1/invoices/:key/write-off', { preHandler: withBody }, async (request) =>
    answered(request, (invoice, body) => ({ success: true, creditMemo: memoPart(changes.writeOff(invoice, body)) })),
  );
  app.post<ByKey>('/v1/invoices/:key/emails', async (request) =>
    answered(request, (invoice, body) => {
      knownOnly(body, EMAIL_FIELDS);
      if (invoice.status !== 'Posted') throw new NotPossible('businessRule', 'Only a posted invoice can be emailed.');
      const { emailAddresses } = body;
      if (flag(body, 'useEmailTemplateSetting') !== true && typeof emailAddresses !== 'string') {
        throw new NotPossible('missingField', 'Missing required value: emailAddresses');
      }
      histories.addInvoiceEmail(invoice, typeof emailAddresses === 'string' ? emailAddresses : null);
      return { success: true };
    }),
  );
}

const memoPart = ({ id, memoNumber, totalAmount, status }: ZuoraRecord) => ({
  id,
  number: memoNumber,
  amount: totalAmount,
  status,
});

function updatedBody(invoice: ZuoraRecord) {
  const { id, accountId, amount, autoPay, balance, currency, dueDate, invoiceDate, status, taxAmount } = invoice;
  return {
    ...{ id, accountId, amount, autoPay, balance, currency, dueDate, invoiceDate, status, taxAmount },
    comment: invoice.comments,
    number: invoice.invoiceNumber,
    success: true,
  };
}

function itemBody(item: ZuoraRecord) {
  const { id, chargeName, chargeAmount, description, quantity, serviceStartDate, serviceEndDate, taxAmount } = item;
  return {
    ...{ id, chargeName, chargeAmount, description, quantity, serviceStartDate, serviceEndDate, taxAmount },
    subscriptionName: item.subscriptionNumber,
    unitOfMeasure: item.uOM,
    unitPrice: item.unitPrice,
  };
}
