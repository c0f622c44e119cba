import { madeId } from '../seed/ids.js';
import type { PricePlanDetails, PricePlanRecord, PricePlanVersion } from '../wire/rate-cards.js';
import { addOnId } from './add-ons.js';
import { EDITIONS, type Offer, payAsYouGo } from './editions.js';
import { amountIn } from './prices.js';

/** Each family meters one thing and comes in every edition and generation. */
const FAMILIES = [
  {
    name: 'API',
    meter: 0,
    meterName: 'API calls',
    fee: 29,
    unit: 0.002,
    currencies: ['USD', 'EUR', 'GBP', 'JPY', 'SEK'],
  },
  {
    name: 'Storage',
    meter: 1,
    meterName: 'Storage',
    fee: 9,
    unit: 0.05,
    currencies: ['USD', 'EUR', 'GBP', 'JPY', 'SEK'],
  },
  { name: 'Messaging', meter: 2, meterName: 'Messages', fee: 19, unit: 0.0075, currencies: ['USD', 'JPY'] },
  { name: 'Compute', meter: 3, meterName: 'Compute time', fee: 49, unit: 0.012, currencies: ['USD', 'EUR'] },
  { name: 'Reporting', meter: 4, meterName: 'Reports', fee: 15, unit: 0.25, currencies: ['USD'] },
] as const;

const FAR_END = '9999-01-01T00:00:00Z';
const DRAFTS: ReadonlySet<string> = new Set(['1 Reporting Growth', '2 Compute Scale', '2 Reporting Enterprise']);
const ARCHIVED = '1 Messaging Starter';
/** A new version of these is being written while the old one is in force. */
const REWORKED: ReadonlySet<string> = new Set(['2 API Growth', '2 Storage Enterprise']);
const PRICE_RISE_PER_VERSION = 0.05;

/** About 40 price plans: every family in every edition of both generations, a pack of credits to buy, and one that charges in arrears only. */
export function pricePlans(seed: string): PricePlanRecord[] {
  return ([1, 2] as const).flatMap((generation) => {
    const first = (generation - 1) * 100;
    const plans = FAMILIES.flatMap((family, f) =>
      EDITIONS.map((edition, e): PricePlanRecord => {
        const label = `${generation} ${family.name} ${edition.name}`;
        const index = first + f * EDITIONS.length + e;
        return {
          id: madeId(seed, 'pp', index),
          generation,
          name: `${family.name} ${edition.name}${generation === 1 ? ' (classic)' : ''}`,
          ...(e !== 3 && { description: `${edition.name} edition, metered by ${family.meterName}` }),
          archived: label === ARCHIVED,
          versions: versionsOf(label, index, (rise) => {
            const offer: Offer = { ...family, seed, fee: family.fee * rise, unit: family.unit * rise };
            return {
              supportedCurrencies: family.currencies,
              // The krona has been prepared in the API family but is not sold in yet.
              activeCurrencies: family.currencies.filter((currency) => family.name !== 'API' || currency !== 'SEK'),
              ...edition.cards(offer),
              type: 'BILLING',
              deferredRevenue: false,
            };
          }),
        };
      }),
    );
    const next = first + plans.length;
    return [...plans, creditPack(seed, generation, next), payAsYouGoPlan(seed, generation, next + 1)];
  });
}

function versionsOf(label: string, index: number, details: (rise: number) => PricePlanDetails): PricePlanVersion[] {
  const count = DRAFTS.has(label) ? 1 : REWORKED.has(label) ? 3 : 1 + (index % 3);
  return Array.from({ length: count }, (_, i): PricePlanVersion => {
    const draft = DRAFTS.has(label) || (REWORKED.has(label) && i === count - 1);
    const year = 2019 + 2 * i;
    return {
      version: i + 1,
      status: draft ? 'DRAFT' : 'ACTIVE',
      details: details(1 + i * PRICE_RISE_PER_VERSION),
      allowOngoingCycleUpdates: index % 4 === 0,
      startDate: i === 0 ? '1970-01-01T00:00:00Z' : `${year}-01-01T00:00:00Z`,
      endDate: i === count - 1 ? FAR_END : `${year + 2}-01-01T00:00:00Z`,
      createdAt: `${year}-01-07T09:00:00.000Z`,
      updatedAt: `${year}-02-01T09:00:00.000Z`,
    };
  });
}

/** Bought once; without a pricing cycle. */
function creditPack(seed: string, generation: 1 | 2, index: number): PricePlanRecord {
  const currencies = ['USD', 'EUR', 'JPY'];
  const details: PricePlanDetails = {
    supportedCurrencies: currencies,
    activeCurrencies: currencies,
    creditGrantRateCards: [
      {
        id: addOnId(seed, 'Welcome credits'),
        type: 'ONE_TIME',
        displayName: 'Credit pack',
        name: 'credit-pack',
        invoiceTiming: 'PREPAID',
        grantDetails: { priority: 10, expiryType: 'NO_EXPIRY', applicableEntityIds: [] },
        rateDetails: {
          pricingModel: 'VOLUME',
          currencySlabRateDetails: currencies.map((currency) => ({
            currency,
            creditAmount: amountIn(currency, 500),
            slabDetails: [{ startAfter: 0, priceType: 'FLAT', rate: amountIn(currency, 450) }],
          })),
        },
      },
    ],
    type: 'PURCHASE',
    deferredRevenue: false,
  };
  return {
    id: madeId(seed, 'pp', index),
    generation,
    name: `Credit pack${generation === 1 ? ' (classic)' : ''}`,
    description: 'Credits for any usage, bought once',
    archived: false,
    versions: versionsOf(`${generation} Credit pack`, index * 3, () => details),
  };
}

function payAsYouGoPlan(seed: string, generation: 1 | 2, index: number): PricePlanRecord {
  const [family] = FAMILIES;
  return {
    id: madeId(seed, 'pp', index),
    generation,
    name: `Pay as you go${generation === 1 ? ' (classic)' : ''}`,
    archived: false,
    versions: versionsOf(`${generation} Pay as you go`, index, () => ({
      supportedCurrencies: family.currencies,
      activeCurrencies: family.currencies,
      ...payAsYouGo({ ...family, seed }),
      type: 'BILLING',
      deferredRevenue: true,
    })),
  };
}

/** The version in force; null for a plan that has only been drafted. */
export function activeVersion({ versions }: PricePlanRecord): PricePlanVersion | null {
  return versions.findLast(({ status }) => status === 'ACTIVE') ?? null;
}
