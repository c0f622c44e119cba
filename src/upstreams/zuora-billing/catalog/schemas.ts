import { z } from 'zod';
import { Amount, Day, Flag, Instant, listOf, Text, Whole } from '../schemas/wire.js';

// Custom fields (`Name__c`) come along under their own names.

/** https://developer.zuora.com/v1-api-reference/api/operation/queryProductRatePlanChargeTiers/ */
export const ProductChargeTier = z.object({
  id: z.string(),
  productRatePlanChargeId: Text,
  active: Flag,
  currency: Text,
  tier: Whole,
  startingUnit: Amount,
  endingUnit: Amount,
  price: Amount,
  priceFormat: Text,
  isOveragePrice: Flag,
  discountAmount: Amount,
  discountPercentage: Amount,
});
export type ProductChargeTier = z.infer<typeof ProductChargeTier>;

/** https://developer.zuora.com/v1-api-reference/api/operation/queryProductRatePlanCharges/ */
export const ProductCharge = z.looseObject({
  id: z.string(),
  productRatePlanId: Text,
  productRatePlanChargeNumber: Text,
  name: z.string(),
  description: Text,
  chargeType: Text,
  chargeModel: Text,
  billingPeriod: Text,
  billCycleType: Text,
  billingTiming: Text,
  triggerEvent: Text,
  endDateCondition: Text,
  listPriceBase: Text,
  uOM: Text,
  defaultQuantity: Amount,
  includedUnits: Amount,
  taxable: Flag,
  taxCode: Text,
  accountingCode: Text,
  createdDate: Instant,
  updatedDate: Instant,
  productRatePlanChargeTiers: listOf(ProductChargeTier),
});
export type ProductCharge = z.infer<typeof ProductCharge>;

/** https://developer.zuora.com/v1-api-reference/api/operation/queryProductRatePlans/ */
export const ProductRatePlan = z.looseObject({
  id: z.string(),
  productId: Text,
  productRatePlanNumber: Text,
  name: z.string(),
  description: Text,
  effectiveStartDate: Day,
  effectiveEndDate: Day,
  createdDate: Instant,
  updatedDate: Instant,
  productRatePlanCharges: listOf(ProductCharge),
});
export type ProductRatePlan = z.infer<typeof ProductRatePlan>;

/** https://developer.zuora.com/v1-api-reference/api/operation/queryProducts/ */
export const Product = z.looseObject({
  id: z.string(),
  name: z.string(),
  sKU: Text,
  productNumber: Text,
  category: Text,
  description: Text,
  effectiveStartDate: Day,
  effectiveEndDate: Day,
  allowFeatureChanges: Flag,
  createdDate: Instant,
  updatedDate: Instant,
  productRatePlans: listOf(ProductRatePlan),
});
export type Product = z.infer<typeof Product>;

/** What names a product, for looking it up and for lists. */
export const ProductKey = z.object({
  id: z.string(),
  name: z.string(),
  sKU: Text,
  productNumber: Text,
  createdDate: Instant,
});
export type ProductKey = z.infer<typeof ProductKey>;
