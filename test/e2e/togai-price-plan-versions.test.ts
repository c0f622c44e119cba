import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;
let ids: { fee: string; meter: string };
let planId: string;

const slabs = (...rates: [string, string][]) => ({
  model: 'TIERED',
  slabs: rates.map(([startAfter, rate]) => ({ startAfter, rate, priceType: 'PER_UNIT' })),
});
const fee = (amount: string, name = 'fee', more: object = {}) => {
  return { name, displayName: 'Fee', addOnId: ids.fee, amount, timing: 'IN_ADVANCE', ...more };
};
const usage = (rate: string, meter = ids.meter) => {
  return { name: 'usage', displayName: 'Usage', usageMeterId: meter, rate: slabs(['0', rate]) };
};

beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 5 }, environment: { DISCOVERY_INTERVAL_MINUTES: '0' } });
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  togai = callerOf(sandbox);
  const addOns = (await togai.get('/addons?pageSize=100')).body.data as { id: string; type: string }[];
  const meters = (await togai.get('/usage_meters?pageSize=100')).body.data as { id: string }[];
  ids = { fee: addOns.find(({ type }) => type === 'FIXED_FEE')?.id ?? '', meter: meters[0]?.id ?? '' };
});
beforeEach(async () => {
  sandbox.reset();
  const account = { id: 'ada-main', name: 'Main', invoiceCurrency: 'EUR' };
  await togai.send('/customers', { id: 'ada', name: 'Ada', primaryEmail: 'a@example.com', address: {}, account });
  const input = { name: 'A-S1', currency: 'EUR', cycle: 'MONTHLY' };
  const cards = { fixedFees: [fee('49.99'), fee('5', 'extra', { everyCycles: 3 })], usageRates: [usage('0.12345678')] };
  const made = await change('togaiPricePlanCreate', '$input: TogaiPricePlanCreateInput!', {
    input: { ...input, ...cards },
  });
  planId = made.pricePlan?.togaiId ?? '';
  const edit = { mode: 'ASSOCIATE', effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };
  await togai.send('/v2/accounts/ada-main/edit_schedules', {
    edits: [{ ...edit, associationConfig: { pricePlanId: planId } }],
  });
  await togai.send('/v2/accounts/ada-main/finalize_schedules', {});
});
afterAll(() => gateway?.close());

