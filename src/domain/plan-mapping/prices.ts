import { isLess, plus, times } from '../../kernel/money.js';
import type { RatePlan, Slab } from './blueprint.js';
import type { SoldCharge, SoldTier } from './sold.js';

/** A charge that has no equal, and why. */
export class NoEqual extends Error {
  override readonly name = 'NoEqual';
}

/** The slabs of a charge whose price depends on how much. */
export function ratePlanOf(charge: SoldCharge): RatePlan {
  switch (charge.model) {
    case 'FLAT_FEE':
      return { model: 'TIERED', slabs: [{ startAfter: '0', priceType: 'FLAT', rate: priceOf(charge) }] };
    case 'PER_UNIT':
      return { model: 'TIERED', slabs: [{ startAfter: '0', priceType: 'PER_UNIT', rate: priceOf(charge) }] };
    case 'TIERED':
      return { model: 'TIERED', slabs: slabsOf(charge.tiers) };
    case 'VOLUME':
      return { model: 'VOLUME', slabs: slabsOf(charge.tiers) };
    case 'OVERAGE':
      return { model: 'TIERED', slabs: overageSlabs(charge) };
    case 'TIERED_WITH_OVERAGE':
      return { model: 'TIERED', slabs: tiersWithOverage(charge) };
    default:
      throw new NoEqual(`${charge.kindText} has no equal among rate cards.`);
  }
}

/** What a quantity costs. */
export function amountFor(charge: SoldCharge): string {
  if (charge.model === 'FLAT_FEE') return priceOf(charge);
  const quantity = charge.quantity;
  if (quantity === null) throw new NoEqual('It has no quantity.');
  if (charge.model === 'PER_UNIT') return times(priceOf(charge), quantity);
  const { model, slabs } = ratePlanOf(charge);
  if (model === 'VOLUME') {
    const slab = slabs.findLast(({ startAfter }) => startAfter === '0' || isLess(startAfter, quantity));
    return slab ? costOf(slab, quantity) : '0';
  }
  return slabs
    .map((slab, at) => {
      if (slab.startAfter !== '0' && !isLess(slab.startAfter, quantity)) return '0';
      const next = slabs[at + 1]?.startAfter;
      const end = next !== undefined && isLess(next, quantity) ? next : quantity;
      return costOf(slab, plus(end, times(slab.startAfter, '-1')));
    })
    .reduce(plus, '0');
}

const costOf = ({ priceType, rate }: Slab, units: string) => (priceType === 'FLAT' ? rate : times(rate, units));

export function priceOf({ price }: SoldCharge): string {
  if (price === null) throw new NoEqual('It has no price.');
  return price;
}

/**
 * Tiers name their first unit, slabs the last unit before them. Tiers of whole units begin one after the end of the tier
 * before; those of fractions begin where it ends. Anything else is a gap.
 */
function slabsOf(tiers: readonly SoldTier[]): readonly Slab[] {
  if (tiers.length === 0) throw new NoEqual('It has no tiers.');
  return tiers.map((tier, at) => {
    const { price, perUnit } = tier;
    if (price === null) throw new NoEqual(`Its tier ${at + 1} has no price.`);
    return { startAfter: startAfter(tier, tiers[at - 1], at), priceType: perUnit ? 'PER_UNIT' : 'FLAT', rate: price };
  });
}

function startAfter({ startingUnit }: SoldTier, before: SoldTier | undefined, at: number): string {
  if (before === undefined) {
    if (startingUnit === '0' || startingUnit === '1') return '0';
    throw new NoEqual(`Its first tier begins at ${startingUnit}.`);
  }
  const { endingUnit } = before;
  if (endingUnit === null) throw new NoEqual(`Its tier ${at} has no end, but is not the last one.`);
  if (startingUnit !== endingUnit && startingUnit !== plus(endingUnit, '1')) {
    throw new NoEqual(`Its tiers have a gap or overlap between ${endingUnit} and ${startingUnit}.`);
  }
  return endingUnit;
}

function overageSlabs({ includedUnits, overagePrice, tiers, price }: SoldCharge): readonly Slab[] {
  const rate = overagePrice ?? tiers.find(({ isOverage }) => isOverage)?.price ?? price;
  if (rate === null) throw new NoEqual('It has no overage price.');
  const beyond = { priceType: 'PER_UNIT' as const, rate };
  const included = includedUnits ?? '0';
  if (included === '0') return [{ startAfter: '0', ...beyond }];
  return [
    { startAfter: '0', priceType: 'PER_UNIT', rate: '0' },
    { startAfter: included, ...beyond },
  ];
}

function tiersWithOverage({ tiers, overagePrice }: SoldCharge): readonly Slab[] {
  const ordinary = tiers.filter(({ isOverage }) => !isOverage);
  const overage = tiers.find(({ isOverage }) => isOverage);
  const rate = overage?.price ?? overagePrice;
  const last = ordinary.at(-1);
  if (rate == null) throw new NoEqual('It has no overage price.');
  if (!last || last.endingUnit === null) throw new NoEqual('It does not say where the overage begins.');
  return [...slabsOf(ordinary), { startAfter: last.endingUnit, priceType: 'PER_UNIT', rate }];
}
