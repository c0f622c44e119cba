import { type Money, money } from '../../../kernel/money.js';
import { globalId } from '../../../schema-kit/global-id.js';
import { DOCUMENT_PREFIXES } from '../names.js';
import type {
  DocumentStatus,
  PaymentStatus,
  UsageStatus,
  ZuoraCreditMemo,
  ZuoraCreditMemoApplication,
  ZuoraDebitMemo,
  ZuoraInvoice,
  ZuoraInvoiceItem,
  ZuoraMemoItem,
  ZuoraPayment,
  ZuoraPaymentApplication,
  ZuoraPaymentMethod,
  ZuoraUsage,
} from './model.js';
import type {
  CreditMemo,
  CreditMemoApplication,
  DebitMemo,
  Invoice,
  InvoiceItem,
  MemoItem,
  Payment,
  PaymentApplication,
  PaymentMethod,
  Usage,
} from './schemas.js';

const DOCUMENT_STATUSES: Readonly<Record<string, DocumentStatus>> = {
  draft: 'DRAFT',
  posted: 'POSTED',
  canceled: 'CANCELED',
  cancelled: 'CANCELED',
  reversed: 'REVERSED',
  error: 'ERROR',
};
const PAYMENT_STATUSES: Readonly<Record<string, PaymentStatus>> = {
  draft: 'DRAFT',
  processing: 'PROCESSING',
  processed: 'PROCESSED',
  error: 'ERROR',
  canceled: 'CANCELED',
  cancelled: 'CANCELED',
  posted: 'POSTED',
};
const USAGE_STATUSES: Readonly<Record<string, UsageStatus>> = {
  importing: 'IMPORTED',
  imported: 'IMPORTED',
  pending: 'PENDING',
  processed: 'PROCESSED',
};

const meaning = <T>(of: Readonly<Record<string, T>>, text: string | null, unknown: T): T =>
  of[text?.toLowerCase() ?? ''] ?? unknown;

/** Null without an amount, and without a currency: an amount of no currency is no money. */
const inCurrency =
  (currency: string | null) =>
  (amount: string | null): Money | null =>
    amount === null || currency === null ? null : money(amount, currency);

export function toInvoice(row: Invoice): ZuoraInvoice {
  const amount = inCurrency(row.currency);
  return {
    id: globalId(DOCUMENT_PREFIXES.invoice, row.id),
    zuoraId: row.id,
    accountId: row.accountId,
    invoiceNumber: row.invoiceNumber,
    status: meaning(DOCUMENT_STATUSES, row.status, 'UNKNOWN'),
    statusText: row.status,
    invoiceDate: row.invoiceDate,
    dueDate: row.dueDate,
    targetDate: row.targetDate,
    amount: amount(row.amount),
    amountWithoutTax: amount(row.amountWithoutTax),
    taxAmount: amount(row.taxAmount),
    balance: amount(row.balance),
    paymentAmount: amount(row.paymentAmount),
    creditMemoAmount: amount(row.creditMemoAmount),
    refundAmount: amount(row.refundAmount),
    reversed: row.reversed,
    source: row.source,
    sourceType: row.sourceType,
    comments: row.comments,
    postedAt: row.postedDate,
    createdAt: row.createdDate,
    updatedAt: row.updatedDate,
  };
}

export function toInvoiceItem(row: InvoiceItem, currency: string | null): ZuoraInvoiceItem {
  const amount = inCurrency(currency);
  return {
    zuoraId: row.id,
    chargeName: row.chargeName,
    chargeNumber: row.chargeNumber,
    subscriptionNumber: row.subscriptionNumber,
    description: row.description,
    serviceStartDate: row.serviceStartDate,
    serviceEndDate: row.serviceEndDate,
    quantity: row.quantity,
    unitOfMeasure: row.uOM,
    unitPrice: amount(row.unitPrice),
    amount: amount(row.chargeAmount),
    taxAmount: amount(row.taxAmount),
    balance: amount(row.balance),
  };
}

