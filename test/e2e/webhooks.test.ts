import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { temporaryStore } from '../support/temporary-store.js';

const SECRET = 'a-signature-key-of-callouts';
const BASIC = 'zuora:a-long-password';
const FLOW_SECRET = 'a-secret-of-togai-flows';
const environment = {
  ZUORA_BILLING_WEBHOOK_SECRET: SECRET,
  ZUORA_BILLING_WEBHOOK_BASIC: BASIC,
  TOGAI_WEBHOOK_SECRET: FLOW_SECRET,
  DISCOVERY_INTERVAL_MINUTES: '0',
};

let store: Awaited<ReturnType<typeof temporaryStore>>;
let test: TestGateway;
let zuora: ZuoraSandbox;

beforeAll(async () => {
  store = await temporaryStore();
  test = await startTestGateway({
    // One of the tests has the sandbox break its contract.
    verified: false,
    sandbox: { customers: 12 },
    environment: { ...environment, DATABASE_URL: store.url },
  });
  zuora = test.sandbox('ZUORA_BILLING') as ZuoraSandbox;
});
afterAll(async () => {
  await test?.close();
  await store?.remove();
});

const basic = `Basic ${Buffer.from(BASIC).toString('base64')}`;

function callout(id: string, body: object | string, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(`${test.url}/webhooks/ZUORA_BILLING`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'zuora-notification-id': id,
      'x-billgraph-signature': createHmac('sha256', SECRET).update(id).update(text).digest('hex'),
      authorization: basic,
      ...headers,
    },
    body: text,
  });
}

interface Deliveries {
  webhookDeliveries: {
    nodes: { id: string; deliveryKey: string; state: string; attempts: number; note: string | null; ids: object }[];
  };
}

async function deliveries(filter = '') {
  const { data } = await test.query<Deliveries>(
    `{ webhookDeliveries(first: 100 ${filter}) { nodes { id deliveryKey kind state attempts note ids } } }`,
  );
  return data.webhookDeliveries.nodes;
}
const settled = (key: string) =>
  expect.poll(async () => (await deliveries()).find(({ deliveryKey }) => deliveryKey === key)?.state).toBe('DONE');

async function nameOf(number: string) {
  const { data } = await test.query<{ zuoraAccount: { name: string; zuoraId: string } }>(
    'query ($key: String!) { zuoraAccount(key: $key) { name zuoraId } }',
    { key: number },
  );
  return data.zuoraAccount;
}

