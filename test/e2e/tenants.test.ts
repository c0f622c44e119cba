import { afterEach, describe, expect, it } from 'vitest';
import { scenario } from '../../src/upstreams/sandbox-kit/scenario.js';
import type { ZuoraSandbox, ZuoraSandboxOptions } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { tenantRows } from '../support/zuora-rows.js';

const SIZE = 30;
const story = scenario({ size: SIZE });
const everybody = Array.from({ length: SIZE }, (_, n) => story.customer(n));
const linked = everybody.find(({ link }) => link === 'alias-number') ?? everybody[0];
if (!linked) throw new Error('the scenario has changed');

let gateway: TestGateway;
afterEach(() => gateway?.close());

/** The verifier takes seconds to start, so it looks on where the traffic is of a kind that no other test has. */
async function start(
  environment: Record<string, string> = {},
  { verified = false, sandbox = {} }: { verified?: boolean; sandbox?: ZuoraSandboxOptions } = {},
) {
  gateway = await startTestGateway({
    sandbox: { customers: SIZE, ...sandbox },
    verified,
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', TOGAI_REQUESTS_PER_SECOND: '1000', ...environment },
  });
}
const zuora = () => gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
const account = () =>
  gateway.query<{ zuoraAccount: { name: string } | null }>('query ($n: String!) { zuoraAccount(key: $n) { name } }', {
    n: linked.ids.subscriptionAccountNumber,
  });

it('without Invoice Settlement says so where it would be needed, and nowhere else', async () => {
  await start({}, { sandbox: { invoiceSettlement: false } });
  const { data, errors } = await gateway.query<{ zuoraAccount: Record<string, unknown> }>(
    'query ($n: String!) { zuoraAccount(key: $n) { accountNumber invoices { nodes { id } } creditMemos { nodes { id } } debitMemos { nodes { id } } } }',
    { n: linked.ids.subscriptionAccountNumber },
  );
  expect(data.zuoraAccount).toMatchObject({
    invoices: { nodes: expect.any(Array) },
    creditMemos: null,
    debitMemos: null,
  });
  expect(errors?.map(({ path, extensions }) => [path?.at(-1), extensions.code]).sort()).toEqual([
    ['creditMemos', 'UPSTREAM_UNSUPPORTED'],
    ['debitMemos', 'UPSTREAM_UNSUPPORTED'],
  ]);
  const made = await gateway.query<{ zuoraCreditMemoPost: { userErrors: object[] } }>(
    'mutation { zuoraCreditMemoPost(key: "CM1", dryRun: true) { userErrors { code message } } }',
  );
  expect(made.data.zuoraCreditMemoPost.userErrors).toEqual([
    { code: 'UNSUPPORTED', message: 'Credit memos need Invoice Settlement, which this tenant does not have.' },
  ]);
});

it('with Orders alone names the setting to who would amend', async () => {
  await start({}, { sandbox: { orders: true } });
  const [first] = await tenantRows(zuora())('subscriptions', 'islatestversion.EQ:true');
  const { data } = await gateway.query<{ zuoraSubscriptionRenew: { userErrors: object[] } }>(
    'mutation ($key: String!) { zuoraSubscriptionRenew(key: $key) { userErrors { code message } } }',
    { key: first?.name },
  );
  expect(data.zuoraSubscriptionRenew.userErrors).toEqual([
    { code: 'UNSUPPORTED', message: expect.stringContaining('set ZUORA_BILLING_SUBSCRIPTION_CHANGES=ORDERS') },
  ]);
});

describe('a tenant', () => {
  it('of several entities is told which one is meant, with every call but the one for the token', async () => {
    await start({ ZUORA_BILLING_ENTITY_ID: '1a2b7a37-3e7d-4cb3-b0e2-883de9e766cc' }, { verified: true });
    expect((await account()).data.zuoraAccount).toEqual({ name: linked.name });
    const [token, ...reads] = zuora().requests();
    expect(token?.path).toBe('/oauth/token');
    expect(token?.headers['zuora-entity-ids']).toBeUndefined();
    expect(reads.length).toBeGreaterThan(0);
    for (const { headers } of reads) expect(headers['zuora-entity-ids']).toBe('1a2b7a37-3e7d-4cb3-b0e2-883de9e766cc');
  });

  it('of one entity is not told', async () => {
    await start();
    await account();
    for (const { headers } of zuora().requests()) expect(headers['zuora-entity-ids']).toBeUndefined();
  });

  it('with a legacy API user is reached without tokens', async () => {
    const legacy = {
      ZUORA_BILLING_CLIENT_ID: '',
      ZUORA_BILLING_CLIENT_SECRET: '',
      ZUORA_BILLING_ACCESS_KEY_ID: 'sandbox@example.com',
      ZUORA_BILLING_SECRET_ACCESS_KEY: 'sandbox-password',
    };
    await start(legacy, { verified: true });
    expect((await account()).data.zuoraAccount).toEqual({ name: linked.name });
    expect(zuora().requests('POST /oauth/token')).toEqual([]);
  });

  it('that refuses the credentials is reported without them', async () => {
    await start({ ZUORA_BILLING_CLIENT_SECRET: 'hunter2-wrong' });
    const { data, errors } = await account();
    expect(data).toEqual({ zuoraAccount: null });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNAUTHENTICATED', system: 'ZUORA_BILLING' });
    expect(JSON.stringify(errors)).not.toContain('hunter2');
  });

  it('whose user interface is known gets links to its records', async () => {
    await start({ ZUORA_BILLING_APP_URL: 'https://eu.zuora.com' });
    const { data } = await gateway.query(
      'query ($v: String!) { customer(externalId: { system: ZUORA_BILLING, value: $v }) { externalIds { kind url } } }',
      { v: linked.ids.subscriptionAccountNumber },
    );
    expect(data).toEqual({
      customer: {
        externalIds: [
          {
            kind: 'account',
            url: `https://eu.zuora.com/apps/CustomerAccount.do?method=view&id=${linked.ids.subscriptionAccountId}`,
          },
          { kind: 'account-number', url: null },
        ],
      },
    });
  });
});

