import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { newAccount, syncsOf, TO_TOGAI } from '../support/syncing.js';

const AT_ONCE = 2;
const SLOW = { kind: 'latency', ms: 6_000, times: AT_ONCE } as const;
const AWAY = { kind: 'server-error', status: 503, times: 1_000 } as const;

let gateway: TestGateway;
let togai: TogaiSandbox;
let zuora: ZuoraSandbox;
let syncs: ReturnType<typeof syncsOf>;

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 5 },
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', SYNC_RUNS_AT_ONCE: String(AT_ONCE) },
    verified: false,
  });
  togai = gateway.sandbox('TOGAI') as TogaiSandbox;
  zuora = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  syncs = syncsOf(gateway);
});
afterEach(() => togai.clearFaults());
afterAll(() => gateway?.close());

interface Made {
  readonly id: string;
  readonly number: string;
}
const accounts = async (count: number): Promise<[Made, ...Made[]]> => {
  const made: [Made, ...Made[]] = [await newAccount(gateway)];
  while (made.length < count) made.push(await newAccount(gateway));
  return made;
};
const begin = async ({ number }: Made): Promise<string> => {
  const { run, userErrors } = await syncs.sync({ customer: number, ...TO_TOGAI });
  expect(userErrors).toEqual([]);
  return run?.id ?? '';
};
const statusesOf = async (ids: readonly string[]) =>
  await Promise.all(ids.map(async (id) => (await syncs.runOf(id)).status));
const begun = () => togai.requests('POST /customers').length;
/** The accounts that were linked to their customers, which is the last step of a run, in the order in which they were. */
const linked = () => zuora.requests('PUT /v1/accounts/*').map(({ path }) => path.slice(path.lastIndexOf('/') + 1));

it('a process carries on so many runs at a time; the others wait in the store and follow in their order', async () => {
  const customers = await accounts(7);
  const before = begun();
  togai.fault('POST /customers', SLOW);
  const ids: string[] = [];
  for (const customer of customers) ids.push(await begin(customer));

  await expect.poll(() => begun() - before, { timeout: 10_000 }).toBe(AT_ONCE);
  expect(await statusesOf(ids)).toEqual(customers.map((_, at) => (at < AT_ONCE ? 'RUNNING' : 'QUEUED')));
  expect(begun() - before).toBe(AT_ONCE);

  for (const id of ids) expect((await syncs.ended(id)).status).toBe('SUCCEEDED');
  // Two that are begun together may overtake each other.
  const places = linked().map((account) => customers.findIndex(({ id }) => id === account));
  const order = places.filter((place) => place >= 0).map((place) => Math.floor(place / AT_ONCE));
  expect(order).toEqual([0, 0, 1, 1, 2, 2, 3]);
});

it('a run that waits for another one of its customer takes nobody else’s place', async () => {
  const [customer, other = customer] = await accounts(2);
  const before = begun();
  togai.fault('POST /customers', { ...SLOW, times: 1 });
  const first = await begin(customer);
  await expect.poll(() => begun() - before, { timeout: 10_000 }).toBe(1);
  const later = [await begin(customer), await begin(customer), await begin(customer)];

  expect((await syncs.ended(await begin(other))).status).toBe('SUCCEEDED');
  expect(await statusesOf([first, ...later])).toEqual(['RUNNING', 'QUEUED', 'QUEUED', 'QUEUED']);

  for (const id of [first, ...later]) expect((await syncs.ended(id)).status).toBe('SUCCEEDED');
  expect(begun() - before).toBe(2);
});

it('who waited for a run that is cancelled is next', async () => {
  const [customer] = await accounts(1);
  togai.fault('POST /customers', AWAY);
  const first = await begin(customer);
  await expect.poll(() => statusesOf([first]), { timeout: 10_000 }).toEqual(['WAITING']);
  const second = await begin(customer);
  togai.clearFaults();
  const { data } = await gateway.query<{ syncRunCancel: { userErrors: object[] } }>(
    'mutation ($id: ID!) { syncRunCancel(id: $id) { userErrors { message } } }',
    { id: first },
  );
  expect(data.syncRunCancel.userErrors).toEqual([]);
  expect((await syncs.ended(second)).status).toBe('SUCCEEDED');
});

it('a system that is away keeps no more than those runs from beginning that need it', async () => {
  const customers = await accounts(4);
  togai.fault('POST /customers', AWAY);
  const ids: string[] = [];
  for (const customer of customers) ids.push(await begin(customer));
  await expect.poll(() => statusesOf(ids), { timeout: 20_000 }).toEqual(customers.map(() => 'WAITING'));

  togai.clearFaults();
  for (const id of ids) expect((await syncs.ended(id)).status).toBe('SUCCEEDED');
});
