import type { Money } from '../../../kernel/money.js';

export interface ZuoraInvoice {
  readonly id: string;
  readonly zuoraId: string;
  readonly accountId: string;
  readonly invoiceNumber: string;
  readonly status: DocumentStatus;
  readonly statusText: string | null;
  readonly invoiceDate: string | null;
  readonly dueDate: string | null;
  readonly targetDate: string | null;
  readonly amount: Money | null;
  readonly amountWithoutTax: Money | null;
  readonly taxAmount: Money | null;
  readonly balance: Money | null;
  readonly paymentAmount: Money | null;
  readonly creditMemoAmount: Money | null;
  readonly refundAmount: Money | null;
  readonly reversed: boolean | null;
  readonly source: string | null;
  readonly sourceType: string | null;
  readonly comments: string | null;
  readonly postedAt: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}

export type DocumentStatus = 'DRAFT' | 'POSTED' | 'CANCELED' | 'REVERSED' | 'ERROR' | 'UNKNOWN';

export interface ZuoraInvoiceItem {
  readonly zuoraId: string;
  readonly chargeName: string | null;
  readonly chargeNumber: string | null;
  readonly subscriptionNumber: string | null;
  readonly description: string | null;
  readonly serviceStartDate: string | null;
  readonly serviceEndDate: string | null;
  readonly quantity: string | null;
  readonly unitOfMeasure: string | null;
  readonly unitPrice: Money | null;
  readonly amount: Money | null;
  readonly taxAmount: Money | null;
  readonly balance: Money | null;
}

export interface ZuoraInvoiceFile {
  readonly zuoraId: string;
  readonly version: string | null;
  readonly url: string;
}

export interface ZuoraPayment {
  readonly id: string;
  readonly zuoraId: string;
  readonly accountId: string;
  readonly paymentNumber: string;
  readonly status: PaymentStatus;
  readonly statusText: string | null;
  readonly type: string | null;
  readonly effectiveDate: string | null;
  readonly amount: Money | null;
  readonly appliedAmount: Money | null;
  readonly unappliedAmount: Money | null;
  readonly refundAmount: Money | null;
  readonly gateway: string | null;
  readonly gatewayState: string | null;
  readonly gatewayResponse: string | null;
  readonly comment: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}

export type PaymentStatus = 'DRAFT' | 'PROCESSING' | 'PROCESSED' | 'ERROR' | 'CANCELED' | 'POSTED' | 'UNKNOWN';

/** What a payment was applied to. */
export interface ZuoraPaymentApplication {
  readonly zuoraId: string;
  readonly invoiceId: string | null;
  readonly amount: Money | null;
  readonly effectiveDate: string | null;
}

/** What a credit memo was applied to. */
export interface ZuoraCreditMemoApplication {
  readonly zuoraId: string;
  readonly invoiceId: string | null;
  readonly debitMemoId: string | null;
  readonly amount: Money | null;
  readonly effectiveDate: string | null;
}

/** What credit and debit memos have in common. */
interface Memo {
  readonly id: string;
  readonly zuoraId: string;
  readonly accountId: string;
  readonly memoNumber: string;
  readonly status: DocumentStatus;
  readonly statusText: string | null;
  readonly memoDate: string | null;
  readonly amount: Money | null;
  readonly taxAmount: Money | null;
  readonly balance: Money | null;
  readonly reasonCode: string | null;
  readonly source: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}

export interface ZuoraCreditMemo extends Memo {
  readonly appliedAmount: Money | null;
  readonly refundAmount: Money | null;
  readonly invoiceId: string | null;
}

export interface ZuoraDebitMemo extends Memo {
  readonly dueDate: string | null;
}

export interface ZuoraMemoItem {
  readonly zuoraId: string;
  readonly chargeName: string | null;
  readonly serviceStartDate: string | null;
  readonly serviceEndDate: string | null;
  readonly quantity: string | null;
  readonly unitOfMeasure: string | null;
  readonly amount: Money | null;
  readonly taxAmount: Money | null;
}

export interface ZuoraUsage {
  readonly id: string;
  readonly zuoraId: string;
  readonly accountId: string;
  readonly accountNumber: string | null;
  readonly subscriptionId: string | null;
  readonly status: UsageStatus;
  readonly statusText: string | null;
  readonly quantity: string;
  readonly unitOfMeasure: string;
  readonly startAt: string | null;
  readonly endAt: string | null;
  readonly description: string | null;
  readonly uniqueKey: string | null;
  readonly sourceType: string | null;
  readonly createdAt: string | null;
}

export type UsageStatus = 'IMPORTED' | 'PENDING' | 'PROCESSED' | 'UNKNOWN';

/** Nothing that a card could be charged with. */
export interface ZuoraPaymentMethod {
  readonly zuoraId: string;
  readonly type: string;
  readonly status: string | null;
  readonly active: boolean | null;
  readonly cardBrand: string | null;
  readonly lastFour: string | null;
  readonly expirationMonth: number | null;
  readonly expirationYear: number | null;
  readonly lastTransactionAt: string | null;
  readonly lastTransactionStatus: string | null;
  readonly consecutiveFailures: number | null;
}
