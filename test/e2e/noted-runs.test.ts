import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { type RefusedStatements, refuseStatements } from '../support/faults/refused-statements.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { newAccount, syncsOf, TO_TOGAI } from '../support/syncing.js';

// What the line asks before it begins a run, and before it begins the next one of a writer; others look for any.
const ITS_TURN = /from sync_run run\s+where run\.id = /;
const NEXT_OF_WRITER = /from sync_run run\s+where run\.writer_key = /;
const AWAY = { kind: 'server-error', status: 503, times: 1_000 } as const;
const WARNING = 'runs that were noted could not be begun: they are looked for again';

let gateway: TestGateway;
let togai: TogaiSandbox;
let syncs: ReturnType<typeof syncsOf>;
let refused: RefusedStatements | undefined;
let warnings: { readonly msg: string }[];

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 5 },
    // The look at what was left behind comes every half second.
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', WORKER_SILENCE_SECONDS: '1', LOG_LEVEL: 'warn' },
    onLogLine: (line) => warnings?.push(JSON.parse(line)),
    verified: false,
  });
  togai = gateway.sandbox('TOGAI') as TogaiSandbox;
  syncs = syncsOf(gateway);
});
beforeEach(() => {
  warnings = [];
});
afterEach(() => {
  refused?.end();
  togai.clearFaults();
});
afterAll(() => gateway?.close());

const begin = async (number: string): Promise<string> => {
  const { run, userErrors } = await syncs.sync({ customer: number, ...TO_TOGAI });
  expect(userErrors).toEqual([]);
  return run?.id ?? '';
};
const statusOf = async (id: string) => (await syncs.runOf(id)).status;
const change = async (field: 'syncRunCancel' | 'syncRunRetry', id: string) => {
  const { data, errors } = await gateway.query<
    Record<string, { run: { status: string } | null; userErrors: object[] }>
  >(`mutation ($id: ID!) { ${field}(id: $id) { run { status } userErrors { message } } }`, { id });
  expect(errors).toBeUndefined();
  return data[field];
};
/** Once, of which the log tells and no answer. */
const expectRefusedOnce = () => {
  expect(refused?.count).toBe(1);
  refused?.end();
  expect(warnings.filter(({ msg }) => msg === WARNING)).toMatchObject([{ err: { code: '08006' } }]);
};

it('a run that is noted is told, although it cannot be begun, and begins by itself', async () => {
  const { number } = await newAccount(gateway);
  refused = refuseStatements(ITS_TURN);
  const id = await begin(number);
  expectRefusedOnce();
  expect((await syncs.ended(id)).status).toBe('SUCCEEDED');
});

it('a run that goes on is told, although it cannot be begun again, and begins by itself', async () => {
  const { number } = await newAccount(gateway);
  togai.fault('POST /customers', AWAY);
  const first = await begin(number);
  await expect.poll(() => statusOf(first), { timeout: 10_000 }).toBe('WAITING');
  const second = await begin(number);
  expect(await change('syncRunCancel', second)).toEqual({ run: { status: 'CANCELLED' }, userErrors: [] });
  refused = refuseStatements(ITS_TURN);
  expect(await change('syncRunRetry', second)).toEqual({ run: { status: 'QUEUED' }, userErrors: [] });
  expectRefusedOnce();
  togai.clearFaults();
  for (const id of [first, second]) expect((await syncs.ended(id)).status).toBe('SUCCEEDED');
});

it('who waited for a run that has ended follows, although it cannot be begun right then', async () => {
  const { number } = await newAccount(gateway);
  togai.fault('POST /customers', { kind: 'latency', ms: 2_000 });
  const first = await begin(number);
  await expect.poll(() => statusOf(first), { timeout: 10_000 }).toBe('RUNNING');
  const second = await begin(number);
  refused = refuseStatements(NEXT_OF_WRITER);
  expect((await syncs.ended(first)).status).toBe('SUCCEEDED');
  await expect.poll(() => refused?.count).toBe(1);
  expectRefusedOnce();
  expect((await syncs.ended(second)).status).toBe('SUCCEEDED');
  // The one that ended is over: nothing of it is tried again.
  expect(warnings.map(({ msg }) => msg)).toEqual(['the database cannot be used', WARNING]);
});

it('a sale that is refused is told as refused, although who waited for its run cannot be begun', async () => {
  await gateway.query('mutation { discoveryStart(system: ZUORA_BILLING) { userErrors { code } } }');
  const customers = async () =>
    (await gateway.query<{ customers: { nodes: { id: string }[] } }>('{ customers(first: 1) { nodes { id } } }')).data
      .customers.nodes;
  await expect.poll(customers).toHaveLength(1);
  const [customer] = await customers();
  const sell = (amount: string, more: object = {}) =>
    gateway.query<{ sale: { userErrors: object[] } }>(
      `mutation ($input: ReferralSaleTrackInput!) {
        sale: referralSaleTrack(input: $input) { userErrors { code field } } }`,
      { input: { eventId: 'once', email: 'ada@acme.example', amount: { amount, currency: 'EUR' }, ...more } },
    );
  expect((await sell('49.90')).data.sale.userErrors).toEqual([]);

  refused = refuseStatements(NEXT_OF_WRITER);
  const { data, errors } = await sell('50', { customer: customer?.id, plan: 'Pro' });
  expect(errors).toBeUndefined();
  expect(data.sale.userErrors).toEqual([{ code: 'CONFLICT', field: ['input', 'eventId'] }]);
  expectRefusedOnce();
  const runs = await gateway.query('{ syncRuns(first: 1) { nodes { kind status } } }');
  expect(runs).toEqual({ data: { syncRuns: { nodes: [{ kind: 'SALE', status: 'CANCELLED' }] } } });
});
