import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TogaiSandbox, TogaiSandboxOptions } from '../../src/upstreams/togai/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { mostWithin } from '../support/most-within.js';
import { movableClock } from '../support/movable-clock.js';
import { temporaryStore } from '../support/temporary-store.js';

// The sandbox refuses what is above it. Four times what Togai allows, so that the test takes a quarter of the time.
const QUOTA = 40;
const DEADLINE_MS = 1_500;

let store: Awaited<ReturnType<typeof temporaryStore>>;
let gateway: TestGateway | null = null;
let sandbox: TogaiSandbox;
const clock = movableClock();

async function start(limits: boolean, environment: Record<string, string> = {}): Promise<TestGateway> {
  const options: TogaiSandboxOptions = { customers: 80, limits, requestsPerSecond: QUOTA };
  await gateway?.close();
  gateway = null;
  gateway = await startTestGateway({
    sandbox: options,
    clock,
    environment: {
      ...{ SYSTEMS: 'TOGAI', DATABASE_URL: store.url, DISCOVERY_INTERVAL_MINUTES: '0' },
      REQUEST_DEADLINE_MS: String(DEADLINE_MS),
      TOGAI_REQUESTS_PER_SECOND: String(QUOTA),
      ...environment,
    },
  });
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  return gateway;
}

beforeAll(async () => {
  store = await temporaryStore();
  // Fills the directory, which is kept, and a cache, which is gone with its process.
  await (await start(false, { DISCOVERY_INTERVAL_MINUTES: '60' })).discovered();
  await start(true);
}, 60_000);
afterAll(async () => {
  await gateway?.close();
  await store?.remove();
});

interface Node {
  readonly id: string;
  readonly togaiCustomer: { readonly togaiId: string; readonly name: string } | null;
  readonly pricePlans: readonly object[] | null;
  readonly sources: readonly { state: string; asOf: string | null }[];
}
const PAGE = `{ customers(first: 50) { nodes { id sources { state asOf }
  togaiCustomer { togaiId name } pricePlans { effectiveFrom pricePlan { name } } } } }`;

async function page() {
  const before = sandbox.requests().length;
  const askedAt = Date.now();
  const { data, errors = [] } = await (gateway as TestGateway).query<{ customers: { nodes: Node[] } }>(PAGE);
  const tookMs = Date.now() - askedAt;
  return { nodes: data.customers.nodes, errors, tookMs, calls: () => sandbox.requests().slice(before) };
}
const isWhole = ({ togaiCustomer, pricePlans }: Node) => togaiCustomer !== null && pricePlans !== null;
const pathsOf = (calls: readonly { method: string; path: string }[]) =>
  calls.map(({ method, path }) => `${method} ${path}`);

it('a page of 50 is whole after a few tries though it is cold, then costs nothing, then just what was written', async () => {
  const cold = await page();
  expect(cold.nodes).toHaveLength(50);
  // In time, whatever is missing; and that is null with an error that says to try again.
  expect(cold.tookMs).toBeLessThan(DEADLINE_MS + 5_000);
  expect(cold.nodes.filter(isWhole).length).toBeLessThan(50);
  expect(cold.errors.length).toBeGreaterThan(0);
  for (const { extensions } of cold.errors) {
    expect(extensions).toMatchObject({ code: 'DEADLINE_EXCEEDED', retryable: true });
  }
  const missing = new Set(cold.errors.map(({ path }) => path?.[2]));
  expect(cold.nodes.filter((node) => !isWhole(node)).every((node) => missing.has(cold.nodes.indexOf(node)))).toBe(true);

  // What came too late for its caller is read on behind, so nobody has to keep asking.
  let seen = 0;
  const quiet = () => {
    const before = seen;
    seen = sandbox.requests().length;
    return seen - before;
  };
  await expect.poll(quiet, { interval: 1_500, timeout: 60_000 }).toBe(0);
  const again = await page();
  expect(again.errors).toEqual([]);
  expect(again.nodes.every(isWhole)).toBe(true);
  const requests = sandbox.requests();
  expect(requests.filter(({ status }) => status === 429)).toEqual([]);
  expect(
    mostWithin(
      1_000,
      requests.map(({ at }) => at),
    ),
  ).toBeLessThanOrEqual(QUOTA);
  // Nothing was read twice, but for what was on its way at the deadline.
  expect(requests.length - new Set(pathsOf(requests)).size).toBeLessThan(QUOTA / 2);

  const warm = await page();
  expect(warm.nodes.every(isWhole)).toBe(true);
  expect(warm.calls()).toEqual([]);

  const { togaiId = '' } = warm.nodes[7]?.togaiCustomer ?? {};
  const before = sandbox.requests().length;
  const { data } = await (gateway as TestGateway).query<{ togaiCustomerUpdate: { userErrors: [] } }>(
    `mutation ($id: String!) { togaiCustomerUpdate(id: $id, input: { name: "Renamed" }) { userErrors { message } } }`,
    { id: togaiId },
  );
  expect(data.togaiCustomerUpdate.userErrors).toEqual([]);
  const after = await page();
  expect(after.nodes.find(({ togaiCustomer }) => togaiCustomer?.togaiId === togaiId)?.togaiCustomer?.name).toBe(
    'Renamed',
  );
  expect(pathsOf(sandbox.requests().slice(before))).toEqual([
    `PATCH /customers/${togaiId}`,
    `GET /customers/${togaiId}`,
  ]);

  // Half an hour later everything is stale: served at once all the same, with its age, and read again behind.
  const fetchedAt = warm.nodes[7]?.sources[0]?.asOf;
  clock.advance(30 * 60_000);
  const stale = await page();
  expect(stale.errors).toEqual([]);
  expect(stale.nodes.every(isWhole)).toBe(true);
  expect(stale.nodes.every(({ sources }) => sources.every(({ state }) => state === 'STALE'))).toBe(true);
  expect(Date.parse(stale.nodes[7]?.sources[0]?.asOf ?? '')).toBeLessThan(clock.now() - 29 * 60_000);
  expect(fetchedAt).toBeDefined();
  await expect
    .poll(async () => (await page()).nodes.every(({ sources }) => sources.every(({ state }) => state === 'OK')), {
      interval: 1_000,
      timeout: 60_000,
    })
    .toBe(true);
}, 150_000);
