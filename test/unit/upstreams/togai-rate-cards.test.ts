import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/kernel/json.js';
import { fromV1 } from '../../../src/upstreams/togai/mapping/price-plan.js';
import { rateCardsFromV1, rateCardsFromV2 } from '../../../src/upstreams/togai/mapping/rate-card.js';
import { PricePlanV1InFull } from '../../../src/upstreams/togai/schemas/price-plan.js';
import { RateCardRow } from '../../../src/upstreams/togai/schemas/rate-card.js';

// The details of each kind, and what comes of them beyond what every card has.
const usd = (amount: string) => ({ amount, currency: 'USD' });
const slabbed = (rate: number, priceType = 'FLAT') => ({
  ratePlan: { pricingModel: 'TIERED', slabs: [{ order: 1, startAfter: 0, priceType, slabConfig: {} }] },
  rateValues: [{ currency: 'USD', slabRates: [{ order: 1, rate, slabRateConfig: {} }] }],
});
const slab = (rate: string, priceType = 'FLAT') => ({
  order: 1,
  startAfter: '0',
  priceType,
  config: null,
  rates: [usd(rate)],
});
const grant = (currency: string, slabDetails: object[], creditAmount = 100) => ({
  currency,
  creditAmount,
  slabDetails,
});

const KINDS = [
  {
    kind: 'FIXED_FEE',
    list: 'fixedFeeRateCards',
    detail: 'fixedFeeRateCard',
    sent: {
      id: 'addon.fee',
      displayName: 'Every second cycle',
      tag: '2',
      invoiceTiming: 'IN_ARREARS',
      type: 'RECURRING',
      rateValues: [{ currency: 'USD', rate: 10 }],
      enableProration: false,
      recurrenceConfig: { interval: 2, offset: 1 },
    },
    shown: {
      displayName: 'Every second cycle',
      tag: '2',
      invoiceTiming: 'IN_ARREARS',
      addOnId: 'addon.fee',
      type: 'RECURRING',
      rates: [usd('10')],
      enableProration: false,
      recurrence: { interval: 2, offset: 1 },
    },
  },
  {
    kind: 'USAGE',
    list: 'usageRateCards',
    detail: 'usageRateCard',
    sent: { displayName: 'Calls', usageMeterId: 'um.calls', tag: '1', ...slabbed(10) },
    shown: { displayName: 'Calls', tag: '1', usageMeterId: 'um.calls', pricingModel: 'TIERED', slabs: [slab('10')] },
  },
  {
    kind: 'LICENSE',
    list: 'licenseRateCards',
    detail: 'licenseRateCard',
    sent: {
      id: 'addon.seats',
      type: 'NAMED_LICENSE',
      displayName: 'Seats',
      enableProration: true,
      usageCycle: 'WEEKLY',
      config: { maxQuantity: 100 },
      ...slabbed(15),
    },
    shown: {
      displayName: 'Seats',
      addOnId: 'addon.seats',
      licenseType: 'NAMED_LICENSE',
      enableProration: true,
      usageCycle: 'WEEKLY',
      maxQuantity: '100',
      pricingModel: 'TIERED',
      slabs: [slab('15')],
    },
  },
  {
    kind: 'BILLING_ENTITLEMENT',
    list: 'billingEntitlementRateCards',
    detail: 'billingEntitlementRateCard',
    sent: {
      featureId: 'feature.support',
      displayName: 'Support',
      invoiceTiming: 'IN_ADVANCE',
      featureConfigs: [{ featureCreditLimit: 200, effectiveUntil: 'P20D' }],
      ...slabbed(2, 'PER_UNIT'),
    },
    shown: {
      displayName: 'Support',
      invoiceTiming: 'IN_ADVANCE',
      featureId: 'feature.support',
      featureGrants: [{ limit: '200', effectiveFrom: null, effectiveUntil: 'P20D' }],
      pricingModel: 'TIERED',
      slabs: [slab('2', 'PER_UNIT')],
    },
  },
  {
    kind: 'ENTITLEMENT_OVERAGE',
    list: 'entitlementOverageRateCards',
    detail: 'entitlementOverageRateCard',
    sent: {
      featureId: 'feature.support',
      displayName: 'More support',
      maxQuantity: 2.5,
      billingConfig: { interval: 3, startOffset: 5 },
      ...slabbed(45, 'PER_UNIT'),
    },
    shown: {
      displayName: 'More support',
      featureId: 'feature.support',
      maxQuantity: '2.5',
      recurrence: { interval: 3, offset: 5 },
      pricingModel: 'TIERED',
      slabs: [slab('45', 'PER_UNIT')],
    },
  },
  {
    kind: 'CREDIT_GRANT',
    list: 'creditGrantRateCards',
    detail: 'creditGrantRateCard',
    sent: {
      id: 'addon.credits',
      type: 'ONE_TIME',
      displayName: 'Credits',
      invoiceTiming: 'PREPAID',
      grantDetails: { priority: 1, expiryType: 'CUSTOM', expiryDuration: 'P1Y', applicableEntityIds: ['um.calls'] },
      rateDetails: {
        pricingModel: 'VOLUME',
        currencySlabRateDetails: [grant('USD', [{ startAfter: 0, priceType: 'FLAT', rate: 10 }])],
      },
      recurrenceConfig: { interval: 1, offset: 0 },
    },
    shown: {
      displayName: 'Credits',
      invoiceTiming: 'PREPAID',
      addOnId: 'addon.credits',
      type: 'ONE_TIME',
      pricingModel: 'VOLUME',
      slabs: [slab('10')],
      recurrence: { interval: 1, offset: 0 },
      creditGrant: {
        priority: 1,
        expiryType: 'CUSTOM',
        expiryDuration: 'P1Y',
        applicableEntityIds: ['um.calls'],
        amounts: [usd('100')],
      },
    },
  },
  {
    kind: 'MINIMUM_COMMITMENT',
    list: 'minimumCommitment',
    detail: 'minimumCommitmentRateCard',
    sent: { displayName: 'Minimum', rateValues: [{ currency: 'USD', rate: 0 }] },
    shown: { displayName: 'Minimum', rates: [usd('0')] },
  },
] as const;

