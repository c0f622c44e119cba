import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { type RevenueSandbox, startRevenueSandbox } from '../../src/upstreams/zuora-revenue/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { calloutsTo } from '../support/callouts.js';
import { killableGateway } from '../support/killable-gateway.js';
import { csvOf, orderLine } from '../support/revenue-files.js';
import { uploadsOf } from '../support/revenue-uploads.js';
import { type FreshDatabase, freshPostgres, postgresUrl } from '../support/store.js';
import { newAccount, newCustomer, syncsOf, TO_TOGAI, TO_ZUORA } from '../support/syncing.js';

const SECRET = 'a-signature-key-of-callouts';
const SILENCE_SECONDS = 3;
// As many times the silence as 30 s are of the 10 s that it is without a setting.
const TAKEN_OVER_MS = SILENCE_SECONDS * 3_000;
const HUNG = { kind: 'latency', ms: 600_000 } as const;

if (!postgresUrl) console.warn('SKIPPED: two workers, one of them killed, because TEST_DATABASE_URL is not set');

describe.skipIf(!postgresUrl)('two workers on PostgreSQL', () => {
  let zuora: ZuoraSandbox;
  let togai: TogaiSandbox;
  let revenue: RevenueSandbox;
  let database: FreshDatabase;
  let locks: pg.Client;
  let dying: ReturnType<typeof killableGateway>;
  let living: ReturnType<typeof killableGateway>;

  beforeAll(async () => {
    [zuora, togai, revenue, database] = await Promise.all([
      startZuoraBillingSandbox({ customers: 5, limits: false }),
      startTogaiSandbox({ customers: 5, limits: false }),
      startRevenueSandbox({ stagingMs: 5, jobMs: 5 }),
      freshPostgres(),
    ]);
    locks = new pg.Client({ connectionString: database.url });
    await locks.connect();
    // A statement that waits for a lock ends with the process that sent it.
    await locks.query(
      `alter database ${new URL(database.url).pathname.slice(1)} set client_connection_check_interval = '50ms'`,
    );
    const environment = {
      ...{ SYSTEMS: '', ZUORA_REVENUE_URL: revenue.url, ZUORA_REVENUE_POLL_MS: '5' },
      ...{ ZUORA_REVENUE_CLIENT_ID: revenue.credentials.clientId },
      ZUORA_REVENUE_CLIENT_SECRET: revenue.credentials.clientSecret,
      ...{ WORKER_SILENCE_SECONDS: String(SILENCE_SECONDS), FLOW_POLL_MINUTES: '0' },
      ...{ PUBLIC_URL: 'https://billgraph.example.com', ZUORA_BILLING_WEBHOOK_SECRET: SECRET },
    };
    dying = killableGateway({ zuora, togai, environment });
    living = killableGateway({ zuora, togai, environment });
    await dying.start(`${database.url}?application_name=dying`);
    await living.start(database.url);
  }, 60_000);
  afterAll(async () => {
    await dying?.kill();
    await living?.kill();
    await locks?.end();
    await database?.drop();
    await Promise.all([zuora?.close(), togai?.close(), revenue?.close()]);
  });

  const count = async (text: string): Promise<number> => Number((await locks.query(text)).rows[0].count);
  const flowOf = async (template: string) =>
    (
      await dying.ask<{ flowCreate: { flow: { id: string } } }>(
        'mutation ($template: String!) { flowCreate(input: { template: $template }) { flow { id } userErrors { message } } }',
        { template },
      )
    ).flowCreate.flow.id;
  const setupOf = async (id: string) =>
    (
      await living.ask<{ node: { setup: { status: string } | null } }>(
        'query ($id: ID!) { node(id: $id) { ... on Flow { setup { status } } } }',
        { id },
      )
    ).node.setup?.status;

  it('lose nothing of one that is killed: the other one goes on with all of it in time', async () => {
    const syncs = syncsOf(dying);
    const watched = syncsOf(living);
    const customers = callerOf(togai);
    const customersIn = await flowOf('CUSTOMERS_IN');
    await expect.poll(() => setupOf(customersIn), { timeout: 20_000, interval: 50 }).toBe('SUCCEEDED');

    // In a call of a run, whose answer never comes.
    const { number: inCall } = await newAccount(dying);
    togai.fault('POST /customers', HUNG);
    const hung = await syncs.sync({ customer: inCall, ...TO_TOGAI });
    await expect.poll(() => togai.requests('POST /customers').length, { interval: 10, timeout: 10_000 }).toBe(1);
    // In settling what a webhook told.
    const told = await newAccount(dying);
    const reads = zuora.requests('GET /object-query/accounts').length;
    zuora.fault('GET /object-query/accounts', HUNG);
    const answer = await calloutsTo(() => dying.url, SECRET)('n-1', { AccountId: told.id });
    expect(answer.status).toBe(200);
    await expect.poll(() => zuora.requests('GET /object-query/accounts').length, { interval: 10 }).toBe(reads + 1);
    // Between noting a run or an upload and starting it, and between noting a flow and its set-up.
    const noted = await newCustomer(customers);
    await locks.query('begin; lock table dbos.workflow_status in exclusive mode');
    const lost: Promise<unknown>[] = [syncs.sync({ customer: noted, ...TO_ZUORA }).catch(() => 'no answer')];
    await expect.poll(() => count("select count(*) from sync_run where status = 'QUEUED'"), { interval: 10 }).toBe(1);
    const uploads = uploadsOf(living.query);
    const file = { csv: csvOf([orderLine('T1', 1)]) };
    lost.push(
      uploadsOf(dying.query)
        .create(file)
        .catch(() => 'no answer'),
    );
    await expect.poll(() => count("select count(*) from upload where state = 'UPLOADING'"), { interval: 10 }).toBe(1);
    await locks.query('lock table sync_run in exclusive mode');
    lost.push(flowOf('SUBSCRIPTIONS_IN').catch(() => 'no answer'));
    await expect.poll(() => count('select count(*) from flow'), { interval: 10 }).toBe(2);
    await dying.kill();
    expect(await Promise.all(lost)).toEqual(['no answer', 'no answer', 'no answer']);
    const connections = async () => {
      // A transaction goes on seeing what it once saw.
      await locks.query('select pg_stat_clear_snapshot()');
      return await count("select count(*) from pg_stat_activity where application_name = 'dying'");
    };
    await expect.poll(connections, { interval: 10, timeout: 10_000 }).toBe(0);
    await locks.query('commit');
    const killedAt = performance.now();
    expect(await count("select count(*) from sync_run where status = 'QUEUED'")).toBe(1);
    expect(await count("select count(*) from sync_run where kind = 'FLOW_SETUP'")).toBe(1);

    const runs = async () =>
      (
        await living.ask<{ syncRuns: { nodes: { id: string; kind: string; status: string }[] } }>(
          '{ syncRuns(first: 50) { nodes { id kind status } } }',
        )
      ).syncRuns.nodes;
    await expect
      .poll(async () => (await runs()).map(({ kind, status }) => `${kind} ${status}`).sort(), {
        ...{ interval: 50, timeout: TAKEN_OVER_MS * 2 },
      })
      .toEqual([
        ...['CUSTOMER SUCCEEDED', 'CUSTOMER SUCCEEDED', 'CUSTOMER SUCCEEDED'],
        ...['FLOW_SETUP SUCCEEDED', 'FLOW_SETUP SUCCEEDED'],
      ]);
    const [{ id: uploadId }] = (await locks.query('select id from upload')).rows;
    expect(await uploads.ended(uploadId)).toMatchObject({ status: 'STAGED', rowsUploaded: 1, failure: null });
    expect(performance.now() - killedAt).toBeLessThan(TAKEN_OVER_MS);
    expect(revenue.rows()).toHaveLength(1);

    expect((await watched.runOf(hung.run?.id ?? '')).status).toBe('SUCCEEDED');
    // One of each is the test's own.
    expect(togai.requests('POST /customers')).toHaveLength(3);
    expect(zuora.requests('POST /v1/accounts')).toHaveLength(3);
  }, 90_000);
});
