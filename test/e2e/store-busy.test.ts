import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/kernel/clock.js';
import { openStore } from '../../src/store/open-store.js';
import { openSyncBook } from '../../src/store/syncs/sync-runs.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { type FreshDatabase, freshPostgres, postgresUrl } from '../support/store.js';
import { queuedRun } from '../support/sync-runs.js';

const PAGE = '{ customers(first: 50) { nodes { name } pageInfo { hasNextPage } } }';
const CREATE = `mutation ($name: String!) { zuoraAccountCreate(
  input: { name: $name, currency: "EUR", billToContact: { firstName: "A", lastName: "B" } }
) { account { name } userErrors { message } } }`;
const CANCEL = 'mutation ($id: ID!) { syncRunCancel(id: $id) { run { status } userErrors { message } } }';
const DRIFTS = 'query ($first: Int!) { drifts(first: $first) { nodes { field } } }';
/** The gateway's connections to its database. */
const MOST = 10;
const MESSAGE = "The gateway's own database is busy: ask again shortly.";
const BUSY = { code: 'LIMIT_EXCEEDED', limit: 'database', most: MOST, retryable: true, retryAfterSeconds: 1 };
const REQUEST_ID = { requestId: expect.any(String) };
/** An answer of Zuora's that comes when the test lets it come. */
const HELD_MS = 123_456;

if (!postgresUrl) console.warn('SKIPPED: PostgreSQL that is busy, because TEST_DATABASE_URL is not set');

