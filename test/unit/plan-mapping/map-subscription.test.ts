import { describe, expect, it } from 'vitest';
import { mapSubscription } from '../../../src/domain/plan-mapping/map-subscription.js';
import { MappingOverrides } from '../../../src/domain/plan-mapping/overrides.js';
import type { SoldCharge, SoldSubscription, SoldTier } from '../../../src/domain/plan-mapping/sold.js';

const tier = (startingUnit: string, endingUnit: string | null, price: string | null, more: Partial<SoldTier> = {}) => ({
  ...{ startingUnit, endingUnit, price, perUnit: true, isOverage: false },
  ...more,
});
let nextNumber = 1;
function charge(more: Partial<SoldCharge>): SoldCharge {
  const number = more.number ?? `C-${nextNumber++}`;
  return {
    number,
    productChargeId: `p${number.toLowerCase()}`,
    name: 'Fee',
    planName: 'Plan',
    type: 'RECURRING',
    model: 'FLAT_FEE',
    kindText: 'Recurring, Flat Fee Pricing',
    quantity: null,
    unit: null,
    period: 'MONTH',
    periodText: 'Month',
    timing: 'IN_ADVANCE',
    price: '10',
    tiers: [],
    includedUnits: null,
    overagePrice: null,
    prepaidUnits: null,
    startDate: '2026-01-01',
    endDate: '2027-01-01',
    ...more,
  };
}
const sold = (charges: readonly SoldCharge[], more: Partial<SoldSubscription> = {}): SoldSubscription => ({
  owner: { system: 'SELLER', value: 'a1' },
  number: 'A-S1',
  version: 3,
  currency: 'EUR',
  startDate: '2026-01-01',
  endDate: '2027-01-01',
  charges,
  ...more,
});
function only(charges: readonly SoldCharge[], overrides?: object) {
  const mapping = mapSubscription(sold(charges), overrides && MappingOverrides.parse(overrides));
  expect(mapping.problems).toEqual([]);
  expect(mapping.phases).toHaveLength(1);
  return mapping.phases[0]?.plan;
}
const problemsOf = (charges: readonly SoldCharge[], overrides: object = {}) =>
  mapSubscription(sold(charges), MappingOverrides.parse(overrides)).problems.map(({ message }) => message);

const usage = { type: 'USAGE', unit: 'GB', timing: null, price: null } as const;
const TIERS = [tier('1', '10', '5'), tier('11', '20', '4', { perUnit: false }), tier('21', null, '0.12345678')];
const SLABS = [
  { startAfter: '0', priceType: 'PER_UNIT', rate: '5' },
  { startAfter: '10', priceType: 'FLAT', rate: '4' },
  { startAfter: '20', priceType: 'PER_UNIT', rate: '0.12345678' },
];
const perUnit = (rate: string, startAfter = '0') => ({ startAfter, priceType: 'PER_UNIT', rate });

