import { type CatalogPlan, type CatalogProduct, flat, perUnit, steps } from './catalog-model.js';

const PLATFORM: CatalogProduct = {
  name: 'Platform',
  category: 'Base Products',
  plans: [
    {
      name: 'Starter, monthly',
      charges: [
        { name: 'Platform fee', type: 'Recurring', model: 'Flat Fee Pricing', period: 'Month', tiers: flat('49') },
        { name: 'Set-up', type: 'OneTime', model: 'Flat Fee Pricing', tiers: flat('99.5') },
      ],
    },
    {
      name: 'Team, monthly',
      charges: [
        {
          name: 'Seats',
          type: 'Recurring',
          model: 'Per Unit Pricing',
          period: 'Month',
          uom: 'Seat',
          quantity: 5,
          tiers: perUnit('12.34567891'),
        },
        {
          name: 'Storage',
          type: 'Recurring',
          model: 'Volume Pricing',
          period: 'Month',
          uom: 'GB',
          quantity: 100,
          tiers: steps([100, '0.25'], [1000, '0.2'], [null, '0.15']),
        },
      ],
    },
    {
      name: 'Business, annual',
      charges: [
        { name: 'Platform fee', type: 'Recurring', model: 'Flat Fee Pricing', period: 'Annual', tiers: flat('4800') },
        {
          name: 'Seats',
          type: 'Recurring',
          model: 'Tiered Pricing',
          period: 'Annual',
          uom: 'Seat',
          quantity: 30,
          tiers: steps([10, '0', 'FlatFee'], [50, '99.99'], [null, '89.99']),
        },
      ],
    },
  ],
};

const METERED: CatalogProduct = {
  name: 'Metered API',
  category: 'Base Products',
  plans: [
    {
      name: 'Pay as you go',
      charges: [
        {
          name: 'API calls',
          type: 'Usage',
          model: 'Per Unit Pricing',
          period: 'Month',
          uom: 'Call',
          tiers: perUnit('0.00012345'),
        },
      ],
    },
    {
      name: 'Metered, tiered',
      charges: [
        {
          name: 'API calls',
          type: 'Usage',
          model: 'Tiered Pricing',
          period: 'Month',
          uom: 'Call',
          tiers: steps([100000, '0.0002'], [1000000, '0.00015'], [null, '0.0001']),
        },
        {
          name: 'Egress',
          type: 'Usage',
          model: 'Volume Pricing',
          period: 'Month',
          uom: 'GB',
          tiers: steps([1000, '0.09'], [null, '0.07']),
        },
      ],
    },
    {
      name: 'Committed',
      charges: [
        {
          name: 'Calls above the commitment',
          type: 'Usage',
          model: 'Overage Pricing',
          period: 'Month',
          uom: 'Call',
          includedUnits: 100000,
          overagePrice: '0.00025',
          tiers: [],
        },
        {
          name: 'Messages',
          type: 'Usage',
          model: 'Tiered with Overage Pricing',
          period: 'Month',
          uom: 'Message',
          overagePrice: '0.004',
          tiers: steps([1000, '10', 'FlatFee'], [5000, '0.005']),
        },
      ],
    },
    {
      name: 'Peak use',
      charges: [
        {
          name: 'Peak connections',
          type: 'Usage',
          model: 'HighWatermarkVolumePricing',
          period: 'Month',
          uom: 'Connection',
          tiers: steps([100, '0.5'], [null, '0.4']),
        },
        {
          name: 'Peak sites',
          type: 'Usage',
          model: 'HighWatermarkTieredPricing',
          period: 'Month',
          uom: 'Site',
          tiers: steps([10, '20'], [null, '15']),
        },
      ],
    },
  ],
};

const SERVICES: CatalogProduct = {
  name: 'Services',
  category: 'Add On Services',
  plans: [
    {
      name: 'Premium support',
      charges: [
        { name: 'Support fee', type: 'Recurring', model: 'Flat Fee Pricing', period: 'Quarter', tiers: flat('300') },
        {
          name: 'Training',
          type: 'OneTime',
          model: 'Per Unit Pricing',
          uom: 'Hour',
          quantity: 4,
          tiers: perUnit('150'),
        },
      ],
    },
    {
      name: 'Partner rated',
      charges: [
        {
          name: 'Roaming, per unit',
          type: 'Usage',
          model: 'PreratedPerUnit',
          period: 'Month',
          uom: 'Minute',
          tiers: [],
        },
        { name: 'Roaming, total', type: 'Usage', model: 'PreratedPricing', period: 'Month', uom: 'Minute', tiers: [] },
      ],
    },
    {
      name: 'Field service',
      charges: [
        {
          name: 'Weekly box',
          type: 'Recurring',
          model: 'Delivery Pricing',
          period: 'Month',
          uom: 'Box',
          quantity: 4,
          tiers: perUnit('9'),
        },
        {
          name: 'Priced by attributes',
          type: 'Usage',
          model: 'MultiAttributePricing',
          period: 'Month',
          uom: 'Job',
          tiers: [],
        },
      ],
    },
  ],
};

const DISCOUNTS: CatalogProduct = {
  name: 'Discounts',
  category: 'Miscellaneous Products',
  plans: [
    {
      name: 'Loyalty',
      charges: [
        {
          name: 'Loyalty discount',
          type: 'Recurring',
          model: 'Discount-Percentage',
          period: 'Month',
          discountPercentage: '12.5',
          tiers: [],
        },
      ],
    },
    {
      name: 'Goodwill',
      charges: [
        {
          name: 'Goodwill credit',
          type: 'Recurring',
          model: 'Discount-Fixed Amount',
          period: 'Month',
          discountAmount: '10',
          tiers: [],
        },
      ],
    },
  ],
};

const FEATURES = 120;
// More charges than the largest page, so that expansions of it are really cut.
const EVERYTHING: CatalogProduct = {
  name: 'Everything',
  category: 'Base Products',
  plans: [
    {
      name: 'Everything, by feature',
      charges: Array.from({ length: FEATURES }, (_, n) => ({
        name: `Feature ${String(n + 1).padStart(3, '0')}`,
        type: 'Recurring' as const,
        model: 'Per Unit Pricing' as const,
        period: 'Month' as const,
        uom: 'Seat',
        quantity: 1,
        tiers: perUnit(`${1 + (n % 9)}.25`),
      })),
    },
  ],
};

export const CATALOG: readonly CatalogProduct[] = [PLATFORM, METERED, SERVICES, DISCOUNTS, EVERYTHING];

/** Where a plan stands in the catalog: product, and plan within it. */
export type PlanPlace = readonly [product: number, plan: number];
export const MAIN_PLANS: readonly PlanPlace[] = [0, 1].flatMap((p) =>
  (CATALOG[p]?.plans ?? []).map((_, n) => [p, n] as const),
);
export const ADD_ON_PLANS: readonly PlanPlace[] = SERVICES.plans.map((_, n) => [2, n] as const);
export const DISCOUNT_PLANS: readonly PlanPlace[] = DISCOUNTS.plans.map((_, n) => [3, n] as const);
export const EVERYTHING_PLAN: PlanPlace = [4, 0];

export function planAt([product, plan]: PlanPlace): CatalogPlan {
  const found = CATALOG[product]?.plans[plan];
  if (!found) throw new Error(`no plan ${plan} in product ${product}`);
  return found;
}
