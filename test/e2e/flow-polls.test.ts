import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { movableClock } from '../support/movable-clock.js';
import { temporaryStore } from '../support/temporary-store.js';
import { tenantRows } from '../support/zuora-rows.js';

const clock = movableClock();
let test: TestGateway;
let zuora: ZuoraSandbox;
let togai: TogaiSandbox;
let store: Awaited<ReturnType<typeof temporaryStore>>;

const start = () =>
  startTestGateway({
    sandbox: { customers: 12, clock },
    clock: { ...clock, wait: (ms, signal) => clock.wait(Math.min(ms, 50), signal) },
    environment: { DATABASE_URL: store.url, DISCOVERY_INTERVAL_MINUTES: '0', FLOW_POLL_MINUTES: '15' },
    verified: false,
  });
beforeAll(async () => {
  store = await temporaryStore();
  test = await start();
  zuora = test.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  togai = test.sandbox('TOGAI') as TogaiSandbox;
});
afterAll(async () => {
  await test?.close();
  await store?.remove();
});

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await test.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}
const create = async (input: object) =>
  (
    await ask<{ flowCreate: { flow: { id: string } } }>(
      'mutation ($input: FlowInput!) { flowCreate(input: $input) { flow { id } userErrors { message } } }',
      { input },
    )
  ).flowCreate.flow.id;
interface Run {
  readonly kind: string;
  readonly status: string;
  readonly subject: { readonly happened?: { readonly key: string }; readonly customerKey?: string };
  readonly steps: readonly object[];
}
const runsOf = async (id: string) =>
  (
    await ask<{ node: { runs: { nodes: readonly Run[] } } }>(
      'query ($id: ID!) { node(id: $id) { ... on Flow { runs(first: 100) { nodes { kind status subject steps { action } } } } } }',
      { id },
    )
  ).node.runs.nodes;
const changes = () =>
  zuora.requests('GET /object-query/subscriptions').filter(({ query }) => query.toString().includes('updateddate.GE'));

