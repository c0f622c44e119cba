import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { calloutsTo } from '../support/callouts.js';
import { type GatewayProcess, startGatewayProcess } from '../support/gateway-process.js';
import { temporaryStore } from '../support/temporary-store.js';
import { tenantRows } from '../support/zuora-rows.js';

const SECRET = 'a-signature-key-of-callouts';
let zuora: ZuoraSandbox;
let togai: TogaiSandbox;
let store: Awaited<ReturnType<typeof temporaryStore>>;
let running: GatewayProcess | null = null;
let url = '';
const callout = calloutsTo(() => url, SECRET);

beforeAll(async () => {
  [zuora, togai] = await Promise.all([
    startZuoraBillingSandbox({ customers: 5, limits: false }),
    startTogaiSandbox({ customers: 5, limits: false }),
  ]);
});
beforeEach(async () => {
  store = await temporaryStore();
  zuora.reset();
});
afterEach(async () => {
  await kill();
  await store.remove();
});
afterAll(() => Promise.all([zuora?.close(), togai?.close()]));

async function kill(): Promise<void> {
  running?.child.kill('SIGKILL');
  await running?.exited;
  running = null;
}
async function start(): Promise<void> {
  const { clientId, clientSecret } = zuora.credentials;
  running = startGatewayProcess({
    ...{ DATABASE_URL: store.url, ACCESS: 'OPEN', DISCOVERY_INTERVAL_MINUTES: '0', FLOW_POLL_MINUTES: '0' },
    ...{ PUBLIC_URL: 'https://billgraph.example.com', TOGAI_REQUESTS_PER_SECOND: '1000' },
    ...{ ZUORA_BILLING_URL: zuora.url, ZUORA_BILLING_CLIENT_ID: clientId, ZUORA_BILLING_CLIENT_SECRET: clientSecret },
    ...{ ZUORA_BILLING_WEBHOOK_SECRET: SECRET, TOGAI_URL: togai.url, TOGAI_API_KEY: togai.credentials.apiKey },
  });
  url = (await running.ready()).url;
}
async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data: T; errors?: unknown };
  expect(body.errors).toBeUndefined();
  return body.data;
}
const CREATE = `mutation ($template: String!) { flowCreate(input: { template: $template }) { flow { id } userErrors { message } } }`;
const HUNG = { kind: 'latency', ms: 600_000 } as const;

it('goes on after kill -9 in every call that sets Zuora up, and makes nothing twice', async () => {
  await start();
  // Its answer never comes: what is killed has arrived.
  const calls = [
    'POST /events/event-triggers',
    'POST /notifications/callout-templates',
    'POST /notifications/notification-definitions',
  ];
  zuora.fault(calls[0] ?? '', HUNG);
  const asked = ask<{ flowCreate: { flow: { id: string } } }>(CREATE, { template: 'SUBSCRIPTIONS_IN' });
  const { flowCreate } = await asked;
  for (const [at, call] of calls.entries()) {
    await expect.poll(() => zuora.requests(call).length, { interval: 20, timeout: 20_000 }).toBeGreaterThan(0);
    await kill();
    zuora.clearFaults();
    const next = calls[at + 1];
    if (next) zuora.fault(next, HUNG);
    await start();
  }
  const read = async () =>
    (
      await ask<{ node: { setup: { status: string } } }>(
        'query ($id: ID!) { node(id: $id) { ... on Flow { setup { status steps { action status } } } } }',
        flowCreate.flow,
      )
    ).node.setup;
  await expect.poll(async () => (await read()).status, { timeout: 20_000 }).toBe('SUCCEEDED');
  // One of each was sent: after the crash it was found.
  expect(calls.map((call) => zuora.requests(call).length)).toEqual([1, 1, 1]);
}, 120_000);

it('begins the run of a callout that was taken when its process was killed, once', async () => {
  await start();
  const { flowCreate } = await ask<{ flowCreate: { flow: { id: string } } }>(CREATE, { template: 'CUSTOMERS_IN' });
  const [account] = await tenantRows(zuora)('accounts');
  zuora.update('account', String(account?.id), {
    createdDate: new Date().toISOString(),
    TogaiCustomerId__c: null,
    TogaiAccountId__c: null,
  });
  zuora.fault('GET /object-query/accounts', HUNG);
  expect((await callout('n-1', { AccountId: String(account?.id) })).status).toBe(200);
  const reads = zuora.requests('GET /object-query/accounts').length;
  await expect
    .poll(() => zuora.requests('GET /object-query/accounts').length, { interval: 20 })
    .toBeGreaterThanOrEqual(Math.max(1, reads));
  await kill();
  zuora.clearFaults();
  await start();
  // The same again, as Zuora does where it got no answer.
  expect((await callout('n-1', { AccountId: String(account?.id) })).status).toBe(200);
  const runs = async () => {
    const { node } = await ask<{ node: { runs: { nodes: { status: string }[] } } }>(
      'query ($id: ID!) { node(id: $id) { ... on Flow { runs(first: 10) { nodes { status failure } } } } }',
      flowCreate.flow,
    );
    return node.runs.nodes.map(({ status }) => status);
  };
  // One run, whatever the customer comes to: the seeded tenants have linked many of them already.
  await expect.poll(async () => (await runs()).join(), { timeout: 60_000 }).toMatch(/^(SUCCEEDED|NEEDS_ATTENTION)$/);
}, 120_000);
