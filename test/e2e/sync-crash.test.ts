import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { feeSubscription } from '../support/fee-subscription.js';
import { type GatewayProcess, startGatewayProcess } from '../support/gateway-process.js';
import { temporaryStore } from '../support/temporary-store.js';

let zuora: ZuoraSandbox;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;
let store: Awaited<ReturnType<typeof temporaryStore>>;
let running: GatewayProcess | null = null;
let subscription: string;

beforeAll(async () => {
  [zuora, sandbox] = await Promise.all([
    startZuoraBillingSandbox({ customers: 30, limits: false }),
    startTogaiSandbox({ customers: 5, limits: false }),
  ]);
  togai = callerOf(sandbox);
  store = await temporaryStore();
  subscription = await feeSubscription(zuora);
});
beforeEach(async () => {
  sandbox.reset();
  const account = { id: 'acme', name: 'Acme', invoiceCurrency: 'EUR' };
  await togai.send('/customers', { id: 'acme', name: 'Acme', primaryEmail: 'a@example.com', address: {}, account });
});
afterEach(kill);
afterAll(async () => {
  await store?.remove();
  await Promise.all([zuora?.close(), sandbox?.close()]);
});

async function kill(): Promise<void> {
  running?.child.kill('SIGKILL');
  await running?.exited;
  running = null;
}

async function start(): Promise<string> {
  const { clientId, clientSecret } = zuora.credentials;
  running = startGatewayProcess({
    DATABASE_URL: store.url,
    ACCESS: 'OPEN',
    DISCOVERY_INTERVAL_MINUTES: '0',
    TOGAI_REQUESTS_PER_SECOND: '1000',
    ZUORA_BILLING_URL: zuora.url,
    ZUORA_BILLING_CLIENT_ID: clientId,
    ZUORA_BILLING_CLIENT_SECRET: clientSecret,
    TOGAI_URL: sandbox.url,
    TOGAI_API_KEY: sandbox.credentials.apiKey,
  });
  return (await running.ready()).url;
}

async function ask<T>(url: string, query: string, variables: object): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data: T; errors?: unknown };
  expect(body.errors).toBeUndefined();
  return body.data;
}
const SYNC = `mutation ($input: SubscriptionSyncInput!) { subscriptionSync(input: $input) { run { id } userErrors { message } } }`;
const namesOf = async (path: string) =>
  (await togai.pages(`${path}?pageSize=100`)).flatMap(({ data }) => data as { name: string; status: string }[]);

// What is killed has arrived: its answer is what never comes.
it.each([
  'POST /addons',
  'POST /v2/price_plans',
  'POST /v2/price_plans/*/rate_cards',
  'POST /v2/price_plans/*/finalize',
  'POST /v2/accounts/*/edit_schedules',
  'POST /v2/accounts/*/finalize_schedules',
])(
  'goes on after kill -9 in %s, and does nothing twice',
  async (match) => {
    const url = await start();
    sandbox.fault(match, { kind: 'latency', ms: 600_000 });
    const input = { subscriptionKey: subscription, accountId: 'acme' };
    const begun = await ask<{ subscriptionSync: { run: { id: string } } }>(url, SYNC, { input });
    const { id } = begun.subscriptionSync.run;
    await expect.poll(() => sandbox.requests(match).length, { interval: 20 }).toBeGreaterThan(0);
    await kill();
    sandbox.clearFaults();

    const again = await start();
    const stateOf = async () =>
      (
        await ask<{ syncRun: { status: string } }>(again, 'query ($id: ID!) { syncRun(id: $id) { status failure } }', {
          id,
        })
      ).syncRun;
    await expect.poll(stateOf, { interval: 50 }).toEqual({ status: 'SUCCEEDED', failure: null });

    const plans = (await namesOf('/v2/price_plans')).filter(({ name }) => name.startsWith(subscription));
    expect(plans.map(({ status }) => status)).toEqual(plans.map(() => 'ACTIVE'));
    expect(new Set(plans.map(({ name }) => name)).size).toBe(plans.length);
    const addOns = (await namesOf('/addons')).map(({ name }) => name).filter((name) => name.startsWith('ao_'));
    expect(new Set(addOns).size).toBe(addOns.length);
    const schedules = (mode: string) => togai.get(`/v2/accounts/acme/schedules?mode=${mode}`);
    expect((await schedules('ACTIVE')).body.data).toHaveLength(plans.length);
    expect((await schedules('DRAFT')).body.data).toEqual([]);
  },
  60_000,
);
