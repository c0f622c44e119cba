import { z } from 'zod';
import { type Problem, Refusal } from '../../../../kernel/refusal.js';
import type { ZuoraProductChargeTier } from '../model.js';
import type { ChargeTier, ChargeUpdate } from './charge-inputs.js';
import { type Fields, tierData, updateFields } from './requests.js';

/** https://developer.zuora.com/v1-api-reference/api/operation/Object_GETProductRatePlanCharge/ Tiers are not in it. */
export const CurrentCharge = z.looseObject({ ProductRatePlanId: z.string() });
export type CurrentCharge = z.infer<typeof CurrentCharge>;

// Zuora wants these with every change, whatever is changed, and what goes with their values.
const REQUIRED: Readonly<Record<string, string>> = {
  BillCycleType: 'billCycleType',
  BillingPeriod: 'billingPeriod',
  ChargeModel: 'model',
  TriggerEvent: 'triggerEvent',
};
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  BillCycleType: ['BillCycleDay', 'WeeklyBillCycleDay'],
  BillingPeriod: ['SpecificBillingPeriod'],
};

/**
 * The fields of a change, those of today that Zuora wants along with it included. Throws a Refusal that names what Zuora
 * wants and does not tell. `tiers`: those of today, which stay unless the change has others.
 */
export function chargeUpdateFields(
  input: ChargeUpdate,
  current: CurrentCharge,
  tiers: readonly ZuoraProductChargeTier[],
): Fields {
  const changes = updateFields(input);
  const kept: Record<string, unknown> = { ProductRatePlanId: current.ProductRatePlanId };
  const problems: Problem[] = [];
  for (const [name, inputName] of Object.entries(REQUIRED)) {
    if (name in changes) continue;
    const value = current[name] ?? null;
    if (value === null || value === '') problems.push(unknown(inputName));
    kept[name] = value;
    for (const companion of COMPANIONS[name] ?? []) {
      if (current[companion] != null && !(companion in changes)) kept[companion] = current[companion];
    }
  }
  // Only discounts have it; of everything else it says nothing.
  const flag = 'UseDiscountSpecificAccountingCode';
  if (!(flag in changes)) kept[flag] = current[flag] ?? false;
  if (!input.tiers) {
    const same = tiers.map(asInput);
    if (same.length === 0 || same.some((tier) => tier === null)) problems.push(unknown('tiers'));
    kept.ProductRatePlanChargeTierData = tierData(same.filter((tier) => tier !== null));
  }
  if (problems.length > 0) throw new Refusal(problems);
  return { ...kept, ...changes };
}

function unknown(name: string): Problem {
  const message = 'has to be given: Zuora wants it with every change, and does not tell what it is today';
  return { code: 'INVALID', message, field: ['input', name] };
}

/** Null for a tier whose price is not known. */
function asInput(tier: ZuoraProductChargeTier): ChargeTier | null {
  const { currency, price, discountPercentage, startingUnit, endingUnit, priceFormat, isOveragePrice } = tier;
  if (currency === null || (price === null && discountPercentage === null)) return null;
  return {
    currency,
    ...(price && (tier.isDiscountAmount ? { discountAmount: price.amount } : { price: price.amount })),
    discountPercentage,
    startingUnit,
    endingUnit,
    priceFormat: priceFormat === 'FlatFee' || priceFormat === 'PerUnit' ? priceFormat : null,
    isOveragePrice,
  };
}