describe('a record that nobody has met before', () => {
  const customer = (system: string, value: string) =>
    gateway.query<{ customer: { id: string; zuoraAccount: object | null; togaiCustomer: object | null } | null }>(
      `query ($e: ExternalIdInput!) { customer(externalId: $e) { id zuoraAccount { accountNumber } togaiCustomer { togaiId accounts { togaiId } } } }`,
      { e: { system, value } },
    );

  it('is registered by the read that meets it, and joined with what it is linked to', async () => {
    await start({}, { verified: true });
    const before = await gateway.query<{ customers: { nodes: unknown[] } }>('{ customers { nodes { id } } }');
    expect(before.data.customers.nodes).toEqual([]);

    const alone = await customer('ZUORA_BILLING', linked.ids.subscriptionAccountNumber);
    expect(alone.errors).toBeUndefined();
    expect(alone.data.customer?.togaiCustomer).toBeNull();

    const joined = await customer('TOGAI', linked.ids.usageAccountId);
    expect(joined.errors).toBeUndefined();
    expect(joined.data.customer).toEqual({
      id: alone.data.customer?.id,
      zuoraAccount: { accountNumber: linked.ids.subscriptionAccountNumber },
      togaiCustomer: { togaiId: linked.ids.usageCustomerId, accounts: [{ togaiId: linked.ids.usageAccountId }] },
    });
    const after = await gateway.query<{ customers: { nodes: unknown[] } }>('{ customers { nodes { id } } }');
    expect(after.data.customers.nodes).toEqual([{ id: alone.data.customer?.id }]);
  });

  it('is registered by a native query that asks for its customer', async () => {
    await start();
    const native = await gateway.query<{ zuoraAccount: { customer: { id: string } } }>(
      'query ($n: String!) { zuoraAccount(key: $n) { customer { id } } }',
      { n: linked.ids.subscriptionAccountNumber },
    );
    const again = await customer('ZUORA_BILLING', linked.ids.subscriptionAccountId);
    expect(again.data.customer?.id).toBe(native.data.zuoraAccount.customer.id);
  });

  it('says of a Togai customer whose accounts are not known yet that they may come later', async () => {
    await start();
    const { data, errors } = await gateway.query<{ togaiCustomer: { name: string; accounts: null } }>(
      'query ($id: String!) { togaiCustomer(id: $id) { name accounts { togaiId } } }',
      { id: linked.ids.usageCustomerId },
    );
    expect(data.togaiCustomer).toEqual({ name: linked.usageName, accounts: null });
    expect(errors?.[0]).toMatchObject({
      path: ['togaiCustomer', 'accounts'],
      extensions: { system: 'TOGAI', retryable: true },
    });
  });
});

describe('discovery', () => {
  const stop = (system: string) =>
    gateway.query<{ discoveryStop: { discovery: { state: string }; userErrors: { code: string }[] } }>(
      'mutation ($s: BillingSystem!) { discoveryStop(system: $s) { discovery { state } userErrors { code message field } } }',
      { s: system },
    );
  const begin = (system: string) =>
    gateway.query<{ discoveryStart: { discovery: { state: string }; userErrors: unknown[] } }>(
      'mutation ($s: BillingSystem!) { discoveryStart(system: $s) { discovery { state } userErrors { code } } }',
      { s: system },
    );

  it('is started, stopped between two pages and resumed without reading a page twice', async () => {
    await start({ TOGAI_REQUESTS_PER_SECOND: '10' });
    const togai = gateway.sandbox('TOGAI');
    togai.fault('GET /accounts', { kind: 'latency', ms: 300, every: true });
    expect((await begin('TOGAI')).data.discoveryStart).toEqual({ discovery: { state: 'RUNNING' }, userErrors: [] });
    while (togai.requests('GET /accounts').length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await stop('TOGAI')).data.discoveryStop).toMatchObject({ discovery: { state: 'STOPPED' }, userErrors: [] });
    const pages = togai.requests('GET /customers').length;
    togai.clearFaults();
    await begin('TOGAI');
    for (;;) {
      const { data } = await gateway.query<{ systems: { system: string; discovery: { state: string } }[] }>(
        '{ systems { system discovery { state } } }',
      );
      if (data.systems.find(({ system }) => system === 'TOGAI')?.discovery.state === 'SUCCEEDED') break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(togai.requests('GET /customers')).toHaveLength(pages);
    const { data } = await gateway.query<{ customers: { nodes: unknown[] } }>(
      '{ customers(first: 100) { nodes { id } } }',
    );
    expect(data.customers.nodes).toHaveLength(everybody.filter(({ inUsageBilling }) => inUsageBilling).length);
  });

  it('says so when there is nothing to stop', async () => {
    await start();
    expect((await stop('TOGAI')).data.discoveryStop).toEqual({
      discovery: { state: 'NEVER' },
      userErrors: [
        { code: 'CONFLICT', message: 'Nothing to stop: the discovery of TOGAI is not running.', field: ['system'] },
      ],
    });
  });
});
