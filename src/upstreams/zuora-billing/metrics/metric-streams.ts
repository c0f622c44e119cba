import { z } from 'zod';
import { type Money, money } from '../../../kernel/money.js';
import { Amount, Day, Flag, Instant, Text } from '../schemas/wire.js';
import type { MetricRow, ZuoraChargeMetric, ZuoraDiscountAllocation } from './model.js';

/** Rows that Zuora gives for a span of time, however many they are. */
export interface MetricStream<T> {
  /** Operation id of the contract, and the address. */
  readonly operation: string;
  readonly path: string;
  /** From a row, as it came, to what is shown. */
  readonly row: z.ZodType<T>;
}

const common = {
  id: z.string().min(1),
  amendmentId: Text,
  amendmentType: Text,
  chargeNumber: Text,
  createdOn: Instant,
  currency: Text,
  deleted: Flag,
  endDate: Day,
  invoiceOwnerAccountNumber: Text,
  productId: Text,
  productRatePlanChargeId: Text,
  productRatePlanId: Text,
  ratePlanChargeId: Text,
  startDate: Day,
  subscriptionName: Text,
  subscriptionOwnerAccountNumber: Text,
  updatedOn: Instant,
};
const Common = z.object(common);

/** https://developer.zuora.com/v1-api-reference/older-api/operation/GET_ChargeMetrics */
export const CHARGE_METRICS: MetricStream<ZuoraChargeMetric> = {
  operation: 'GET_ChargeMetrics',
  path: '/charge-metrics/data/charge-metrics',
  row: z
    .object({
      ...common,
      mrrDiscountAmount: Amount,
      mrrGrossAmount: Amount,
      mrrNetAmount: Amount,
      tcvDiscountAmount: Amount,
      tcvGrossAmount: Amount,
      tcvNetAmount: Amount,
    })
    .transform((row) => ({
      ...commonOf(row),
      mrrGross: amountIn(row.currency, row.mrrGrossAmount),
      mrrDiscount: amountIn(row.currency, row.mrrDiscountAmount),
      mrrNet: amountIn(row.currency, row.mrrNetAmount),
      tcvGross: amountIn(row.currency, row.tcvGrossAmount),
      tcvDiscount: amountIn(row.currency, row.tcvDiscountAmount),
      tcvNet: amountIn(row.currency, row.tcvNetAmount),
    })),
};

export const DISCOUNT_ALLOCATIONS: MetricStream<ZuoraDiscountAllocation> = {
  operation: 'GET_ChargeMetricsDiscountAllocationDetails',
  path: '/charge-metrics/data/charge-metrics-discount-allocation-detail',
  row: z
    .object({
      ...common,
      chargeMetricsId: Text,
      discountChargeNumber: Text,
      discountMrr: Amount,
      discountTcv: Amount,
    })
    .transform((row) => ({
      ...commonOf(row),
      chargeMetricId: row.chargeMetricsId,
      discountChargeNumber: row.discountChargeNumber,
      discountMrr: amountIn(row.currency, row.discountMrr),
      discountTcv: amountIn(row.currency, row.discountTcv),
    })),
};

function commonOf(row: z.infer<typeof Common>): MetricRow {
  return {
    zuoraId: row.id,
    deleted: row.deleted ?? false,
    chargeNumber: row.chargeNumber,
    subscriptionNumber: row.subscriptionName,
    subscriptionOwnerAccountNumber: row.subscriptionOwnerAccountNumber,
    invoiceOwnerAccountNumber: row.invoiceOwnerAccountNumber,
    ratePlanChargeId: row.ratePlanChargeId,
    productId: row.productId,
    productRatePlanId: row.productRatePlanId,
    productRatePlanChargeId: row.productRatePlanChargeId,
    amendmentId: row.amendmentId,
    amendmentType: row.amendmentType,
    currency: row.currency,
    startDate: row.startDate,
    endDate: row.endDate,
    createdAt: row.createdOn,
    updatedAt: row.updatedOn,
  };
}

function amountIn(currency: string | null, amount: string | null): Money | null {
  return currency === null || amount === null ? null : money(amount, currency);
}
