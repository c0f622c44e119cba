import { type ObjectError, objectError } from '../crud/refusals.js';
import type { FieldValue } from '../state/record.js';
import type { Fields } from './catalog-fields.js';

type TierFields = Readonly<Record<string, FieldValue>>;

const FORMATS: Readonly<Record<string, string>> = { 'Flat Fee': 'FlatFee', 'Per Unit': 'PerUnit' };
const PRICED_BY_RANGE = /^(Tiered|Volume|HighWatermark)/;

/** The prices of a charge as records keep them, numbered within each currency; or what is wrong with them. */
export function readTiers(model: string, data: unknown): TierFields[] | ObjectError {
  const tiers = (data as Fields | null | undefined)?.ProductRatePlanChargeTier;
  if (!Array.isArray(tiers) || tiers.length === 0) {
    return objectError('MISSING_REQUIRED_VALUE', 'Missing required value: ProductRatePlanChargeTierData');
  }
  const counts = new Map<string, number>();
  const read: TierFields[] = [];
  for (const tier of tiers as Fields[]) {
    const currency = tier.Currency;
    if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) {
      return objectError('INVALID_VALUE', `The currency of a tier is invalid: ${String(currency)}`);
    }
    const needed =
      { 'Discount-Percentage': 'DiscountPercentage', 'Discount-Fixed Amount': 'DiscountAmount' }[model] ?? 'Price';
    if (typeof tier[needed] !== 'number') {
      return objectError('MISSING_REQUIRED_VALUE', `Missing required value: ${needed} of a tier`);
    }
    const format = tier.PriceFormat;
    if (format !== undefined && FORMATS[String(format)] === undefined) {
      return objectError('INVALID_VALUE', `The price format of a tier is invalid: ${String(format)}`);
    }
    const number = (counts.get(currency) ?? 0) + 1;
    if (PRICED_BY_RANGE.test(model) && number > 1 && typeof tier.StartingUnit !== 'number') {
      return objectError('MISSING_REQUIRED_VALUE', 'Missing required value: StartingUnit of a tier');
    }
    counts.set(currency, number);
    const value = (name: string) => (tier[name] as FieldValue | undefined) ?? null;
    read.push({
      active: true,
      currency,
      discountAmount: value('DiscountAmount'),
      discountPercentage: value('DiscountPercentage'),
      endingUnit: value('EndingUnit'),
      isDefault: read.length === 0,
      isOveragePrice: value('IsOveragePrice') ?? false,
      price: value('Price'),
      priceFormat: format === undefined ? formatOf(model) : (FORMATS[String(format)] ?? null),
      startingUnit: value('StartingUnit') ?? 0,
      tier: number,
    });
  }
  return read;
}

const formatOf = (model: string) =>
  model === 'Flat Fee Pricing' || model.startsWith('Discount') ? 'FlatFee' : 'PerUnit';
