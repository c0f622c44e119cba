import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

// Nothing runs in the background: what is asked is asked for a query.
let gateway: TestGateway;
let sandbox: TogaiSandbox;
let get: ReturnType<typeof callerOf>['get'];

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 10, limits: false },
    environment: { TOGAI_REQUESTS_PER_SECOND: '1000', DISCOVERY_INTERVAL_MINUTES: '0' },
  });
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  get = callerOf(sandbox).get;
});
afterAll(() => gateway?.close());

interface Card {
  readonly kind: string;
  readonly usageMeterId: string | null;
  readonly addOnId: string | null;
  readonly featureId: string | null;
  readonly rates: readonly { readonly amount: string; readonly currency: string }[];
  readonly slabs: readonly { readonly startAfter: string; readonly rates: Card['rates'] }[];
}
interface Plan {
  readonly togaiId: string;
  readonly name: string;
  readonly rateCards: readonly Card[];
}
const CARDS = `togaiId name rateCards { id kind usageMeterId addOnId featureId rates { amount currency }
  slabs { startAfter rates { amount currency } } }`;
const readAll = () =>
  gateway.query<{ togaiPricePlans: { nodes: Plan[] } }>(`{ togaiPricePlans(first: 100) { nodes { ${CARDS} } } }`);

it('come with a plan that is read by itself where one answer has both', async () => {
  const list: { id: string; name: string }[] = (await get('/price_plans?pageSize=100')).body.data;
  const id = list.find(({ name }) => name === 'API Starter (classic)')?.id;
  const { data, errors } = await gateway.query<{ togaiPricePlan: Plan & { version: number } }>(
    `query ($id: String!) { togaiPricePlan(id: $id) { version ${CARDS} } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  const { version, rateCards } = data.togaiPricePlan;
  expect(version).toBeGreaterThan(0);
  expect(rateCards.map(({ kind }) => kind)).toEqual(['FIXED_FEE', 'USAGE']);
  expect(rateCards[1]?.slabs.map(({ startAfter }) => startAfter)).toEqual(['0', '100']);
  expect(rateCards[1]?.slabs[0]?.rates).toContainEqual({ amount: '0', currency: 'USD' });
  expect(sandbox.requests(`GET /price_plans/${id}`)).toHaveLength(1);
});

describe('the rate cards of all price plans', () => {
  it('are those of the plans, cost one call a plan, and none once they were read', async () => {
    await gateway.query('{ togaiPricePlans(first: 1) { nodes { name } } }');
    const before = sandbox.requests().length;
    const { data, errors } = await readAll();
    expect(errors).toBeUndefined();
    const plans = data.togaiPricePlans.nodes;
    const asked = sandbox.requests().slice(before);
    expect(asked.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      plans
        .filter(({ name }) => name !== 'API Starter (classic)')
        .map(({ togaiId, name }) =>
          name.endsWith('(classic)') ? `GET /price_plans/${togaiId}` : `GET /v2/price_plans/${togaiId}/rate_cards`,
        )
        .sort(),
    );
    expect(plans.length).toBeGreaterThan(40);
    expect(new Set(plans.flatMap(({ rateCards }) => rateCards.map(({ kind }) => kind)))).toEqual(
      new Set([
        'FIXED_FEE',
        'USAGE',
        'LICENSE',
        'BILLING_ENTITLEMENT',
        'ENTITLEMENT_OVERAGE',
        'CREDIT_GRANT',
        'MINIMUM_COMMITMENT',
      ]),
    );

    const again = await readAll();
    expect(again.data).toEqual(data);
    expect(sandbox.requests()).toHaveLength(before + asked.length);

    for (const plan of plans) {
      const said = plan.name.endsWith('(classic)')
        ? (await get(`/price_plans/${plan.togaiId}`)).body.pricingSchedule[0].pricePlanDetails
        : (await get(`/v2/price_plans/${plan.togaiId}/rate_cards?pageSize=100`)).body.data;
      expect(plan.rateCards.flatMap(pricesOf).sort(), plan.name).toEqual(ratesIn(said).sort());
    }
  });

  it('have ids of their own', async () => {
    const { data } = await gateway.query<{ togaiPricePlans: { nodes: { rateCards: { id: string }[] }[] } }>(
      '{ togaiPricePlans(first: 100) { nodes { rateCards { id } } } }',
    );
    const ids = data.togaiPricePlans.nodes.flatMap(({ rateCards }) => rateCards.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

function pricesOf({ rates, slabs }: Card): string[] {
  return [...rates, ...slabs.flatMap((slab) => slab.rates)].map(({ amount, currency }) => `${amount} ${currency}`);
}

/** Every rate in an answer of Togai, with the nearest currency above it. */
function ratesIn(said: unknown, currency = ''): string[] {
  if (typeof said !== 'object' || said === null) return [];
  const own = 'currency' in said ? String(said.currency) : currency;
  return Object.entries(said).flatMap(([name, value]) => (name === 'rate' ? [`${value} ${own}`] : ratesIn(value, own)));
}

it('keeps a page of plans when the rate cards of one cannot be read', async () => {
  // Nothing of the tests above may be in the cache.
  await gateway.close();
  gateway = await startTestGateway({
    sandbox: { customers: 5, limits: false },
    verified: false,
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', TOGAI_REQUESTS_PER_SECOND: '1000' },
  });
  const plans = () =>
    gateway.query<{ togaiPricePlans: { nodes: { togaiId: string; rateCards: unknown[] | null }[] } }>(
      '{ togaiPricePlans(first: 100) { nodes { togaiId rateCards { kind } } } }',
    );
  const { apiKey } = (gateway.sandbox('TOGAI') as TogaiSandbox).credentials;
  const headers = { authorization: `Bearer ${apiKey}` };
  const list = await fetch(`${gateway.sandbox('TOGAI').url}/v2/price_plans?pageSize=1`, { headers });
  const [broken] = ((await list.json()) as { data: { id: string }[] }).data;
  gateway.sandbox('TOGAI').fault(`GET /v2/price_plans/${broken?.id}/rate_cards`, { kind: 'server-error', every: true });

  const { data, errors } = await plans();
  const missing = data.togaiPricePlans.nodes.filter(({ rateCards }) => rateCards === null);
  expect(missing.map(({ togaiId }) => togaiId)).toEqual([broken?.id]);
  expect(data.togaiPricePlans.nodes.length).toBeGreaterThan(30);
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.path?.at(-1)).toBe('rateCards');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', system: 'TOGAI', retryable: true });

  gateway.sandbox('TOGAI').clearFaults();
  expect((await plans()).errors).toBeUndefined();
});
