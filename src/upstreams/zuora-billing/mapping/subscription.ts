import type { Money } from '../../../kernel/money.js';
import { globalId } from '../../../schema-kit/global-id.js';
import type {
  ZuoraChargeSegment,
  ZuoraChargeTier,
  ZuoraRatePlan,
  ZuoraRatePlanCharge,
  ZuoraSubscription,
  ZuoraSubscriptionStatus,
} from '../model.js';
import { SUBSCRIPTION_PREFIX } from '../names.js';
import type { Charge, ChargeTier, RatePlan, Subscription } from '../schemas/subscription.js';

const STATUSES: Readonly<Record<string, ZuoraSubscriptionStatus>> = {
  draft: 'DRAFT',
  pendingactivation: 'PENDING_ACTIVATION',
  pendingacceptance: 'PENDING_ACCEPTANCE',
  active: 'ACTIVE',
  cancelled: 'CANCELLED',
  canceled: 'CANCELLED',
  suspended: 'SUSPENDED',
  expired: 'EXPIRED',
};

/** `today` is the billing day in the tenant's time zone: it decides which segment of a charge is shown. */
export function toSubscription(row: Subscription, today: string): ZuoraSubscription {
  const currency = row.currency ?? currencyOfTiers(row);
  return {
    // The number, because every change of the subscription makes a version with an id of its own.
    id: globalId(SUBSCRIPTION_PREFIX, row.name),
    zuoraId: row.id,
    accountId: row.accountId,
    subscriptionNumber: row.name,
    version: row.version ?? 1,
    // Object query writes "Pending Activation" and v1 "PendingActivation".
    status: STATUSES[(row.status ?? '').toLowerCase().replace(/[\s_]/g, '')] ?? 'UNKNOWN',
    statusText: row.status,
    termType: row.termType ?? 'UNKNOWN',
    termStartDate: row.termStartDate,
    termEndDate: row.termEndDate,
    contractEffectiveDate: row.contractEffectiveDate,
    serviceActivationDate: row.serviceActivationDate,
    customerAcceptanceDate: row.contractAcceptanceDate,
    subscriptionStartDate: row.subscriptionStartDate,
    subscriptionEndDate: row.subscriptionEndDate,
    cancelledDate: row.cancelledDate,
    initialTerm: row.initialTerm,
    initialTermPeriodType: row.initialTermPeriodType,
    renewalTerm: row.renewalTerm,
    renewalTermPeriodType: row.renewalTermPeriodType,
    autoRenew: row.autoRenew,
    notes: row.notes,
    contractedMrr: inCurrency(row.cMRR, currency),
    createdAt: row.createdDate,
    updatedAt: row.updatedDate,
    ratePlans: row.ratePlans.filter(isInForce).map((plan) => toRatePlan(plan, currency, today)),
  };
}

// A removed product leaves its rate plan on the versions that follow, marked as removed.
// https://developer.zuora.com/v1-api-reference/api/operation/Action_POSTquery/ (RatePlan)
function isInForce({ amendmentType }: RatePlan): boolean {
  return amendmentType !== 'RemoveProduct';
}

function toRatePlan(row: RatePlan, currency: string | null, today: string): ZuoraRatePlan {
  const byNumber = Map.groupBy(row.ratePlanCharges, ({ chargeNumber }) => chargeNumber);
  const charges: ZuoraRatePlanCharge[] = [];
  for (const segments of byNumber.values()) {
    if (segments.length > 1) segments.sort((a, b) => (a.segment ?? 0) - (b.segment ?? 0));
    const shown = segmentInForce(segments, today);
    if (shown !== undefined) charges.push(toCharge(shown, segments, currency));
  }
  return { id: row.id, productRatePlanId: row.productRatePlanId, name: row.name, charges };
}

/**
 * The segment in force today, else the next one to come, else the last one. (Zuora's own default is the last in time,
 * which shows next year's price today.)
 */
function segmentInForce(inOrder: readonly Charge[], today: string): Charge | undefined {
  return inOrder.find((segment) => !hasEnded(segment, today)) ?? inOrder.at(-1);
}

/** The end date is the first day on which the segment no longer counts. */
function hasEnded({ effectiveEndDate }: Charge, today: string): boolean {
  return effectiveEndDate !== null && effectiveEndDate <= today;
}

function toCharge(row: Charge, segments: readonly Charge[], currency: string | null): ZuoraRatePlanCharge {
  const all = segments.map((segment) => toSegment(segment, currency));
  const shown = all[segments.indexOf(row)] ?? toSegment(row, currency);
  return {
    id: shown.id,
    price: shown.price,
    discountPercentage: shown.discountPercentage,
    quantity: shown.quantity,
    effectiveStartDate: shown.effectiveStartDate,
    effectiveEndDate: shown.effectiveEndDate,
    tiers: shown.tiers,
    mrr: shown.mrr,
    chargeNumber: row.chargeNumber,
    name: row.name,
    type: row.chargeType,
    model: row.chargeModel,
    unitOfMeasure: row.uOM,
    billingPeriod: row.billingPeriod,
    segments: all,
  };
}

function toSegment(row: Charge, subscriptionCurrency: string | null): ZuoraChargeSegment {
  const { ratePlanChargeTiers: sent } = row;
  const tiers = sent.length > 1 ? sent.toSorted((a, b) => (a.tier ?? 0) - (b.tier ?? 0)) : sent;
  const [only] = tiers.length === 1 ? tiers : [];
  return {
    id: row.id,
    segment: row.segment ?? 1,
    price: only ? priceOf(only, subscriptionCurrency) : null,
    discountPercentage: only?.discountPercentage ?? null,
    quantity: row.quantity,
    effectiveStartDate: row.effectiveStartDate,
    effectiveEndDate: row.effectiveEndDate,
    tiers: tiers.map((tier) => toTier(tier, subscriptionCurrency)),
    mrr: inCurrency(row.mRR, tiers[0]?.currency ?? subscriptionCurrency),
  };
}

function toTier(row: ChargeTier, currency: string | null): ZuoraChargeTier {
  return {
    tier: row.tier ?? 1,
    startingUnit: row.startingUnit,
    endingUnit: row.endingUnit,
    price: priceOf(row, currency),
    priceFormat: row.priceFormat,
    isOveragePrice: row.isOveragePrice,
  };
}

/** A fixed discount has its amount where other charges have their price. */
function priceOf(row: ChargeTier, currency: string | null): Money | null {
  return inCurrency(row.price ?? row.discountAmount, row.currency ?? currency);
}

function inCurrency(amount: string | null, currency: string | null): Money | null {
  // Amounts of the wire are exact already.
  return amount === null || currency === null ? null : { amount, currency };
}

function currencyOfTiers(row: Subscription): string | null {
  const tiers = row.ratePlans.flatMap((plan) => plan.ratePlanCharges.flatMap((charge) => charge.ratePlanChargeTiers));
  return tiers.find(({ currency }) => currency)?.currency ?? null;
}
