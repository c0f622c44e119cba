import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../../src/upstreams/togai/sandbox/index.js';
import { callerOf } from './support.js';

const ARCHIVED = 'pp.1zY00000008.2f031';
const REWORKED = 'pp.1zY0000002t.9480b';
const MESSAGING = 'pp.1zY00000031.a2b3b';

let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;

beforeAll(async () => {
  sandbox = await startTogaiSandbox({ limits: false });
  togai = callerOf(sandbox);
});
afterAll(() => sandbox.close());

const body = async (path: string) => (await togai.get(path)).body;
const all = async (path: string) => (await togai.pages(path)).flatMap(({ data }) => data);

interface Card {
  readonly type: string;
  readonly billableId: string;
  readonly currencies: readonly string[];
}

describe('plans of the first generation', () => {
  it('are listed without rate cards, drafts and archived ones among them', async () => {
    const plans = await all('/price_plans');
    expect(plans).toHaveLength(22);
    expect(plans[0]).toEqual({
      id: 'pp.1zY00000000.afc20',
      name: 'API Starter (classic)',
      type: 'BILLING',
      description: 'Starter edition, metered by API calls',
      status: 'ACTIVE',
      version: 1,
      usageMeters: ['um.1zY00000000.611cc'],
      pricePlanDetails: {
        supportedCurrencies: ['USD', 'EUR', 'GBP', 'JPY', 'SEK'],
        activeCurrencies: ['USD', 'EUR', 'GBP', 'JPY'],
        pricingCycleConfig: {
          interval: 'MONTHLY',
          startOffset: { dayOffset: '1', monthOffset: 'NIL' },
          gracePeriod: 3,
          anniversaryCycle: false,
        },
        type: 'BILLING',
        deferredRevenue: false,
      },
      createdAt: '2019-01-07T09:00:00.000Z',
      updatedAt: '2019-02-01T09:00:00.000Z',
    });
    const names = (status: string) => plans.filter((plan) => plan.status === status).map(({ name }) => name);
    expect(names('DRAFT')).toEqual(['Reporting Growth (classic)']);
    expect(names('ARCHIVED')).toEqual(['Messaging Starter (classic)']);
  });

  it('are read with the rate cards of the latest version, or of the one asked for', async () => {
    const plan = await body(`/price_plans/${ARCHIVED}`);
    expect(plan).toMatchObject({ id: ARCHIVED, status: 'ARCHIVED', type: 'BILLING' });
    expect(plan.pricingSchedule).toHaveLength(1);
    expect(plan.pricingSchedule[0]).toMatchObject({
      version: 3,
      startDate: '2023-01-01T00:00:00Z',
      endDate: '9999-01-01T00:00:00Z',
      isOverriden: false,
      pricePlanDetails: {
        supportedCurrencies: ['USD', 'JPY'],
        allow_ongoing_cycle_updates: true,
        fixedFeeRateCards: [
          {
            rateValues: [
              { currency: 'USD', rate: 20.9 },
              { currency: 'JPY', rate: 3135 },
            ],
          },
        ],
      },
    });
    const second = await body(`/price_plans/${ARCHIVED}?version=2`);
    expect(second.pricingSchedule[0]).toMatchObject({ version: 2, endDate: '2023-01-01T00:00:00Z' });
    expect((await togai.get(`/price_plans/${ARCHIVED}?version=4`)).status).toBe(404);
    expect((await togai.get(`/price_plans/${ARCHIVED}?version=LATEST`)).status).toBe(400);
  });

  it('are unknown to the second generation, and the other way round', async () => {
    expect((await togai.get(`/v2/price_plans/${ARCHIVED}`)).status).toBe(404);
    expect((await togai.get(`/price_plans/${REWORKED}`)).status).toBe(404);
  });
});