const NOTHING = {
  name: null,
  displayName: null,
  tag: null,
  invoiceTiming: null,
  usageMeterId: null,
  addOnId: null,
  featureId: null,
  type: null,
  licenseType: null,
  pricingModel: null,
  rates: [],
  slabs: [],
  enableProration: null,
  recurrence: null,
  usageCycle: null,
  maxQuantity: null,
  featureGrants: [],
  creditGrant: null,
};

const first = (pricePlanDetails: object) =>
  PricePlanV1InFull.parse({ id: 'pp.1', name: 'Plan', pricingSchedule: [{ version: 3, pricePlanDetails }] });
const row = (over: object) =>
  RateCardRow.parse({
    billableId: 'b',
    type: 'FIXED_FEE',
    displayName: 'Shown',
    invoiceTiming: 'IN_ADVANCE',
    name: 'card',
    rateCardDetails: {},
    ...over,
  });
const fee = (rate: unknown) =>
  row({ rateCardDetails: { fixedFeeRateCard: { id: 'a', rateValues: [{ currency: 'USD', rate }] } } });

describe.each(KINDS)('a rate card of the kind $kind', ({ kind, list, detail, sent, shown }) => {
  it('reads the same in a plan of the first generation', () => {
    const cards = rateCardsFromV1(first({ [list]: list === 'minimumCommitment' ? sent : [sent] }));
    expect(cards).toEqual([
      { ...NOTHING, ...shown, id: expect.stringMatching(`^pp.1:${kind}:`), kind, kindText: kind },
    ]);
  });

  it('reads the same in the list of the second, where the wrapping has the last word', () => {
    const cards = rateCardsFromV2('pp.2', [row({ type: kind, tag: 'T', rateCardDetails: { [detail]: sent } })]);
    const outside = { name: 'card', displayName: 'Shown', tag: 'T', invoiceTiming: 'IN_ADVANCE' };
    expect(cards).toEqual([{ ...NOTHING, ...shown, ...outside, id: `pp.2:${kind}:card`, kind, kindText: kind }]);
  });
});

