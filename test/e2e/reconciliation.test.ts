import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { type MoneyScene, moneyScene, type SceneAccount } from '../support/money-scene.js';

let gateway: TestGateway;
let zuora: ZuoraSandbox;
let togai: TogaiSandbox;
let scene: MoneyScene;

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await gateway.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 5 },
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', ZUORA_BILLING_TIME_ZONE: 'UTC' },
  });
  zuora = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  togai = gateway.sandbox('TOGAI') as TogaiSandbox;
  scene = moneyScene(ask, { togai, zuora });
}, 60_000);
afterAll(() => gateway?.close());

interface Run {
  readonly id: string;
  readonly status: string;
  readonly failure: string | null;
  readonly steps: readonly { readonly name: string; readonly after: Record<string, unknown> }[];
}
const ENDS = { from: 'ZUORA_BILLING', to: 'TOGAI' };

async function reconciled(input: object, dryRun?: boolean): Promise<Run> {
  const { started } = await ask<{ started: { run: Run | null; userErrors: object[] } }>(
    `mutation ($input: ReconciliationInput!, $dryRun: Boolean) {
      started: reconciliationStart(input: $input, dryRun: $dryRun) { run { id } userErrors { message } } }`,
    { input: { ...ENDS, ...input }, ...(dryRun !== undefined && { dryRun }) },
  );
  expect(started.userErrors).toEqual([]);
  return await ended(started.run?.id ?? '');
}
async function ended(id: string): Promise<Run> {
  const text = 'query ($id: ID!) { syncRun(id: $id) { id status failure steps { name after } } }';
  const read = async () => (await ask<{ syncRun: Run }>(text, { id })).syncRun;
  await expect.poll(async () => (await read()).status, { timeout: 30_000, interval: 50 }).toBe('SUCCEEDED');
  return await read();
}

interface Drift {
  readonly kind: string;
  readonly key: string;
  readonly field: string;
  readonly owner: string;
  readonly left: { readonly system: string; readonly value: unknown };
  readonly right: { readonly system: string; readonly value: unknown };
  readonly problem: string | null;
}
const DRIFT = 'kind key field owner left { system value } right { system value } problem';
const customerOf = async ({ id }: SceneAccount) =>
  (
    await ask<{ customer: { id: string; drifts: Drift[] } }>(
      `query ($ref: ExternalIdInput!) { customer(externalId: $ref) { id drifts { ${DRIFT} } } }`,
      { ref: { system: 'TOGAI', value: id } },
    )
  ).customer;
const allDrifts = async (filter: object = {}) =>
  (
    await ask<{ drifts: { nodes: (Drift & { customer: { id: string } })[] } }>(
      `query ($filter: DriftFilter) { drifts(first: 100, filter: $filter) { nodes { ${DRIFT} customer { id } } } }`,
      { filter },
    )
  ).drifts.nodes;
const writesTo = (sandbox: ZuoraSandbox | TogaiSandbox) =>
  sandbox.requests().filter(({ method, path }) => method !== 'GET' && !path.startsWith('/oauth')).length;