describe('plans of the second generation', () => {
  it('are listed in their latest version', async () => {
    const plans = await all('/v2/price_plans');
    expect(plans).toHaveLength(22);
    expect(plans.find(({ id }) => id === REWORKED)).toMatchObject({ version: 3, status: 'DRAFT' });
    expect(new Set(plans.map(({ status }) => status))).toEqual(new Set(['ACTIVE', 'DRAFT']));
    expect(plans.filter(({ type }) => type === 'PURCHASE').map(({ name }) => name)).toEqual(['Credit pack']);
  });

  it('are read in the version asked for', async () => {
    expect(await body(`/v2/price_plans/${REWORKED}?version=ACTIVE`)).toEqual({
      id: REWORKED,
      referenceId: `${REWORKED}.2`,
      name: 'API Growth',
      description: 'Growth edition, metered by API calls',
      type: 'BILLING',
      pricingCycleConfig: { interval: 'MONTHLY', gracePeriod: 1, anniversaryCycle: true },
      supportedCurrencies: ['USD', 'EUR', 'GBP', 'JPY', 'SEK'],
      deferredRevenue: false,
      allowOngoingCycleUpdates: false,
      version: 2,
      status: 'ACTIVE',
      createdAt: '2021-01-07T09:00:00.000Z',
      updatedAt: '2021-02-01T09:00:00.000Z',
    });
    const draft = await body(`/v2/price_plans/${REWORKED}`);
    expect(draft).toMatchObject({ version: 3, status: 'DRAFT' });
    expect(await body(`/v2/price_plans/${REWORKED}?version=LATEST`)).toEqual(draft);
    expect(await body(`/v2/price_plans/${REWORKED}?version=1`)).toMatchObject({ version: 1, status: 'ACTIVE' });
    expect((await togai.get(`/v2/price_plans/${REWORKED}?version=9`)).status).toBe(404);
    expect((await togai.get(`/v2/price_plans/${REWORKED}?version=NEWEST`)).status).toBe(400);
  });

  it('have no active version while there is only a draft', async () => {
    const draft = (await all('/v2/price_plans')).find(({ name }) => name === 'Compute Scale');
    expect(draft).toMatchObject({ version: 1, status: 'DRAFT' });
    expect((await togai.get(`/v2/price_plans/${draft.id}?version=ACTIVE`)).status).toBe(404);
  });

  it('list their versions, oldest first', async () => {
    const versions = await all(`/v2/price_plans/${REWORKED}/versions?pageSize=2`);
    expect(versions.map(({ version, status }) => [version, status])).toEqual([
      [1, 'ACTIVE'],
      [2, 'ACTIVE'],
      [3, 'DRAFT'],
    ]);
  });

  it('list their rate cards one by one', async () => {
    const cards = await all(`/v2/price_plans/${MESSAGING}/rate_cards?pageSize=3`);
    expect(cards.map(({ type, name }) => [type, name])).toEqual([
      ['FIXED_FEE', 'platform-fee'],
      ['FIXED_FEE', 'onboarding'],
      ['USAGE', 'usage'],
      ['LICENSE', 'seats'],
    ]);
    expect(cards[0]).toEqual({
      billableId: 'addon.1zY00000000.bc24a',
      type: 'FIXED_FEE',
      displayName: 'Platform fee',
      invoiceTiming: 'IN_ADVANCE',
      rateCardDetails: {
        fixedFeeRateCard: {
          id: 'addon.1zY00000000.bc24a',
          displayName: 'Platform fee',
          name: 'platform-fee',
          invoiceTiming: 'IN_ADVANCE',
          type: 'RECURRING',
          rateValues: [
            { currency: 'USD', rate: 59.85 },
            { currency: 'JPY', rate: 8978 },
          ],
          enableProration: true,
        },
      },
      name: 'platform-fee',
      currencies: ['USD', 'JPY'],
      pricePlanId: MESSAGING,
      referenceId: `${MESSAGING}.2`,
      referenceType: 'PRICE_PLAN',
    });
    expect(cards[2].rateCardDetails.usageRateCard).toMatchObject({
      usageMeterId: 'um.1zY00000002.4dc04',
      ratePlan: {
        pricingModel: 'VOLUME',
        slabs: [
          { order: 1, startAfter: 0, priceType: 'PER_UNIT' },
          { order: 2, startAfter: 10_000, priceType: 'PER_UNIT' },
          { order: 3, startAfter: 100_000, priceType: 'PER_UNIT' },
        ],
      },
      rateValues: [
        {
          currency: 'USD',
          slabRates: [
            { order: 1, rate: 0.0079 },
            { order: 2, rate: 0.0063 },
            { order: 3, rate: 0.0039 },
          ],
        },
        { currency: 'JPY' },
      ],
    });
  });

  it('have rate cards of every kind, priced by what the catalog holds', async () => {
    const plans: { id: string; deferredRevenue: boolean }[] = await all('/v2/price_plans');
    const cards: Card[] = [];
    for (const { id } of plans) cards.push(...(await all(`/v2/price_plans/${id}/rate_cards`)));
    expect([...new Set(cards.map(({ type }) => type))].toSorted()).toEqual([
      'BILLING_ENTITLEMENT',
      'CREDIT_GRANT',
      'ENTITLEMENT_OVERAGE',
      'FIXED_FEE',
      'LICENSE',
      'MINIMUM_COMMITMENT',
      'USAGE',
    ]);
    const catalog = [await all('/addons'), await all('/usage_meters'), await all('/features')].flat();
    const known = new Set(['minimum-commitment', ...catalog.map(({ id }) => id)]);
    expect(cards.filter(({ billableId }) => !known.has(billableId))).toEqual([]);
    expect(cards.some(({ currencies }) => currencies.includes('JPY'))).toBe(true);
  });

  it('charge only in arrears where revenue is deferred', async () => {
    const [plan, ...others] = (await all('/v2/price_plans')).filter(({ deferredRevenue }) => deferredRevenue);
    expect([plan.name, others]).toEqual(['Pay as you go', []]);
    const cards = await all(`/v2/price_plans/${plan.id}/rate_cards`);
    expect(cards.map(({ type, invoiceTiming }) => [type, invoiceTiming])).toEqual([
      ['FIXED_FEE', 'IN_ARREARS'],
      ['USAGE', 'IN_ARREARS'],
    ]);
  });
});

