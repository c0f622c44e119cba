import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startContractProxies } from '../support/contract-proxy.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { type Answer, type ScriptedWire, startScriptedWire } from '../support/scripted-wire.js';

const ORGANISATIONS = '1b06a1c3-8d2c-4b6f-9f2e-0d3c2a5b7e10,7d0f6c55-2c53-4f0a-8a0b-5c7a1d9e4f22';

let sandbox: ZuoraSandbox;
let wire: ScriptedWire;
let proxies: Awaited<ReturnType<typeof startContractProxies>>;
let gateway: TestGateway;
/** Another host, which answers as the tenant would, so that who follows an address there is not stopped by an error. */
let elsewhere: Server;
let visits: string[];

beforeAll(async () => {
  sandbox = await startZuoraBillingSandbox({ port: 0, customers: 20, limits: false });
  wire = await startScriptedWire();
  wire.forwardTo(sandbox.url);
  proxies = await startContractProxies({ 'zuora-billing': wire.url });
  elsewhere = createServer((request, response) => {
    visits.push(`${request.method} ${request.url}`);
    response.setHeader('content-type', 'application/json').end('{"success":true,"data":[],"orders":[]}');
  }).listen(0, '127.0.0.1');
  const { apiAccessKeyId, apiSecretAccessKey } = sandbox.legacyCredentials;
  gateway = await startTestGateway({
    verified: false,
    environment: {
      ZUORA_BILLING_URL: proxies?.urlOf('zuora-billing') ?? wire.url,
      ZUORA_BILLING_TIME_ZONE: sandbox.timeZone,
      ZUORA_BILLING_CLIENT_ID: '',
      ZUORA_BILLING_CLIENT_SECRET: '',
      ZUORA_BILLING_ACCESS_KEY_ID: apiAccessKeyId,
      ZUORA_BILLING_SECRET_ACCESS_KEY: apiSecretAccessKey,
      ZUORA_BILLING_ORG_IDS: ORGANISATIONS,
      DISCOVERY_INTERVAL_MINUTES: '0',
    },
  });
});
beforeEach(() => {
  sandbox.reset();
  wire.reset();
  visits = [];
});
afterAll(async () => {
  await gateway?.close();
  const violations = (await proxies?.violations()) ?? [];
  await wire?.close();
  await sandbox?.close();
  elsewhere?.close();
  expect(violations).toEqual([]);
});

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await gateway.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

it('shows every subscription of an account that has more than its summary would hold', async () => {
  const { zuoraAccount } = await ask<{ zuoraAccount: { subscriptions: { nodes: { subscriptionNumber: string }[] } } }>(
    '{ zuoraAccount(key: "A00000012") { subscriptions(first: 50) { nodes { subscriptionNumber } } } }',
  );
  const { apiAccessKeyId, apiSecretAccessKey } = sandbox.legacyCredentials;
  const headers = { apiAccessKeyId, apiSecretAccessKey };
  const summary = await fetch(`${sandbox.url}/v1/accounts/A00000012/summary`, { headers });
  expect(((await summary.json()) as { subscriptions: unknown[] }).subscriptions).toHaveLength(6);
  const numbers = zuoraAccount.subscriptions.nodes.map(({ subscriptionNumber }) => subscriptionNumber);
  expect(new Set(numbers).size).toBe(9);
  // The one that was just sent from here.
  expect(sandbox.requests('GET /v1/accounts/*/summary')).toHaveLength(1);
});

it('sends legacy credentials and the organisations with every call, and asks for no token', async () => {
  await ask('{ zuoraAccount(key: "A00000003") { name metricsByCurrency { currency } invoices { nodes { id } } } }');
  await ask('mutation { zuoraAccountUpdate(key: "A00000003", input: { notes: "x" }) { userErrors { code } } }');
  const sent = sandbox.requests();
  expect(sent.map(({ method }) => method)).toContain('PUT');
  expect(sandbox.requests('POST /oauth/token')).toEqual([]);
  const { apiAccessKeyId, apiSecretAccessKey } = sandbox.legacyCredentials;
  for (const { headers } of sent) {
    expect(headers).toMatchObject({ 'zuora-org-ids': ORGANISATIONS });
    expect(headers.apiaccesskeyid).toBe(apiAccessKeyId);
    expect(headers.apisecretaccesskey).toBe(apiSecretAccessKey);
    expect(headers.authorization).toBeUndefined();
  }
});

