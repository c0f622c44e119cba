import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { licenceSubscription } from '../support/licence-subscription.js';
import { syncsOf } from '../support/syncing.js';
import { tenantRows } from '../support/zuora-rows.js';

const SOLD_TO = 'A00000002';
let second: TogaiSandbox;
let gateway: TestGateway;
let zuora: ZuoraSandbox;

beforeAll(async () => {
  second = await startTogaiSandbox({ customers: 1, seed: 'second', limits: false });
  gateway = await startTestGateway({
    sandbox: { customers: 5 },
    environment: {
      DISCOVERY_INTERVAL_MINUTES: '0',
      CONNECTION_KEYS: `first:${randomBytes(32).toString('base64')}`,
      CONNECTION_HOSTS: new URL(second.url).host,
    },
  });
  zuora = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
});
afterAll(async () => {
  await gateway?.close();
  await second?.close();
});

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await gateway.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

/** A customer with an account that names the one in Zuora. */
async function linked(sandbox: TogaiSandbox, id: string): Promise<void> {
  const [sold] = await tenantRows(zuora)('accounts', `accountnumber.EQ:${SOLD_TO}`);
  const account = { id, name: id, invoiceCurrency: 'EUR', aliases: [String(sold?.id)] };
  const customer = { id, name: id, primaryEmail: `${id}@example.com`, address: {}, account };
  expect((await callerOf(sandbox).send('/customers', customer)).status).toBe(201);
}

it('finds the account of a customer in the connection whose price plans are asked for', async () => {
  const { connectionCreate } = await ask<{ connectionCreate: { connection: { id: string }; userErrors: object[] } }>(
    'mutation ($input: ConnectionInput!) { connectionCreate(input: $input) { connection { id } userErrors { message } } }',
    {
      input: {
        ...{ system: 'TOGAI', name: 'Second', endpoint: second.url },
        settings: [
          { name: 'API_KEY', value: second.credentials.apiKey },
          { name: 'REQUESTS_PER_SECOND', value: '1000' },
        ],
      },
    },
  );
  expect(connectionCreate.userErrors).toEqual([]);
  const to = connectionCreate.connection.id;
  await linked(second, 'in-the-second');
  // Being asked for, both become known as one customer.
  const known = 'query ($ref: ExternalIdInput!) { customer(externalId: $ref) { id } }';
  await ask('query ($to: ID!) { togaiCustomer(id: "in-the-second", connection: $to) { togaiId } }', { to });
  const met = await ask(known, { ref: { system: 'TOGAI', value: 'in-the-second' } });
  expect(await ask(known, { ref: { system: 'ZUORA_BILLING', value: SOLD_TO } })).toEqual(met);
  const { subscriptionNumber: subscriptionKey } = await licenceSubscription(gateway, zuora);
  const syncs = syncsOf(gateway, 'subscriptionSync');
  // The default connection has no account of the customer: that of the other one is not taken for it.
  expect(await syncs.refused({ subscriptionKey })).toMatchObject([{ code: 'NOT_LINKED' }]);
  const { status, failure } = await syncs.synced({ subscriptionKey, to });
  expect([status, failure]).toEqual(['SUCCEEDED', null]);
  const { body } = await callerOf(second).get('/v2/accounts/in-the-second/schedules?mode=ACTIVE');
  expect(body.data.map(({ pricePlanInfo }: { pricePlanInfo: { name: string } }) => pricePlanInfo.name)).toEqual([
    expect.stringContaining(subscriptionKey),
  ]);
  // Nor the other way round, now that both have one.
  const first = gateway.sandbox('TOGAI') as TogaiSandbox;
  await linked(first, 'in-the-first');
  expect(await ask(known, { ref: { system: 'TOGAI', value: 'in-the-first' } })).toEqual(met);
  const plans = await Promise.all([syncs.plan({ subscriptionKey }), syncs.plan({ subscriptionKey, to })]);
  expect(plans.map(({ steps }) => steps.length > 0)).toEqual([true, false]);
  expect(JSON.stringify(plans[0]?.steps)).toContain('in-the-first');
});
