import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { signIn } from '../contract/zuora-sandbox/client.js';
import { mortalGateway, togaiAt, zuoraAt } from '../support/mortal-gateway.js';
import { temporaryStore } from '../support/temporary-store.js';

// Two pages of Zuora's list, smaller ones than a tenant's: each run takes a quarter of a second of processor time.
const PAGE = 50;
const CUSTOMERS = 70;

let zuora: ZuoraSandbox;
let sandbox: TogaiSandbox;
let store: Awaited<ReturnType<typeof temporaryStore>>;
const gateway = mortalGateway();
/** Accounts that a person has to look at: cancelled ones, for example. */
let refused = 0;
let accounts: { accountNumber: string; createdDate: string }[];

beforeAll(async () => {
  [zuora, sandbox] = await Promise.all([
    startZuoraBillingSandbox({ customers: CUSTOMERS, limits: false, objectQueryPage: PAGE }),
    startTogaiSandbox({ customers: CUSTOMERS, limits: false }),
  ]);
  store = await temporaryStore();
  accounts = await (await signIn(zuora)).all('accounts');
  await start();
});
afterAll(async () => {
  await gateway.kill();
  await store?.remove();
  await Promise.all([zuora?.close(), sandbox?.close()]);
});

const start = () =>
  gateway.start({
    ...{ DATABASE_URL: store.url, DISCOVERY_INTERVAL_MINUTES: '1440', SYSTEMS: 'ZUORA_BILLING,TOGAI' },
    ...{ TOGAI_REQUESTS_PER_SECOND: '1000', ...zuoraAt(zuora), ...togaiAt(sandbox) },
  });
const { ask } = gateway;

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly failure: string | null;
  readonly steps: readonly { readonly name: string; readonly attempts: number; readonly after: unknown }[];
  readonly partCounts: readonly { readonly status: string; readonly count: number }[];
}
const RUN = 'id status failure steps { name attempts after } partCounts { status count }';

async function backfill(input: object, dryRun = false) {
  const { backfillStart } = await ask<{ backfillStart: { run: Shown | null; userErrors: object[] } }>(
    `mutation ($input: BackfillInput!, $dryRun: Boolean!) {
      backfillStart(input: $input, dryRun: $dryRun) { run { ${RUN} } userErrors { code message field } } }`,
    { input: { sync: 'CUSTOMER', from: 'ZUORA_BILLING', to: 'TOGAI', ...input }, dryRun },
  );
  return backfillStart;
}

const runOf = async (id: string) =>
  (await ask<{ syncRun: Shown }>(`query ($id: ID!) { syncRun(id: $id) { ${RUN} } }`, { id })).syncRun;

/** Until its list was read and all of its parts have ended. */
async function ended(id: string): Promise<Shown> {
  await expect
    .poll(
      async () => {
        const { status, partCounts } = await runOf(id);

        const open = partCounts.filter((one) => /QUEUED|RUNNING|WAITING/.test(one.status));
        return { status, open };
      },
      { timeout: 100_000, interval: 250 },
    )
    .toEqual({ status: 'SUCCEEDED', open: [] });
  return await runOf(id);
}

const created = () => sandbox.requests('POST /customers').length;
const togaiCustomers = async () =>
  (await callerOf(sandbox).pages('/customers?pageSize=100')).flatMap(({ data }) => data as { id: string }[]);

it('says what it would begin with, and changes nothing', async () => {
  // What is linked already has to be known.
  const query = '{ systems { discovery { state } } }';
  await expect
    .poll(
      async () =>
        (await ask<{ systems: { discovery: { state: string } }[] }>(query, {})).systems.map(
          (one) => one.discovery.state,
        ),
      { timeout: 30_000, interval: 100 },
    )
    .toEqual(['SUCCEEDED', 'SUCCEEDED']);
  const { run, userErrors } = await backfill({}, true);
  expect(userErrors).toEqual([]);
  expect(run).toMatchObject({ status: 'PLANNED', partCounts: [] });
  expect(run?.steps).toMatchObject([
    {
      name: 'Begin the runs',
      after: { atLeast: PAGE, first: expect.arrayContaining([expect.stringMatching(/^[0-9a-f]{32}$/)]) },
    },
  ]);
  expect(created()).toBe(0);
  const { data } = {
    data: await ask<{ syncRuns: { nodes: unknown[] } }>('{ syncRuns(first: 5) { nodes { id } } }', {}),
  };
  expect(data.syncRuns.nodes).toEqual([]);
});

