import type { z } from 'zod';
import { toCreditMemo, toDebitMemo, toInvoice, toPayment, toUsage } from './mapping.js';
import type { ZuoraCreditMemo, ZuoraDebitMemo, ZuoraInvoice, ZuoraPayment, ZuoraUsage } from './model.js';
import { CreditMemo, DebitMemo, Invoice, Payment, Usage } from './schemas.js';

/** A kind of document that accounts have many of, as Object Query knows it. */
export interface DocumentKind<Row, Document> {
  readonly objects: string;
  readonly operation: string;
  readonly row: z.ZodType<Row>;
  /** The filter on the number that people know it by; null if it has none. */
  readonly numberField: string | null;
  /** What lists are ordered by, newest first. It never changes, so that a page boundary stays where it was. */
  readonly orderField: string;
  readonly orderOf: (row: Row) => string | null;
  readonly present: (row: Row) => Document;
}

/** What every document can be told from others by. */
export interface Keyed {
  readonly zuoraId: string;
  readonly accountId: string;
}

export const INVOICES: DocumentKind<Invoice, ZuoraInvoice> = {
  objects: 'invoices',
  operation: 'queryInvoices',
  row: Invoice,
  numberField: 'invoicenumber',
  orderField: 'invoicedate',
  orderOf: ({ invoiceDate }) => invoiceDate,
  present: toInvoice,
};
export const PAYMENTS: DocumentKind<Payment, ZuoraPayment> = {
  objects: 'payments',
  operation: 'queryPayments',
  row: Payment,
  numberField: 'paymentnumber',
  orderField: 'createddate',
  orderOf: ({ createdDate }) => createdDate,
  present: toPayment,
};
export const CREDIT_MEMOS: DocumentKind<CreditMemo, ZuoraCreditMemo> = {
  objects: 'credit-memos',
  operation: 'queryCreditMemos',
  row: CreditMemo,
  numberField: 'memonumber',
  orderField: 'memodate',
  orderOf: ({ memoDate }) => memoDate,
  present: toCreditMemo,
};
export const DEBIT_MEMOS: DocumentKind<DebitMemo, ZuoraDebitMemo> = {
  objects: 'debit-memos',
  operation: 'queryDebitMemos',
  row: DebitMemo,
  numberField: 'memonumber',
  orderField: 'memodate',
  orderOf: ({ memoDate }) => memoDate,
  present: toDebitMemo,
};
export const USAGES: DocumentKind<Usage, ZuoraUsage> = {
  objects: 'usages',
  operation: 'queryUsages',
  row: Usage,
  numberField: null,
  orderField: 'startdatetime',
  orderOf: ({ startDateTime }) => startDateTime,
  present: toUsage,
};
