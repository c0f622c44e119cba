import type { Money } from '../../../kernel/money.js';

/** Plain data as the schema shows it, under the schema's names; all of it survives JSON. */
export interface ZuoraProduct {
  readonly id: string;
  readonly zuoraId: string;
  readonly name: string;
  readonly sku: string | null;
  readonly productNumber: string | null;
  readonly category: string | null;
  readonly description: string | null;
  readonly effectiveStartDate: string | null;
  readonly effectiveEndDate: string | null;
  readonly allowFeatureChanges: boolean | null;
  readonly customFields: Readonly<Record<string, unknown>> | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly ratePlans: readonly ZuoraProductRatePlan[];
}

export interface ZuoraProductRatePlan {
  readonly id: string;
  readonly zuoraId: string;
  readonly productId: string | null;
  readonly productRatePlanNumber: string | null;
  readonly name: string;
  readonly description: string | null;
  readonly effectiveStartDate: string | null;
  readonly effectiveEndDate: string | null;
  readonly customFields: Readonly<Record<string, unknown>> | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly charges: readonly ZuoraProductRatePlanCharge[];
}

export interface ZuoraProductRatePlanCharge {
  readonly zuoraId: string;
  readonly productRatePlanChargeNumber: string | null;
  readonly name: string;
  readonly description: string | null;
  readonly type: string;
  readonly model: string;
  readonly billingPeriod: string | null;
  readonly billCycleType: string | null;
  readonly billingTiming: string | null;
  readonly triggerEvent: string | null;
  readonly endDateCondition: string | null;
  readonly listPriceBase: string | null;
  readonly unitOfMeasure: string | null;
  readonly defaultQuantity: string | null;
  readonly includedUnits: string | null;
  readonly taxable: boolean | null;
  readonly taxCode: string | null;
  readonly accountingCode: string | null;
  readonly customFields: Readonly<Record<string, unknown>> | null;
  readonly tiers: readonly ZuoraProductChargeTier[];
}

export interface ZuoraProductChargeTier {
  readonly currency: string | null;
  readonly tier: number;
  readonly startingUnit: string | null;
  readonly endingUnit: string | null;
  readonly price: Money | null;
  readonly priceFormat: string | null;
  readonly isOveragePrice: boolean | null;
  readonly discountPercentage: string | null;
  /** Whether the price is what a fixed discount takes off. */
  readonly isDiscountAmount: boolean;
}