describe('a callout of Zuora', () => {
  it('without credentials is asked for them, as Zuora expects', async () => {
    const answer = await callout('n-challenge', {}, { authorization: '' });
    const bare = await fetch(`${test.url}/webhooks/ZUORA_BILLING`, { method: 'POST', body: '{}' });
    expect(bare.status).toBe(401);
    expect(bare.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
    expect(answer.status).toBe(401);
  });

  it.each([
    ['a wrong password', 'n-1', { authorization: `Basic ${Buffer.from('zuora:wrong').toString('base64')}` }],
    ['a wrong signature', 'n-2', { 'x-billgraph-signature': '0'.repeat(64) }],
    ['no signature', 'n-3', { 'x-billgraph-signature': '' }],
    ['the signature of another notification', 'n-4', { 'zuora-notification-id': 'n-5' }],
  ])('with %s is refused, and not kept', async (_, id, headers) => {
    const answer = await callout(id, { AccountId: 'x' }, headers);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBeNull();
    expect((await deliveries()).filter(({ deliveryKey }) => deliveryKey.startsWith('n-'))).toEqual([]);
  });

  it('has what it is about read anew at once', async () => {
    const { zuoraId, name } = await nameOf('A00000001');
    zuora.updateAccount('A00000001', { name: 'Renamed in Zuora' });
    expect((await nameOf('A00000001')).name).toBe(name);
    const answer = await callout('renamed', { AccountId: zuoraId, EventType: 'AccountEdited' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ success: true });
    await settled('renamed');
    expect((await nameOf('A00000001')).name).toBe('Renamed in Zuora');
    const { data } = await test.query('{ customers(filter: { search: "Renamed in Zuora" }) { nodes { name } } }');
    expect(data).toEqual({ customers: { nodes: [{ name: 'Renamed in Zuora' }] } });
  });

  it('makes a customer known whom nobody has asked for', async () => {
    const [before] = zuora.requests('GET /object-query/accounts').slice(-1);
    expect(before).toBeDefined();
    const search =
      '{ customers(filter: { externalId: { system: ZUORA_BILLING, value: "A00000007" } }) { nodes { name } } }';
    expect((await test.query(search)).data).toEqual({ customers: { nodes: [] } });
    await callout('created', { accountNumber: 'A00000007' });
    await settled('created');
    expect((await test.query<{ customers: { nodes: object[] } }>(search)).data.customers.nodes).toHaveLength(1);
  });

  it('that comes three times over and in any order is settled once', async () => {
    const { zuoraId } = await nameOf('A00000002');
    await expect.poll(async () => (await deliveries('state: PENDING')).length).toBe(0);
    zuora.updateAccount('A00000002', { name: 'The last of them' });
    const before = zuora.requests().length;
    const sent = ['b', 'a', 'c', 'a', 'c', 'b', 'b', 'a', 'c'].map((id) =>
      callout(`thrice-${id}`, { AccountId: zuoraId }),
    );
    for (const answer of await Promise.all(sent)) expect(answer.status).toBe(200);
    for (const id of ['a', 'b', 'c']) await settled(`thrice-${id}`);
    const kept = (await deliveries()).filter(({ deliveryKey }) => deliveryKey.startsWith('thrice-'));
    expect(kept).toHaveLength(3);
    // Three deliveries about one account: once each at most, and together where they met.
    const reads = zuora.requests('GET /object-query/accounts').filter(({ at }) => at > 0).length;
    expect(reads).toBeGreaterThan(0);
    expect(zuora.requests().length - before).toBeLessThanOrEqual(3);
    expect((await nameOf('A00000002')).name).toBe('The last of them');
  });

  it.each([
    ['no ids', '{"hello":"world"}', 'It holds no id.'],
    ['no JSON', 'not json at all', 'It holds no id.'],
    ['an id of nothing', '{"AccountId":"8ad000000000000000000000000000ff"}', 'The system has nothing with these ids.'],
    ['a megabyte', JSON.stringify({ fill: 'x'.repeat(1_000_000) }), 'It holds no id.'],
  ])('with %s is acknowledged, and said to be about nothing', async (name, body, note) => {
    expect((await callout(`odd-${name}`, body)).status).toBe(200);
    await settled(`odd-${name}`);
    expect((await deliveries()).find(({ deliveryKey }) => deliveryKey === `odd-${name}`)?.note).toBe(note);
  });

  it('above a megabyte is refused before it is looked at', async () => {
    expect((await callout('huge', JSON.stringify({ fill: 'x'.repeat(1_100_000) }))).status).toBe(413);
  });

  it('for a connection that takes none is not found', async () => {
    for (const path of ['FIRST_PROMOTER', 'NOBODY', 'ZUORA_BILLING/eu']) {
      expect((await fetch(`${test.url}/webhooks/${path}`, { method: 'POST', body: '{}' })).status).toBe(404);
    }
  });
});

describe('a flow of Togai', () => {
  it('carries its secret in a header or in the address, and has the customer read anew', async () => {
    const path = `${test.url}/webhooks/TOGAI`;
    const body = JSON.stringify({ event: 'account.created', data: { account: { customerId: 'customer-00000003' } } });
    const send = (url: string, headers: Record<string, string> = {}) =>
      fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
    expect((await send(path)).status).toBe(401);
    expect((await send(`${path}?secret=wrong`)).status).toBe(401);
    expect((await send(`${path}?secret=${FLOW_SECRET}`)).status).toBe(200);
    expect((await send(path, { 'x-webhook-secret': FLOW_SECRET })).status).toBe(200);
    await expect
      .poll(async () => (await deliveries('connection: "TOGAI"')).map(({ state, ids }) => ({ state, ids })))
      .toEqual([{ state: 'DONE', ids: { customerId: 'customer-00000003' } }]);
    expect(test.sandbox('TOGAI').requests('GET /customers/customer-00000003')).toHaveLength(1);
  });
});

describe('what was acknowledged', () => {
  it('is settled after the system was away', async () => {
    const { zuoraId } = await nameOf('A00000004');
    zuora.updateAccount('A00000004', { name: 'Changed in the dark' });
    zuora.fault('GET /object-query/accounts', { kind: 'server-error', status: 503, every: true });
    expect((await callout('in-the-dark', { AccountId: zuoraId })).status).toBe(200);
    await expect
      .poll(async () => (await deliveries()).find(({ deliveryKey }) => deliveryKey === 'in-the-dark')?.attempts)
      .toBeGreaterThan(0);
    zuora.clearFaults();
    await settled('in-the-dark');
    expect((await nameOf('A00000004')).name).toBe('Changed in the dark');
  });

  it('is tried again by hand once it was given up, and not before', async () => {
    const { zuoraId } = await nameOf('A00000005');
    // What has not the shape that it must have will not have it a second later.
    zuora.updateAccount('A00000005', { currency: 42 });
    await callout('given-up', { AccountId: zuoraId });
    const find = async () => (await deliveries()).find(({ deliveryKey }) => deliveryKey === 'given-up');
    await expect.poll(async () => (await find())?.state).toBe('DEAD');
    expect((await find())?.note).toMatch(/^UPSTREAM_INVALID_RESPONSE/);
    zuora.updateAccount('A00000005', { currency: 'USD' });
    const retry = `mutation ($id: ID!) { webhookDeliveryRetry(id: $id) { delivery { state } userErrors { code } } }`;
    const id = (await find())?.id;
    expect((await test.query(retry, { id })).data).toMatchObject({ webhookDeliveryRetry: { userErrors: [] } });
    await settled('given-up');
    expect((await test.query(retry, { id })).data).toMatchObject({
      webhookDeliveryRetry: { delivery: null, userErrors: [{ code: 'CONFLICT' }] },
    });
  });

  it('is not what a burst waits for: 200 at once are all taken', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, at) => callout(`burst-${at}`, { accountNumber: `A0000000${1 + (at % 9)}` })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await expect
      .poll(
        async () =>
          (await deliveries('state: DONE')).filter(({ deliveryKey }) => deliveryKey.startsWith('burst-')).length,
      )
      .toBe(100);
    await expect.poll(async () => (await deliveries('state: PENDING')).length).toBe(0);
  });

  it('is settled by the next process if this one ends before', async () => {
    const { zuoraId } = await nameOf('A00000006');
    zuora.fault('GET /object-query/accounts', { kind: 'server-error', status: 503, every: true });
    expect((await callout('left-behind', { AccountId: zuoraId })).status).toBe(200);
    await test.close();
    test = await startTestGateway({
      verified: false,
      sandbox: { customers: 12 },
      environment: { ...environment, DATABASE_URL: store.url },
    });
    await expect
      .poll(async () => (await deliveries()).find(({ deliveryKey }) => deliveryKey === 'left-behind')?.state, {
        timeout: 60_000,
      })
      .toBe('DONE');
    expect(test.sandbox('ZUORA_BILLING').requests('GET /object-query/accounts')).toHaveLength(1);
  }, 90_000);
});
