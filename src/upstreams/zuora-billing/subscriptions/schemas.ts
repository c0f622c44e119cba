import { z } from 'zod';
import { Amount, Day, Instant, Text, Whole } from '../schemas/wire.js';

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_Subscription/ */
export const CreatedSubscription = z.object({ subscriptionId: Text, subscriptionNumber: z.string() });
export type CreatedSubscription = z.infer<typeof CreatedSubscription>;

const Item = z.object({
  chargeName: Text,
  productName: Text,
  quantity: Amount,
  unitOfMeasure: Text,
  chargeAmount: Amount,
  taxAmount: Amount,
  serviceStartDate: Day,
  serviceEndDate: Day,
});
export type PreviewItem = z.infer<typeof Item>;

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_PreviewSubscription/ and of PUT_Subscription with `preview` */
export const Preview = z.object({
  contractedMrr: Amount,
  totalContractedValue: Amount,
  totalDeltaMrr: Amount,
  totalDeltaTcv: Amount,
  amount: Amount,
  amountWithoutTax: Amount,
  taxAmount: Amount,
  targetDate: Day,
  invoiceItems: z.array(Item).nullish(),
  invoice: z
    .object({ amount: Amount, amountWithoutTax: Amount, taxAmount: Amount, invoiceItems: z.array(Item).nullish() })
    .nullish(),
  creditMemo: z.object({ amount: Amount, creditMemoItems: z.array(Item).nullish() }).nullish(),
});
export type Preview = z.infer<typeof Preview>;

/** https://developer.zuora.com/v1-api-reference/api/operation/getMetricsBySubscriptionNumbers/ */
export const Metrics = z.object({
  subscriptionNumber: z.string(),
  contractedMrr: Amount,
  contractedNetMrr: Amount,
  totalContractedValue: Amount,
  netTotalContractedValue: Amount,
});
export type Metrics = z.infer<typeof Metrics>;

/** A change that made a version. https://developer.zuora.com/v1-api-reference/api/operation/queryAmendments/ */
export const Amendment = z.object({
  id: z.string(),
  /** The version that was changed, not the one that was made. */
  subscriptionId: z.string(),
  code: Text,
  name: Text,
  type: Text,
  subType: Text,
  status: Text,
  contractEffectiveDate: Day,
  serviceActivationDate: Day,
  customerAcceptanceDate: Day,
  effectiveDate: Day,
  effectivePolicy: Text,
  termStartDate: Day,
  currentTerm: Whole,
  currentTermPeriodType: Text,
  renewalTerm: Whole,
  renewalTermPeriodType: Text,
  newRatePlanId: Text,
  removedRatePlanId: Text,
  createdDate: Instant,
});
export type Amendment = z.infer<typeof Amendment>;
