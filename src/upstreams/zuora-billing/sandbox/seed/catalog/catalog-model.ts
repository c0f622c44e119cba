/** Charge models by their Object Query names, with the v1 name of each. */
export const CHARGE_MODELS = {
  'Flat Fee Pricing': 'FlatFee',
  'Per Unit Pricing': 'PerUnit',
  'Volume Pricing': 'Volume',
  'Tiered Pricing': 'Tiered',
  'Overage Pricing': 'Overage',
  'Tiered with Overage Pricing': 'TieredWithOverage',
  'Discount-Fixed Amount': 'DiscountFixedAmount',
  'Discount-Percentage': 'DiscountPercentage',
  'Delivery Pricing': 'Delivery',
  MultiAttributePricing: 'MultiAttributePricing',
  PreratedPerUnit: 'PreratedPerUnit',
  PreratedPricing: 'PreratedPricing',
  HighWatermarkVolumePricing: 'HighWatermarkVolumePricing',
  HighWatermarkTieredPricing: 'HighWatermarkTieredPricing',
} as const;
export type ChargeModel = keyof typeof CHARGE_MODELS;

/** Prices and amounts are US dollars as decimal text; other currencies are derived from them. */
export interface CatalogTier {
  readonly from: number;
  readonly to: number | null;
  readonly price: string;
  readonly format: 'FlatFee' | 'PerUnit';
}

export interface CatalogCharge {
  readonly name: string;
  readonly type: 'OneTime' | 'Recurring' | 'Usage';
  readonly model: ChargeModel;
  readonly period?: 'Month' | 'Quarter' | 'Annual';
  readonly uom?: string;
  readonly quantity?: number;
  readonly includedUnits?: number;
  readonly overagePrice?: string;
  readonly discountPercentage?: string;
  readonly discountAmount?: string;
  readonly tiers: readonly CatalogTier[];
}

export interface CatalogPlan {
  readonly name: string;
  readonly charges: readonly CatalogCharge[];
}

export interface CatalogProduct {
  readonly name: string;
  readonly category: string;
  readonly plans: readonly CatalogPlan[];
}

/** A price for the whole charge. */
export const flat = (price: string): CatalogTier[] => [{ from: 0, to: null, price, format: 'FlatFee' }];
/** One price for every unit. */
export const perUnit = (price: string): CatalogTier[] => [{ from: 0, to: null, price, format: 'PerUnit' }];
/** Prices by quantity: each up to and including `to` units, the last without end. */
export const steps = (
  ...prices: readonly (readonly [to: number | null, price: string, format?: 'FlatFee'])[]
): CatalogTier[] =>
  prices.map(([to, price, format], n) => {
    const from = n === 0 ? 0 : (prices[n - 1]?.[0] ?? 0) + 1;
    return { from, to, price, format: format ?? 'PerUnit' };
  });
