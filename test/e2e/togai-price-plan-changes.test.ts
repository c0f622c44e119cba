import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;
let ids: { fee: string; seats: string; meter: string };

beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 10 }, environment: { DISCOVERY_INTERVAL_MINUTES: '0' } });
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  togai = callerOf(sandbox);
  const addOns = (await togai.get('/addons?pageSize=100')).body.data as { id: string; name: string; type: string }[];
  const meters = (await togai.get('/usage_meters?pageSize=100')).body.data as { id: string }[];
  const idOf = (type: string) => addOns.find((addOn) => addOn.type === type)?.id ?? '';
  ids = { fee: idOf('FIXED_FEE'), seats: idOf('LICENSE'), meter: meters[0]?.id ?? '' };
});
beforeEach(() => sandbox.reset());
afterAll(() => gateway?.close());

interface Card {
  readonly name: string;
  readonly rateCardDetails: Record<string, Record<string, unknown>>;
}
const slabs = (...rates: [string, string][]) => ({
  model: 'TIERED',
  slabs: rates.map(([startAfter, rate]) => ({ startAfter, rate, priceType: 'PER_UNIT' })),
});
const plan = (more: object = {}) => ({
  name: 'A-S1',
  description: 'Subscription A-S1',
  currency: 'EUR',
  cycle: 'MONTHLY',
  fixedFees: [
    { name: 'fee', displayName: 'Fee', addOnId: ids.fee, amount: '49.99', timing: 'IN_ADVANCE', everyCycles: 3 },
  ],
  licences: [
    { name: 'seats', displayName: 'Seats', addOnId: ids.seats, timing: 'IN_ARREARS', rate: slabs(['0', '12']) },
  ],
  usageRates: [
    { name: 'usage', displayName: 'Usage', usageMeterId: ids.meter, rate: slabs(['0', '0.12345678'], ['1000', '0.1']) },
  ],
  ...more,
});
const COMMON = 'plan { action target after } userErrors { code message field }';

