import { Decimal } from 'decimal.js';
import type { CatalogCharge, CatalogTier } from './catalog/catalog-model.js';

const RATES: Readonly<Record<string, number>> = { USD: 1, EUR: 0.9, GBP: 0.8, SEK: 10, JPY: 150 };
const WITHOUT_DECIMALS = new Set(['JPY']);
const PRICE_DIGITS = 8;
const MONTHS = { Month: 1, Quarter: 3, Annual: 12 } as const;

/** A price of the catalog in another currency, times `factor` for a negotiated one. Whole yen, else up to 8 decimals. */
export function priceIn(currency: string, usd: string, factor = '1'): number {
  const price = new Decimal(usd).times(RATES[currency] ?? 1).times(factor);
  if (!WITHOUT_DECIMALS.has(currency)) return price.toDecimalPlaces(PRICE_DIGITS).toNumber();
  return price.isZero() ? 0 : Decimal.max(1, price.round()).toNumber();
}

/** An amount on an account: two decimals, or none for yen. */
export function amountIn(currency: string, cents: number): number {
  return WITHOUT_DECIMALS.has(currency) ? Math.round(cents) : new Decimal(cents).div(100).toNumber();
}

export interface PricedTier extends Omit<CatalogTier, 'price'> {
  readonly price: number;
}

const listTiers = new Map<string, WeakMap<CatalogCharge, PricedTier[]>>();

/** A charge's tiers in a currency; `factor` as for `priceIn`. */
export function tiersIn(currency: string, charge: CatalogCharge, factor = '1'): readonly PricedTier[] {
  const priced = () => charge.tiers.map((tier) => ({ ...tier, price: priceIn(currency, tier.price, factor) }));
  if (factor !== '1') return priced();
  const ofCurrency = listTiers.get(currency) ?? new WeakMap<CatalogCharge, PricedTier[]>();
  listTiers.set(currency, ofCurrency);
  const tiers = ofCurrency.get(charge) ?? priced();
  ofCurrency.set(charge, tiers);
  return tiers;
}

/** What one billing period costs. Usage costs nothing before it happened. */
export function periodAmount(charge: CatalogCharge, tiers: readonly PricedTier[], quantity: number): Decimal {
  if (charge.type === 'Usage') return new Decimal(0);
  const [first] = tiers;
  if (!first) return new Decimal(0);
  if (charge.model === 'Volume Pricing') {
    const tier = tiers.find(({ to }) => to === null || quantity <= to) ?? first;
    return cost(tier, quantity);
  }
  if (charge.model === 'Tiered Pricing') {
    return tiers
      .filter(({ from }) => quantity >= from)
      .reduce(
        (sum, tier) => sum.plus(cost(tier, Math.min(quantity, tier.to ?? quantity) - Math.max(tier.from - 1, 0))),
        new Decimal(0),
      );
  }
  return cost(first, quantity);
}

const cost = ({ price, format }: PricedTier, units: number) =>
  new Decimal(price).times(format === 'FlatFee' ? 1 : units);

/** Monthly recurring revenue with the nine decimals that Zuora keeps. */
export function monthly(charge: CatalogCharge, amount: Decimal): Decimal {
  return charge.type === 'Recurring' ? amount.div(MONTHS[charge.period ?? 'Month']).toDecimalPlaces(9) : new Decimal(0);
}

/** A sum of monthly revenue in the currency's own decimals. */
export function rounded(currency: string, sum: Decimal): number {
  return sum.toDecimalPlaces(WITHOUT_DECIMALS.has(currency) ? 0 : 2).toNumber();
}
