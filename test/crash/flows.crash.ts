import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { calloutsTo } from '../support/callouts.js';
import { type CrashStore, describeCrashes, QUICK_TAKEOVER } from '../support/crash-stores.js';
import { killableGateway } from '../support/killable-gateway.js';
import { newAccount } from '../support/syncing.js';
import { tenantRows } from '../support/zuora-rows.js';

const SECRET = 'a-signature-key-of-callouts';
const CREATE = `mutation ($template: String!) { flowCreate(input: { template: $template }) { flow { id } userErrors { message } } }`;
const SETUP = `query ($id: ID!) { node(id: $id) { ... on Flow { setup { status failure steps { action status } } } } }`;
const RUNS = `query ($id: ID!) { node(id: $id) { ... on Flow { runs(first: 10) { nodes { status failure } } } } }`;
const HUNG = { kind: 'latency', ms: 600_000 } as const;

describeCrashes('flows', (open) => {
  let zuora: ZuoraSandbox;
  let togai: TogaiSandbox;
  let store: CrashStore;
  let gateway: ReturnType<typeof killableGateway>;

  beforeAll(async () => {
    [zuora, togai] = await Promise.all([
      startZuoraBillingSandbox({ customers: 5, limits: false }),
      startTogaiSandbox({ customers: 5, limits: false }),
    ]);
    store = await open();
    gateway = killableGateway({
      ...{ zuora, togai },
      environment: {
        ...{ ...QUICK_TAKEOVER, FLOW_POLL_MINUTES: '0', ZUORA_BILLING_WEBHOOK_SECRET: SECRET },
        PUBLIC_URL: 'https://billgraph.example.com',
      },
    });
    await gateway.start(store.url);
  });
  afterAll(async () => {
    await gateway?.kill();
    await store?.remove();
    await Promise.all([zuora?.close(), togai?.close()]);
  });

  const made = async (template: string) => {
    const { flowCreate } = await gateway.ask<{ flowCreate: { flow: { id: string } } }>(CREATE, { template });
    return flowCreate.flow;
  };
  const setupOf = async (flow: { id: string }) =>
    (await gateway.ask<{ node: { setup: { status: string; failure: string | null; steps: object[] } } }>(SETUP, flow))
      .node.setup;

  it('go on after kill -9 in every call that sets Zuora up, and make nothing twice', async () => {
    // Its answer never comes: what is killed has arrived.
    const calls = [
      'POST /events/event-triggers',
      'POST /notifications/callout-templates',
      'POST /notifications/notification-definitions',
    ];
    zuora.fault(calls[0] ?? '', HUNG);
    const flow = await made('SUBSCRIPTIONS_IN');
    for (const [at, call] of calls.entries()) {
      await expect.poll(() => zuora.requests(call).length, { interval: 20, timeout: 20_000 }).toBeGreaterThan(0);
      await gateway.kill();
      const next = calls[at + 1];
      if (next) zuora.fault(next, HUNG);
      await gateway.start(store.url);
    }
    await expect.poll(async () => (await setupOf(flow)).status, { timeout: 20_000, interval: 20 }).toBe('SUCCEEDED');
    // One of each was sent: after the crash it was found.
    expect(calls.map((call) => zuora.requests(call).length)).toEqual([1, 1, 1]);
    const { failure, steps } = await setupOf(flow);
    expect([failure, steps]).toEqual([null, calls.map(() => ({ action: expect.any(String), status: 'DONE' }))]);
  }, 120_000);

  it('begin the run of a callout that was taken when its process was killed, once', async () => {
    const flow = await made('CUSTOMERS_IN');
    await expect.poll(async () => (await setupOf(flow)).status, { timeout: 20_000, interval: 20 }).toBe('SUCCEEDED');
    const { id: AccountId } = await newAccount(gateway);
    const callout = calloutsTo(() => gateway.url, SECRET);
    const before = zuora.requests('GET /object-query/accounts').length;
    zuora.fault('GET /object-query/accounts', HUNG);
    expect((await callout('n-1', { AccountId })).status).toBe(200);
    await expect
      .poll(() => zuora.requests('GET /object-query/accounts').length, { interval: 20, timeout: 10_000 })
      .toBe(before + 1);
    await gateway.kill();
    await gateway.start(store.url);
    // The same again, as Zuora does where it got no answer.
    expect((await callout('n-1', { AccountId })).status).toBe(200);
    const runs = async () => (await gateway.ask<{ node: { runs: { nodes: object[] } } }>(RUNS, flow)).node.runs.nodes;
    await expect.poll(runs, { timeout: 60_000, interval: 50 }).toEqual([{ status: 'SUCCEEDED', failure: null }]);
    expect(togai.requests('POST /customers')).toHaveLength(1);
    const [account] = await tenantRows(zuora)('accounts', `id.EQ:${AccountId}`);
    expect(account?.TogaiCustomerId__c).toEqual(expect.stringMatching(/./));
  }, 120_000);
});
