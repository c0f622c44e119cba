import { madeId } from '../seed/ids.js';
import type {
  CreditGrantRateCard,
  FixedFeeRateCard,
  Interval,
  InvoiceTiming,
  PricePlanDetails,
  RatePlan,
  UsageRateCard,
} from '../wire/rate-cards.js';
import { addOnId } from './add-ons.js';
import { amountIn, rates, type Slab, slabs } from './prices.js';

/** What the prices of an edition depend on. */
export interface Offer {
  readonly seed: string;
  readonly currencies: readonly string[];
  /** Position of the usage meter in the catalog. */
  readonly meter: number;
  readonly meterName: string;
  /** Monthly fee in US dollars of the smallest edition. */
  readonly fee: number;
  /** Price of one unit in US dollars. */
  readonly unit: number;
}

type Cards = Omit<PricePlanDetails, 'supportedCurrencies' | 'activeCurrencies' | 'type' | 'deferredRevenue'>;

export const EDITIONS = [
  { name: 'Starter', cards: starter },
  { name: 'Growth', cards: growth },
  { name: 'Scale', cards: scale },
  { name: 'Enterprise', cards: enterprise },
] as const;

/** A small fee, a few units free, every further one at its price. */
function starter(offer: Offer): Cards {
  return {
    pricingCycleConfig: cycle('MONTHLY'),
    fixedFeeRateCards: [platformFee(offer, offer.fee, 'IN_ADVANCE')],
    usageRateCards: [
      usage(offer, 'TIERED', [
        { startAfter: 0, priceType: 'PER_UNIT', dollars: 0 },
        { startAfter: 100, priceType: 'PER_UNIT', dollars: offer.unit },
      ]),
    ],
  };
}

/** Onboarding once, seats in tiers, and the volume decides the price of all units. */
function growth(offer: Offer): Cards {
  const { seed, currencies, fee, unit } = offer;
  return {
    pricingCycleConfig: { interval: 'MONTHLY', gracePeriod: 1, anniversaryCycle: true },
    fixedFeeRateCards: [
      platformFee(offer, fee * 3, 'IN_ADVANCE'),
      {
        id: addOnId(seed, 'Onboarding'),
        displayName: 'Onboarding',
        name: 'onboarding',
        tag: 'setup',
        invoiceTiming: 'IN_ADVANCE',
        type: 'ONE_TIME',
        rateValues: rates(currencies, 250),
        enableProration: false,
      },
    ],
    licenseRateCards: [
      {
        id: addOnId(seed, 'Seats'),
        type: 'LICENSE',
        displayName: 'Seats',
        name: 'seats',
        invoiceTiming: 'IN_ADVANCE',
        enableProration: true,
        config: { maxQuantity: 100, maxQuantityBreachAction: 'DO_NOTHING' },
        ...slabs('TIERED', currencies, [
          { startAfter: 0, priceType: 'FLAT', dollars: 50 },
          { startAfter: 5, priceType: 'PER_UNIT', dollars: 9.5 },
        ]),
      },
    ],
    usageRateCards: [
      usage(offer, 'VOLUME', [
        { startAfter: 0, priceType: 'PER_UNIT', dollars: unit },
        { startAfter: 10_000, priceType: 'PER_UNIT', dollars: unit * 0.8 },
        { startAfter: 100_000, priceType: 'PER_UNIT', dollars: unit * 0.5 },
      ]),
    ],
  };
}

/** By the quarter: packages of units, and an entitlement with a price for what goes beyond it. */
function scale(offer: Offer): Cards {
  const { seed, currencies, fee, unit } = offer;
  const featureId = madeId(seed, 'feature', 0);
  return {
    pricingCycleConfig: cycle('QUARTERLY', { dayOffset: '1', monthOffset: 'FIRST' }),
    fixedFeeRateCards: [platformFee(offer, fee * 20, 'IN_ARREARS')],
    usageRateCards: [
      usage(offer, 'TIERED', [
        { startAfter: 0, priceType: 'FLAT', dollars: unit * 20_000 },
        { startAfter: 50_000, priceType: 'PACKAGE', dollars: unit * 600, packageSize: 1_000 },
      ]),
    ],
    billingEntitlementRateCards: [
      {
        featureId,
        featureConfigs: [{ effectiveUntil: 'P3M', featureCreditLimit: 40 }],
        displayName: 'Priority support',
        name: 'priority-support',
        invoiceTiming: 'IN_ADVANCE',
        ...slabs('VOLUME', currencies, [{ startAfter: 0, priceType: 'PER_UNIT', dollars: 12 }]),
      },
    ],
    entitlementOverageRateCards: [
      {
        featureId,
        displayName: 'Additional support hours',
        name: 'additional-support',
        maxQuantity: 100,
        ...slabs('TIERED', currencies, [{ startAfter: 0, priceType: 'PER_UNIT', dollars: 45 }]),
      },
    ],
  };
}