describe('a charge as a rate card', () => {
  it.each<[string, Partial<SoldCharge>, string, object]>([
    [
      'a monthly fee',
      {},
      'fixedFees',
      { amount: '10', once: false, everyCycles: 1, prorated: true, timing: 'IN_ADVANCE' },
    ],
    ['a fee in arrears', { timing: 'IN_ARREARS' }, 'fixedFees', { timing: 'IN_ARREARS' }],
    ['a fee paid once', { type: 'ONE_TIME', period: null }, 'fixedFees', { amount: '10', once: true, prorated: false }],
    [
      'units paid once',
      { type: 'ONE_TIME', model: 'PER_UNIT', price: '0.1', quantity: '3' },
      'fixedFees',
      { amount: '0.3', once: true },
    ],
    [
      'tiers paid once',
      { type: 'ONE_TIME', model: 'TIERED', price: null, quantity: '12', tiers: TIERS },
      'fixedFees',
      { amount: '54' },
    ],
    [
      'a volume paid once',
      { type: 'ONE_TIME', model: 'VOLUME', price: null, quantity: '100', tiers: TIERS },
      'fixedFees',
      { amount: '12.345678' },
    ],
    [
      'units each month',
      { model: 'PER_UNIT', price: '0.12345678', quantity: '7' },
      'licences',
      { quantity: '7', rate: { model: 'TIERED', slabs: [perUnit('0.12345678')] } },
    ],
    [
      'tiers each month',
      { model: 'TIERED', price: null, quantity: '7', tiers: TIERS },
      'licences',
      { rate: { model: 'TIERED', slabs: SLABS } },
    ],
    [
      'a volume each month',
      { model: 'VOLUME', price: null, quantity: '7', tiers: TIERS },
      'licences',
      { rate: { model: 'VOLUME', slabs: SLABS } },
    ],
    [
      'usage by unit',
      { ...usage, model: 'PER_UNIT', price: '0.05' },
      'usageRates',
      { rate: { model: 'TIERED', slabs: [perUnit('0.05')] } },
    ],
    [
      'usage at one price',
      { ...usage, model: 'FLAT_FEE', price: '99' },
      'usageRates',
      { rate: { model: 'TIERED', slabs: [{ startAfter: '0', priceType: 'FLAT', rate: '99' }] } },
    ],
    [
      'usage in tiers',
      { ...usage, model: 'TIERED', tiers: TIERS },
      'usageRates',
      { rate: { model: 'TIERED', slabs: SLABS } },
    ],
    [
      'usage by volume',
      { ...usage, model: 'VOLUME', tiers: TIERS },
      'usageRates',
      { rate: { model: 'VOLUME', slabs: SLABS } },
    ],
    [
      'tiers of fractions, each where the last ends',
      { ...usage, model: 'TIERED', tiers: [tier('0', '0.5', '2'), tier('0.5', null, '1')] },
      'usageRates',
      { rate: { model: 'TIERED', slabs: [perUnit('2'), perUnit('1', '0.5')] } },
    ],
    [
      'overage beyond what is included',
      { ...usage, model: 'OVERAGE', includedUnits: '100', overagePrice: '0.2' },
      'usageRates',
      { rate: { model: 'TIERED', slabs: [perUnit('0'), perUnit('0.2', '100')] } },
    ],
    [
      'overage from the first unit',
      { ...usage, model: 'OVERAGE', includedUnits: null, overagePrice: '0.2' },
      'usageRates',
      { rate: { model: 'TIERED', slabs: [perUnit('0.2')] } },
    ],
    [
      'tiers and overage beyond them',
      {
        ...usage,
        model: 'TIERED_WITH_OVERAGE',
        tiers: [tier('1', '10', '5'), tier('11', '20', '4'), tier('21', null, '9', { isOverage: true })],
      },
      'usageRates',
      { rate: { model: 'TIERED', slabs: [perUnit('5'), perUnit('4', '10'), perUnit('9', '20')] } },
    ],
    [
      'units paid beforehand',
      { unit: 'GB', prepaidUnits: '500', price: '80' },
      'entitlements',
      { feature: expect.stringMatching(/^ft_gb_[0-9a-f]{8}$/), units: '500', amount: '80' },
    ],
  ])('%s', (_what, more, kind, card) => {
    const plan = only([charge({ number: 'C-1', ...more })]) as unknown as Record<string, object[]>;
    const all = [plan.fixedFees, plan.licences, plan.usageRates, plan.entitlements].flatMap((cards) => cards ?? []);
    expect(all).toHaveLength(1);
    expect(plan[kind]?.[0]).toMatchObject({ charge: 'C-1', displayName: 'Fee', ...card });
  });

  it.each<[string, Partial<SoldCharge>, string]>([
    [
      'an unknown model',
      { model: 'UNKNOWN', kindText: 'Recurring, High Watermark' },
      'Recurring, High Watermark has no equal among rate cards.',
    ],
    ['an unknown type', { type: 'UNKNOWN', kindText: 'Odd, Flat' }, 'Odd, Flat has no equal among rate cards.'],
    ['no price', { price: null }, 'It has no price.'],
    ['no quantity', { model: 'PER_UNIT' }, 'It has no quantity.'],
    ['a negative quantity', { model: 'PER_UNIT', quantity: '-1' }, 'Its quantity is -1.'],
    ['another period', { period: null, periodText: 'Two Years' }, 'Its billing period Two Years has no equal.'],
    ['no tiers', { ...usage, model: 'TIERED' }, 'It has no tiers.'],
    [
      'a tier without a price',
      { ...usage, model: 'TIERED', tiers: [tier('0', null, null)] },
      'Its tier 1 has no price.',
    ],
    [
      'a gap between tiers',
      { ...usage, model: 'TIERED', tiers: [tier('0', '10', '1'), tier('12', null, '2')] },
      'Its tiers have a gap or overlap between 10 and 12.',
    ],
    [
      'a first tier that begins late',
      { ...usage, model: 'TIERED', tiers: [tier('5', null, '1')] },
      'Its first tier begins at 5.',
    ],
    [
      'a middle tier without an end',
      { ...usage, model: 'TIERED', tiers: [tier('0', null, '1'), tier('10', null, '2')] },
      'Its tier 1 has no end, but is not the last one.',
    ],
    ['overage without a price', { ...usage, model: 'OVERAGE', includedUnits: '5' }, 'It has no overage price.'],
    [
      'usage of nothing',
      { ...usage, unit: null, model: 'PER_UNIT', price: '1' },
      'It has no unit of measure: give the charge "Fee" a meter.',
    ],
    [
      'a discount',
      { model: 'DISCOUNT_PERCENTAGE' },
      'Discounts have no rate card; `discounts: IGNORE` leaves them out.',
    ],
    [
      'another discount',
      { model: 'DISCOUNT_AMOUNT' },
      'Discounts have no rate card; `discounts: IGNORE` leaves them out.',
    ],
  ])('is refused for %s', (_what, more, message) => {
    const mapping = mapSubscription(sold([charge({ number: 'C-9', ...more }), charge({})]));
    expect(mapping.problems).toEqual([{ charge: 'C-9 Fee', message }]);
  });
});

