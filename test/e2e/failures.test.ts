import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/kernel/clock.js';
import { type Answer, startTestGateway, type TestGateway } from '../support/gateway.js';
import { temporaryStore } from '../support/temporary-store.js';

// Everything here makes the sandboxes break their contracts, so no verifier looks on.
const sandbox = { customers: 40, limits: false };
let gateway: TestGateway;
let store: Awaited<ReturnType<typeof temporaryStore>>;

beforeAll(async () => {
  store = await temporaryStore();
  const first = await startTestGateway({ sandbox, environment: { DATABASE_URL: store.url }, verified: false });
  await first.discovered();
  await first.close();
});
async function start(): Promise<void> {
  await gateway?.close();
  gateway = await startTestGateway({
    sandbox,
    verified: false,
    environment: {
      DATABASE_URL: store.url,
      DISCOVERY_INTERVAL_MINUTES: '0',
      TOGAI_REQUESTS_PER_SECOND: '1000',
      REQUEST_DEADLINE_MS: '3000',
    },
  });
}
afterAll(async () => {
  await gateway?.close();
  await store.remove();
});

interface Page {
  customers: {
    nodes: {
      name: string;
      sources: { system: string; state: string; code: string | null; asOf: string | null }[];
      zuoraAccount: { accountNumber: string } | null;
      togaiCustomer: { togaiId: string } | null;
    }[];
  };
}
const page = () =>
  gateway.query<Page>(
    `{ customers(first: 40, filter: { linked: true }) { nodes { name sources { system state code asOf }
       zuoraAccount { accountNumber } togaiCustomer { togaiId } } } }`,
  );
const states = ({ data }: Answer<Page>, system: string) =>
  new Set(data.customers.nodes.map(({ sources }) => sources.find((source) => source.system === system)?.state));

describe('what fails', () => {
  // Nobody is to find what another one left: circuits that are open, answers that are kept.
  beforeEach(start);

  describe.each([
    { down: 'TOGAI', field: 'togaiCustomer', up: 'ZUORA_BILLING', other: 'zuoraAccount', path: 'GET /customers/*' },
    { down: 'ZUORA_BILLING', field: 'zuoraAccount', up: 'TOGAI', other: 'togaiCustomer', path: 'GET /object-query/**' },
  ] as const)('with $down down', ({ down, field, up, other, path }) => {
    it('still answers, with the rest of every customer and a typed error per path', async () => {
      gateway.sandbox(down).fault(path, { kind: 'server-error', every: true });
      const answer = await page();
      expect(answer.data.customers.nodes.length).toBeGreaterThan(20);
      for (const node of answer.data.customers.nodes) {
        expect(node[field]).toBeNull();
        expect(node[other]).not.toBeNull();
      }
      expect(states(answer, down)).toEqual(new Set(['UNAVAILABLE']));
      expect(states(answer, up)).toEqual(new Set(['OK']));
      expect(answer.errors).toHaveLength(answer.data.customers.nodes.length);
      for (const [index, error] of (answer.errors ?? []).entries()) {
        expect(error.path).toEqual(['customers', 'nodes', index, field]);
        expect(error.extensions).toEqual({
          code: 'UPSTREAM_UNAVAILABLE',
          system: down,
          retryable: true,
          requestId: expect.stringMatching(/^[\w.-]{1,64}$/),
          ...(error.extensions.reasons ? { reasons: error.extensions.reasons } : {}),
        });
      }
      const { data } = await gateway.query<{ systems: { system: string; state: string; failures: number }[] }>(
        '{ systems { system state failures } }',
      );
      expect(data.systems.find(({ system }) => system === down)?.state).not.toBe('OK');
      expect(data.systems.find(({ system }) => system === up)).toMatchObject({ state: 'OK', failures: 0 });
    });
  });

  describe.each([
    ['rate-limited', { kind: 'rate-limited', retryAfter: 0 }],
    ['rate-limited without Retry-After', { kind: 'rate-limited' }],
    ['server-error', { kind: 'server-error' }],
    ['reply-lost', { kind: 'reply-lost' }],
    ['connection-reset', { kind: 'connection-reset' }],
    ['cut-off-json', { kind: 'cut-off-json' }],
    ['wrong-content-type', { kind: 'wrong-content-type' }],
    ['slow-body', { kind: 'slow-body', ms: 80 }],
    ['latency', { kind: 'latency', ms: 80 }],
  ] as const)('one %s', (_name, fault) => {
    it('is not noticed by anybody', async () => {
      gateway.sandbox('ZUORA_BILLING').fault('GET /object-query/**', fault);
      gateway.sandbox('TOGAI').fault('GET /customers/*', fault);
      const answer = await page();
      expect(answer.errors).toBeUndefined();
      expect(states(answer, 'TOGAI')).toEqual(new Set(['OK']));
      expect(states(answer, 'ZUORA_BILLING')).toEqual(new Set(['OK']));
    });
  });

  it('gets a new token when Zuora says that the old one has expired, once', async () => {
    const zuora = gateway.sandbox('ZUORA_BILLING');
    zuora.fault('GET /object-query/accounts', { kind: 'expired-token' });
    const answer = await page();
    expect(answer.errors).toBeUndefined();
    expect(zuora.requests('POST /oauth/token')).toHaveLength(2);
    expect(zuora.requests('GET /object-query/accounts').map(({ status }) => status)).toEqual([401, 200]);
  });

  it('does not try for ever when the credentials are refused', async () => {
    const zuora = gateway.sandbox('ZUORA_BILLING');
    zuora.fault('GET /object-query/**', { kind: 'expired-token', every: true });
    const answer = await page();
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'UPSTREAM_UNAUTHENTICATED',
      system: 'ZUORA_BILLING',
      retryable: false,
    });
    expect(zuora.requests('GET /object-query/accounts')).toHaveLength(2);
  });

  it('answers within its deadline, with what is there, and has the rest on a later try', async () => {
    gateway.sandbox('TOGAI').fault('GET /customers/*', { kind: 'latency', ms: 60_000, every: true });
    const startedAt = Date.now();
    const answer = await page();
    const took = Date.now() - startedAt;
    expect(took).toBeGreaterThanOrEqual(2_900);
    expect(took).toBeLessThan(5_000);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'DEADLINE_EXCEEDED', retryable: true });
    expect(answer.data.customers.nodes.every(({ zuoraAccount }) => zuoraAccount !== null)).toBe(true);
    gateway.sandbox('TOGAI').clearFaults();
    const later = await page();
    expect(later.errors).toBeUndefined();
    expect(later.data.customers.nodes.every(({ togaiCustomer }) => togaiCustomer !== null)).toBe(true);
  });

  it('goes on showing what it knew of a system that went down, and says that it is stale and from when', async () => {
    await gateway.close();
    let later = 0;
    gateway = await startTestGateway({
      sandbox,
      verified: false,
      environment: { DATABASE_URL: store.url, DISCOVERY_INTERVAL_MINUTES: '0', TOGAI_REQUESTS_PER_SECOND: '1000' },
      clock: { ...systemClock, now: () => Date.now() + later },
    });
    const before = await page();
    expect(states(before, 'ZUORA_BILLING')).toEqual(new Set(['OK']));
    later = 10 * 60_000;
    gateway.sandbox('ZUORA_BILLING').fault('GET /object-query/**', { kind: 'server-error', every: true });
    const after = await page();
    expect(after.errors).toBeUndefined();
    expect(states(after, 'ZUORA_BILLING')).toEqual(new Set(['STALE']));
    expect(states(after, 'TOGAI')).toEqual(new Set(['OK']));
    expect(after.data.customers.nodes.map(({ zuoraAccount }) => zuoraAccount)).toEqual(
      before.data.customers.nodes.map(({ zuoraAccount }) => zuoraAccount),
    );
    const asOf = ({ data }: typeof after) => data.customers.nodes[0]?.sources.map((source) => source.asOf);
    expect(asOf(after)).toEqual(asOf(before));
  });

  it('never shows what went wrong inside', async () => {
    gateway.sandbox('ZUORA_BILLING').fault('GET /object-query/**', { kind: 'connection-reset', every: true });
    const answer = await page();
    const { url } = gateway.sandbox('ZUORA_BILLING');
    expect(JSON.stringify(answer)).not.toContain(new URL(url).port);
    expect(JSON.stringify(answer)).not.toMatch(/Bearer|127\.0\.0\.1|stack/);
  });
});

