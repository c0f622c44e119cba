import { z } from 'zod';
import { Amount, Day, Flag, Instant, Text, Whole } from '../schemas/wire.js';

/** https://developer.zuora.com/v1-api-reference/api/operation/queryInvoices/ */
export const Invoice = z.object({
  id: z.string(),
  accountId: z.string(),
  invoiceNumber: z.string(),
  status: Text,
  currency: Text,
  invoiceDate: Day,
  dueDate: Day,
  targetDate: Day,
  amount: Amount,
  amountWithoutTax: Amount,
  taxAmount: Amount,
  balance: Amount,
  paymentAmount: Amount,
  creditMemoAmount: Amount,
  refundAmount: Amount,
  reversed: Flag,
  source: Text,
  sourceType: Text,
  comments: Text,
  postedDate: Instant,
  createdDate: Instant,
  updatedDate: Instant,
});
export type Invoice = z.infer<typeof Invoice>;

/** https://developer.zuora.com/v1-api-reference/api/operation/queryInvoiceItems/ */
export const InvoiceItem = z.object({
  id: z.string(),
  invoiceId: z.string(),
  chargeName: Text,
  chargeNumber: Text,
  subscriptionNumber: Text,
  description: Text,
  serviceStartDate: Day,
  serviceEndDate: Day,
  quantity: Amount,
  uOM: Text,
  unitPrice: Amount,
  chargeAmount: Amount,
  taxAmount: Amount,
  balance: Amount,
});
export type InvoiceItem = z.infer<typeof InvoiceItem>;

/** https://developer.zuora.com/v1-api-reference/api/operation/queryPayments/ */
export const Payment = z.object({
  id: z.string(),
  accountId: z.string(),
  paymentNumber: z.string(),
  status: Text,
  type: Text,
  currency: Text,
  effectiveDate: Day,
  amount: Amount,
  appliedAmount: Amount,
  unappliedAmount: Amount,
  refundAmount: Amount,
  gateway: Text,
  gatewayState: Text,
  gatewayResponse: Text,
  comment: Text,
  createdDate: Instant,
  updatedDate: Instant,
});
export type Payment = z.infer<typeof Payment>;

/** https://developer.zuora.com/v1-api-reference/api/operation/queryPaymentApplications/ */
export const PaymentApplication = z.object({
  id: z.string(),
  paymentId: z.string(),
  invoiceId: Text,
  applyAmount: Amount,
  effectiveDate: Day,
});
export type PaymentApplication = z.infer<typeof PaymentApplication>;

/** https://developer.zuora.com/v1-api-reference/api/operation/queryCreditMemoApplications/ */
export const CreditMemoApplication = z.object({
  id: z.string(),
  accountId: z.string(),
  creditMemoId: z.string(),
  invoiceId: Text,
  debitMemoId: Text,
  amount: Amount,
  effectiveDate: Day,
});
export type CreditMemoApplication = z.infer<typeof CreditMemoApplication>;

const memo = {
  id: z.string(),
  accountId: z.string(),
  memoNumber: z.string(),
  status: Text,
  currency: Text,
  memoDate: Day,
  totalAmount: Amount,
  taxAmount: Amount,
  balance: Amount,
  reasonCode: Text,
  source: Text,
  createdDate: Instant,
  updatedDate: Instant,
};
/** https://developer.zuora.com/v1-api-reference/api/operation/queryCreditMemos/ */
export const CreditMemo = z.object({ ...memo, appliedAmount: Amount, refundAmount: Amount, invoiceId: Text });
export type CreditMemo = z.infer<typeof CreditMemo>;
/** https://developer.zuora.com/v1-api-reference/api/operation/queryDebitMemos/ */
export const DebitMemo = z.object({ ...memo, dueDate: Day });
export type DebitMemo = z.infer<typeof DebitMemo>;

const memoItem = {
  id: z.string(),
  chargeName: Text,
  serviceStartDate: Day,
  serviceEndDate: Day,
  quantity: Amount,
  unitOfMeasure: Text,
  amount: Amount,
  taxAmount: Amount,
};
/** https://developer.zuora.com/v1-api-reference/api/operation/queryCreditMemoItems/ */
export const CreditMemoItem = z.object({ ...memoItem, creditMemoId: z.string() });
/** https://developer.zuora.com/v1-api-reference/api/operation/queryDebitMemoItems/ */
export const DebitMemoItem = z.object({ ...memoItem, debitMemoId: z.string() });
export type MemoItem = z.infer<z.ZodObject<typeof memoItem>>;

/** https://developer.zuora.com/v1-api-reference/api/operation/queryUsages/ */
export const Usage = z.object({
  id: z.string(),
  accountId: z.string(),
  accountNumber: Text,
  subscriptionId: Text,
  rbeStatus: Text,
  quantity: Amount,
  uOM: Text,
  startDateTime: Instant,
  endDateTime: Instant,
  description: Text,
  uniqueKey: Text,
  sourceType: Text,
  createdDate: Instant,
});
export type Usage = z.infer<typeof Usage>;

/**
 * https://developer.zuora.com/v1-api-reference/api/operation/queryPaymentMethods/
 * What is not named here is dropped where it arrives: names of card holders and bank identification numbers, too.
 */
export const PaymentMethod = z.object({
  id: z.string(),
  accountId: z.string(),
  type: z.string(),
  paymentMethodStatus: Text,
  active: Flag,
  creditCardType: Text,
  cardBrand: Text,
  creditCardMaskNumber: Text,
  creditCardExpirationMonth: Whole,
  creditCardExpirationYear: Whole,
  lastTransactionDateTime: Instant,
  lastTransactionStatus: Text,
  numConsecutiveFailures: Whole,
});
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** https://developer.zuora.com/v1-api-reference/api/operation/GET_InvoiceFiles/ */
export const InvoiceFile = z.object({ id: z.string(), versionNumber: Amount, pdfFileUrl: z.string() });