describe('periods', () => {
  it('the shortest is the cycle; longer fees come every few cycles', () => {
    const plan = only([
      charge({ period: 'QUARTER' }),
      charge({ period: 'YEAR', price: '120' }),
      charge({ period: 'HALF_YEAR' }),
    ]);
    expect(plan?.cycle).toBe('QUARTERLY');
    expect(plan?.fixedFees.map(({ everyCycles }) => everyCycles)).toEqual([1, 4, 2]);
  });

  it('units by the year in a monthly plan become an amount, and that is said', () => {
    const mapping = mapSubscription(
      sold([
        charge({}),
        charge({ number: 'C-7', model: 'PER_UNIT', price: '0.1', quantity: '3', period: 'YEAR', periodText: 'Annual' }),
      ]),
    );
    expect(mapping.phases[0]?.plan.fixedFees).toContainEqual(
      expect.objectContaining({ charge: 'C-7', amount: '0.3', everyCycles: 12 }),
    );
    expect(mapping.notes).toEqual([
      { charge: 'C-7 Fee', message: '3 units by Annual become one amount: licences are billed in every cycle.' },
    ]);
  });

  it('tiers of usage cannot count over a longer period than the cycle; single prices can', () => {
    const yearly = { ...usage, period: 'YEAR', periodText: 'Annual' } as const;
    expect(problemsOf([charge({}), charge({ ...yearly, model: 'TIERED', tiers: TIERS })])).toEqual([
      'Its tiers count by Annual, and the plan is billed more often.',
    ]);
    expect(problemsOf([charge({}), charge({ ...yearly, model: 'PER_UNIT', price: '1' })])).toEqual([]);
  });

  it('weeks and months do not mix; weeks alone do', () => {
    expect(problemsOf([charge({ period: 'WEEK' }), charge({})])).toEqual([
      'Charges by the week and by the month cannot be in one plan.',
    ]);
    expect(only([charge({ period: 'WEEK' })])?.cycle).toBe('WEEKLY');
  });

  it('only one-time charges make a monthly plan', () => {
    expect(only([charge({ type: 'ONE_TIME', period: null })])?.cycle).toBe('MONTHLY');
  });
});

