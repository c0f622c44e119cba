import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { calloutsTo } from '../support/callouts.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { newAccount, syncsOf, TO_TOGAI } from '../support/syncing.js';
import { tenantRows } from '../support/zuora-rows.js';

const SECRET = 'a-signature-key-of-callouts';
const FLOW_SECRET = 'a-secret-of-togai-flows';

let test: TestGateway;
let zuora: ZuoraSandbox;
let togai: TogaiSandbox;
const flows: Record<string, string> = {};
const callout = calloutsTo(() => test.url, SECRET);

beforeAll(async () => {
  test = await startTestGateway({
    sandbox: { customers: 30 },
    environment: {
      ...{ ZUORA_BILLING_WEBHOOK_SECRET: SECRET, TOGAI_WEBHOOK_SECRET: FLOW_SECRET },
      ...{ DISCOVERY_INTERVAL_MINUTES: '0', FLOW_POLL_MINUTES: '0' },
      // Which Zuora does not call: what is told is told by the tests.
      PUBLIC_URL: 'http://billgraph.example.com',
    },
  });
  zuora = test.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  togai = test.sandbox('TOGAI') as TogaiSandbox;
  // Both directions at once, which must not chase each other.
  for (const template of ['CUSTOMERS_IN', 'CUSTOMERS_OUT', 'SUBSCRIPTIONS_IN']) {
    const { flowCreate } = await ask<{ flowCreate: { flow: { id: string } } }>(
      'mutation ($input: FlowInput!) { flowCreate(input: $input) { flow { id } userErrors { message } } }',
      { input: { template } },
    );
    flows[template] = flowCreate.flow.id;
  }
});
afterAll(() => test?.close());

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await test.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}
interface Run {
  readonly status: string;
  readonly failure: string | null;
  readonly attempt: number;
  readonly steps: readonly { readonly action: string }[];
}
const runsOf = async (template: string) =>
  (
    await ask<{ node: { runs: { nodes: readonly Run[] } } }>(
      `query ($id: ID!) { node(id: $id) { ... on Flow {
        runs(first: 100) { nodes { status failure attempt steps { action } } } } } }`,
      { id: flows[template] },
    )
  ).node.runs.nodes;
const ended = async (template: string, count: number): Promise<readonly Run[]> => {
  await expect
    .poll(async () => (await runsOf(template)).filter(({ status }) => status === 'SUCCEEDED').length, {
      timeout: 20_000,
    })
    .toBe(count);
  return await runsOf(template);
};
const tellTogai = async (body: object) =>
  (
    await fetch(`${test.url}/webhooks/TOGAI`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-webhook-secret': FLOW_SECRET },
      body: JSON.stringify(body),
    })
  ).status;
const writes = () => [
  zuora.requests().filter(({ method, path }) => method !== 'GET' && !path.startsWith('/oauth')).length,
  togai.requests().filter(({ method }) => method !== 'GET').length,
];

describe('with flows in both directions', () => {
  it('an account of Zuora becomes one customer of Togai, and what Togai tells of it is no news', async () => {
    const { id, number } = await newAccount(test);
    const ids = ['c1', 'c2', 'c3'];
    await Promise.all(
      [...ids, ...ids.toReversed(), ...ids].map((key) => callout(key, { AccountId: id, AccountNumber: number })),
    );
    const [run] = await ended('CUSTOMERS_IN', 1);
    expect(run?.steps.map(({ action }) => action)).toEqual(['createCustomer', 'PUT_Account']);
    expect((await callerOf(togai).get(`/accounts/${number}`)).body).toMatchObject({ aliases: [{ alias: id }] });
    const before = writes();
    // Togai tells of the customer that was just made there, Zuora of the account that was just linked.
    expect(await tellTogai({ event: 'account.created', data: { accountId: number } })).toBe(200);
    expect((await callout('c4', { AccountId: id })).status).toBe(200);
    const [echo] = await ended('CUSTOMERS_OUT', 1);
    expect(echo?.steps).toEqual([]);
    expect(await runsOf('CUSTOMERS_IN')).toHaveLength(1);
    expect(writes()).toEqual(before);
  });

  it('a customer of Togai becomes one account of Zuora, and what Zuora tells of it is no news', async () => {
    const account = { id: 'nova', name: 'Nova', invoiceCurrency: 'EUR' };
    const made = { id: 'nova', name: 'Nova', primaryEmail: 'nova@example.com', address: {}, account };
    await callerOf(togai).send('/customers', made);
    const before = await tenantRows(zuora)('accounts', 'name.EQ:Nova');
    for (const at of [1, 2, 3])
      expect(await tellTogai({ event: 'account.created', at, data: { account: { customerId: 'nova' } } })).toBe(200);
    await ended('CUSTOMERS_OUT', 2);
    const after = await tenantRows(zuora)('accounts', 'name.EQ:Nova');
    expect([before.length, after.length]).toEqual([0, 1]);
    const written = writes();
    await callout('c5', { AccountId: after[0]?.id ?? '' });
    const [echo] = await ended('CUSTOMERS_IN', 2);
    expect(echo?.steps).toEqual([]);
    expect(writes()).toEqual(written);
  });

  it('a subscription that is told of before its customer is known goes on by itself as soon as they are', async () => {
    const { id, number } = await newAccount(test);
    const rows = await tenantRows(zuora)('subscriptions', 'islatestversion.EQ:true');
    const some = rows.find(({ status }) => status === 'Active');
    // Moved to the new account, as an owner transfer does.
    zuora.update('subscription', String(some?.id), { accountId: id });
    const off = 'mutation ($id: ID!) { flowUpdate(id: $id, input: { enabled: false }) { userErrors { message } } }';
    await ask(off, { id: flows.CUSTOMERS_IN });
    await callout('s1', { SubscriptionNumber: String(some?.name) });
    await expect.poll(async () => (await runsOf('SUBSCRIPTIONS_IN'))[0]?.status).toBe('NEEDS_ATTENTION');
    expect((await runsOf('SUBSCRIPTIONS_IN'))[0]).toMatchObject({
      attempt: 1,
      failure: expect.stringContaining('no account'),
    });
    await syncsOf(test).synced({ customer: number, ...TO_TOGAI });
    await expect.poll(async () => (await runsOf('SUBSCRIPTIONS_IN'))[0]?.attempt).toBe(2);
    await expect.poll(async () => (await runsOf('SUBSCRIPTIONS_IN'))[0]?.status).toMatch(/SUCCEEDED|NEEDS_ATTENTION/);
    const [run] = await runsOf('SUBSCRIPTIONS_IN');
    // Whatever its plan comes to: that there is no account is no reason any more.
    expect(run?.failure ?? '').not.toContain('no account');
    expect((await callerOf(togai).get(`/accounts/${number}`)).status).toBe(200);
  });
});
