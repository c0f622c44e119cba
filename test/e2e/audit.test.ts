import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { feeSubscription } from '../support/fee-subscription.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { temporaryStore } from '../support/temporary-store.js';

interface Entry {
  readonly who: string;
  readonly action: string;
  readonly reason: string | null;
  readonly detail: unknown;
  readonly state: string | null;
  readonly outcome: unknown;
  readonly runId: string | null;
}

let store: Awaited<ReturnType<typeof temporaryStore>>;
let test: TestGateway;

beforeAll(async () => {
  store = await temporaryStore();
  test = await startTestGateway({
    sandbox: { customers: 5 },
    environment: { DATABASE_URL: store.url, DISCOVERY_INTERVAL_MINUTES: '0' },
  });
});
afterAll(async () => {
  await test?.close();
  await store?.remove();
});

async function entries(filter: object = {}): Promise<Entry[]> {
  const { data, errors } = await test.query<{ auditEntries: { nodes: Entry[] } }>(
    `query ($filter: AuditFilter) {
      auditEntries(first: 50, filter: $filter) { nodes { who action reason detail state outcome runId } } }`,
    { filter },
  );
  expect(errors).toBeUndefined();
  return data.auditEntries.nodes;
}

it('tells what was changed by whom and what came of it, without free text', async () => {
  const input = {
    id: 'audited',
    name: 'Erika Mustermann',
    primaryEmail: 'erika@example.com',
    account: { id: 'audited-1', name: 'Erika', invoiceCurrency: 'EUR' },
  };
  const create = `mutation ($input: TogaiCustomerCreateInput!, $dryRun: Boolean!) {
    togaiCustomerCreate(input: $input, dryRun: $dryRun) { customer { id } userErrors { code message } } }`;
  expect((await test.query(create, { input, dryRun: true })).errors).toBeUndefined();
  expect(await entries()).toEqual([]);

  await test.query(create, { input, dryRun: false });
  const kept = {
    input: {
      id: 'audited',
      name: '(not kept)',
      primaryEmail: '(not kept)',
      account: { id: 'audited-1', name: '(not kept)', invoiceCurrency: 'EUR' },
    },
    dryRun: false,
  };
  expect(await entries({ action: 'togaiCustomerCreate' })).toEqual([
    {
      who: 'open',
      action: 'togaiCustomerCreate',
      reason: null,
      detail: kept,
      state: 'DONE',
      outcome: { customer: 'tcu_audited' },
      runId: null,
    },
  ]);

  // The id is somebody else's now.
  await test.query(create, { input: { ...input, name: 'Somebody else' }, dryRun: false });
  const [refused] = await entries({ action: 'togaiCustomerCreate' });
  expect(refused).toMatchObject({ state: 'REFUSED', outcome: { codes: ['REJECTED_BY_UPSTREAM'] } });
});

it('tells of a run who asked for it and why, each attempt, and what it did', async () => {
  const togai = callerOf(test.sandbox('TOGAI') as TogaiSandbox);
  const account = { id: 'acme', name: 'Acme', invoiceCurrency: 'EUR' };
  await togai.send('/customers', { id: 'acme', name: 'Acme', primaryEmail: 'a@example.com', address: {}, account });
  const subscriptionKey = await feeSubscription(test.sandbox('ZUORA_BILLING') as ZuoraSandbox);
  const { data } = await test.query<{ subscriptionSync: { run: { id: string } } }>(
    `mutation ($input: SubscriptionSyncInput!) {
      subscriptionSync(input: $input, reason: "  asked for by finance ") { run { id } userErrors { message } } }`,
    { input: { subscriptionKey, accountId: 'acme' } },
  );
  const runId = data.subscriptionSync.run.id;
  await expect.poll(async () => (await entries({ runId })).map(({ state }) => state)).toEqual(['DONE', 'DONE']);

  const [run, mutation] = await entries({ runId });
  expect(mutation).toMatchObject({
    action: 'subscriptionSync',
    reason: 'asked for by finance',
    detail: { input: { subscriptionKey, accountId: 'acme' } },
    outcome: { run: runId },
  });
  expect(run).toMatchObject({
    who: 'open',
    action: 'run SUBSCRIPTION',
    reason: 'asked for by finance',
    detail: { attempt: 1, subject: { subscriptionKey, accountId: 'acme', from: 'ZUORA_BILLING', to: 'TOGAI' } },
    outcome: { status: 'SUCCEEDED' },
  });
  const { steps = [] } = (run?.outcome ?? {}) as { steps?: { system: string; status: string }[] };
  expect(steps.length).toBeGreaterThan(1);
  expect(new Set(steps.map(({ system, status }) => `${system} ${status}`))).toEqual(new Set(['TOGAI DONE']));
});

it('finds entries by caller and time, page by page', async () => {
  const all = await entries();
  expect(await entries({ who: 'open' })).toEqual(all);
  expect(await entries({ who: 'nobody' })).toEqual([]);
  expect(await entries({ since: '2999-01-01T00:00:00Z' })).toEqual([]);
  expect(await entries({ until: '2999-01-01T00:00:00Z' })).toEqual(all);
  const page =
    'query ($after: String) { auditEntries(first: 2, after: $after) { nodes { action } pageInfo { endCursor } } }';
  const seen: unknown[] = [];
  for (let after: string | null = null; seen.length < all.length; ) {
    const { data }: { data: { auditEntries: { nodes: unknown[]; pageInfo: { endCursor: string } } } } =
      await test.query(page, { after });
    expect(data.auditEntries.nodes.length).toBeGreaterThan(0);
    seen.push(...data.auditEntries.nodes);
    after = data.auditEntries.pageInfo.endCursor;
  }
  expect(seen).toEqual(all.map(({ action }) => ({ action })));
  const { errors } = await test.query(page, { after: 'nonsense' });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