describe('an address of a next page that names another host', () => {
  const there = (path: string) => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}${path}`;
  /** Two pages, of which the first leads to the second by an address elsewhere. */
  const twoPages =
    (first: object, second: object, isSecond: (query: Readonly<Record<string, string>>) => boolean): Answer =>
    ({ query }) => ({ body: isSecond(query) ? second : first });

  it('of a v1 list is asked of the tenant', async () => {
    const order = (orderNumber: string) => ({
      orderNumber,
      existingAccountNumber: 'A00000001',
      status: 'Completed',
      currency: 'EUR',
      orderDate: '2026-03-01',
      createdDate: '2026-03-01 01:30:00',
      updatedDate: '2026-03-01 03:30:00',
      customFields: {},
      subscriptions: [],
    });
    const first = { success: true, orders: [order('O-1')], nextPage: there('/v1/orders?pageSize=2&page=2') };
    const pages = twoPages(first, { success: true, orders: [order('O-2')] }, ({ page }) => page === '2');
    const lists = ['', '/subscriptionOwner/A00000001', '/invoiceOwner/A00000001', '/subscription/A-S1'];
    for (const list of lists) wire.on(`GET /v1/orders${list}`, pages);
    const filters = [
      {},
      { accountNumber: 'A00000001' },
      { invoiceAccountNumber: 'A00000001' },
      { subscriptionNumber: 'A-S1' },
    ];
    for (const filter of filters) {
      const { zuoraOrders } = await ask<{ zuoraOrders: { nodes: object[] } }>(
        'query ($filter: ZuoraOrderFilter) { zuoraOrders(filter: $filter, first: 2) { nodes { orderNumber } } }',
        { filter },
      );
      expect(zuoraOrders.nodes).toEqual([{ orderNumber: 'O-1' }, { orderNumber: 'O-2' }]);
    }
    expect(wire.asked.map(({ path }) => path)).toEqual(
      lists.flatMap((list) => [`/v1/orders${list}`, `/v1/orders${list}`]),
    );
    expect(visits).toEqual([]);
  });

  it('of event triggers is asked of the tenant', async () => {
    const trigger = (id: string) => ({
      id,
      active: true,
      baseObject: 'Account',
      condition: `Account.Name == '${id}'`,
      description: null,
      eventType: { name: `Event${id.slice(-1)}`, displayName: 'Event', namespace: 'user.notification' },
    });
    const [one, two] = [trigger('1'.repeat(32)), trigger('2'.repeat(32))];
    const first = { data: [one], next: there('/events/event-triggers?start=1&limit=2') };
    wire.on(
      'GET /events/event-triggers',
      twoPages(first, { data: [two] }, ({ start }) => start !== '0'),
    );
    const { eventTriggers } = await ask<{ eventTriggers: { nodes: object[] } }>(
      '{ eventTriggers(first: 2) { nodes { zuoraId } } }',
    );
    expect(eventTriggers.nodes).toEqual([{ zuoraId: one?.id }, { zuoraId: two?.id }]);
    expect(wire.asked).toHaveLength(2);
    expect(visits).toEqual([]);
  });

  it('of the history of callouts is asked of the tenant', async () => {
    const callout = (notification: string) => ({
      attemptedNum: 1,
      createTime: '2026-03-01 01:30:00',
      eventCategory: '1110',
      notification,
      requestMethod: 'POST',
      requestUrl: 'https://crm.example.com/zuora',
      responseCode: 500,
    });
    const next = there('/v1/notification-history/callout?pageSize=2&page=2');
    const first = { success: true, calloutHistories: [callout('First')], nextPage: next };
    const second = { success: true, calloutHistories: [callout('Second')] };
    wire.on(
      'GET /v1/notification-history/callout',
      twoPages(first, second, ({ page }) => page === '2'),
    );
    const { zuoraCalloutHistory } = await ask<{ zuoraCalloutHistory: { nodes: object[] } }>(
      '{ zuoraCalloutHistory(first: 2, filter: { failedOnly: true }) { nodes { notification } } }',
    );
    expect(zuoraCalloutHistory.nodes).toEqual([{ notification: 'First' }, { notification: 'Second' }]);
    expect(wire.asked).toHaveLength(2);
    expect(visits).toEqual([]);
  });
});