export function toPayment(row: Payment): ZuoraPayment {
  const amount = inCurrency(row.currency);
  return {
    id: globalId(DOCUMENT_PREFIXES.payment, row.id),
    zuoraId: row.id,
    accountId: row.accountId,
    paymentNumber: row.paymentNumber,
    status: meaning(PAYMENT_STATUSES, row.status, 'UNKNOWN'),
    statusText: row.status,
    type: row.type,
    effectiveDate: row.effectiveDate,
    amount: amount(row.amount),
    appliedAmount: amount(row.appliedAmount),
    unappliedAmount: amount(row.unappliedAmount),
    refundAmount: amount(row.refundAmount),
    gateway: row.gateway,
    gatewayState: row.gatewayState,
    gatewayResponse: row.gatewayResponse,
    comment: row.comment,
    createdAt: row.createdDate,
    updatedAt: row.updatedDate,
  };
}

export function toPaymentApplication(row: PaymentApplication, currency: string | null): ZuoraPaymentApplication {
  return {
    zuoraId: row.id,
    invoiceId: row.invoiceId,
    amount: inCurrency(currency)(row.applyAmount),
    effectiveDate: row.effectiveDate,
  };
}

export function toCreditMemoApplication(
  row: CreditMemoApplication,
  currency: string | null,
): ZuoraCreditMemoApplication {
  return {
    zuoraId: row.id,
    invoiceId: row.invoiceId,
    debitMemoId: row.debitMemoId,
    amount: inCurrency(currency)(row.amount),
    effectiveDate: row.effectiveDate,
  };
}

function toMemo(row: CreditMemo | DebitMemo, prefix: string) {
  const amount = inCurrency(row.currency);
  return {
    id: globalId(prefix, row.id),
    zuoraId: row.id,
    accountId: row.accountId,
    memoNumber: row.memoNumber,
    status: meaning(DOCUMENT_STATUSES, row.status, 'UNKNOWN'),
    statusText: row.status,
    memoDate: row.memoDate,
    amount: amount(row.totalAmount),
    taxAmount: amount(row.taxAmount),
    balance: amount(row.balance),
    reasonCode: row.reasonCode,
    source: row.source,
    createdAt: row.createdDate,
    updatedAt: row.updatedDate,
  };
}

export function toCreditMemo(row: CreditMemo): ZuoraCreditMemo {
  const amount = inCurrency(row.currency);
  return {
    ...toMemo(row, DOCUMENT_PREFIXES.creditMemo),
    appliedAmount: amount(row.appliedAmount),
    refundAmount: amount(row.refundAmount),
    invoiceId: row.invoiceId,
  };
}

export function toDebitMemo(row: DebitMemo): ZuoraDebitMemo {
  return { ...toMemo(row, DOCUMENT_PREFIXES.debitMemo), dueDate: row.dueDate };
}

export function toMemoItem(row: MemoItem, currency: string | null): ZuoraMemoItem {
  const amount = inCurrency(currency);
  return {
    zuoraId: row.id,
    chargeName: row.chargeName,
    serviceStartDate: row.serviceStartDate,
    serviceEndDate: row.serviceEndDate,
    quantity: row.quantity,
    unitOfMeasure: row.unitOfMeasure,
    amount: amount(row.amount),
    taxAmount: amount(row.taxAmount),
  };
}

export function toUsage(row: Usage): ZuoraUsage {
  return {
    id: globalId(DOCUMENT_PREFIXES.usage, row.id),
    zuoraId: row.id,
    accountId: row.accountId,
    accountNumber: row.accountNumber,
    subscriptionId: row.subscriptionId,
    status: meaning(USAGE_STATUSES, row.rbeStatus, 'UNKNOWN'),
    statusText: row.rbeStatus,
    quantity: row.quantity ?? '0',
    unitOfMeasure: row.uOM ?? '',
    startAt: row.startDateTime,
    endAt: row.endDateTime,
    description: row.description,
    uniqueKey: row.uniqueKey,
    sourceType: row.sourceType,
    createdAt: row.createdDate,
  };
}

export function toPaymentMethod(row: PaymentMethod): ZuoraPaymentMethod {
  return {
    zuoraId: row.id,
    type: row.type,
    status: row.paymentMethodStatus,
    active: row.active,
    cardBrand: row.cardBrand ?? row.creditCardType,
    // However Zuora masks it, no more than four digits leave this line.
    lastFour: /(\d{4})$/.exec(row.creditCardMaskNumber ?? '')?.[1] ?? null,
    expirationMonth: row.creditCardExpirationMonth,
    expirationYear: row.creditCardExpirationYear,
    lastTransactionAt: row.lastTransactionDateTime,
    lastTransactionStatus: row.lastTransactionStatus,
    consecutiveFailures: row.numConsecutiveFailures,
  };
}