it('refuses what cannot be', async () => {
  const codes = async (input: object) => (await backfill(input)).userErrors;
  expect(await codes({ to: 'ZUORA_BILLING' })).toMatchObject([{ code: 'INVALID', field: ['input', 'to'] }]);
  expect(await codes({ since: '2999-01-01T00:00:00Z' })).toMatchObject([
    { code: 'INVALID', field: ['input', 'since'] },
  ]);
  expect(await codes({ sync: 'CREDIT' })).toMatchObject([{ code: 'UNSUPPORTED' }]);
  expect(await codes({ as: 'INVOICE' })).toMatchObject([{ code: 'INVALID', field: ['input', 'as'] }]);
});

it('makes every customer once although it is killed between two pages, and in the middle of its runs', async () => {
  const before = new Set((await togaiCustomers()).map(({ id }) => id));
  zuora.fault('GET /object-query/accounts', { kind: 'latency', ms: 600_000, after: 2, every: true });
  const { run } = await backfill({});
  const id = run?.id ?? '';
  // The page that is looked at before it begins, and the first one of the run, were read; what is killed hangs in the second one, or in one of the runs.
  await expect.poll(async () => (await runOf(id)).partCounts.length, { timeout: 30_000 }).toBeGreaterThan(0);
  await gateway.kill();
  zuora.clearFaults();
  await start();

  const done = await ended(id);
  expect(done.steps).toMatchObject([{ after: { found: accounts.length } }]);
  const counts = new Map(done.partCounts.map(({ status, count }) => [status, count]));
  expect((counts.get('SUCCEEDED') ?? 0) + (counts.get('NEEDS_ATTENTION') ?? 0)).toBe(accounts.length);
  const { syncRun } = await ask<{ syncRun: { parts: { nodes: { failure: string }[] } } }>(
    'query ($id: ID!) { syncRun(id: $id) { parts(first: 100, status: NEEDS_ATTENTION) { nodes { failure } } } }',
    { id },
  );
  const expected = /has no email address|is archived in Togai|is canceled in Zuora|has several accounts/;
  expect(syncRun.parts.nodes.filter(({ failure }) => !expected.test(failure))).toEqual([]);
  refused = syncRun.parts.nodes.length;
  expect(counts.get('NEEDS_ATTENTION') ?? 0).toBe(refused);
  const now = (await togaiCustomers()).map(({ id: one }) => one);
  expect(new Set(now).size).toBe(now.length);
  const links = (await (await signIn(zuora)).all('accounts')).flatMap(
    (row) => (row.TogaiCustomerId__c as string) || [],
  );
  expect(new Set(links).size).toBe(links.length);
  const made = now.filter((one) => !before.has(one));
  expect(made.length).toBeGreaterThan(10);
  expect(made.filter((one) => !links.includes(one))).toEqual([]);
}, 180_000);

it('may be asked for again, and then changes nothing', async () => {
  const [writes, updates] = [created(), zuora.requests('PUT /v1/accounts/*').length];
  const { run } = await backfill({ since: '2020-01-01T00:00:00Z' });
  const { partCounts } = await ended(run?.id ?? '');
  expect(new Map(partCounts.map(({ status, count }) => [status, count]))).toEqual(
    new Map([
      ['SUCCEEDED', accounts.length - refused],
      ['NEEDS_ATTENTION', refused],
    ]),
  );
  expect(created()).toBe(writes);
  expect(zuora.requests('PUT /v1/accounts/*')).toHaveLength(updates);
}, 180_000);

it('begins no more when it is cancelled, and ends what waits', async () => {
  zuora.fault('GET /object-query/accounts', { kind: 'latency', ms: 2_000, after: 2, every: true });
  const { run } = await backfill({});
  const id = run?.id ?? '';
  await expect.poll(async () => (await runOf(id)).partCounts.length, { timeout: 30_000 }).toBeGreaterThan(0);
  await ask('mutation ($id: ID!) { syncRunCancel(id: $id) { userErrors { message } } }', { id });
  zuora.clearFaults();
  await expect
    .poll(async () => (await runOf(id)).partCounts.filter(({ status }) => /QUEUED|RUNNING|WAITING/.test(status)), {
      timeout: 60_000,
    })
    .toEqual([]);
  const { status, partCounts } = await runOf(id);
  expect(status).toBe('CANCELLED');
  expect(partCounts.find((one) => one.status === 'CANCELLED')?.count ?? 0).toBeGreaterThan(0);
}, 180_000);
