import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { feeSubscription } from '../support/fee-subscription.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;
let ids: { fee: string; seats: string; meter: string };

beforeAll(async () => {
  const environment = { DISCOVERY_INTERVAL_MINUTES: '0', TOGAI_PRICE_PLANS: 'V1' };
  gateway = await startTestGateway({ sandbox: { customers: 30 }, environment });
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  togai = callerOf(sandbox);
  const addOns = (await togai.get('/addons?pageSize=100')).body.data as { id: string; type: string }[];
  const meters = (await togai.get('/usage_meters?pageSize=100')).body.data as { id: string }[];
  const idOf = (type: string) => addOns.find((addOn) => addOn.type === type)?.id ?? '';
  ids = { fee: idOf('FIXED_FEE'), seats: idOf('LICENSE'), meter: meters[0]?.id ?? '' };
});
beforeEach(async () => {
  sandbox.reset();
  const account = { id: 'ada-main', name: 'Main', invoiceCurrency: 'EUR' };
  await togai.send('/customers', { id: 'ada', name: 'Ada', primaryEmail: 'a@example.com', address: {}, account });
});
afterAll(() => gateway?.close());

const rate = (...rates: [string, string][]) => ({
  model: 'TIERED',
  slabs: rates.map(([startAfter, each]) => ({ startAfter, rate: each, priceType: 'PER_UNIT' })),
});
const plan = (more: object = {}) => ({
  ...{ name: 'A-S1', currency: 'EUR', cycle: 'MONTHLY', allowOngoingCycleUpdates: true },
  fixedFees: [{ name: 'fee', displayName: 'Fee', addOnId: ids.fee, amount: '49.99', timing: 'IN_ADVANCE' }],
  licences: [
    { name: 'seats', displayName: 'Seats', addOnId: ids.seats, timing: 'IN_ARREARS', rate: rate(['0', '12']) },
  ],
  usageRates: [{ name: 'usage', displayName: 'Usage', usageMeterId: ids.meter, rate: rate(['0', '0.12345678']) }],
  ...more,
});

interface Payload {
  readonly pricePlan?: { togaiId: string; status: string; rateCards: object[] } | null;
  readonly account?: { pricePlans: unknown[] } | null;
  readonly plan: { action: string; after: Record<string, Record<string, unknown>> }[] | null;
  readonly userErrors: { code: string; message: string; field: string[] | null }[];
}
async function change(field: string, type: string, selection: string, input: object, dryRun = false) {
  const { data, errors } = await gateway.query<{ payload: Payload }>(
    `mutation ($input: ${type}!, $dryRun: Boolean!) { payload: ${field}(input: $input, dryRun: $dryRun) {
      ${selection} plan { action target after } userErrors { code message field } } }`,
    { input, dryRun },
  );
  expect(errors).toBeUndefined();
  return data.payload;
}
const PLAN = 'pricePlan { togaiId name status currencies rateCards { name } }';
const create = (input: object, dryRun = false) =>
  change('togaiPricePlanCreate', 'TogaiPricePlanCreateInput', PLAN, input, dryRun);
const PLANS = 'account { pricePlans { effectiveFrom effectiveUntil pricePlan { name } } }';
const associate = (input: object, dryRun = false) =>
  change('togaiPricePlanAssociate', 'TogaiPricePlanAssociateInput', PLANS, input, dryRun);
const plansNamed = async (name: string) =>
  (await togai.pages('/price_plans?pageSize=100'))
    .flatMap(({ data }) => data as { name: string; status: string }[])
    .filter((one) => one.name.startsWith(name))
    .map(({ status }) => status);
const secondGeneration = () => sandbox.requests('* /v2/**').filter(({ method }) => method !== 'GET');

