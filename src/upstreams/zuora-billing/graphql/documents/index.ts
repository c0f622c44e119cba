import type { UpstreamSchema } from '../../../contract.js';
import { DOCUMENT_PREFIXES } from '../../names.js';
import { zuoraBilling } from '../../session.js';
import { ZuoraAccountDocuments } from './account-documents.resolver.js';
import { ZuoraInvoiceResolver } from './invoice.resolver.js';
import {
  ZuoraCreditMemoApplicationResolver,
  ZuoraCreditMemoResolver,
  ZuoraDebitMemoResolver,
} from './memo.resolver.js';
import { ZuoraPaymentResolver } from './payment.resolver.js';

/** Invoices, payments, memos, usage and payment methods. */
export const documents: UpstreamSchema = {
  resolvers: [
    ZuoraAccountDocuments,
    ZuoraInvoiceResolver,
    ZuoraPaymentResolver,
    ZuoraCreditMemoResolver,
    ZuoraCreditMemoApplicationResolver,
    ZuoraDebitMemoResolver,
  ],
  nodes: [
    {
      type: 'ZuoraInvoice',
      prefix: DOCUMENT_PREFIXES.invoice,
      load: (id, context) => context.session(zuoraBilling).documents.invoices.find(id),
    },
    {
      type: 'ZuoraPayment',
      prefix: DOCUMENT_PREFIXES.payment,
      load: (id, context) => context.session(zuoraBilling).documents.payments.find(id),
    },
    {
      type: 'ZuoraCreditMemo',
      prefix: DOCUMENT_PREFIXES.creditMemo,
      load: (id, context) => context.session(zuoraBilling).documents.creditMemos.find(id),
    },
    {
      type: 'ZuoraDebitMemo',
      prefix: DOCUMENT_PREFIXES.debitMemo,
      load: (id, context) => context.session(zuoraBilling).documents.debitMemos.find(id),
    },
    {
      type: 'ZuoraUsage',
      prefix: DOCUMENT_PREFIXES.usage,
      load: (id, context) => context.session(zuoraBilling).documents.usages.find(id),
    },
  ],
};
