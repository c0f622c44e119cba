/** Rate cards, in the form that both generations of price plans share. https://docs.togai.com/api-reference/price-plans */

export type Interval = 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'HALF_YEARLY' | 'ANNUALLY';
export type InvoiceTiming = 'IN_ADVANCE' | 'IN_ARREARS' | 'PREPAID';

export interface PricingCycleConfig {
  readonly interval: Interval;
  readonly startOffset?: { readonly dayOffset: string; readonly monthOffset: string };
  /** Days in which past events are still taken. */
  readonly gracePeriod: number;
  readonly anniversaryCycle?: boolean;
}

export interface RatePlan {
  readonly pricingModel: 'TIERED' | 'VOLUME';
  readonly slabs: readonly {
    readonly order: number;
    /** Units before this slab. */
    readonly startAfter: number;
    readonly priceType: 'FLAT' | 'PER_UNIT' | 'PACKAGE';
    readonly slabConfig?: Readonly<Record<string, string>>;
  }[];
}

export interface SlabRates {
  readonly currency: string;
  readonly slabRates: readonly { readonly order: number; readonly rate: number }[];
}

export interface Rate {
  readonly currency: string;
  readonly rate: number;
}

interface Named {
  readonly displayName: string;
  readonly name: string;
  readonly tag?: string;
}

interface Recurring {
  /** In pricing cycles. */
  readonly recurrenceConfig?: { readonly interval: number; readonly offset: number };
}

export interface UsageRateCard extends Named {
  readonly usageMeterId: string;
  readonly ratePlan: RatePlan;
  readonly rateValues: readonly SlabRates[];
}

export interface FixedFeeRateCard extends Named, Recurring {
  /** Id of the add-on. */
  readonly id: string;
  readonly invoiceTiming: InvoiceTiming;
  readonly type: 'ONE_TIME' | 'RECURRING';
  readonly rateValues: readonly Rate[];
  readonly enableProration: boolean;
}

export interface LicenseRateCard extends Named {
  readonly id: string;
  readonly type: 'LICENSE' | 'NAMED_LICENSE';
  readonly invoiceTiming: InvoiceTiming;
  readonly enableProration: boolean;
  readonly config?: { readonly maxQuantity: number; readonly maxQuantityBreachAction: 'DO_NOTHING' };
  readonly ratePlan: RatePlan;
  readonly rateValues: readonly SlabRates[];
}

export interface BillingEntitlementRateCard extends Named, Recurring {
  readonly featureId: string;
  /** `effectiveUntil` is an ISO 8601 duration. */
  readonly featureConfigs: readonly { readonly effectiveUntil: string; readonly featureCreditLimit: number }[];
  readonly invoiceTiming: InvoiceTiming;
  readonly ratePlan: RatePlan;
  readonly rateValues: readonly SlabRates[];
}

export interface EntitlementOverageRateCard extends Named {
  readonly featureId: string;
  readonly maxQuantity?: number;
  readonly ratePlan: RatePlan;
  readonly rateValues: readonly SlabRates[];
}

export interface CreditGrantRateCard extends Named, Recurring {
  readonly id: string;
  readonly type: 'ONE_TIME' | 'RECURRING';
  readonly invoiceTiming: InvoiceTiming;
  readonly grantDetails: {
    readonly priority: number;
    readonly expiryType: 'PRICING_CYCLE' | 'NO_EXPIRY' | 'CUSTOM';
    readonly applicableEntityIds: readonly string[];
  };
  readonly rateDetails: {
    readonly pricingModel: 'TIERED' | 'VOLUME';
    readonly currencySlabRateDetails: readonly {
      readonly currency: string;
      readonly creditAmount: number;
      readonly slabDetails: readonly {
        readonly startAfter: number;
        readonly priceType: 'FLAT' | 'PER_UNIT' | 'PACKAGE';
        readonly rate: number;
      }[];
    }[];
  };
}

export interface MinimumCommitment {
  readonly displayName: string;
  readonly rateValues: readonly Rate[];
}

export interface PricePlanDetails {
  readonly supportedCurrencies: readonly string[];
  readonly activeCurrencies: readonly string[];
  readonly pricingCycleConfig?: PricingCycleConfig;
  readonly usageRateCards?: readonly UsageRateCard[];
  readonly fixedFeeRateCards?: readonly FixedFeeRateCard[];
  readonly licenseRateCards?: readonly LicenseRateCard[];
  readonly billingEntitlementRateCards?: readonly BillingEntitlementRateCard[];
  readonly entitlementOverageRateCards?: readonly EntitlementOverageRateCard[];
  readonly creditGrantRateCards?: readonly CreditGrantRateCard[];
  readonly minimumCommitment?: MinimumCommitment;
  readonly type: 'BILLING' | 'PURCHASE';
  readonly deferredRevenue: boolean;
}

/** A price plan with all its versions, oldest first. */
export interface PricePlanRecord {
  readonly id: string;
  /** Plans of the first generation are edited in one call, those of the second card by card. */
  readonly generation: 1 | 2;
  readonly name: string;
  readonly description?: string;
  readonly archived: boolean;
  readonly versions: readonly PricePlanVersion[];
}

export interface PricePlanVersion {
  readonly version: number;
  readonly status: 'DRAFT' | 'ACTIVE';
  readonly details: PricePlanDetails;
  readonly allowOngoingCycleUpdates: boolean;
  readonly startDate: string;
  readonly endDate: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}
