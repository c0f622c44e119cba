import { recordsBy } from '../object-query/search.js';
import { CHARGE_MODELS, type ChargeModel } from '../seed/catalog/catalog-model.js';
import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';

/** A charge as v1 spells it; what Object Query keeps in the tiers is partly on the charge itself here. */
export function chargeBody(store: Store, charge: ZuoraRecord) {
  const tiers = recordsBy(store, 'ratePlanChargeTier', 'ratePlanChargeId', charge.id).toSorted(
    (a, b) => Number(a.tier) - Number(b.tier),
  );
  const [first] = tiers;
  const tiered = tiers.length > 1;
  return {
    applyDiscountTo: charge.applyDiscountTo,
    billingDay: charge.billCycleType,
    billingPeriod: charge.billingPeriod,
    billingPeriodAlignment: charge.billingPeriodAlignment,
    billingTiming: charge.billingTiming,
    chargedThroughDate: charge.chargedThroughDate,
    currency: first?.currency ?? null,
    description: charge.description ?? '',
    discountAmount: first?.discountAmount ?? null,
    discountApplyDetails: null,
    discountClass: null,
    discountLevel: charge.discountLevel,
    discountPercentage: first?.discountPercentage ?? null,
    dmrc: charge.dMRC,
    done: false,
    dtcv: charge.dTCV,
    effectiveEndDate: charge.effectiveEndDate,
    effectiveStartDate: charge.effectiveStartDate,
    endDateCondition: charge.endDateCondition === 'SubscriptionEnd' ? 'Subscription_End' : 'One_Time',
    id: charge.id,
    includedUnits: first?.includedUnits ?? null,
    listPriceBase: charge.listPriceBase === null ? null : String(charge.listPriceBase).replaceAll(' ', '_'),
    model: CHARGE_MODELS[charge.chargeModel as ChargeModel] ?? charge.chargeModel,
    mrr: charge.mRR,
    name: charge.name,
    number: charge.chargeNumber,
    numberOfPeriods: null,
    originalChargeId: charge.originalId,
    originalOrderDate: charge.originalOrderDate,
    overageCalculationOption: null,
    overagePrice: first?.overagePrice ?? null,
    overageUnusedUnitsCreditOption: null,
    price: tiered ? null : (first?.price ?? null),
    priceChangeOption: charge.priceChangeOption,
    priceIncreasePercentage: null,
    pricingSummary: summaryOf(charge, tiers),
    processedThroughDate: charge.processedThroughDate,
    productRatePlanChargeId: charge.productRatePlanChargeId,
    quantity: charge.quantity,
    segment: charge.segment,
    smoothingModel: null,
    specificBillingPeriod: null,
    specificEndDate: null,
    tcv: charge.tCV,
    tiers: tiered ? tiers.map(tierBody) : null,
    triggerDate: null,
    triggerEvent: charge.triggerEvent,
    type: charge.chargeType,
    unusedUnitsCreditRates: null,
    uom: charge.uOM,
    upToPeriods: null,
    upToPeriodsType: null,
    usageRecordRatingOption: null,
    version: charge.version,
  };
}

function tierBody(tier: ZuoraRecord) {
  return {
    tier: tier.tier,
    startingUnit: tier.startingUnit,
    endingUnit: tier.endingUnit,
    price: tier.price,
    priceFormat: tier.priceFormat,
  };
}

function summaryOf({ uOM }: ZuoraRecord, tiers: readonly ZuoraRecord[]): string {
  const [first] = tiers;
  if (!first) return '';
  if (first.discountPercentage !== null) return `${first.discountPercentage}% discount`;
  if (first.discountAmount !== null) return `${first.currency}${first.discountAmount} fixed amount discount`;
  return tiers
    .filter(({ price }) => price !== null)
    .map(
      ({ currency, price, priceFormat }) =>
        `${currency}${price}${priceFormat === 'PerUnit' ? ` per ${uOM ?? 'unit'}` : ''}`,
    )
    .join('; ');
}
