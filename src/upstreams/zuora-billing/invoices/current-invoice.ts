import { refusal } from '../../../kernel/refusal.js';
import { Invoice } from '../documents/schemas.js';
import { queryAll } from '../object-query.js';
import type { WriteDesk } from '../writing/write-desk.js';

/** The invoice as Zuora has it at this moment, past every cache: the v1 API does not say whether one was reversed. */
export async function currentInvoice(desk: WriteDesk, key: string): Promise<Invoice | null> {
  const field = /^[0-9a-f]{32}$/i.test(key) ? 'id' : 'invoicenumber';
  const [found = null] = await queryAll(
    desk.client,
    { objects: 'invoices', operation: 'queryInvoices', row: Invoice, filter: [`${field}.EQ:${key}`] },
    desk.options,
  );
  return found;
}

/** Throws a Refusal if there is no such invoice. */
export async function existingInvoice(desk: WriteDesk, key: string): Promise<Invoice> {
  const invoice = await currentInvoice(desk, key);
  if (invoice === null) throw refusal('NOT_FOUND', `There is no invoice ${key}.`, ['key']);
  return invoice;
}
