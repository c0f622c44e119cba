import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { calloutsTo } from '../support/callouts.js';
import { feeSubscription } from '../support/fee-subscription.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { tenantRows } from '../support/zuora-rows.js';

const SECRET = 'a-signature-key-of-callouts';

let test: TestGateway;
let zuora: ZuoraSandbox;
let togai: TogaiSandbox;
let subscription: string;
let row: Readonly<Record<string, unknown>>;
const callout = calloutsTo(() => test.url, SECRET);

beforeAll(async () => {
  test = await startTestGateway({
    sandbox: { customers: 30 },
    environment: {
      ...{ ZUORA_BILLING_WEBHOOK_SECRET: SECRET, DISCOVERY_INTERVAL_MINUTES: '0' },
      // Which Zuora does not call: what is told is told by the tests.
      PUBLIC_URL: 'http://billgraph.example.com',
    },
  });
  zuora = test.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  togai = test.sandbox('TOGAI') as TogaiSandbox;
  subscription = await feeSubscription(zuora);
  const rows = await tenantRows(zuora)('subscriptions', 'islatestversion.EQ:true');
  row = rows.find(({ name }) => name === subscription) ?? {};
});
afterAll(() => test?.close());

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await test.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

interface Run {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly failure: string | null;
  readonly subject: object;
  readonly requestedBy: string;
  readonly steps: readonly { readonly action: string; readonly status: string }[];
}
interface Payload {
  readonly flow: { readonly id: string; readonly since: string | null; readonly [name: string]: unknown } | null;
  readonly preview: readonly Run[] | null;
  readonly userErrors: readonly { code: string; message: string; field: readonly string[] | null }[];
}
const RUN = 'id kind status failure subject requestedBy steps { action status }';
const FLOW = `id name kind enabled template version since createdBy
  trigger { event connection { id } } actions { action connection { id } settings { name value } }`;

const create = async (input: object, dryRun = false) =>
  (
    await ask<{ flowCreate: Payload }>(
      `mutation ($input: FlowInput!, $dryRun: Boolean!) { flowCreate(input: $input, dryRun: $dryRun) {
        flow { ${FLOW} } preview { ${RUN} } userErrors { code message field } } }`,
      { input, dryRun },
    )
  ).flowCreate;
const update = async (id: string, input: object) =>
  (
    await ask<{ flowUpdate: Payload }>(
      `mutation ($id: ID!, $input: FlowInput!) { flowUpdate(id: $id, input: $input) {
        flow { ${FLOW} } userErrors { code message field } } }`,
      { id, input },
    )
  ).flowUpdate;
const runsOf = async (id: string) =>
  (
    await ask<{ node: { runs: { nodes: readonly Run[] } } }>(
      `query ($id: ID!) { node(id: $id) { ... on Flow { runs(first: 100) { nodes { ${RUN} } } } } }`,
      { id },
    )
  ).node.runs.nodes;
const setupOf = async (id: string) =>
  (
    await ask<{ node: { setup: Run | null } }>(
      `query ($id: ID!) { node(id: $id) { ... on Flow { setup { ${RUN} } } } }`,
      {
        id,
      },
    )
  ).node.setup;
const settled = (ids: readonly string[]) =>
  expect
    .poll(async () => {
      const { webhookDeliveries } = await ask<{
        webhookDeliveries: { nodes: { deliveryKey: string; state: string }[] };
      }>('{ webhookDeliveries(first: 100) { nodes { deliveryKey state } } }');
      return webhookDeliveries.nodes.filter(({ deliveryKey, state }) => ids.includes(deliveryKey) && state === 'DONE')
        .length;
    })
    .toBe(ids.length);
const writes = () => togai.requests().filter(({ method }) => method !== 'GET').length;

let flow = '';
let changedAt = '';

