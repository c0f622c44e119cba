import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { temporaryStore } from '../support/temporary-store.js';

// The directory knows all customers, the cache knows nothing, and nothing runs in the background.
let cold: TestGateway;
let store: Awaited<ReturnType<typeof temporaryStore>>;
let everything: string;
const CUSTOMERS = 60;
const sandbox = { customers: CUSTOMERS, limits: false };

beforeAll(async () => {
  everything = await readFile('schema/operations/customers.graphql', 'utf8');
  store = await temporaryStore();
  const first = await startTestGateway({ sandbox, environment: { DATABASE_URL: store.url }, verified: false });
  await first.discovered();
  await first.close();
});

const environment = () => ({
  DATABASE_URL: store.url,
  DISCOVERY_INTERVAL_MINUTES: '0',
  TOGAI_REQUESTS_PER_SECOND: '1000',
});

/** For each test. The verifier takes seconds to start, and one test has all the traffic of this file. */
async function restart({ verified = false } = {}): Promise<void> {
  await cold?.close();
  cold = await startTestGateway({ sandbox, environment: environment(), verified });
}
afterAll(async () => {
  await cold?.close();
  await store.remove();
});

const zuoraReads = () =>
  cold
    .sandbox('ZUORA_BILLING')
    .requests()
    .filter(({ path }) => path !== '/oauth/token');
const togaiReads = () => cold.sandbox('TOGAI').requests();

describe('a page of 50 customers with everything that hangs on them', () => {
  it('costs at most 6 requests to Zuora, and none once it was read', async () => {
    await restart({ verified: true });
    const first = await cold.query(everything, { first: 50 });
    expect(first.errors).toBeUndefined();
    const requests = zuoraReads().map(({ method, path }) => `${method} ${path}`);
    expect(requests.length).toBeLessThanOrEqual(6);
    // Charges are read by themselves because one plan has more than Zuora puts into an answer without a word.
    expect(new Set(requests)).toEqual(
      new Set(['GET /object-query/accounts', 'GET /object-query/subscriptions', 'GET /object-query/rate-plan-charges']),
    );
    expect(cold.sandbox('ZUORA_BILLING').requests('POST /oauth/token')).toHaveLength(1);

    const [zuora, togai] = [zuoraReads().length, togaiReads().length];
    const second = await cold.query(everything, { first: 50 });
    expect(second.data).toEqual(first.data);
    expect([zuoraReads().length, togaiReads().length]).toEqual([zuora, togai]);
  });

  it('costs no more for twenty nested fields than for one', async () => {
    await restart();
    await cold.query('{ customers(first: 50) { nodes { subscriptions { nodes { subscriptionNumber } } } } }');
    const forOne = zuoraReads().length;
    await restart();
    const { errors } = await cold.query(
      `{ customers(first: 50) { nodes { subscriptions { nodes { subscriptionNumber status version termType termStartDate
         termEndDate autoRenew contractedMrr { amount } ratePlans { name productRatePlanId charges { name type model quantity
         unitOfMeasure billingPeriod effectiveStartDate effectiveEndDate price { amount } mrr { amount }
         tiers { tier startingUnit endingUnit price { amount } priceFormat } } } } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(zuoraReads()).toHaveLength(forOne);
  });

  it('costs nothing more for aliases and repeated keys', async () => {
    await restart();
    const { data } = await cold.query<{ customers: { nodes: { zuoraAccount: { accountNumber: string } | null }[] } }>(
      '{ customers(first: 10) { nodes { zuoraAccount { accountNumber } } } }',
    );
    const number = data.customers.nodes.find(({ zuoraAccount }) => zuoraAccount)?.zuoraAccount?.accountNumber;
    await restart();
    const answer = await cold.query(
      `query ($n: String!) { a: zuoraAccount(key: $n) { name } b: zuoraAccount(key: $n) { status customer { zuoraAccount { name } } } c: zuoraAccount(key: $n) { zuoraId } }`,
      { n: number },
    );
    expect(answer.errors).toBeUndefined();
    expect(zuoraReads()).toHaveLength(1);
  });

  it('is read once when two ask for it at the same moment', async () => {
    await restart();
    const alone = await cold.query(everything, { first: 50 });
    const counts = [zuoraReads().length, togaiReads().length];
    await restart();
    const both = await Promise.all([cold.query(everything, { first: 50 }), cold.query(everything, { first: 50 })]);
    expect(withoutTimes(both[0].data)).toEqual(withoutTimes(alone.data));
    expect(both[1].data).toEqual(both[0].data);
    expect([zuoraReads().length, togaiReads().length]).toEqual(counts);
  });
});

it('reads both systems at the same time, and an account together with its subscriptions', async () => {
  await restart();
  const latency = { kind: 'latency', ms: 150, every: true } as const;
  const { data } = await cold.query<{ customers: { nodes: { id: string }[] } }>(
    '{ customers(first: 50, filter: { linked: true }) { nodes { id } } }',
  );
  const zuora = cold.sandbox('ZUORA_BILLING');
  zuora.fault('GET /object-query/**', latency);
  cold.sandbox('TOGAI').fault('GET /customers/*', latency);
  cold.sandbox('TOGAI').fault('GET /accounts/*', latency);
  const { errors } = await cold.query(
    `query ($id: ID!) { customer(id: $id) { zuoraAccount { name subscriptions { nodes { status } } } togaiCustomer { name accounts { name } } } }`,
    { id: data.customers.nodes[0]?.id },
  );
  expect(errors).toBeUndefined();
  const requests = [...zuora.requests('GET /object-query/**'), ...cold.sandbox('TOGAI').requests()];
  const objects = new Set(
    requests.map(({ path }) =>
      path
        .split('/')
        .slice(0, 3)
        .join('/')
        .replace(/\/(customer|account)-.*/, ''),
    ),
  );
  expect(objects).toEqual(
    new Set(['/object-query/accounts', '/object-query/subscriptions', '/customers', '/accounts']),
  );
  const starts = requests.map(({ at }) => at);
  // Had one waited for another, it would have begun a whole latency later.
  expect(Math.max(...starts) - Math.min(...starts)).toBeLessThan(140);
});

function withoutTimes(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data, (key, value) => (key === 'asOf' ? undefined : value)));
}