interface Payload {
  readonly pricePlan: { togaiId: string; status: string; version: number; rateCards: { name: string }[] } | null;
  readonly plan: { action: string; target: string; after: Record<string, unknown> }[] | null;
  readonly userErrors: { code: string; message: string; field: string[] | null }[];
}
async function change(field: string, types: string, variables: Record<string, unknown>): Promise<Payload> {
  const args = Object.keys(variables).map((name) => `${name}: $${name}`);
  const { data, errors } = await gateway.query<{ payload: Payload }>(
    `mutation (${types}) { payload: ${field}(${args.join(', ')}) { pricePlan { togaiId status version rateCards { name } }
      plan { action target after } userErrors { code message field } } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return data.payload;
}
const TYPES = '$id: String!, $input: TogaiPricePlanReviseInput!, $dryRun: Boolean!';
const revise = (input: object, dryRun = false) => change('togaiPricePlanRevise', TYPES, { id: planId, input, dryRun });
const stateOf = async () => {
  const { version, status } = (await togai.get(`/v2/price_plans/${planId}`)).body;
  return [version, status];
};
const schedules = async () =>
  ((await togai.get('/v2/accounts/ada-main/schedules?mode=ACTIVE')).body.data as { version: number }[]).map(
    ({ version }) => version,
  );
const rates = async () =>
  ((await togai.get(`/v2/price_plans/${planId}/rate_cards`)).body.data as { name: string; rateCardDetails: object }[])
    .map(({ name, rateCardDetails }) => {
      const [details] = Object.values(rateCardDetails) as {
        rateValues: { rate?: number; slabRates?: { rate: number }[] }[];
      }[];
      return [name, details?.rateValues[0]?.rate ?? details?.rateValues[0]?.slabRates?.map(({ rate }) => rate)];
    })
    .toSorted();
const writes = () => sandbox.requests('* /v2/price_plans/**').filter(({ method }) => method !== 'GET').length;

const CHANGE = () => ({
  fixedFees: [fee('59.99'), fee('1', 'new')],
  usageRates: [usage('0.123456780')],
  remove: ['extra'],
});

describe('a new version of a price plan', () => {
  it('has what was changed, and accounts keep theirs; asked again, nothing is done', async () => {
    const planned = await revise(CHANGE(), true);
    expect(planned.plan?.map(({ action, target }) => [action, target])).toEqual([
      ['bulkPricePlanRateCardOperations', planId],
      ['finalizePricePlan', planId],
    ]);
    // The usage rate is what it was.
    expect(planned.plan?.[0]?.after.operations).toMatchObject([
      { actionType: 'UPDATE', rateCardName: 'fee' },
      { actionType: 'CREATE', rateCardName: 'new' },
      { actionType: 'DELETE', rateCardName: 'extra' },
    ]);
    expect(planned.plan?.[1]?.after).toEqual({ migrationMode: 'NONE' });
    expect(await stateOf()).toEqual([1, 'ACTIVE']);

    const { pricePlan, userErrors } = await revise(CHANGE());
    expect(userErrors).toEqual([]);
    expect(pricePlan).toMatchObject({ version: 2, status: 'ACTIVE' });
    expect(pricePlan?.rateCards.map(({ name }) => name).toSorted()).toEqual(['fee', 'new', 'usage']);
    expect(await rates()).toEqual([
      ['fee', 59.99],
      ['new', 1],
      ['usage', [0.12345678]],
    ]);
    expect(await schedules()).toEqual([1]);

    const before = writes();
    expect((await revise(CHANGE())).pricePlan?.version).toBe(2);
    expect((await revise(CHANGE(), true)).plan).toEqual([]);
    expect(writes()).toBe(before);
  });

  it('is that of the accounts at once where that is wanted', async () => {
    const { userErrors } = await revise({ ...CHANGE(), accounts: 'NOW' });
    expect([userErrors, await schedules()]).toEqual([[], [1, 2]]);
  });

  it.each([
    ['POST /v2/price_plans/*/rate_cards', 'reply-lost'],
    ['POST /v2/price_plans/*/rate_cards', 'server-error'],
    ['POST /v2/price_plans/*/rate_cards', 'connection-reset'],
    ['POST /v2/price_plans/*/finalize', 'reply-lost'],
    ['POST /v2/price_plans/*/finalize', 'server-error'],
  ] as const)('is made once in spite of %s %s', async (match, kind) => {
    sandbox.fault(match, { kind });
    const { pricePlan, userErrors } = await revise(CHANGE());
    expect([pricePlan?.version, userErrors]).toEqual([2, []]);
    expect([await stateOf(), (await rates()).length]).toEqual([[2, 'ACTIVE'], 3]);
  });

  it('that Togai does not take is told card by card; no draft is left, of that or of what fails', async () => {
    const { userErrors } = await revise({ fixedFees: [fee('1')], usageRates: [usage('1', 'um.none')] });
    expect(userErrors).toEqual([
      {
        code: 'REJECTED_BY_UPSTREAM',
        message: 'Usage meter with id um.none not found',
        field: ['input', 'usageRates', '0'],
      },
    ]);
    expect([await stateOf(), await rates()]).toMatchObject([
      [1, 'ACTIVE'],
      [
        ['extra', 5],
        ['fee', 49.99],
        ['usage', [0.12345678]],
      ],
    ]);
    sandbox.fault('POST /v2/price_plans/*/finalize', { kind: 'server-error', every: true });
    const { errors } = await gateway.query(
      `mutation (${TYPES}) { togaiPricePlanRevise(id: $id, input: $input, dryRun: $dryRun) { userErrors { code } } }`,
      { id: planId, input: CHANGE(), dryRun: false },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', system: 'TOGAI' } }]);
    expect(await stateOf()).toEqual([1, 'ACTIVE']);
  });

  it('leaves the draft of somebody alone, and takes up one that an attempt before has left', async () => {
    const operations = [{ actionType: 'DELETE', rateCardName: 'extra' }];
    await togai.send(`/v2/price_plans/${planId}/rate_cards`, { operations });
    expect((await revise(CHANGE())).userErrors).toMatchObject([{ code: 'CONFLICT', field: ['id'] }]);
    expect(await stateOf()).toEqual([2, 'DRAFT']);
    const before = sandbox.requests('POST /v2/price_plans/*/rate_cards').length;
    expect((await revise({ remove: ['extra'] })).pricePlan).toMatchObject({ version: 2, status: 'ACTIVE' });
    expect(sandbox.requests('POST /v2/price_plans/*/rate_cards')).toHaveLength(before);
  });

  it('is refused for what cannot be, before anything is sent', async () => {
    const wrong = async (input: object) =>
      (await revise(input)).userErrors.map(({ code, field }) => [code, field?.join('.')]);
    expect(await wrong({})).toEqual([['INVALID', 'input']]);
    expect(await wrong({ fixedFees: [fee('1'), fee('2')] })).toEqual([['INVALID', 'input.fixedFees.1.name']]);
    expect(await wrong({ fixedFees: [fee('1')], remove: ['fee'] })).toEqual([['INVALID', 'input.remove.0']]);
    planId = 'pp.none';
    expect(await wrong(CHANGE())).toEqual([['NOT_FOUND', 'id']]);
    expect(sandbox.requests('POST /v2/price_plans/*/rate_cards')).toHaveLength(1);
  });
});
