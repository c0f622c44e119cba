import type { Money } from '../../kernel/money.js';

/** Plain data as the schema shows it, under the schema's names; all of it survives JSON. */
export interface ZuoraAccount {
  readonly id: string;
  readonly zuoraId: string;
  readonly accountNumber: string;
  readonly name: string;
  readonly status: ZuoraAccountStatus;
  readonly statusText: string | null;
  readonly currency: string;
  readonly balance: Money | null;
  readonly metrics: ZuoraAccountMetrics;
  readonly billCycleDay: number | null;
  readonly paymentTerm: string | null;
  readonly batch: string | null;
  readonly autoPay: boolean | null;
  readonly crmId: string | null;
  readonly notes: string | null;
  readonly billToContact: ZuoraContact | null;
  readonly soldToContact: ZuoraContact | null;
  readonly customFields: Readonly<Record<string, unknown>> | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}

export type ZuoraAccountStatus = 'DRAFT' | 'ACTIVE' | 'CANCELED' | 'UNKNOWN';

export interface ZuoraAccountMetrics {
  readonly balance: Money | null;
  readonly contractedMrr: Money | null;
  readonly creditBalance: Money | null;
  readonly totalInvoiceBalance: Money | null;
  readonly totalDebitMemoBalance: Money | null;
  readonly unappliedPaymentAmount: Money | null;
  readonly unappliedCreditMemoAmount: Money | null;
  readonly reservedPaymentAmount: Money | null;
}

export interface ZuoraContact {
  readonly zuoraId: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly workEmail: string | null;
  readonly personalEmail: string | null;
  readonly workPhone: string | null;
  readonly mobilePhone: string | null;
  readonly address1: string | null;
  readonly address2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly county: string | null;
  readonly country: string | null;
  readonly taxRegion: string | null;
}

export type ZuoraSubscriptionStatus =
  | 'DRAFT'
  | 'PENDING_ACTIVATION'
  | 'PENDING_ACCEPTANCE'
  | 'ACTIVE'
  | 'CANCELLED'
  | 'SUSPENDED'
  | 'EXPIRED'
  | 'UNKNOWN';

/** The latest version of a subscription, with its rate plans, charges and tiers. */
export interface ZuoraSubscription {
  readonly id: string;
  readonly zuoraId: string;
  readonly accountId: string;
  readonly subscriptionNumber: string;
  readonly version: number;
  readonly status: ZuoraSubscriptionStatus;
  readonly statusText: string | null;
  readonly termType: string;
  readonly termStartDate: string | null;
  readonly termEndDate: string | null;
  readonly contractEffectiveDate: string | null;
  readonly serviceActivationDate: string | null;
  readonly customerAcceptanceDate: string | null;
  readonly subscriptionStartDate: string | null;
  readonly subscriptionEndDate: string | null;
  readonly cancelledDate: string | null;
  readonly initialTerm: number | null;
  readonly initialTermPeriodType: string | null;
  readonly renewalTerm: number | null;
  readonly renewalTermPeriodType: string | null;
  readonly autoRenew: boolean | null;
  readonly notes: string | null;
  readonly contractedMrr: Money | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly ratePlans: readonly ZuoraRatePlan[];
}

export interface ZuoraRatePlan {
  readonly id: string;
  readonly productRatePlanId: string;
  readonly name: string;
  readonly charges: readonly ZuoraRatePlanCharge[];
}

export interface ZuoraRatePlanCharge {
  readonly id: string;
  readonly chargeNumber: string;
  readonly name: string;
  readonly type: string;
  readonly model: string;
  readonly price: Money | null;
  readonly discountPercentage: string | null;
  readonly quantity: string | null;
  readonly unitOfMeasure: string | null;
  readonly billingPeriod: string | null;
  readonly effectiveStartDate: string | null;
  readonly effectiveEndDate: string | null;
  readonly tiers: readonly ZuoraChargeTier[];
  readonly mrr: Money | null;
  /** Over time, the first one first. */
  readonly segments: readonly ZuoraChargeSegment[];
}

/** A charge between two days on which its price or quantity changed. */
export interface ZuoraChargeSegment {
  readonly id: string;
  readonly segment: number;
  readonly price: Money | null;
  readonly discountPercentage: string | null;
  readonly quantity: string | null;
  readonly effectiveStartDate: string | null;
  readonly effectiveEndDate: string | null;
  readonly tiers: readonly ZuoraChargeTier[];
  readonly mrr: Money | null;
}

export interface ZuoraChargeTier {
  readonly tier: number;
  readonly startingUnit: string | null;
  readonly endingUnit: string | null;
  readonly price: Money | null;
  readonly priceFormat: string | null;
  readonly isOveragePrice: boolean | null;
}