describe('the catalog', () => {
  it('has add-ons', async () => {
    const archived = await all('/addons?status=ARCHIVED');
    expect(archived).toEqual([
      {
        id: 'addon.1zY00000007.29f82',
        name: 'Fax gateway',
        type: 'FIXED_FEE',
        displayName: 'Fax gateway',
        status: 'ARCHIVED',
        createdAt: '2019-01-04T08:00:00.000Z',
      },
    ]);
    expect(await body('/addons/addon.1zY00000007.29f82')).toEqual(archived[0]);
    expect(await all('/addons?status=ACTIVE')).toHaveLength(7);
    expect(await all('/addons')).toHaveLength(8);
  });

  it('has usage meters, with their event schema on request', async () => {
    const names = async (query: string) => (await all(`/usage_meters?${query}`)).map(({ name }) => name);
    expect(await names('status=INACTIVE')).toEqual(['rides']);
    expect(await names('aggregations=COUNT')).toEqual(['api-calls', 'reports']);
    expect(await names('aggregations=SUM&status=ACTIVE')).toEqual(['storage', 'messages', 'compute']);
    const meter = await body('/usage_meters/um.1zY00000001.ff593');
    expect(meter).toMatchObject({ name: 'storage', type: 'COUNTER', aggregation: 'SUM', displayName: 'Storage' });
    expect(meter).not.toHaveProperty('eventSchema');
    expect((await body('/usage_meters/um.1zY00000001.ff593?includeSchema=true')).eventSchema).toEqual({
      name: 'storage-event',
      version: 1,
      status: 'ACTIVE',
      attributes: [{ name: 'gigabytes' }],
      dimensions: [{ name: 'region' }],
    });
  });

  it('has features', async () => {
    const [first, ...others] = await all('/features');
    expect(others).toHaveLength(2);
    expect(first).toMatchObject({ id: 'feature.1zY00000000.00962', name: 'Priority support hours', schemaCount: 1 });
    expect(await body(`/features/${first.id}`)).toMatchObject({
      schemaAssociations: [{ schemaName: 'compute-event', attributeName: 'minutes' }],
    });
  });
});