describe('what nobody told', () => {
  let flow = '';

  it('is asked for from the making of the flow on, and not before', async () => {
    flow = await create({ template: 'SUBSCRIPTIONS_IN' });
    // The first look says from where on: older changes are not the business of the flow.
    await expect.poll(() => changes().length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(await runsOf(flow)).toEqual([]);
    const [row] = await tenantRows(zuora)('subscriptions', 'islatestversion.EQ:true');
    zuora.update('subscription', String(row?.id), { notes: 'nobody tells of this' });
    clock.advance(16 * 60_000);
    await expect.poll(async () => (await runsOf(flow)).length, { timeout: 10_000 }).toBe(1);
    expect((await runsOf(flow))[0]?.subject.happened?.key).toBe(row?.name);
  });

  it('begins one run, though the last instant is read again', async () => {
    const before = changes().length;
    clock.advance(16 * 60_000);
    await expect.poll(() => changes().length, { timeout: 10_000 }).toBeGreaterThan(before);
    clock.advance(16 * 60_000);
    await expect.poll(() => changes().length, { timeout: 10_000 }).toBeGreaterThan(before + 1);
    expect(await runsOf(flow)).toHaveLength(1);
  });

  it('is not passed over when the system was away meanwhile', async () => {
    const rows = await tenantRows(zuora)('subscriptions', 'islatestversion.EQ:true');
    zuora.fault('GET /object-query/subscriptions', { kind: 'server-error', status: 503, every: true });
    zuora.update('subscription', String(rows[1]?.id), { notes: 'in the dark' });
    const before = changes().length;
    clock.advance(16 * 60_000);
    await expect.poll(() => changes().length, { timeout: 10_000 }).toBeGreaterThan(before);
    zuora.clearFaults();
    clock.advance(16 * 60_000);
    await expect.poll(async () => (await runsOf(flow)).length, { timeout: 10_000 }).toBe(2);
  });

  it('is found in the lists of Togai, too: customers, and credits that were granted', async () => {
    const customers = await create({ template: 'CUSTOMERS_OUT' });
    const credits = await create({ template: 'CREDITS_OUT' });
    await expect.poll(() => togai.requests('GET /credits').length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect([await runsOf(customers), await runsOf(credits)]).toEqual([[], []]);
    const account = { id: 'nova', name: 'Nova', invoiceCurrency: 'EUR' };
    const made = { id: 'nova', name: 'Nova', primaryEmail: 'nova@example.com', address: {}, account };
    await callerOf(togai).send('/customers', made);
    const credit = {
      accountId: 'nova',
      purpose: 'Welcome',
      effectiveFrom: '2026-01-01',
      creditAmount: 10,
      priority: 1,
    };
    await callerOf(togai).send('/credits', { creditRequests: [{ ...credit, applicableEntityIds: [] }] });
    clock.advance(16 * 60_000);
    await expect.poll(async () => (await runsOf(customers)).length, { timeout: 10_000 }).toBe(1);
    await expect.poll(async () => (await runsOf(customers))[0]?.status, { timeout: 20_000 }).toBe('SUCCEEDED');
    expect((await runsOf(customers))[0]?.subject.customerKey).toBe('nova');
    expect((await tenantRows(zuora)('accounts', 'name.EQ:Nova')).length).toBe(1);
    await expect.poll(async () => (await runsOf(credits)).length, { timeout: 10_000 }).toBe(1);
  });

  it('is found among the callouts that Zuora has given up, and not among those to others', async () => {
    const inward = await create({ template: 'CUSTOMERS_IN' });
    const history = () => zuora.requests('GET /v1/notification-history/callout').length;
    const before = history();
    clock.advance(16 * 60_000);
    await expect.poll(history, { timeout: 10_000 }).toBeGreaterThan(before);
    // Made just now, and changed so long ago that no list of changes shows them.
    const own = { minutesAgo: 1, url: `${test.url}/webhooks/ZUORA_BILLING` };
    const [missed, foreign, arrived] = [0, 1, 2].map((customer) => ({
      customer,
      id: String(zuora.histories.addCallout({ minutesAgo: 600, code: 200, customer }).objectId),
    }));
    const createdDate = new Date(clock.now()).toISOString();
    for (const one of [missed, foreign, arrived]) {
      zuora.update('account', one?.id ?? '', { createdDate, updatedDate: '2020-01-01T00:00:00-08:00' });
    }
    zuora.histories.addCallout({ ...own, code: 503, customer: missed?.customer ?? 0 });
    zuora.histories.addCallout({ minutesAgo: 1, code: 503, customer: foreign?.customer ?? 0 });
    zuora.histories.addCallout({ ...own, code: 200, customer: arrived?.customer ?? 0 });
    const ids = [missed, foreign, arrived].map((one) => one?.id);
    // A run says what happened until it has looked at it, and whose it is from then on.
    const begun = async () =>
      (await runsOf(inward))
        .map(({ subject: { customerKey, happened } }) => customerKey ?? happened?.key)
        .filter((key) => ids.includes(key));
    expect(await begun()).toEqual([]);
    clock.advance(16 * 60_000);
    await expect.poll(begun, { timeout: 10_000 }).toEqual([missed?.id]);
    const open = async () =>
      (await runsOf(inward)).filter(({ status }) => !['SUCCEEDED', 'NEEDS_ATTENTION'].includes(status));
    await expect.poll(open, { timeout: 20_000 }).toEqual([]);
    // The line is listed again, and what it is about is not read again.
    const reads = () =>
      zuora.requests('GET /object-query/accounts').filter(({ query }) => query.toString().includes(missed?.id ?? ''));
    const [listed, read, runs] = [history(), reads().length, (await runsOf(inward)).length];
    expect(read).toBeGreaterThan(0);
    clock.advance(16 * 60_000);
    await expect.poll(history, { timeout: 10_000 }).toBeGreaterThan(listed);
    expect(reads()).toHaveLength(read);
    expect(await runsOf(inward)).toHaveLength(runs);
  });

  it('is read on from where it was by the next process', async () => {
    await test.close();
    test = await start();
    [zuora, togai] = [test.sandbox('ZUORA_BILLING') as ZuoraSandbox, test.sandbox('TOGAI') as TogaiSandbox];
    const [, , row] = await tenantRows(zuora)('subscriptions', 'islatestversion.EQ:true');
    zuora.update('subscription', String(row?.id), { notes: 'while nobody was there' });
    clock.advance(16 * 60_000);
    await expect.poll(async () => (await runsOf(flow)).length, { timeout: 10_000 }).toBe(3);
  });
});
