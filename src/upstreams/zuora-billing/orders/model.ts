import type { Money } from '../../../kernel/money.js';
import type { ZuoraChargeTier } from '../model.js';

export type ZuoraOrderStatus =
  | 'DRAFT'
  | 'PENDING'
  | 'COMPLETED'
  | 'CANCELLED'
  | 'SCHEDULED'
  | 'EXECUTING'
  | 'FAILED'
  | 'UNKNOWN';

export type ZuoraOrderActionKind =
  | 'CREATE_SUBSCRIPTION'
  | 'TERMS_AND_CONDITIONS'
  | 'ADD_PRODUCT'
  | 'UPDATE_PRODUCT'
  | 'REMOVE_PRODUCT'
  | 'RENEW_SUBSCRIPTION'
  | 'CANCEL_SUBSCRIPTION'
  | 'OWNER_TRANSFER'
  | 'SUSPEND'
  | 'RESUME'
  | 'CHANGE_PLAN'
  | 'UNKNOWN';

/** An order, as the schema shows it; all of it survives JSON. */
export interface ZuoraOrder {
  readonly id: string;
  readonly orderNumber: string;
  readonly accountNumber: string | null;
  readonly status: ZuoraOrderStatus;
  readonly statusText: string | null;
  readonly category: string | null;
  readonly orderDate: string | null;
  readonly scheduledDate: string | null;
  readonly currency: string | null;
  readonly description: string | null;
  readonly reasonCode: string | null;
  readonly customFields: Readonly<Record<string, unknown>> | null;
  readonly createdBy: string | null;
  readonly createdAt: string | null;
  readonly updatedBy: string | null;
  readonly updatedAt: string | null;
  readonly subscriptions: readonly ZuoraOrderSubscription[];
}

export interface ZuoraOrderSubscription {
  readonly subscriptionNumber: string | null;
  readonly ownerAccountNumber: string | null;
  readonly baseVersion: number | null;
  readonly newVersion: number | null;
  readonly customFields: Readonly<Record<string, unknown>> | null;
  readonly actions: readonly ZuoraOrderAction[];
}

export interface ZuoraOrderAction {
  readonly zuoraId: string | null;
  readonly kind: ZuoraOrderActionKind;
  readonly kindText: string | null;
  readonly sequence: number | null;
  readonly changeReason: string | null;
  readonly contractEffectiveDate: string | null;
  readonly serviceActivationDate: string | null;
  readonly customerAcceptanceDate: string | null;
  readonly customFields: Readonly<Record<string, unknown>> | null;
  readonly createSubscription: OrderedSubscription | null;
  readonly addProduct: OrderedRatePlan | null;
  readonly updateProduct: OrderedUpdate | null;
  readonly removeProduct: OrderedRemoval | null;
  readonly cancelSubscription: OrderedCancellation | null;
  readonly suspend: OrderedPause | null;
  readonly resume: OrderedResumption | null;
  readonly termsAndConditions: OrderedTerms | null;
  readonly ownerTransfer: OrderedTransfer | null;
  readonly changePlan: OrderedPlanChange | null;
  /** What Zuora says about the action, as it says it. */
  readonly details: unknown;
}

export interface OrderedSubscription {
  readonly subscriptionNumber: string | null;
  readonly ownerAccountNumber: string | null;
  readonly currency: string | null;
  readonly notes: string | null;
  readonly invoiceSeparately: boolean | null;
  readonly terms: OrderedTerms | null;
  readonly ratePlans: readonly OrderedRatePlan[];
}

export interface OrderedRatePlan {
  readonly productRatePlanId: string | null;
  readonly productRatePlanNumber: string | null;
  readonly newRatePlanId: string | null;
  readonly uniqueToken: string | null;
  readonly charges: readonly OrderedCharge[];
}

export interface OrderedCharge {
  readonly chargeNumber: string | null;
  readonly productRatePlanChargeId: string | null;
  readonly uniqueToken: string | null;
  readonly description: string | null;
  readonly pricing: OrderedPricing | null;
}

export interface OrderedPricing {
  readonly model: string;
  readonly listPrice: Money | null;
  readonly quantity: string | null;
  readonly discountPercentage: string | null;
  readonly discountAmount: Money | null;
  readonly includedUnits: string | null;
  readonly overagePrice: Money | null;
  readonly tiers: readonly ZuoraChargeTier[];
}

export interface OrderedTerms {
  readonly termType: string | null;
  readonly period: number | null;
  readonly periodType: string | null;
  readonly startDate: string | null;
  readonly autoRenew: boolean | null;
  readonly renewalSetting: string | null;
  readonly renewalTerms: readonly { readonly period: number | null; readonly periodType: string | null }[];
}

export interface OrderedUpdate {
  readonly ratePlanId: string | null;
  readonly subscriptionRatePlanNumber: string | null;
  readonly newRatePlanId: string | null;
  readonly uniqueToken: string | null;
  readonly specificUpdateDate: string | null;
  readonly charges: readonly OrderedCharge[];
}

export interface OrderedRemoval {
  readonly ratePlanId: string | null;
  readonly subscriptionRatePlanNumber: string | null;
  readonly uniqueToken: string | null;
}

export interface OrderedCancellation {
  readonly policy: string | null;
  readonly effectiveDate: string | null;
}

export interface OrderedPause {
  readonly policy: string | null;
  readonly date: string | null;
  readonly periods: number | null;
  readonly periodsType: string | null;
}

export interface OrderedResumption extends OrderedPause {
  readonly extendsTerm: boolean | null;
}

export interface OrderedTransfer {
  readonly accountNumber: string | null;
  readonly invoiceAccountNumber: string | null;
}

export interface OrderedPlanChange {
  readonly ratePlanId: string | null;
  readonly subscriptionRatePlanNumber: string | null;
  readonly productRatePlanId: string | null;
  readonly subType: string | null;
  readonly effectivePolicy: string | null;
  readonly newRatePlan: OrderedRatePlan | null;
}
