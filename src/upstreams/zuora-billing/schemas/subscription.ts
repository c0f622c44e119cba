import { z } from 'zod';
import { Amount, Day, Flag, Instant, listOf, Text, Whole } from './wire.js';

/** https://developer.zuora.com/v1-api-reference/api/operation/queryRatePlanChargeTiers/ */
export const ChargeTier = z.object({
  id: z.string(),
  ratePlanChargeId: Text,
  tier: Whole,
  currency: Text,
  price: Amount,
  startingUnit: Amount,
  endingUnit: Amount,
  priceFormat: Text,
  isOveragePrice: Flag,
  discountAmount: Amount,
  discountPercentage: Amount,
  includedUnits: Amount,
  overagePrice: Amount,
});
export type ChargeTier = z.infer<typeof ChargeTier>;

/** One segment of a charge. https://developer.zuora.com/v1-api-reference/api/operation/queryRatePlanCharges/ */
export const Charge = z.object({
  id: z.string(),
  ratePlanId: Text,
  /** The id of its first version and segment. */
  originalId: Text,
  chargeNumber: z.string(),
  name: z.string(),
  chargeType: z.string(),
  chargeModel: z.string(),
  billingPeriod: Text,
  quantity: Amount,
  uOM: Text,
  productRatePlanChargeId: Text,
  billingTiming: Text,
  isPrepaid: Flag,
  mRR: Amount,
  segment: Whole,
  effectiveStartDate: Day,
  effectiveEndDate: Day,
  ratePlanChargeTiers: listOf(ChargeTier),
});
export type Charge = z.infer<typeof Charge>;

/** https://developer.zuora.com/v1-api-reference/api/operation/queryRatePlans/ */
export const RatePlan = z.object({
  id: z.string(),
  subscriptionId: Text,
  productRatePlanId: z.string(),
  name: z.string(),
  amendmentType: Text,
  ratePlanCharges: listOf(Charge),
});
export type RatePlan = z.infer<typeof RatePlan>;

/** One version of a subscription. https://developer.zuora.com/v1-api-reference/api/operation/querySubscriptions/ */
export const Subscription = z.object({
  id: z.string(),
  accountId: z.string(),
  /** The subscription number: v1 calls it `subscriptionNumber`. */
  name: z.string(),
  version: Whole,
  isLatestVersion: Flag,
  status: Text,
  termType: Text,
  currency: Text,
  termStartDate: Day,
  termEndDate: Day,
  contractEffectiveDate: Day,
  serviceActivationDate: Day,
  contractAcceptanceDate: Day,
  subscriptionStartDate: Day,
  subscriptionEndDate: Day,
  cancelledDate: Day,
  initialTerm: Whole,
  initialTermPeriodType: Text,
  renewalTerm: Whole,
  renewalTermPeriodType: Text,
  autoRenew: Flag,
  notes: Text,
  cMRR: Amount,
  createdDate: Instant,
  updatedDate: Instant,
  ratePlans: listOf(RatePlan),
});
export type Subscription = z.infer<typeof Subscription>;