it('says in what linked records differ, changes nothing, and brings them into step when it may', async () => {
  const same = await scene.account('EUR');
  const other = await scene.account('EUR');
  const sameCustomer = (await customerOf(same)).id;
  const { id: customer } = await customerOf(other);
  // The first look lets the links and names follow, so that only what is changed from here on differs.
  await reconciled({ kinds: ['CUSTOMER'] }, false);
  await expect
    .poll(
      async () => {
        await reconciled({ kinds: ['CUSTOMER'] });
        return (await allDrifts()).filter(({ problem }) => problem === null);
      },
      { timeout: 30_000 },
    )
    .toEqual([]);

  zuora.updateAccount(other.number, { name: 'A new name' });
  const creditId = await scene.credit(other.id, 25);
  const invoiceId = await scene.invoice(other.id, [['Fee', 30]]);
  const { planId } = await scene.usageCharge('Furlong', { EUR: '2' });
  const { subscriptionNumber } = await scene.subscription(other, planId);
  const before = [writesTo(zuora), writesTo(togai)];

  const run = await reconciled({ invoicesAs: 'INVOICE' });
  expect(run.steps).toEqual([
    { name: 'Page 1 of customers', after: { customers: 2, drifts: 4, begun: 0, next: null } },
  ]);
  expect([writesTo(zuora), writesTo(togai)]).toEqual(before);
  const found = await allDrifts();
  expect(new Set(found.map((drift) => drift.customer.id))).toEqual(new Set([customer]));
  const shown = found.map(({ kind, key, field, owner }) => [kind, key, field, owner]);
  expect(shown).toEqual([
    ['CREDIT', creditId, `Credit memo of 25 EUR for TOGAI credit ${creditId}`, 'TOGAI'],
    ['CUSTOMER', customer, 'name', 'ZUORA_BILLING'],
    ['INVOICE', invoiceId, `Invoice of 30 EUR for TOGAI invoice ${invoiceId}`, 'TOGAI'],
    ['SUBSCRIPTION', subscriptionNumber, 'subscription', 'ZUORA_BILLING'],
  ]);
  expect(found[1]).toMatchObject({
    left: { system: 'ZUORA_BILLING', value: 'A new name' },
    right: { system: 'TOGAI', value: expect.stringMatching(/^money-/) },
    problem: null,
  });
  expect(found[3]?.problem).toContain('Furlong');
  expect(await allDrifts({ needsPerson: true })).toHaveLength(1);
  expect((await customerOf(other)).drifts).toEqual(found.map(({ customer: _, ...drift }) => drift));
  expect((await customerOf(same)).drifts).toEqual([]);

  const applied = await reconciled({ invoicesAs: 'INVOICE', customer }, false);
  expect(applied.steps).toMatchObject([{ name: `Customer ${customer}`, after: { drifts: 4, begun: 3 } }]);
  await expect
    .poll(
      async () => {
        await reconciled({ invoicesAs: 'INVOICE', customer });
        return (await allDrifts()).map(({ kind }) => kind);
      },
      { timeout: 30_000 },
    )
    .toEqual(['SUBSCRIPTION']);
  expect((await scene.togai.get(`/customers/${other.id}`)).body.name).toBe('A new name');
  expect(await scene.rows('credit-memos', `accountid.EQ:${other.zuoraId}`)).toMatchObject([{ totalAmount: 25 }]);
  expect(await scene.rows('invoices', `accountid.EQ:${other.zuoraId}`)).toMatchObject([{ amount: 30 }]);
  expect(sameCustomer).not.toBe(customer);
}, 120_000);

it('goes on where a system was away, and begins nothing twice', async () => {
  // The newest come first, so that nobody who is made in the meantime moves the pages.
  const last = await scene.account('EUR');
  await customerOf(last);
  const first = await scene.account('EUR');
  const { id: customer } = await customerOf(first);
  await scene.credit(first.id, 7);
  togai.fault(`GET /customers/${last.id}`, { kind: 'server-error', every: true });
  const { started } = await ask<{ started: { run: Run } }>(
    `mutation ($input: ReconciliationInput!) {
      started: reconciliationStart(input: $input, dryRun: false) { run { id } userErrors { message } } }`,
    { input: { ...ENDS, kinds: ['CUSTOMER', 'CREDIT'] } },
  );
  const text = 'query ($id: ID!) { syncRun(id: $id) { status } }';
  const statusOf = async () => (await ask<{ syncRun: Run }>(text, { id: started.run.id })).syncRun.status;
  await expect.poll(statusOf, { timeout: 30_000, interval: 50 }).toBe('WAITING');
  const parts = async () =>
    (
      await ask<{ syncRuns: { nodes: { kind: string }[] } }>(
        'query ($filter: SyncRunFilter) { syncRuns(first: 50, filter: $filter) { nodes { kind } } }',
        { filter: { customerId: customer } },
      )
    ).syncRuns.nodes.filter(({ kind }) => kind === 'CREDIT');
  expect(await parts()).toHaveLength(1);
  togai.clearFaults();
  await ended(started.run.id);
  expect(await parts()).toHaveLength(1);
  await expect
    .poll(async () => await scene.rows('credit-memos', `accountid.EQ:${first.zuoraId}`), { timeout: 20_000 })
    .toMatchObject([{ totalAmount: 7 }]);
}, 120_000);

it('is refused for ends of one system, unknown customers, and invoices of which nobody says what they become', async () => {
  const refused = async (input: object) => {
    const { started } = await ask<{ started: { run: null; userErrors: { message: string }[] } }>(
      `mutation ($input: ReconciliationInput!) { started: reconciliationStart(input: $input) { run { id } userErrors { message } } }`,
      { input: { ...ENDS, ...input } },
    );
    expect(started.run).toBeNull();
    return started.userErrors.map(({ message }) => message).join();
  };
  expect(await refused({ to: 'ZUORA_BILLING' })).toBe('Name two connections, to different systems.');
  expect(await refused({ to: 'nowhere' })).toMatch(/^There is no open connection nowhere/);
  expect(await refused({ customer: 'nobody' })).toBe('There is no customer nobody.');
  expect(await refused({ kinds: ['INVOICE'] })).toBe('Say what invoices become, to have them compared.');
});
