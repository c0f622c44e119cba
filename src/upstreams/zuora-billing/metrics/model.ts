import type { Money } from '../../../kernel/money.js';

/** What one charge is worth between two days; plain data that survives JSON. */
export interface ZuoraChargeMetric extends MetricRow {
  readonly mrrGross: Money | null;
  readonly mrrDiscount: Money | null;
  readonly mrrNet: Money | null;
  readonly tcvGross: Money | null;
  readonly tcvDiscount: Money | null;
  readonly tcvNet: Money | null;
}

/** What one discount takes off one charge between two days. */
export interface ZuoraDiscountAllocation extends MetricRow {
  readonly chargeMetricId: string | null;
  readonly discountChargeNumber: string | null;
  readonly discountMrr: Money | null;
  readonly discountTcv: Money | null;
}

/** What both have in common. */
export interface MetricRow {
  readonly zuoraId: string;
  /** Whether it does not count any more. */
  readonly deleted: boolean;
  readonly chargeNumber: string | null;
  readonly subscriptionNumber: string | null;
  readonly subscriptionOwnerAccountNumber: string | null;
  readonly invoiceOwnerAccountNumber: string | null;
  readonly ratePlanChargeId: string | null;
  readonly productId: string | null;
  readonly productRatePlanId: string | null;
  readonly productRatePlanChargeId: string | null;
  readonly amendmentId: string | null;
  readonly amendmentType: string | null;
  readonly currency: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}

/** Running totals of an account in one of its currencies. */
export interface ZuoraCurrencyMetrics {
  readonly currency: string;
  readonly balance: Money | null;
  readonly contractedMrr: Money | null;
  readonly totalInvoiceBalance: Money | null;
  readonly totalDebitMemoBalance: Money | null;
  readonly unappliedPaymentAmount: Money | null;
  readonly unappliedCreditMemoAmount: Money | null;
  readonly reservedPaymentAmount: Money | null;
}
