import type { EntityReader } from '../../../kernel/reading/entity-reader.js';
import type { TogaiClient } from '../client.js';
import { type ListPage, listPage, type TogaiList } from '../lists.js';
import { toInvoice, toInvoiceInFull } from '../mapping/invoice.js';
import type { TogaiInvoice } from '../model.js';
import { Invoice, InvoiceInFull } from '../schemas/invoice.js';
import { PageKeyText } from './credits.js';
import { isKey, MONEY, type ReaderFactory } from './reader-factory.js';

export interface InvoiceReaders {
  /** By id, with lines. */
  readonly invoices: EntityReader<TogaiInvoice>;
  /** By `pageKey`. */
  readonly invoicePages: EntityReader<ListPage<TogaiInvoice>>;
  /** By `pageKey`, where the account is a customer. */
  readonly customerInvoicePages: EntityReader<ListPage<TogaiInvoice>>;
}

export function invoiceReaders(client: TogaiClient, reader: ReaderFactory): InvoiceReaders {
  return {
    invoices: reader('invoice', MONEY, async (id, options) => {
      if (!isKey(id)) return null;
      const path = `/invoices/${encodeURIComponent(id)}`;
      const row = await client.find({ operation: 'getInvoice', path, schema: InvoiceInFull, ...options });
      return row && toInvoiceInFull(row);
    }),
    invoicePages: reader('invoice-page', MONEY, async (key, options) => {
      const [accountId, status, token] = PageKeyText.parse(JSON.parse(key));
      const { rows, next } = await listPage(client, invoiceList({ owner_id: accountId }, status), token, options);
      return { rows: rows.map(toInvoice), next };
    }),
    customerInvoicePages: reader('customer-invoice-page', MONEY, async (key, options) => {
      const [customerId, status, token] = PageKeyText.parse(JSON.parse(key));
      const { rows, next } = await listPage(client, invoiceList({ customer_id: customerId }, status), token, options);
      return { rows: rows.map(toInvoice), next };
    }),
  };
}

export function invoiceList(of: Readonly<Record<string, string>>, status: string | null): TogaiList<Invoice> {
  return {
    operation: 'listInvoices',
    path: '/invoices',
    query: { ...of, ...(status !== null && { status }) },
    row: Invoice,
    pageSize: 50,
  };
}
