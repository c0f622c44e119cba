import { isLess } from '../../kernel/money.js';
import type { Entitlement, FixedFee, Licence, UsageRate } from './blueprint.js';
import { cyclesIn } from './cycle.js';
import { idFor } from './ids.js';
import type { ChargeOverride, MappingOverrides } from './overrides.js';
import { amountFor, NoEqual, priceOf, ratePlanOf } from './prices.js';
import type { Period, SoldCharge } from './sold.js';

export type PricedCard =
  | { readonly kind: 'fixedFee'; readonly card: FixedFee; readonly note: string | null }
  | { readonly kind: 'licence'; readonly card: Licence; readonly note: string | null }
  | { readonly kind: 'usageRate'; readonly card: UsageRate; readonly note: string | null }
  | { readonly kind: 'entitlement'; readonly card: Entitlement; readonly note: string | null };

const LONGEST_NAME = 50;

/** The rate card of a charge in a plan that is billed by `cycle`. Null if it is left out. @throws NoEqual */
export function cardOf(charge: SoldCharge, cycle: Period, overrides: MappingOverrides): PricedCard | null {
  const own = overrideOf(charge, overrides);
  if (own.skip) return null;
  if (charge.model === 'DISCOUNT_AMOUNT' || charge.model === 'DISCOUNT_PERCENTAGE') {
    if (overrides.discounts === 'IGNORE') return null;
    throw new NoEqual('Discounts have no rate card; `discounts: IGNORE` leaves them out.');
  }
  if (charge.type === 'UNKNOWN' || charge.model === 'UNKNOWN') {
    throw new NoEqual(`${charge.kindText} has no equal among rate cards.`);
  }
  const common = {
    charge: charge.number,
    displayName: own.displayName ?? charge.name.slice(0, LONGEST_NAME),
  };
  const timing = charge.timing ?? (charge.type === 'USAGE' ? 'IN_ARREARS' : 'IN_ADVANCE');
  const prorated = own.prorated ?? overrides.prorated;
  const addOn = own.addOn ?? idFor('ao', charge.productChargeId ?? charge.number);
  if (charge.prepaidUnits !== null) {
    const feature = own.feature ?? unitOf(charge, overrides).feature;
    const amount = charge.model === 'FLAT_FEE' ? priceOf(charge) : amountFor(charge);
    return {
      kind: 'entitlement',
      card: { ...common, feature, units: charge.prepaidUnits, amount, timing },
      note: null,
    };
  }
  if (charge.type === 'ONE_TIME') {
    const fee = { addOn, once: true, amount: amountFor(charge), timing, prorated: false, everyCycles: 1 };
    return { kind: 'fixedFee', card: { ...common, ...fee }, note: null };
  }
  if (charge.period === null) throw new NoEqual(`Its billing period ${charge.periodText ?? ''} has no equal.`);
  const everyCycles = cyclesIn(charge.period, cycle);
  if (charge.type === 'USAGE') {
    const rate = ratePlanOf(charge);
    if (everyCycles !== 1 && rate.slabs.length > 1) {
      throw new NoEqual(`Its tiers count by ${charge.periodText}, and the plan is billed more often.`);
    }
    const note =
      everyCycles === 1 ? null : `Usage is billed with the plan, not by ${charge.periodText}; the prices are the same.`;
    return { kind: 'usageRate', card: { ...common, meter: own.meter ?? unitOf(charge, overrides).meter, rate }, note };
  }
  if (charge.model === 'FLAT_FEE' || everyCycles !== 1) {
    const fee = { addOn, once: false, amount: amountFor(charge), timing, prorated, everyCycles };
    const note =
      charge.model === 'FLAT_FEE'
        ? null
        : `${charge.quantity} units by ${charge.periodText} become one amount: licences are billed in every cycle.`;
    return { kind: 'fixedFee', card: { ...common, ...fee }, note };
  }
  const { quantity } = charge;
  if (quantity === null) throw new NoEqual('It has no quantity.');
  if (isLess(quantity, '0')) throw new NoEqual(`Its quantity is ${quantity}.`);
  return {
    kind: 'licence',
    card: { ...common, addOn, quantity, timing, prorated, rate: ratePlanOf(charge) },
    note: null,
  };
}

/** By number, by the product's charge, by name: the first that there is. */
export function overrideOf(
  { number, productChargeId, name }: SoldCharge,
  { charges }: MappingOverrides,
): ChargeOverride {
  return charges[number] ?? charges[productChargeId ?? ''] ?? charges[name] ?? {};
}

function unitOf({ unit, name }: SoldCharge, { units }: MappingOverrides): { meter: string; feature: string } {
  if (!unit) throw new NoEqual(`It has no unit of measure: give the charge ${JSON.stringify(name)} a meter.`);
  const { meter = idFor('um', unit), feature = idFor('ft', unit) } = units[unit] ?? {};
  return { meter, feature };
}
