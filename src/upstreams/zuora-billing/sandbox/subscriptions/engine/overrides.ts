import type { FieldValue } from '../../state/record.js';
import { priced } from './pricing.js';
import { type Fields, NotPossible, type Segment } from './version.js';

/** What may be said of a charge instead of what the catalog, or the charge so far, says. */
export interface ChargeOverride {
  readonly price?: unknown;
  readonly quantity?: unknown;
  readonly tiers?: unknown;
  readonly discountAmount?: unknown;
  readonly discountPercentage?: unknown;
  readonly includedUnits?: unknown;
  readonly overagePrice?: unknown;
  readonly description?: unknown;
  readonly billingPeriod?: unknown;
  readonly custom: Fields;
}

const TIER_FIELDS = ['discountAmount', 'discountPercentage', 'includedUnits', 'overagePrice'] as const;

export function overridden(segment: Segment, override: ChargeOverride): Segment {
  const { chargeModel, chargeType, uOM } = segment.fields;
  const quantity = amountOf(override.quantity, 'quantity');
  if (quantity !== undefined && (chargeType === 'Usage' || (chargeModel === 'Flat Fee Pricing' && quantity !== 1))) {
    throw new NotPossible('businessRule', `A quantity cannot be given for this charge (${uOM ?? chargeModel}).`);
  }
  return priced({
    fields: {
      ...segment.fields,
      ...(quantity !== undefined && { quantity }),
      ...(typeof override.description === 'string' && { description: override.description }),
      ...(typeof override.billingPeriod === 'string' && {
        billingPeriod: override.billingPeriod.replaceAll('_', ' ').replace('Semi Annual', 'Semi-Annual'),
      }),
      ...override.custom,
    },
    tiers: tiersOf(segment, override),
  });
}

function tiersOf({ fields, tiers }: Segment, override: ChargeOverride): readonly Fields[] {
  const price = amountOf(override.price, 'price');
  const own = Object.fromEntries(
    TIER_FIELDS.map((name) => [name, amountOf(override[name], name)]).filter(([, value]) => value !== undefined),
  ) as Record<string, FieldValue>;
  if (override.tiers !== undefined && override.tiers !== null) {
    if (!Array.isArray(override.tiers) || override.tiers.length === 0) {
      throw new NotPossible('invalidValue', 'tiers must be a list of tiers.');
    }
    return override.tiers.map((tier: Record<string, unknown>, n) => ({
      ...tiers[0],
      id: undefined,
      ...own,
      tier: n + 1,
      startingUnit: amountOf(tier.startingUnit, 'startingUnit') ?? 0,
      endingUnit: amountOf(tier.endingUnit, 'endingUnit') ?? null,
      price: amountOf(tier.price, 'price') ?? null,
      priceFormat: tier.priceFormat === 'FlatFee' || tier.priceFormat === 'Flat Fee' ? 'FlatFee' : 'PerUnit',
    }));
  }
  if (price !== undefined && tiers.length > 1) {
    throw new NotPossible('businessRule', `The price of ${fields.name} is given by tiers.`);
  }
  return tiers.map((tier) => ({ ...tier, ...own, ...(price !== undefined && { price }) }));
}

/** A number or its text; undefined if there is none. */
function amountOf(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  if (Number.isNaN(number) || (name === 'quantity' && number < 0)) {
    throw new NotPossible('invalidValue', `Invalid value for ${name}: ${JSON.stringify(value)}.`);
  }
  return number;
}
