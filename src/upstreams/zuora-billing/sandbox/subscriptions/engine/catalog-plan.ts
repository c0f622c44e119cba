import { recordsBy } from '../../object-query/search.js';
import type { ZuoraRecord } from '../../state/record.js';
import type { Store } from '../../state/store.js';
import type { Body } from '../../v1/body.js';
import { type ChargeOverride, overridden } from './overrides.js';
import { customOf } from './products.js';
import { type Fields, NotPossible, type Plan, type Segment } from './version.js';

/** Numbers for what is new; the same number is never given twice. */
export interface Numbering {
  next(kind: 'subscription' | 'ratePlan' | 'charge' | 'amendment' | 'order'): string;
}

/** What one charge of the catalog is overridden by; named by id or number. */
export interface NamedOverride {
  readonly productRatePlanChargeId: unknown;
  readonly productRatePlanChargeNumber: unknown;
  readonly triggers: Fields;
  readonly override: ChargeOverride;
}

/** A plan of the catalog in a currency as a subscription takes it over, without days yet. */
export function planFromCatalog(
  store: Store,
  numbers: Numbering,
  { currency, body, overrides }: { currency: string; body: Body; overrides: readonly NamedOverride[] },
): Plan {
  const productPlan = productPlanOf(store, body);
  const open = new Set(overrides);
  const charges = recordsBy(store, 'productRatePlanCharge', 'productRatePlanId', productPlan.id).toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const segments = charges.map((charge) => {
    const named = overrides.find(
      ({ productRatePlanChargeId: id, productRatePlanChargeNumber: number }) =>
        id === charge.id || (number !== undefined && number === charge.productRatePlanChargeNumber),
    );
    if (named) open.delete(named);
    const segment = segmentOf(store, numbers, charge, currency);
    const triggered = { ...segment, fields: { ...segment.fields, ...named?.triggers } };
    return overridden(triggered, named?.override ?? { custom: {} });
  });
  const [unknown] = open;
  if (unknown) {
    const key = unknown.productRatePlanChargeId ?? unknown.productRatePlanChargeNumber;
    if (key === undefined) throw new NotPossible('missingField', 'Missing required value: productRatePlanChargeId');
    throw new NotPossible('invalidValue', `The charge ${String(key)} is not part of the product rate plan.`);
  }
  return {
    fields: {
      externallyManagedPlanId: typeof body.externallyManagedPlanId === 'string' ? body.externallyManagedPlanId : null,
      name: productPlan.name,
      productId: productPlan.productId,
      productRatePlanId: productPlan.id,
      reverted: false,
      subscriptionRatePlanNumber: numbers.next('ratePlan'),
      // By which later actions of the same order name it.
      ...(typeof body.uniqueToken === 'string' && { uniqueToken: body.uniqueToken }),
      ...customOf(body),
    },
    segments,
  };
}

function productPlanOf(store: Store, { productRatePlanId: id, productRatePlanNumber: number }: Body): ZuoraRecord {
  if (typeof id !== 'string' && typeof number !== 'string') {
    throw new NotPossible('missingField', 'Missing required value: productRatePlanId');
  }
  const plan =
    typeof id === 'string'
      ? store.get('productRatePlan', id)
      : recordsBy(store, 'productRatePlan', 'productRatePlanNumber', String(number), 1)[0];
  if (plan) return plan;
  throw new NotPossible('invalidValue', `The product rate plan ${String(id ?? number)} does not exist.`);
}

function segmentOf(store: Store, numbers: Numbering, charge: ZuoraRecord, currency: string): Segment {
  const discount = String(charge.chargeModel).startsWith('Discount');
  const metered = charge.chargeType === 'Usage' || discount;
  const prices = recordsBy(store, 'productRatePlanChargeTier', 'productRatePlanChargeId', charge.id)
    .filter((tier) => tier.currency === currency)
    .toSorted((a, b) => Number(a.tier) - Number(b.tier));
  return {
    fields: {
      ...COMMON,
      applyDiscountTo: discount ? 'ONETIMERECURRING' : null,
      billingPeriod: charge.billingPeriod ?? null,
      billingTiming: charge.chargeType === 'Recurring' ? 'IN_ADVANCE' : null,
      chargeModel: charge.chargeModel,
      chargeNumber: numbers.next('charge'),
      chargeType: charge.chargeType,
      description: charge.description ?? null,
      discountLevel: discount ? 'subscription' : null,
      endDateCondition: charge.chargeType === 'OneTime' ? null : 'SubscriptionEnd',
      listPriceBase: charge.listPriceBase ?? null,
      name: charge.name,
      productRatePlanChargeId: charge.id,
      quantity: metered ? null : (charge.defaultQuantity ?? 1),
      triggerEvent: charge.triggerEvent ?? 'ContractEffective',
      uOM: charge.uOM ?? null,
    },
    tiers: prices.length > 0 ? prices.map((tier) => tierOf(tier, currency, prices.length)) : [tierOf({}, currency, 1)],
  };
}

function tierOf(tier: Fields, currency: string, count: number): Fields {
  return {
    currency,
    tier: tier.tier ?? 1,
    price: tier.price ?? null,
    priceFormat: tier.priceFormat ?? null,
    startingUnit: count > 1 ? (tier.startingUnit ?? 0) : null,
    endingUnit: tier.endingUnit ?? null,
    discountAmount: tier.discountAmount ?? null,
    discountPercentage: tier.discountPercentage ?? null,
    includedUnits: tier.includedUnits ?? null,
    overagePrice: tier.overagePrice ?? null,
    isOveragePrice: false,
  };
}

const COMMON: Fields = {
  applyToBillingPeriodPartially: false,
  billCycleType: 'DefaultFromCustomer',
  billingPeriodAlignment: 'AlignToCharge',
  chargedThroughDate: null,
  commitmentType: 'UNIT',
  dMRC: 0,
  dTCV: 0,
  excludeItemBillingFromRevenueAccounting: false,
  excludeItemBookingFromRevenueAccounting: false,
  isCommitted: false,
  isLastSegment: true,
  isPrepaid: false,
  isProcessed: false,
  isRollover: false,
  priceChangeOption: 'NoChange',
  priceIncreasePercentage: 0,
  processedThroughDate: null,
  prorationOption: 'DefaultFromTenantSetting',
  reverted: false,
  segment: 1,
  taxable: false,
  version: 1,
};
