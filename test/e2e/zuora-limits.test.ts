import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ZuoraSandbox, ZuoraSandboxOptions } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const LIMIT = 40;
let gateway: TestGateway;
let zuora: ZuoraSandbox;
beforeAll(async () => {
  const tenantLimits = { concurrent: LIMIT, concurrentHighVolume: LIMIT, concurrentObjectQuery: LIMIT };
  const sandbox: ZuoraSandboxOptions = { customers: 400, tenantLimits, limits: true };
  const environment = { TOGAI_REQUESTS_PER_SECOND: '9', REQUEST_DEADLINE_MS: '60000', DISCOVERY_INTERVAL_MINUTES: '0' };
  gateway = await startTestGateway({ sandbox, environment });
  zuora = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  await gateway.query('mutation { discoveryStart(system: ZUORA_BILLING) { userErrors { code } } }');
  for (let state = ''; state !== 'SUCCEEDED'; ) {
    const { data } = await gateway.query<{ systems: { system: string; discovery: { state: string } }[] }>(
      '{ systems { system discovery { state } } }',
    );
    state = data.systems.find(({ system }) => system === 'ZUORA_BILLING')?.discovery.state ?? '';
    if (state === 'FAILED') throw new Error('discovery failed');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
});
beforeEach(() => zuora.reset());
afterAll(() => gateway.close());

const PAGE = `query ($after: String) {
  customers(first: 50, after: $after) {
    pageInfo { endCursor hasNextPage }
    nodes { zuoraAccount { accountNumber subscriptions { nodes { subscriptionNumber ratePlans { charges { name } } } } } }
  }
}`;
interface Page {
  customers: {
    pageInfo: { endCursor: string };
    nodes: { zuoraAccount: { accountNumber: string; subscriptions: { nodes: unknown[] } } | null }[];
  };
}

it('brings four pages of 50 customers home whole, asked for at once', async () => {
  const cursors: (string | null)[] = [null];
  for (let n = 0; n < 3; n += 1) {
    const { data } = await gateway.query<Page>(
      'query ($after: String) { customers(first: 50, after: $after) { pageInfo { endCursor } nodes { id } } }',
      { after: cursors.at(-1) },
    );
    cursors.push(data.customers.pageInfo.endCursor);
  }
  zuora.fault('GET /object-query/**', { kind: 'latency', ms: 100, every: true });
  const pages = await Promise.all(cursors.map((after) => gateway.query<Page>(PAGE, { after })));
  expect(pages.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined, undefined]);
  const numbers = pages.flatMap(({ data }) =>
    data.customers.nodes.flatMap(({ zuoraAccount }) => zuoraAccount?.accountNumber ?? []),
  );
  expect(pages.map(({ data }) => data.customers.nodes.length)).toEqual([50, 50, 50, 50]);
  expect(numbers.length).toBeGreaterThan(150);
  expect(new Set(numbers).size).toBe(numbers.length);
});

it('says what is left of the limits', async () => {
  await gateway.query('{ zuoraAccount(key: "A00000009") { name } }');
  const { data, errors } = await gateway.query<{ systems: { system: string; quota: Record<string, unknown>[] }[] }>(
    '{ systems { system quota { name limit remaining share resetsAt asOf } } }',
  );
  expect(errors).toBeUndefined();
  const quota = (system: string) => data.systems.find((each) => each.system === system)?.quota;
  expect(quota('ZUORA_BILLING')).toMatchObject([
    { name: 'Default', limit: 40, share: 30, remaining: null, resetsAt: null },
    { name: 'HighVolume', limit: 200, share: 150, remaining: null },
    { name: 'ObjectQuery', limit: 80, remaining: null },
    {
      name: 'Requests',
      limit: 50_000,
      share: null,
      asOf: expect.stringMatching(/Z$/),
      resetsAt: expect.stringMatching(/Z$/),
    },
  ]);
  expect(quota('TOGAI')).toEqual([]);
});

it('leaves Zuora alone after eight failures in a row, says so, and still shows the customers', async () => {
  zuora.fault('* /**', { kind: 'server-error', status: 503, every: true });
  const ask = (n: number) => gateway.query(`{ zuoraSubscription(key: "unheard-of-${n}") { subscriptionNumber } }`);
  for (let n = 0; n < 3; n += 1) await ask(n);
  const before = zuora.requests().length;
  expect(before).toBe(8);

  const refused = await ask(4);
  expect(refused.errors).toMatchObject([
    { extensions: { code: 'UPSTREAM_UNAVAILABLE', system: 'ZUORA_BILLING', retryable: true } },
  ]);
  expect(zuora.requests()).toHaveLength(before);
  const { data } = await gateway.query<{ systems: { system: string; breaker: string; state: string }[] }>(
    '{ systems { system breaker state } }',
  );
  expect(data.systems).toContainEqual({ system: 'ZUORA_BILLING', breaker: 'OPEN', state: 'DOWN' });
  expect(data.systems).toContainEqual(expect.objectContaining({ system: 'TOGAI', breaker: 'CLOSED' }));

  const page = await gateway.query<{ customers: { nodes: unknown[] } }>('{ customers(first: 50) { nodes { name } } }');
  expect(page.data.customers.nodes).toHaveLength(50);
});