describe('a flow from a template', () => {
  it('is offered, tried and made', async () => {
    const { flowTemplates } = await ask<{ flowTemplates: { id: string }[] }>(
      '{ flowTemplates { id kind event source action target } }',
    );
    expect(flowTemplates).toContainEqual({
      ...{ id: 'SUBSCRIPTIONS_IN', kind: 'INBOUND', event: 'SUBSCRIPTION_CHANGED', source: 'ZUORA_BILLING' },
      ...{ action: 'SUBSCRIPTION', target: 'TOGAI' },
    });
    changedAt = String(zuora.update('subscription', String(row.id), { notes: 'the last that changed' }).updatedDate);
    const tried = await create({ template: 'SUBSCRIPTIONS_IN' }, true);
    expect(tried).toMatchObject({ flow: null, userErrors: [] });
    expect(tried.preview).toMatchObject([
      {
        ...{ kind: 'SUBSCRIPTION', status: 'PLANNED', requestedBy: 'open', steps: [] },
        failure: expect.stringContaining('has no account for price plans'),
      },
    ]);
    expect(await ask('{ flows { nodes { id } } }')).toEqual({ flows: { nodes: [] } });

    const made = await create({ template: 'SUBSCRIPTIONS_IN', description: null });
    expect(made.userErrors).toEqual([]);
    await expect.poll(async () => (await setupOf(made.flow?.id ?? ''))?.status).toBe('NEEDS_ATTENTION');
    expect((await setupOf(made.flow?.id ?? ''))?.failure).toMatch(/^Zuora calls https addresses .*: set PUBLIC_URL/);
    expect(made.flow).toMatchObject({
      ...{ name: 'Subscriptions of Zuora Billing in Togai', kind: 'INBOUND', enabled: true, version: 1 },
      trigger: { event: 'SUBSCRIPTION_CHANGED', connection: { id: 'con_ZUORA_BILLING' } },
      actions: [{ action: 'SUBSCRIPTION', connection: { id: 'con_TOGAI' }, settings: [] }],
    });
    flow = made.flow?.id ?? '';
  });

  it('begins one run of one change, however often and in whatever order it is told', async () => {
    const body = { SubscriptionNumber: subscription, AccountId: String(row.accountId) };
    const ids = ['s1', 's2', 's3'];
    await Promise.all(['s2', 's1', 's3', 's1', 's3', 's2', 's3', 's2', 's1'].map((id) => callout(id, body)));
    await settled(ids);
    const runs = await runsOf(flow);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({
      kind: 'SUBSCRIPTION',
      requestedBy: `flow:${flow.replace('flw_', '')}`,
      subject: { happened: { event: 'SUBSCRIPTION_CHANGED', key: subscription }, from: 'ZUORA_BILLING', to: 'TOGAI' },
    });
  });

  it('loses nothing that a person has to see to first', async () => {
    await expect.poll(async () => (await runsOf(flow))[0]?.status).toBe('NEEDS_ATTENTION');
    const [run] = await runsOf(flow);
    expect(run?.failure).toContain('has no account for price plans: make and link one');
    expect(writes()).toBe(0);
    // Who asks for the customer of the other system makes it known: the two are linked by what is written on its account.
    const { zuoraAccount } = await ask<{ zuoraAccount: { accountNumber: string } }>(
      'query ($key: String!) { zuoraAccount(key: $key) { accountNumber } }',
      { key: String(row.accountId) },
    );
    const account = zuoraAccount.accountNumber.replace('A', 'account-');
    const found = await ask<{ customer: { externalIds: { system: string }[] } }>(
      'query ($value: String!) { customer(externalId: { system: TOGAI, value: $value }) { externalIds { system } } }',
      { value: account },
    );
    expect(new Set(found.customer.externalIds.map(({ system }) => system))).toEqual(
      new Set(['ZUORA_BILLING', 'TOGAI']),
    );
    await ask('mutation ($id: ID!) { syncRunRetry(id: $id) { run { id } userErrors { message } } }', { id: run?.id });
    await expect.poll(async () => (await runsOf(flow))[0]?.status, { timeout: 20_000 }).toBe('SUCCEEDED');
    const [done] = await runsOf(flow);
    expect(done?.steps.length).toBeGreaterThan(3);
    expect(done?.subject).toMatchObject({ subscriptionKey: subscription, accountId: account });
  });

  it('follows the next change by a run of its own', async () => {
    // In the same second, which is all that Zuora's instants tell.
    zuora.update('subscription', String(row.id), { notes: 'changed again', updatedDate: changedAt });
    const before = writes();
    await callout('s4', { SubscriptionId: String(row.id) });
    await settled(['s4']);
    await expect.poll(async () => (await runsOf(flow)).map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    // What is priced is the same as before.
    expect((await runsOf(flow))[0]?.steps).toEqual([]);
    expect(writes()).toBe(before);
  });

  it('does nothing while it is off, and does not make up for it', async () => {
    const off = await update(flow, { enabled: false });
    expect(off.flow).toMatchObject({ enabled: false, version: 2 });
    zuora.update('subscription', String(row.id), { notes: 'in the dark' });
    await callout('s5', { SubscriptionNumber: subscription });
    await settled(['s5']);
    expect(await runsOf(flow)).toHaveLength(2);
    const on = await update(flow, { enabled: true });
    expect(Date.parse(on.flow?.since ?? '')).toBeGreaterThan(Date.parse(off.flow?.since ?? ''));
    expect(await runsOf(flow)).toHaveLength(2);
  });

  it('is refused what its systems cannot do, in words that say so', async () => {
    const refused = async (input: object) =>
      (await create(input)).userErrors.map(({ code, field }) => [code, field?.join('.')]);
    expect(await refused({ template: 'NO_SUCH' })).toEqual([['INVALID', 'input.template']]);
    expect(await refused({ name: 'x' })).toEqual([['INVALID', 'input.trigger']]);
    expect(await refused({ template: 'SUBSCRIPTIONS_IN', name: ' ' })).toEqual([['INVALID', 'input.name']]);
    expect(await refused({ template: 'SUBSCRIPTIONS_IN', actions: [] })).toEqual([['INVALID', 'input.actions']]);
    expect(await refused({ template: 'SUBSCRIPTIONS_IN', actions: [{ connection: 'ZUORA_BILLING' }] })).toEqual([
      ['UNSUPPORTED', 'input.actions.0'],
    ]);
    expect(await refused({ template: 'SUBSCRIPTIONS_IN', trigger: { connection: 'ZUORA_BILLING/eu' } })).toEqual([
      ['NOT_FOUND', 'input.trigger'],
    ]);
    expect(await refused({ template: 'SUBSCRIPTIONS_IN', trigger: { event: 'SALE_MADE' } })).toEqual([
      ['UNSUPPORTED', 'input.trigger'],
      ['INVALID', 'input.actions.0'],
    ]);
    const moved = await update(flow, { trigger: { connection: 'TOGAI' } });
    expect(moved.userErrors.map(({ message }) => message)).toEqual(['A flow keeps its trigger: make another one.']);
  });

  it('is gone when it is deleted, and its runs are not', async () => {
    const runs = await runsOf(flow);
    const { flowDelete } = await ask<{ flowDelete: Payload }>(
      `mutation ($id: ID!) { flowDelete(id: $id) { flow { id enabled } userErrors { code } } }`,
      { id: flow },
    );
    expect(flowDelete).toEqual({ flow: { id: flow, enabled: false }, userErrors: [] });
    expect(await ask('query ($id: ID!) { node(id: $id) { id } }', { id: flow })).toEqual({ node: null });
    const kept = await ask<{ syncRun: { status: string } }>('query ($id: ID!) { syncRun(id: $id) { status } }', {
      id: runs[0]?.id,
    });
    expect(kept.syncRun.status).toBe('SUCCEEDED');
    expect((await update(flow, { enabled: true })).userErrors.map(({ code }) => code)).toEqual(['NOT_FOUND']);
  });
});
