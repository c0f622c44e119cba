import type { Rate, RatePlan, SlabRates } from '../wire/rate-cards.js';

/** The company's own price list rates: units of the currency for one US dollar. */
const PER_DOLLAR: Readonly<Record<string, number>> = { USD: 1, EUR: 0.9, GBP: 0.8, SEK: 10.5, JPY: 150 };
const WHOLE_UNITS: ReadonlySet<string> = new Set(['JPY']);
const THOUSANDTHS: ReadonlySet<string> = new Set(['KWD']);
const UNIT_PRICE_DIGITS = 4;

/** An amount that is charged as it stands: two decimals, none in yen and three in dinars. */
export function amountIn(currency: string, dollars: number): number {
  return chargeable(currency, dollars * (PER_DOLLAR[currency] ?? 1));
}

/** Rounded to what the currency can pay. */
export function chargeable(currency: string, amount: number): number {
  return rounded(amount, WHOLE_UNITS.has(currency) ? 0 : THOUSANDTHS.has(currency) ? 3 : 2);
}

/** A price of one unit, which is multiplied before it is charged and may be finer than the currency. */
function unitPriceIn(currency: string, dollars: number): number {
  return rounded(dollars * (PER_DOLLAR[currency] ?? 1), UNIT_PRICE_DIGITS);
}

export function rates(currencies: readonly string[], dollars: number): Rate[] {
  return currencies.map((currency) => ({ currency, rate: amountIn(currency, dollars) }));
}

export interface Slab {
  readonly startAfter: number;
  readonly priceType: 'FLAT' | 'PER_UNIT' | 'PACKAGE';
  readonly dollars: number;
  readonly packageSize?: number;
}

/** A rate plan and its prices in every currency. */
export function slabs(
  pricingModel: RatePlan['pricingModel'],
  currencies: readonly string[],
  of: readonly Slab[],
): { ratePlan: RatePlan; rateValues: SlabRates[] } {
  return {
    ratePlan: {
      pricingModel,
      slabs: of.map(({ startAfter, priceType, packageSize }, index) => ({
        order: index + 1,
        startAfter,
        priceType,
        ...(packageSize !== undefined && { slabConfig: { packageSize: String(packageSize) } }),
      })),
    },
    rateValues: currencies.map((currency) => ({
      currency,
      slabRates: of.map(({ priceType, dollars }, index) => ({
        order: index + 1,
        rate: priceType === 'PER_UNIT' ? unitPriceIn(currency, dollars) : amountIn(currency, dollars),
      })),
    })),
  };
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
