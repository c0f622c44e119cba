import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/kernel/clock.js';
import {
  closableDatabase,
  type FragileDatabase,
  hasPostgresPrograms,
  ownServer,
  silencedDatabase,
} from '../support/faults/fragile-databases.js';
import { type Answer, startTestGateway, type TestGateway } from '../support/gateway.js';
import { postgresUrl } from '../support/store.js';

const PAGE = `{ customers(first: 50) { nodes { id name sources { system state }
  zuoraAccount { accountNumber } togaiCustomer { togaiId } } } }`;
const CREATE = `mutation ($key: String!) { zuoraAccountCreate(
  input: { name: "Once", currency: "EUR", billToContact: { firstName: "A", lastName: "B" } }, idempotencyKey: $key
) { account { zuoraId name } userErrors { message } } }`;

interface Created {
  readonly zuoraAccountCreate: { readonly account: { readonly zuoraId: string } };
}

if (!postgresUrl) console.warn('SKIPPED: PostgreSQL that goes away, because TEST_DATABASE_URL is not set');
if (!hasPostgresPrograms) console.warn('SKIPPED: a restart of PostgreSQL, because initdb and pg_ctl are not in PATH');

describe.each(
  [
    { outage: 'takes no connections', start: closableDatabase, runs: !!postgresUrl, code: 'STORE_UNAVAILABLE' },
    {
      outage: 'is stopped at once and started',
      start: ownServer,
      runs: hasPostgresPrograms,
      code: 'STORE_UNAVAILABLE',
    },
    { outage: 'falls silent', start: silencedDatabase, runs: !!postgresUrl, code: 'DEADLINE_EXCEEDED' },
  ].filter(({ runs }) => runs),
)('while PostgreSQL $outage', ({ start, code }) => {
  let database: FragileDatabase;
  let gateway: TestGateway;
  // Only silence is told by the deadline; whatever else is told at once, however slow the machine is.
  const deadlineMs = code === 'DEADLINE_EXCEEDED' ? 2_000 : 10_000;
  let later = 0;
  const unhandled: unknown[] = [];
  const note = (error: unknown) => unhandled.push(error);

  beforeAll(async () => {
    process.on('unhandledRejection', note).on('uncaughtException', note);
    database = await start();
    gateway = await startTestGateway({
      sandbox: { customers: 120 },
      environment: {
        DATABASE_URL: database.url,
        REQUEST_DEADLINE_MS: String(deadlineMs),
        DISCOVERY_INTERVAL_MINUTES: '0',
      },
      clock: { ...systemClock, now: () => Date.now() + later },
      verified: false,
    });
  });
  afterAll(async () => {
    await gateway?.close();
    await database?.remove();
    process.off('unhandledRejection', note).off('uncaughtException', note);
    expect(unhandled).toEqual([]);
  });

  const refused = { extensions: { code, retryable: true, requestId: expect.any(String) } };
  const ready = async () => (await fetch(`${gateway.url}/readyz`)).status;
  const back = async () => {
    await database.back();
    await expect.poll(ready).toBe(200);
  };
  /** On a busy machine it may take longer than the deadline, and one is told to ask again. */
  const createdInTheEnd = async (key: string) => {
    let answer: Answer<Created>;
    do answer = await gateway.query<Created>(CREATE, { key });
    while (answer.errors?.every(({ extensions }) => extensions.code === 'DEADLINE_EXCEEDED'));
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };
  const posts = () => gateway.sandbox('ZUORA_BILLING').requests('POST /v1/accounts');

  it('goes on with what was under way when it is back, and has everything', async () => {
    const togai = gateway.sandbox('TOGAI');
    togai.fault('GET /customers', { kind: 'latency', ms: 400, every: true });
    const starting = await gateway.query(
      'mutation { a: discoveryStart(system: ZUORA_BILLING) { userErrors { code } } b: discoveryStart(system: TOGAI) { userErrors { code } } }',
    );
    expect(starting.errors).toBeUndefined();
    await expect.poll(() => togai.requests('GET /customers').length).toBeGreaterThan(0);
    await database.away();
    expect(await ready()).toBe(503);
    togai.clearFaults();
    await back();
    await gateway.discovered();
    const { data, errors } = await gateway.query<{ customers: { totalCount: number; nodes: unknown[] } }>(PAGE);
    expect(errors).toBeUndefined();
    expect(data.customers.nodes).toHaveLength(50);
  });

  it('says so in a typed error within the deadline, answers what needs no store, and gives the same data after', async () => {
    const before = await gateway.query<{ customers: { nodes: { zuoraAccount: { accountNumber: string } | null }[] } }>(
      PAGE,
    );
    const number = before.data.customers.nodes.find(({ zuoraAccount }) => zuoraAccount)?.zuoraAccount?.accountNumber;
    await database.away();
    const startedAt = Date.now();
    const during = await gateway.query(PAGE);
    expect(Date.now() - startedAt).toBeLessThan(deadlineMs + 1_500);
    expect(during.errors).toEqual([
      { message: expect.any(String), locations: expect.anything(), path: ['customers'], ...refused },
    ]);
    if (code === 'STORE_UNAVAILABLE') {
      const direct = await gateway.query(
        `{ zuoraAccount(key: "${number}") { accountNumber } systems { system state } }`,
      );
      expect(direct.errors).toBeUndefined();
      expect(direct.data).toMatchObject({ zuoraAccount: { accountNumber: number } });
    }
    const stranger = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer bgk_${'a'.repeat(16)}_${'b'.repeat(43)}` },
      body: '{"query":"{ __typename }"}',
    });
    expect([stranger.status, await stranger.json()]).toEqual([
      503,
      { errors: [{ message: expect.any(String), ...refused }] },
    ]);
    expect(await ready()).toBe(503);
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
    const metrics = await fetch(`${gateway.url}/metrics`);
    expect(metrics.status).toBe(200);
    expect(await metrics.text()).toMatch(/^billgraph_store_away 1$/m);
    await back();
    expect(await gateway.query(PAGE)).toEqual(before);
    expect(await (await fetch(`${gateway.url}/metrics`)).text()).toMatch(/^billgraph_store_away 0$/m);
  });

  it('sends nothing that it could not note before', async () => {
    await database.away();
    const { errors } = await gateway.query(CREATE, { key: 'before' });
    expect(errors?.[0]).toMatchObject(refused);
    expect(posts()).toHaveLength(0);
    await back();
    later += 20_000;
    const data = await createdInTheEnd('before');
    expect(data).toMatchObject({ zuoraAccountCreate: { account: { name: 'Once' }, userErrors: [] } });
    expect(new Set(posts().map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it('makes a change once although the store is gone when it has been made', async () => {
    const earlier = posts().length;
    gateway.sandbox('ZUORA_BILLING').fault('POST /v1/accounts', { kind: 'latency', ms: 1_000 });
    const lost = gateway.query(CREATE, { key: 'after' });
    await expect.poll(() => posts().length).toBe(earlier + 1);
    await database.away();
    expect((await lost).errors?.[0]).toMatchObject(refused);
    await back();
    // As long as the one who began may be at it still.
    later += 20_000;
    const data = await createdInTheEnd('after');
    expect(data.zuoraAccountCreate.account.zuoraId).toMatch(/^\w+$/);
    expect(
      new Set(
        posts()
          .slice(earlier)
          .map(({ headers }) => headers['idempotency-key']),
      ).size,
    ).toBe(1);
  });
});