describe('a price plan', () => {
  it('is made in one call with all its cards, and activated in its currency', async () => {
    const { pricePlan, userErrors } = await create(plan());
    expect(userErrors).toEqual([]);
    expect(pricePlan).toMatchObject({ status: 'ACTIVE', currencies: ['EUR'] });
    expect(pricePlan?.rateCards).toHaveLength(3);
    const { pricingSchedule } = (await togai.get(`/price_plans/${pricePlan?.togaiId}`)).body;
    expect(pricingSchedule[0].pricePlanDetails).toMatchObject({
      activeCurrencies: ['EUR'],
      allow_ongoing_cycle_updates: true,
      pricingCycleConfig: { interval: 'MONTHLY', gracePeriod: 3, anniversaryCycle: true },
      fixedFeeRateCards: [{ id: ids.fee, name: 'fee', rateValues: [{ currency: 'EUR', rate: 49.99 }] }],
      licenseRateCards: [{ id: ids.seats, name: 'seats' }],
      usageRateCards: [{ usageMeterId: ids.meter, rateValues: [{ slabRates: [{ order: 1, rate: 0.12345678 }] }] }],
    });
    expect(sandbox.requests('POST /price_plans')).toHaveLength(1);
    expect(secondGeneration()).toEqual([]);
  });

  it.each([
    ['POST /price_plans', 'reply-lost'],
    ['POST /price_plans', 'server-error'],
    ['POST /price_plans/*/activate', 'reply-lost'],
    ['POST /price_plans/*/activate', 'connection-reset'],
  ] as const)('is made once in spite of %s %s', async (match, kind) => {
    sandbox.fault(match, { kind });
    const { pricePlan, userErrors } = await create(plan());
    expect([pricePlan?.status, userErrors]).toEqual(['ACTIVE', []]);
    expect(await plansNamed('A-S1')).toEqual(['ACTIVE']);
  });

  it('that Togai does not take is refused in its words, and one that is not activated is archived', async () => {
    const usageRates = [{ name: 'usage', displayName: 'Usage', usageMeterId: 'um.none', rate: rate(['0', '1']) }];
    expect((await create(plan({ usageRates }))).userErrors).toEqual([
      { code: 'REJECTED_BY_UPSTREAM', message: 'Togai: Usage meter with id um.none not found', field: null },
    ]);
    expect(await plansNamed('A-S1')).toEqual([]);
    sandbox.fault('POST /price_plans/*/activate', { kind: 'server-error', every: true });
    const { errors } = await gateway.query(
      'mutation ($input: TogaiPricePlanCreateInput!) { togaiPricePlanCreate(input: $input) { userErrors { code } } }',
      { input: plan() },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', system: 'TOGAI' } }]);
    expect(await plansNamed('A-S1')).toEqual(['ARCHIVED']);
    sandbox.clearFaults();
    expect((await create(plan())).pricePlan?.status).toBe('ACTIVE');
    expect((await create(plan())).userErrors).toMatchObject([{ code: 'CONFLICT', field: ['input', 'name'] }]);
  });

  it('is only planned by a dry run', async () => {
    const { plan: steps } = await create(plan(), true);
    expect(steps?.map(({ action }) => action)).toEqual(['createPricePlan', 'activatePricePlan']);
    expect(steps?.[0]?.after.pricePlanDetails).toMatchObject({ allow_ongoing_cycle_updates: true });
    expect(sandbox.requests('POST /price_plans')).toEqual([]);
  });
});

describe('an account', () => {
  const term = { accountId: 'ada-main', effectiveFrom: '2026-01-01', effectiveUntil: '2027-01-01' };
  const SPAN = { effectiveFrom: '2026-01-01', effectiveUntil: '2027-01-01', pricePlan: { name: 'A-S1' } };

  it.each(['reply-lost', 'server-error', 'connection-reset'] as const)(
    'is put under a plan once, and longer, in spite of %s',
    async (kind) => {
      const pricePlanId = (await create(plan())).pricePlan?.togaiId;
      sandbox.fault('POST /accounts/*/price_plans', { kind });
      expect((await associate({ ...term, pricePlanId })).account?.pricePlans).toEqual([SPAN]);
      sandbox.fault('POST /accounts/*/price_plans', { kind });
      const longer = { ...term, effectiveUntil: '2028-01-01', pricePlanId };
      expect((await associate(longer)).account?.pricePlans).toEqual([{ ...SPAN, effectiveUntil: '2028-01-01' }]);
      expect(sandbox.requests('POST /accounts/*/price_plans')).toHaveLength(kind === 'reply-lost' ? 2 : 4);
      expect(secondGeneration()).toEqual([]);
    },
  );

  it('loses its plans for a time, and a dry run only says how', async () => {
    const pricePlanId = (await create(plan())).pricePlan?.togaiId;
    const { plan: steps } = await associate({ ...term, pricePlanId }, true);
    expect(steps).toEqual([
      {
        action: 'updatePricingSchedule',
        target: 'ada-main',
        after: { mode: 'ASSOCIATE', pricePlanId, effectiveFrom: '2026-01-01', effectiveUntil: '2027-01-01' },
      },
    ]);
    expect(sandbox.requests('POST /accounts/*/price_plans')).toEqual([]);
    await associate({ ...term, pricePlanId });
    const { account } = await change('togaiPricePlanDisassociate', 'TogaiPricePlanDisassociateInput', PLANS, {
      ...term,
      effectiveFrom: '2026-10-01',
    });
    expect(account?.pricePlans).toEqual([{ ...SPAN, effectiveUntil: '2026-10-01' }]);
  });

  it('is brought into step with a subscription by the same calls', async () => {
    const subscriptionKey = await feeSubscription(gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox);
    const { data } = await gateway.query<{ subscriptionSync: { run: { id: string } } }>(
      'mutation ($input: SubscriptionSyncInput!) { subscriptionSync(input: $input) { run { id } } }',
      { input: { subscriptionKey, accountId: 'ada-main' } },
    );
    const run = async () =>
      (
        await gateway.query<{ syncRun: { status: string; failure: string | null; steps: { action: string }[] } }>(
          'query ($id: ID!) { syncRun(id: $id) { status failure steps { action } } }',
          { id: data.subscriptionSync.run.id },
        )
      ).data.syncRun;
    await expect.poll(run, { interval: 50 }).toMatchObject({ status: 'SUCCEEDED', failure: null });
    expect(new Set((await run()).steps.map(({ action }) => action))).toEqual(
      new Set(['createAddOn', 'createPricePlan', 'updatePricingSchedule']),
    );
    expect(new Set(await plansNamed(subscriptionKey))).toEqual(new Set(['ACTIVE']));
    expect(secondGeneration()).toEqual([]);
  });
});
