import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { newAccount } from '../support/syncing.js';
import { tenantRows } from '../support/zuora-rows.js';

// As a newcomer has it: nothing is configured, and nobody sends a callout but the sandbox.
let gateway: TestGateway;
let zuora: ZuoraSandbox;

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 5 },
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', FLOW_POLL_MINUTES: '0' },
  });
  zuora = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
});
afterAll(() => gateway?.close());

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await gateway.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}
interface Run {
  readonly status: string;
  readonly failure: string | null;
}
interface Flow {
  readonly id: string;
  readonly setup: Run;
  readonly runs: { readonly nodes: readonly Run[] };
}
const flowOf = async (id: string) =>
  (
    await ask<{ node: Flow }>(
      `query ($id: ID!) { node(id: $id) { ... on Flow {
        id setup { status failure } runs(first: 20) { nodes { status failure } } } } }`,
      { id },
    )
  ).node;
async function made(template: string): Promise<string> {
  const { flowCreate } = await ask<{ flowCreate: { flow: { id: string }; userErrors: object[] } }>(
    'mutation ($input: FlowInput!) { flowCreate(input: $input) { flow { id } userErrors { message } } }',
    { input: { template } },
  );
  expect(flowCreate.userErrors).toEqual([]);
  const { id } = flowCreate.flow;
  await expect
    .poll(async () => (await flowOf(id)).setup, { timeout: 10_000 })
    .toEqual({ status: 'SUCCEEDED', failure: null });
  return id;
}
const runsOf = async (id: string) => (await flowOf(id)).runs.nodes;
const deliveries = async () =>
  (
    await ask<{ webhookDeliveries: { nodes: { state: string; note: string | null }[] } }>(
      '{ webhookDeliveries(first: 20) { nodes { state note } } }',
    )
  ).webhookDeliveries.nodes;

it('an account that is made becomes a customer of Togai by itself, because the sandbox tells of it', async () => {
  const flow = await made('CUSTOMERS_IN');
  const { id } = await newAccount(gateway);
  await expect
    .poll(() => runsOf(flow), { timeout: 20_000, interval: 50 })
    .toEqual([{ status: 'SUCCEEDED', failure: null }]);
  const [account] = await tenantRows(zuora)('accounts', `id.EQ:${id}`);
  expect(account?.TogaiCustomerId__c).toEqual(expect.stringMatching(/./));
  expect(await deliveries()).toEqual([{ state: 'DONE', note: null }]);
  const [line] = zuora.histories.list('callout');
  expect(line?.shown).toMatchObject({ responseCode: 200, requestUrl: `${gateway.url}/webhooks/ZUORA_BILLING` });
});

it('a subscription that is changed begins a run, and is told of no more once the flow is off', async () => {
  const flow = await made('SUBSCRIPTIONS_IN');
  const [row] = await tenantRows(zuora)('subscriptions', 'islatestversion.EQ:true', 'status.EQ:Active');
  zuora.update('subscription', String(row?.id), { notes: 'told of by the sandbox' });
  await expect.poll(async () => (await runsOf(flow)).length, { timeout: 10_000 }).toBe(1);
  const { flowUpdate } = await ask<{ flowUpdate: { setup: { id: string } } }>(
    'mutation ($id: ID!) { flowUpdate(id: $id, input: { enabled: false }) { setup { id } userErrors { message } } }',
    { id: flow },
  );
  const setup = async () =>
    (await ask<{ syncRun: Run }>('query ($id: ID!) { syncRun(id: $id) { status } }', flowUpdate.setup)).syncRun.status;
  await expect.poll(setup, { timeout: 10_000 }).toBe('SUCCEEDED');
  const told = (await deliveries()).length;
  zuora.update('subscription', String(row?.id), { notes: 'nobody listens' });
  await newAccount(gateway);
  // The account is still told of; by then the subscription would have been, too.
  await expect.poll(async () => (await deliveries()).length, { timeout: 10_000 }).toBe(told + 1);
  expect(await runsOf(flow)).toHaveLength(1);
});