describe('time', () => {
  const spans = (subscription: SoldSubscription) =>
    mapSubscription(subscription).phases.map(({ effectiveFrom, effectiveUntil, plan }) => [
      effectiveFrom,
      effectiveUntil,
      plan.name,
      plan.fixedFees.map(({ amount }) => amount).join('+'),
    ]);

  it('has a plan for each stretch between two changes of prices', () => {
    const first = charge({ number: 'C-1', endDate: '2026-07-01' });
    const second = charge({ number: 'C-1', price: '12', startDate: '2026-07-01' });
    const late = charge({ number: 'C-2', price: '3', startDate: '2026-10-01' });
    expect(spans(sold([first, second, late]))).toEqual([
      ['2026-01-01', '2026-07-01', 'A-S1', '10'],
      ['2026-07-01', '2026-10-01', 'A-S1 from 2026-07-01', '12'],
      ['2026-10-01', '2027-01-01', 'A-S1 from 2026-10-01', '12+3'],
    ]);
  });

  it('has one plan where only segments change, and no price', () => {
    const first = charge({ number: 'C-1', endDate: '2026-07-01' });
    const second = charge({ number: 'C-1', startDate: '2026-07-01' });
    expect(spans(sold([first, second]))).toEqual([['2026-01-01', '2027-01-01', 'A-S1', '10']]);
  });

  it('charges what is due once in its stretch alone', () => {
    const once = charge({
      number: 'C-2',
      type: 'ONE_TIME',
      price: '500',
      startDate: '2026-04-01',
      endDate: '2026-04-01',
    });
    expect(spans(sold([charge({ number: 'C-1' }), once]))).toEqual([
      ['2026-01-01', '2026-04-01', 'A-S1', '10'],
      ['2026-04-01', '2027-01-01', 'A-S1 from 2026-04-01', '10+500'],
    ]);
  });

  it('ends what has no end on a far day', () => {
    const endless = sold([charge({ endDate: null })], { endDate: null });
    expect(spans(endless)).toEqual([['2026-01-01', '9999-01-01', 'A-S1', '10']]);
    expect(
      mapSubscription(endless, MappingOverrides.parse({ evergreenUntil: '2100-01-01' })).phases[0]?.effectiveUntil,
    ).toBe('2100-01-01');
  });

  it('ends with a cancelled subscription, whatever its charges say', () => {
    expect(spans(sold([charge({})], { endDate: '2026-05-01' }))).toEqual([['2026-01-01', '2026-05-01', 'A-S1', '10']]);
  });

  it('is refused where prices change more often than plans can', () => {
    const months = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-01`);
    const changing = months.map((startDate, n) =>
      charge({ number: 'C-1', price: String(n), startDate, endDate: months[n + 1] ?? '2027-01-01' }),
    );
    expect(mapSubscription(sold(changing)).problems).toEqual([
      { charge: null, message: 'Its prices change 11 times; 9 at most.' },
    ]);
  });

  it('is refused where there is nothing to charge', () => {
    expect(mapSubscription(sold([])).problems).toEqual([
      { charge: null, message: 'It has no charge that a plan could be made of.' },
    ]);
  });
});

describe('the same version', () => {
  const charges = [charge({ number: 'C-1' }), charge({ ...usage, number: 'C-2', model: 'PER_UNIT', price: '1' })];

  it('gives the same plans, in whatever order its charges come', () => {
    expect(mapSubscription(sold([...charges].reverse()))).toEqual(mapSubscription(sold(charges)));
  });

  it('and another version with the same prices has the same content under another description', () => {
    const [before] = mapSubscription(sold(charges)).phases;
    const [after] = mapSubscription(sold(charges, { version: 4 })).phases;
    expect(after?.plan.contentHash).toBe(before?.plan.contentHash);
    expect(after?.plan.description).not.toBe(before?.plan.description);
  });

  it.each([
    ['a price', { price: '10.00000001' }],
    ['the timing', { timing: 'IN_ARREARS' as const }],
    ['the name', { name: 'Other' }],
  ])('%s makes another plan', (_what, more) => {
    const before = mapSubscription(sold([charge({ number: 'C-1' })])).phases[0]?.plan.contentHash;
    expect(mapSubscription(sold([charge({ number: 'C-1', ...more })])).phases[0]?.plan.contentHash).not.toBe(before);
  });

  it('says what has to be there first, each once', () => {
    const seats = charge({ number: 'C-3', name: 'Seats', model: 'PER_UNIT', quantity: '2' });
    const traffic = charge({ ...usage, number: 'C-4', model: 'PER_UNIT', price: '2' });
    expect(mapSubscription(sold([...charges, seats, traffic])).needs).toEqual({
      addOns: [
        { id: 'ao_pc_1', name: 'Fee', kind: 'FIXED_FEE' },
        { id: 'ao_pc_3', name: 'Seats', kind: 'LICENCE' },
      ].map(({ id, ...rest }) => ({ id: expect.stringMatching(new RegExp(`^${id}_[0-9a-f]{8}$`)), ...rest })),
      meters: [{ id: expect.stringMatching(/^um_gb_[0-9a-f]{8}$/), unit: 'GB' }],
      features: [],
    });
  });
});

describe('what a company says differently', () => {
  it('names meters by unit, and anything by charge', () => {
    const plan = only(
      [
        charge({ ...usage, number: 'C-1', model: 'PER_UNIT', price: '1' }),
        charge({ ...usage, number: 'C-2', name: 'Calls', model: 'PER_UNIT', price: '1' }),
        charge({ number: 'C-3', productChargeId: 'prod-3' }),
      ],
      {
        units: { GB: { meter: 'um.traffic' } },
        charges: {
          Calls: { meter: 'um.calls' },
          'prod-3': { addOn: 'base', displayName: 'Base fee', prorated: false },
        },
      },
    );
    expect(plan?.usageRates.map(({ meter }) => meter)).toEqual(['um.traffic', 'um.calls']);
    expect(plan?.fixedFees).toMatchObject([{ addOn: 'base', displayName: 'Base fee', prorated: false }]);
  });

  it('leaves out what something else bills, and discounts', () => {
    const plan = only([charge({ number: 'C-1' }), charge({ number: 'C-2' }), charge({ model: 'DISCOUNT_AMOUNT' })], {
      charges: { 'C-2': { skip: true } },
      discounts: 'IGNORE',
    });
    expect(plan?.fixedFees.map(({ charge: number }) => number)).toEqual(['C-1']);
  });

  it.each([
    [{ unit: {} }, 'unit'],
    [{ charges: { x: { metre: 'y' } } }, 'metre'],
    [{ discounts: 'MAYBE' }, 'REFUSE'],
    [{ evergreenUntil: 'never' }, 'date'],
  ])('is refused where it is misspelled: %j', (overrides, hint) => {
    expect(() => MappingOverrides.parse(overrides)).toThrow(hint);
  });
});