interface Payload {
  readonly pricePlan?: { togaiId: string; status: string } | null;
  readonly account?: { pricePlans: unknown[] } | null;
  readonly plan: { action: string }[] | null;
  readonly userErrors: { code: string; message: string; field: string[] | null }[];
}
async function change(field: string, type: string, selection: string, variables: { input: object; dryRun?: boolean }) {
  const { data, errors } = await gateway.query<{ payload: Payload }>(
    `mutation ($input: ${type}!, $dryRun: Boolean! = false) { payload: ${field}(input: $input, dryRun: $dryRun) { ${selection} ${COMMON} } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return data.payload;
}
const create = (input: object, dryRun = false) =>
  change('togaiPricePlanCreate', 'TogaiPricePlanCreateInput', 'pricePlan { togaiId name status version currencies }', {
    input,
    dryRun,
  });
const plansNamed = async (name: string) => {
  const pages = await togai.pages('/v2/price_plans?pageSize=100');
  return pages.flatMap(({ data }) => data as { name: string; status: string }[]).filter((one) => one.name === name);
};

describe('a price plan', () => {
  it('is made of its cards, to the last digit, and in force', async () => {
    const { pricePlan, userErrors } = await create(plan());
    expect(userErrors).toEqual([]);
    expect(pricePlan).toMatchObject({ name: 'A-S1', status: 'ACTIVE', version: 1, currencies: ['EUR'] });
    const cards = (await togai.get(`/v2/price_plans/${pricePlan?.togaiId}/rate_cards`)).body.data as Card[];
    const byName = new Map(cards.map((card) => [card.name, card.rateCardDetails]));
    expect(byName.get('fee')?.fixedFeeRateCard).toMatchObject({
      ...{ id: ids.fee, type: 'RECURRING', enableProration: true, invoiceTiming: 'IN_ADVANCE' },
      rateValues: [{ currency: 'EUR', rate: 49.99 }],
      recurrenceConfig: { interval: 3, offset: 0 },
    });
    expect(byName.get('seats')?.licenseRateCard).toMatchObject({ id: ids.seats, type: 'LICENSE' });
    expect(byName.get('usage')?.usageRateCard).toMatchObject({
      usageMeterId: ids.meter,
      ratePlan: { pricingModel: 'TIERED', slabs: [{ startAfter: 0 }, { startAfter: 1000 }] },
      rateValues: [{ currency: 'EUR', slabRates: [{ rate: 0.12345678 }, { rate: 0.1 }] }],
    });
  });

  it.each([
    ['POST /v2/price_plans', 'reply-lost'],
    ['POST /v2/price_plans', 'server-error'],
    ['POST /v2/price_plans/*/rate_cards', 'reply-lost'],
    ['POST /v2/price_plans/*/rate_cards', 'connection-reset'],
    ['POST /v2/price_plans/*/finalize', 'reply-lost'],
    ['POST /v2/price_plans/*/finalize', 'server-error'],
  ] as const)('is made once in spite of %s %s', async (match, kind) => {
    sandbox.fault(match, { kind });
    const { pricePlan, userErrors } = await create(plan());
    expect([pricePlan?.status, userErrors]).toEqual(['ACTIVE', []]);
    expect(await plansNamed('A-S1')).toHaveLength(1);
    expect((await togai.get(`/v2/price_plans/${pricePlan?.togaiId}/rate_cards`)).body.data).toHaveLength(3);
  });

  it('that Togai does not take is told card by card, and leaves no draft', async () => {
    const { userErrors } = await create(
      plan({ usageRates: [{ name: 'usage', displayName: 'Usage', usageMeterId: 'um.none', rate: slabs(['0', '1']) }] }),
    );
    expect(userErrors).toEqual([
      {
        code: 'REJECTED_BY_UPSTREAM',
        message: 'Usage meter with id um.none not found',
        field: ['input', 'usageRates', '0'],
      },
    ]);
    expect(await plansNamed('A-S1')).toEqual([]);
    expect(sandbox.requests('POST /v2/price_plans/*/finalize')).toEqual([]);
  });

  it('begins anew where an attempt before has left a draft, but leaves alone what is in force', async () => {
    await togai.send('/v2/price_plans', { name: 'A-S1', type: 'BILLING', supportedCurrencies: ['EUR'] });
    expect((await create(plan())).pricePlan?.status).toBe('ACTIVE');
    expect((await create(plan())).userErrors).toMatchObject([{ code: 'CONFLICT', field: ['input', 'name'] }]);
    expect(await plansNamed('A-S1')).toHaveLength(1);
  });

  it('is only planned by a dry run, and refused before anything is sent', async () => {
    const { plan: steps, pricePlan } = await create(plan(), true);
    expect(pricePlan).toBeNull();
    expect(steps?.map(({ action }) => action)).toEqual([
      ...['createPricePlanV2', 'bulkPricePlanRateCardOperations', 'finalizePricePlan'],
    ]);
    const wrong = async (more: object) => (await create(plan(more))).userErrors.map(({ field }) => field?.join('.'));
    const usage = { name: 'fee', displayName: 'Usage', usageMeterId: ids.meter };
    expect(await wrong({ usageRates: [{ ...usage, rate: slabs(['0', '1']) }] })).toEqual(['input.usageRates.0.name']);
    expect(await wrong({ usageRates: [{ ...usage, name: 'u', rate: slabs(['1', '1'], ['1', '2']) }] })).toEqual([
      ...['input.usageRates.0.rate.slabs.0.startAfter', 'input.usageRates.0.rate.slabs.1.startAfter'],
    ]);
    expect(await wrong({ fixedFees: [], licences: [], usageRates: [] })).toEqual(['input']);
    expect(await wrong({ name: 'x'.repeat(51) })).toEqual(['input.name']);
    expect(sandbox.requests('POST /v2/price_plans')).toEqual([]);
  });
});

describe('an account', () => {
  const PLANS = 'account { pricePlans { effectiveFrom effectiveUntil pricePlan { name } } }';
  const associate = (input: object, dryRun = false) =>
    change('togaiPricePlanAssociate', 'TogaiPricePlanAssociateInput', PLANS, { input, dryRun });
  const disassociate = (input: object) =>
    change('togaiPricePlanDisassociate', 'TogaiPricePlanDisassociateInput', PLANS, { input });
  let pricePlanId: string;
  beforeEach(async () => {
    const account = { id: 'ada-main', name: 'Main', invoiceCurrency: 'EUR' };
    await togai.send('/customers', { id: 'ada', name: 'Ada', primaryEmail: 'a@example.com', address: {}, account });
    pricePlanId = (await create(plan())).pricePlan?.togaiId ?? '';
  });
  const term = { accountId: 'ada-main', effectiveFrom: '2026-01-01', effectiveUntil: '2027-01-01' };
  const drafts = async () => (await togai.get('/v2/accounts/ada-main/schedules?mode=DRAFT')).body.data;

  it.each([
    ['POST /v2/accounts/*/edit_schedules', 'reply-lost'],
    ['POST /v2/accounts/*/edit_schedules', 'server-error'],
    ['POST /v2/accounts/*/finalize_schedules', 'reply-lost'],
    ['POST /v2/accounts/*/finalize_schedules', 'connection-reset'],
  ] as const)('is put under a plan once in spite of %s %s, and shows it at once', async (match, kind) => {
    sandbox.fault(match, { kind });
    const { account, userErrors } = await associate({ ...term, pricePlanId });
    expect(userErrors).toEqual([]);
    expect(account?.pricePlans).toEqual([
      { effectiveFrom: '2026-01-01', effectiveUntil: '2027-01-01', pricePlan: { name: 'A-S1' } },
    ]);
    expect(await drafts()).toEqual([]);
  });

  it('has a plan give way to another, and none where they are taken away', async () => {
    await associate({ ...term, pricePlanId });
    const other = (await create(plan({ name: 'A-S1 from 2026-07-01' }))).pricePlan?.togaiId;
    await associate({ ...term, pricePlanId: other, effectiveFrom: '2026-07-01' });
    const { account } = await disassociate({ ...term, effectiveFrom: '2026-10-01' });
    expect(account?.pricePlans).toEqual([
      { effectiveFrom: '2026-01-01', effectiveUntil: '2026-07-01', pricePlan: { name: 'A-S1' } },
      { effectiveFrom: '2026-07-01', effectiveUntil: '2026-10-01', pricePlan: { name: 'A-S1 from 2026-07-01' } },
    ]);
  });

  it('with a draft of somebody is left alone', async () => {
    const edit = { mode: 'ASSOCIATE', effectiveFrom: '2026-01-01', effectiveUntil: '2026-02-01' };
    await togai.send('/v2/accounts/ada-main/edit_schedules', {
      edits: [{ ...edit, associationConfig: { pricePlanId } }],
    });
    expect((await associate({ ...term, pricePlanId })).userErrors).toMatchObject([
      { code: 'CONFLICT', field: ['input', 'accountId'] },
    ]);
    expect(await drafts()).toHaveLength(1);
  });

  it('keeps no draft of what fails', async () => {
    sandbox.fault('POST /v2/accounts/*/finalize_schedules', { kind: 'server-error', every: true });
    const { errors } = await gateway.query(
      'mutation ($input: TogaiPricePlanAssociateInput!) { togaiPricePlanAssociate(input: $input) { userErrors { code } } }',
      { input: { ...term, pricePlanId } },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', system: 'TOGAI' } }]);
    expect(await drafts()).toEqual([]);
  });

  it('is refused for what cannot be, and only planned by a dry run', async () => {
    expect((await associate({ ...term, pricePlanId: 'pp.none' })).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'pricePlanId'] },
    ]);
    expect((await associate({ ...term, accountId: 'nobody', pricePlanId })).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'accountId'] },
    ]);
    expect((await associate({ ...term, pricePlanId, effectiveUntil: '2026-01-01' })).userErrors).toMatchObject([
      { code: 'INVALID', field: ['input', 'effectiveUntil'] },
    ]);
    const { plan: steps } = await associate({ ...term, pricePlanId }, true);
    expect(steps?.map(({ action }) => action)).toEqual(['bulkEditSchedules', 'finalizeAccountSchedules']);
    expect(sandbox.requests('POST /v2/accounts/*/edit_schedules')).toEqual([]);
  });
});