describe('bad input', () => {
  beforeAll(start);

  it.each([
    ['first above 100', '{ customers(first: 101) { nodes { id } } }', 'BAD_USER_INPUT'],
    ['first below 0', '{ customers(first: -1) { nodes { id } } }', 'BAD_USER_INPUT'],
    ['a malformed cursor', '{ customers(after: "nonsense") { nodes { id } } }', 'BAD_USER_INPUT'],
    ['a cursor of another list', '{ togaiPricePlans(after: "Y3VyOjE") { nodes { id } } }', 'BAD_USER_INPUT'],
    ['neither id', '{ customer { id } }', 'BAD_USER_INPUT'],
    ['both ids', '{ customer(id: "1", externalId: { system: TOGAI, value: "x" }) { id } }', 'BAD_USER_INPUT'],
    ['an unknown argument', '{ customers(limit: 3) { nodes { id } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown field', '{ customers { nodes { password } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown system', '{ customers(filter: { system: STRIPE }) { nodes { id } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['no GraphQL at all', '{ customers', 'GRAPHQL_PARSE_FAILED'],
  ])('%s gets a clear typed error', async (_name, query, code) => {
    const { errors } = await gateway.query(query);
    expect(errors?.[0]?.extensions).toMatchObject({ code, retryable: false, requestId: expect.any(String) });
    expect(errors?.[0]?.message).toMatch(/\w+ \w+/);
    expect(JSON.stringify(errors)).not.toMatch(/stacktrace|node_modules|at \w+ \(/);
  });

  it('takes over the request id of a caller who has one, and makes one for others', async () => {
    const send = (id: string) => fetch(`${gateway.url}/healthz`, { headers: { 'x-request-id': id } });
    expect((await send('support-case-7')).headers.get('x-request-id')).toBe('support-case-7');
    expect((await send('bad: "id"; x')).headers.get('x-request-id')).toMatch(/^[0-9A-Z]{26}$/);
    await gateway.query(
      '{ customers(first: 1, filter: { linked: true }) { nodes { zuoraAccount { name } } } }',
      {},
      { 'x-request-id': 'track-me' },
    );
    const [read] = gateway.sandbox('ZUORA_BILLING').requests('GET /object-query/accounts');
    expect(read?.headers['zuora-track-id']).toBe('track-me');
    expect(read?.headers['zuora-version']).toBe('2025-08-12');
  });
});