describe('what is not as it should be', () => {
  it.each([
    ['a kind from the future', row({ type: 'SUBSIDY' }), 'SUBSIDY'],
    ['a word that objects have anyway', row({ type: 'constructor' }), 'constructor'],
    ['a known kind without its details', row({}), 'FIXED_FEE'],
    [
      'a known kind with the details of another',
      row({ type: 'USAGE', rateCardDetails: fee(1).rateCardDetails }),
      'USAGE',
    ],
  ])('%s is shown as UNKNOWN, without a price', (_name, card, kindText) => {
    const [shown] = rateCardsFromV2('pp', [card]);
    expect(shown).toMatchObject({ kind: 'UNKNOWN', kindText, displayName: 'Shown', rates: [], slabs: [] });
  });

  it('a price that is missing is no price of nothing', () => {
    expect(() => fee(undefined)).toThrow();
    expect(() => fee('free')).toThrow();
  });

  it('a plan without cards has none', () => {
    expect(rateCardsFromV1(first({}))).toEqual([]);
    expect(rateCardsFromV1(PricePlanV1InFull.parse({ id: 'pp.1', name: 'Plan' }))).toEqual([]);
    expect(rateCardsFromV2('pp.2', [])).toEqual([]);
  });
});

describe('prices', () => {
  it.each([
    ['0.1', '0.1'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['12345678901234567890.123456789', '12345678901234567890.123456789'],
    ['0.000000123', '0.000000123'],
    ['1.23e-7', '0.000000123'],
    ['-7.50', '-7.5'],
    ['100', '100'],
  ])('keep every digit of %s', (number, amount) => {
    const sent = parseJson(
      `{"type":"FIXED_FEE","rateCardDetails":{"fixedFeeRateCard":{"rateValues":[{"currency":"USD","rate":${number}}]}}}`,
    );
    expect(rateCardsFromV2('pp', [RateCardRow.parse(sent)])[0]?.rates).toEqual([usd(amount)]);
  });

  it('belong to the slab of their order, in every currency, and slabs come lowest first', () => {
    const card = first({
      usageRateCards: [
        {
          usageMeterId: 'um',
          ratePlan: {
            pricingModel: 'VOLUME',
            slabs: [
              { order: 2, startAfter: 99.5, priceType: 'PACKAGE', slabConfig: { packageSize: '10' } },
              { order: 1, startAfter: 0, priceType: 'PER_UNIT' },
            ],
          },
          rateValues: [
            {
              currency: 'USD',
              slabRates: [
                { order: 1, rate: 0.002 },
                { order: 2, rate: 3 },
              ],
            },
            { currency: 'EUR', slabRates: [{ order: 2, rate: 2.7 }] },
          ],
        },
      ],
    });
    expect(rateCardsFromV1(card)[0]?.slabs).toEqual([
      { order: 1, startAfter: '0', priceType: 'PER_UNIT', config: null, rates: [usd('0.002')] },
      {
        order: 2,
        startAfter: '99.5',
        priceType: 'PACKAGE',
        config: { packageSize: '10' },
        rates: [usd('3'), { amount: '2.7', currency: 'EUR' }],
      },
    ]);
  });

  it('of credits stay apart where currencies differ in more than the rate', () => {
    const slabDetail = (startAfter: number, rate: number) => ({ startAfter, priceType: 'PER_UNIT', rate });
    const card = first({
      creditGrantRateCards: [
        {
          id: 'a',
          rateDetails: {
            pricingModel: 'TIERED',
            currencySlabRateDetails: [
              grant('USD', [slabDetail(0, 1), slabDetail(100, 0.9)], 0.1),
              grant('EUR', [slabDetail(0, 0.8), slabDetail(50, 0.7)], 0.2),
            ],
          },
        },
      ],
    });
    const [shown] = rateCardsFromV1(card);
    expect(shown?.creditGrant?.amounts).toEqual([usd('0.1'), { amount: '0.2', currency: 'EUR' }]);
    expect(shown?.slabs.map(({ order, startAfter, rates }) => [order, startAfter, ...rates])).toEqual([
      [1, '0', usd('1'), { amount: '0.8', currency: 'EUR' }],
      [2, '100', usd('0.9')],
      [2, '50', { amount: '0.7', currency: 'EUR' }],
    ]);
  });
});

it('tells cards of one name apart', () => {
  const [a, b] = rateCardsFromV1(first({ creditGrantRateCards: [{ id: 'same' }, { id: 'same' }] }));
  expect([a?.id, b?.id]).toEqual(['pp.1:CREDIT_GRANT:same', 'pp.1:CREDIT_GRANT:same:2']);
});

it('shows the version of a plan of the first generation, wherever it stands', () => {
  expect(fromV1(first({ supportedCurrencies: ['USD'] }))).toMatchObject({ version: 3, currencies: ['USD'] });
});