/** By the year: credits up front, a commitment, named licences, and a fee that comes every second cycle. */
function enterprise(offer: Offer): Cards {
  const { seed, currencies, fee, unit } = offer;
  return {
    pricingCycleConfig: cycle('ANNUALLY', { dayOffset: 'LAST', monthOffset: 'LAST' }),
    fixedFeeRateCards: [
      platformFee(offer, fee * 200, 'PREPAID'),
      {
        id: addOnId(seed, 'Yearly review'),
        displayName: 'Yearly review',
        name: 'yearly-review',
        invoiceTiming: 'IN_ARREARS',
        type: 'RECURRING',
        rateValues: rates(currencies, 1_200),
        enableProration: false,
        recurrenceConfig: { interval: 2, offset: 1 },
      },
    ],
    licenseRateCards: [
      {
        id: addOnId(seed, 'Named administrators'),
        type: 'NAMED_LICENSE',
        displayName: 'Named administrators',
        name: 'administrators',
        invoiceTiming: 'IN_ARREARS',
        enableProration: false,
        ...slabs('VOLUME', currencies, [{ startAfter: 0, priceType: 'PER_UNIT', dollars: 20 }]),
      },
    ],
    usageRateCards: [
      usage(offer, 'TIERED', [
        { startAfter: 0, priceType: 'PER_UNIT', dollars: unit * 0.6 },
        { startAfter: 1_000_000, priceType: 'PER_UNIT', dollars: unit * 0.4 },
      ]),
    ],
    creditGrantRateCards: [credits(offer)],
    minimumCommitment: { displayName: 'Minimum commitment', rateValues: rates(currencies, fee * 240) },
  };
}

/**
 * All in arrears: what a plan with deferred revenue may hold.
 * https://docs.togai.com/api-reference/price-plans-v2/create-a-price-plan
 */
export function payAsYouGo(offer: Offer): Cards {
  return {
    pricingCycleConfig: cycle('WEEKLY', { dayOffset: '7', monthOffset: 'NIL' }),
    fixedFeeRateCards: [platformFee(offer, offer.fee / 4, 'IN_ARREARS')],
    usageRateCards: [usage(offer, 'VOLUME', [{ startAfter: 0, priceType: 'PER_UNIT', dollars: offer.unit * 1.5 }])],
  };
}

function credits({ seed, currencies, fee }: Offer): CreditGrantRateCard {
  return {
    id: addOnId(seed, 'Usage credits'),
    type: 'RECURRING',
    displayName: 'Usage credits',
    name: 'usage-credits',
    invoiceTiming: 'IN_ADVANCE',
    grantDetails: {
      priority: 1,
      expiryType: 'PRICING_CYCLE',
      applicableEntityIds: ['ALL_USAGE_METER_RATE_CARDS'],
    },
    rateDetails: {
      pricingModel: 'TIERED',
      currencySlabRateDetails: currencies.map((currency) => ({
        currency,
        creditAmount: amountIn(currency, fee * 24),
        slabDetails: [{ startAfter: 0, priceType: 'FLAT', rate: amountIn(currency, fee * 20) }],
      })),
    },
    recurrenceConfig: { interval: 1, offset: 0 },
  };
}

function platformFee({ seed, currencies }: Offer, dollars: number, invoiceTiming: InvoiceTiming): FixedFeeRateCard {
  return {
    id: addOnId(seed, 'Platform fee'),
    displayName: 'Platform fee',
    name: 'platform-fee',
    invoiceTiming,
    type: 'RECURRING',
    rateValues: rates(currencies, dollars),
    enableProration: true,
  };
}

function usage(
  { seed, currencies, meter, meterName }: Offer,
  model: RatePlan['pricingModel'],
  of: readonly Slab[],
): UsageRateCard {
  return {
    displayName: meterName,
    name: 'usage',
    tag: 'metered',
    usageMeterId: madeId(seed, 'um', meter),
    ...slabs(model, currencies, of),
  };
}

function cycle(interval: Interval, startOffset = { dayOffset: '1', monthOffset: 'NIL' }) {
  return { interval, startOffset, gracePeriod: 3, anniversaryCycle: false };
}