describe.skipIf(!postgresUrl)('while PostgreSQL has no connection to spare', () => {
  let database: FreshDatabase;
  let gateway: TestGateway;
  /** From where connections were asked for since all of them were in use. */
  let asking: string[] = [];
  const others: pg.Client[] = [];
  const reply = Promise.withResolvers<void>();

  beforeAll(async () => {
    database = await freshPostgres();
    const connect = vi.spyOn(pg.Pool.prototype, 'connect');
    gateway = await startTestGateway({
      sandbox: {
        customers: 5,
        clock: {
          ...systemClock,
          wait: (ms, signal) => (ms === HELD_MS ? reply.promise : systemClock.wait(ms, signal)),
        },
      },
      environment: {
        DATABASE_URL: database.url,
        REQUEST_DEADLINE_MS: '60000',
        ...{ DISCOVERY_INTERVAL_MINUTES: '0', FLOW_POLL_MINUTES: '0', WORKER_SILENCE_SECONDS: '300' },
      },
      verified: false,
    });
    const pool = connect.mock.contexts.find(
      (one): one is pg.Pool => one instanceof pg.Pool && one.options.max === MOST,
    );
    if (!pool) throw new Error('the gateway has made no pool');
    const ask = pool.connect as unknown as (...args: unknown[]) => unknown;
    Object.assign(pool, {
      connect: (...args: unknown[]) => {
        asking.push(new Error('asked for from here').stack ?? '');
        return ask.apply(pool, args);
      },
    });
    connect.mockRestore();
  });
  afterEach(async () => {
    for (const client of others.splice(0)) await client.end();
  });
  afterAll(async () => {
    await gateway?.close();
    await database?.drop();
  });

  const post = (query: string, variables: object = {}, headers: Record<string, string> = {}) =>
    fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
  const ready = async () => (await fetch(`${gateway.url}/readyz`)).status;
  const away = async () =>
    /^billgraph_store_away (\d)$/m.exec(await (await fetch(`${gateway.url}/metrics`)).text())?.[1];
  const posts = () => gateway.sandbox('ZUORA_BILLING').requests('POST /v1/accounts');
  const another = async () => {
    const client = new pg.Client({ connectionString: database.url });
    others.push(client);
    await client.connect();
    return client;
  };
  /** Until each of these modules waits for a connection: whatever else goes on in the gateway does so, too. */
  const waiting = (...modules: readonly string[]) =>
    expect
      .poll(() => modules.filter((module) => !asking.some((stack) => stack.includes(`/src/store/${module}.ts`))))
      .toEqual([]);

  /** Another connection that has a table for itself, until it is closed. */
  async function held(table: string): Promise<pg.Client> {
    const client = await another();
    await client.query(`begin; lock table ${table}`);
    return client;
  }

  /** All connections are in use: one by a transaction of two statements, of which the first is answered when that is wanted. */
  async function busy(id: string) {
    const store = await openStore({ url: database.url });
    await openSyncBook(store.db).add(queuedRun({ id }));
    await store.close();
    const watch = await another();
    const [first, second, read] = [await held('sync_run'), await held('audit_outcome'), await held('drift')];
    const using = [post(CANCEL, { id })];
    while (using.length < MOST) using.push(post(DRIFTS, { first: using.length }));
    const locked = `select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await watch.query(locked)).rows).toEqual([{ count: MOST }]);
    asking = [];
    return {
      answersOne: () => first.end(),
      over: async () => {
        await Promise.all([second.end(), read.end()]);
        const answers = await Promise.all(using.map(async (one) => (await one).json()));
        const data = using.map((_, at) =>
          at === 0 ? { syncRunCancel: { run: { status: 'CANCELLED' }, userErrors: [] } } : { drifts: { nodes: [] } },
        );
        expect(answers).toEqual(data.map((one) => ({ data: one })));
      },
    };
  }

  it('is told so by name, with nothing begun, and is ready all the same', async () => {
    const before = await gateway.query(PAGE);
    expect(before.errors).toBeUndefined();
    const sent = gateway.sandbox('ZUORA_BILLING').requests().length;
    const { answersOne, over } = await busy('one');
    const stranger = { authorization: `Bearer bgk_${'a'.repeat(16)}_${'b'.repeat(43)}` };
    const asked = [
      post(DRIFTS, { first: 50 }),
      post(CREATE, { name: 'Refused' }),
      post('{ __typename }', {}, stranger),
    ] as const;
    await waiting('syncs/drift-book', 'audit', 'api-keys');
    const asksReady = ready();
    await waiting('open-store');
    await answersOne();

    expect(await asksReady).toBe(200);
    const [read, change, door] = await Promise.all(asked);
    for (const [response, path] of [
      [read, 'drifts'],
      [change, 'zuoraAccountCreate'],
    ] as const) {
      expect(response.status, path).toBe(200);
      expect(await response.json(), path).toEqual({
        data: null,
        errors: [
          { message: MESSAGE, locations: [expect.anything()], path: [path], extensions: { ...BUSY, ...REQUEST_ID } },
        ],
      });
    }
    expect([door.status, door.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await door.json()).toEqual({ errors: [{ message: MESSAGE, extensions: { ...BUSY, ...REQUEST_ID } }] });
    expect(gateway.sandbox('ZUORA_BILLING').requests()).toHaveLength(sent);
    expect(await away()).toBe('0');

    await over();
    expect(await ready()).toBe(200);
    expect(await gateway.query(PAGE)).toEqual(before);
    const made = await gateway.query(CREATE, { name: 'Made' });
    expect(made).toEqual({ data: { zuoraAccountCreate: { account: { name: 'Made' }, userErrors: [] } } });
    expect(posts()).toHaveLength(1);
    const { data } = await gateway.query(
      '{ auditEntries(first: 5, filter: { action: "zuoraAccountCreate" }) { nodes { state } } }',
    );
    expect(data).toEqual({ auditEntries: { nodes: [{ state: 'DONE' }] } });
  });

  it('tells a change that was sent before as one of which nothing is known', async () => {
    const earlier = posts().length;
    gateway.sandbox('ZUORA_BILLING').fault('POST /v1/accounts', { kind: 'latency', ms: HELD_MS });
    const change = post(CREATE, { name: 'Sent' });
    await expect.poll(() => posts().length).toBe(earlier + 1);
    const { answersOne, over } = await busy('two');
    reply.resolve();
    await waiting('customer-directory/register');
    await answersOne();
    expect(await (await change).json()).toMatchObject({
      errors: [{ message: MESSAGE, extensions: { code: 'STORE_UNAVAILABLE', retryable: true, ...REQUEST_ID } }],
    });
    expect(posts()).toHaveLength(earlier + 1);
    await over();
  });
});
