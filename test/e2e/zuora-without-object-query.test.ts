import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ZuoraSandbox, ZuoraSandboxOptions } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { movableClock } from '../support/movable-clock.js';

const clock = movableClock();
let gateway: TestGateway;
let zuora: ZuoraSandbox;
beforeAll(async () => {
  const sandbox: ZuoraSandboxOptions = { customers: 60, objectQuery: false, clock };
  const environment = { ZUORA_BILLING_OBJECT_QUERY: 'OFF', DISCOVERY_INTERVAL_MINUTES: '60' };
  gateway = await startTestGateway({
    ...{ sandbox, environment },
    // What looks often looks more often.
    clock: { ...clock, wait: (ms, signal) => clock.wait(ms > 60_000 ? ms : Math.min(ms, 50), signal) },
  });
  zuora = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  await gateway.discovered();
});
afterAll(() => gateway.close());

const ACCOUNT = `query ($key: String!) {
  zuoraAccount(key: $key) {
    accountNumber name currency balance { amount currency } customFields
    billToContact { lastName }
    subscriptions { nodes { subscriptionNumber status ratePlans { name charges { name price { amount currency } tiers { tier } } } } }
  }
}`;

it('lists its customers, found by discovery', async () => {
  const { data, errors } = await gateway.query<{ customers: { totalCount: number | null; nodes: { name: string }[] } }>(
    '{ customers(first: 50) { nodes { name zuoraAccount { accountNumber } } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.customers.nodes).toHaveLength(50);
});

it('shows an account with its subscriptions, by number and by id', async () => {
  const { data, errors } = await gateway.query<{ zuoraAccount: Record<string, unknown> }>(ACCOUNT, {
    key: 'A00000001',
  });
  expect(errors).toBeUndefined();
  expect(data.zuoraAccount).toMatchObject({
    accountNumber: 'A00000001',
    balance: { amount: expect.stringMatching(/^\d+(\.\d+)?$/) },
    subscriptions: {
      nodes: expect.arrayContaining([
        expect.objectContaining({
          ratePlans: expect.arrayContaining([expect.objectContaining({ name: expect.any(String) })]),
        }),
      ]),
    },
  });
});

it('shows a subscription by number and by the id of a version', async () => {
  const by = (key: string) =>
    gateway.query<{ zuoraSubscription: { zuoraId: string; subscriptionNumber: string } | null }>(
      'query ($key: String!) { zuoraSubscription(key: $key) { zuoraId subscriptionNumber } }',
      { key },
    );
  const { data } = await gateway.query<{
    zuoraAccount: { subscriptions: { nodes: { subscriptionNumber: string }[] } };
  }>('{ zuoraAccount(key: "A00000001") { subscriptions { nodes { subscriptionNumber } } } }');
  const number = data.zuoraAccount.subscriptions.nodes[0]?.subscriptionNumber ?? '';
  const found = (await by(number)).data.zuoraSubscription;
  expect(found?.subscriptionNumber).toBe(number);
  expect((await by(found?.zuoraId ?? '')).data.zuoraSubscription).toEqual(found);
  expect((await by('8ad0'.padEnd(32, '0'))).data.zuoraSubscription).toBeNull();
});

/** How many accounts of that name there are in the sandbox. */
async function accountsCalled(name: string): Promise<number> {
  const queryString = `select Id from Account where Name = '${name.replaceAll(/['\\]/g, '\\$&')}'`;
  const { apiAccessKeyId, apiSecretAccessKey } = zuora.legacyCredentials;
  const answer = await fetch(`${zuora.url}/v1/action/query`, {
    method: 'POST',
    headers: { apiAccessKeyId, apiSecretAccessKey, 'content-type': 'application/json' },
    body: JSON.stringify({ queryString }),
  });
  return ((await answer.json()) as { size: number }).size;
}

it('finds an account whose number holds quotes and backslashes', async () => {
  const accountNumber = "O'Hara\\' or Name like '%";
  zuora.updateAccount('A00000005', { accountNumber });
  const { data, errors } = await gateway.query<{ zuoraAccount: { accountNumber: string } }>(ACCOUNT, {
    key: accountNumber,
  });
  expect(errors).toBeUndefined();
  expect(data.zuoraAccount.accountNumber).toBe(accountNumber);
});

it.each([{ kind: 'reply-lost' }, { kind: 'server-error' }] as const)(
  'makes an account once in spite of %j, and looks for it through ZOQL',
  async (fault) => {
    zuora.reset();
    zuora.fault('POST /v1/accounts', fault);
    const name = `O'Brien \\ ${fault.kind}`;
    const input = {
      name,
      currency: 'USD',
      billCycleDay: 1,
      billToContact: { firstName: 'A', lastName: 'B', country: 'US' },
    };
    const { data, errors } = await gateway.query<{
      zuoraAccountCreate: { account: { zuoraId: string; name: string } };
    }>(
      `mutation ($input: ZuoraAccountCreateInput!) {
        zuoraAccountCreate(input: $input) { account { zuoraId name } userErrors { message } }
      }`,
      { input },
    );
    expect(errors).toBeUndefined();
    expect(data.zuoraAccountCreate).toMatchObject({ account: { name }, userErrors: [] });
    const listed = await gateway.query<{ zuoraAccount: { name: string } }>(
      'query ($key: String!) { zuoraAccount(key: $key) { name } }',
      { key: data.zuoraAccountCreate.account.zuoraId },
    );
    expect(listed.data.zuoraAccount.name).toBe(name);
    expect(zuora.record('account', data.zuoraAccountCreate.account.zuoraId)).toMatchObject({ name });
    expect(zuora.requests('POST /v1/action/query').length).toBeGreaterThan(0);
    expect(await accountsCalled(name)).toBe(1);
  },
);

it('never asks for Object Query', () => {
  expect(zuora.requests('GET /object-query/**')).toEqual([]);
  expect(zuora.requests('POST /v1/action/query').length).toBeGreaterThan(0);
});

it('says that billing documents need Object Query, in their place alone', async () => {
  const { data, errors } = await gateway.query<{ zuoraAccount: { accountNumber: string; invoices: null } }>(
    '{ zuoraAccount(key: "A00000001") { accountNumber invoices { nodes { id } } } }',
  );
  expect(data.zuoraAccount).toEqual({ accountNumber: 'A00000001', invoices: null });
  expect(errors).toMatchObject([
    {
      path: ['zuoraAccount', 'invoices'],
      message: expect.stringContaining('need Object Query'),
      extensions: { code: 'UPSTREAM_UNSUPPORTED' },
    },
  ]);
});

it('refuses to change a catalog that it could not show', async () => {
  const { data, errors } = await gateway.query<{ zuoraProductCreate: object }>(
    `mutation { zuoraProductCreate(input: { name: "P", effectiveStartDate: "2026-01-01", effectiveEndDate: "2030-01-01" }) {
      product { id } userErrors { code message field }
    } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.zuoraProductCreate).toEqual({
    product: null,
    userErrors: [
      {
        code: 'UNSUPPORTED',
        message: 'Changing the catalog needs Object Query, which this tenant does not have.',
        field: null,
      },
    ],
  });
  expect(zuora.requests('POST /v1/object/**')).toEqual([]);
});

it('refuses to make what it could neither show nor find again, and sends nothing', async () => {
  const use = '{ accountKey: "A00000001", unitOfMeasure: "GB", quantity: "1", startAt: "2026-06-01T00:00:00Z" }';
  const item = '{ chargeName: "Router", amount: "20", serviceStartDate: "2026-05-01" }';
  const credit = '{ productRatePlanChargeId: "8ad0000000000000000000000000dead", amount: "1" }';
  const refused: [mutation: string, what: string][] = [
    [`zuoraUsageCreate(input: ${use})`, 'Recording usage one by one'],
    [`zuoraUsagesCreate(inputs: [${use}])`, 'Recording usage one by one'],
    ['zuoraUsageUpdate(id: "8ad0", input: { quantity: "2" })', 'Changing usage'],
    ['zuoraUsageDelete(id: "8ad0")', 'Changing usage'],
    ['zuoraUsagesUpdate(changes: [{ id: "8ad0", quantity: "2" }])', 'Changing usage'],
    ['zuoraUsagesDelete(ids: ["8ad0"])', 'Changing usage'],
    [
      `zuoraInvoiceCreate(input: { accountKey: "A00000001", invoiceDate: "2026-05-01", items: [${item}] })`,
      'Making invoices',
    ],
    [`zuoraCreditMemoCreate(input: { accountKey: "A00000001", charges: [${credit}] })`, 'Changing credit memos'],
  ];
  for (const [mutation, what] of refused) {
    const { data, errors } = await gateway.query<{ done: { userErrors: object[] } }>(
      `mutation { done: ${mutation} { userErrors { code message } } }`,
    );
    expect(errors, mutation).toBeUndefined();
    expect(data.done.userErrors, mutation).toEqual([
      { code: 'UNSUPPORTED', message: `${what} needs Object Query, which this tenant does not have.` },
    ]);
  }
  expect(zuora.requests('POST /v1/object/**')).toEqual([]);
  expect(zuora.requests('POST /v1/action/create')).toEqual([]);
  expect(zuora.requests('POST /v1/invoices')).toEqual([]);
  expect(zuora.requests('POST /v1/credit-memos')).toEqual([]);
});

it('takes usage files all the same', async () => {
  const csv = 'ACCOUNT_ID,UOM,QTY,STARTDATE\nA00000001,GB,1,2026-06-01\n';
  const { data } = await gateway.query<{ done: object }>(
    `mutation ($csv: String!) { done: zuoraUsageImport(input: { csv: $csv }) { usageImport { status } userErrors { code } } }`,
    { csv },
  );
  expect(data.done).toEqual({ usageImport: { status: 'PENDING' }, userErrors: [] });
});

it('is asked through ZOQL what happened that flows wait for, and nothing is missed or begun twice', async () => {
  zuora.reset();
  const ask = async <T>(query: string, variables: object = {}): Promise<T> => {
    const { data, errors } = await gateway.query<T>(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const create = async (template: string) =>
    (
      await ask<{ flowCreate: { flow: { id: string } } }>(
        'mutation ($input: FlowInput!) { flowCreate(input: $input) { flow { id } userErrors { message } } }',
        { input: { template } },
      )
    ).flowCreate.flow.id;
  const runsOf = async (id: string) =>
    (
      await ask<{ node: { runs: { nodes: { id: string; subject: { happened?: { key: string } } }[] } } }>(
        'query ($id: ID!) { node(id: $id) { ... on Flow { runs(first: 50) { nodes { id subject } } } } }',
        { id },
      )
    ).node.runs.nodes;
  const asked = () => zuora.requests('POST /v1/action/query').length;
  /** Lets the next poll be over, and the one after it. */
  const poll = async () => {
    for (let n = 0; n < 2; n += 1) {
      const before = asked();
      clock.advance(16 * 60_000);
      await expect.poll(asked, { timeout: 10_000, interval: 10 }).toBeGreaterThan(before);
    }
  };
  const [customers, subscriptions] = [await create('CUSTOMERS_IN'), await create('SUBSCRIPTIONS_IN')];
  await poll();
  expect([await runsOf(customers), await runsOf(subscriptions)]).toEqual([[], []]);

  const query =
    '{ zuoraAccount(key: "A00000003") { zuoraId subscriptions { nodes { zuoraId subscriptionNumber status } } } }';
  const { zuoraAccount } = await ask<{
    zuoraAccount: {
      zuoraId: string;
      subscriptions: { nodes: { zuoraId: string; subscriptionNumber: string; status: string }[] };
    };
  }>(query);
  const sold = zuoraAccount.subscriptions.nodes.find(({ status }) => status !== 'DRAFT');
  zuora.update('account', zuoraAccount.zuoraId, { createdDate: new Date(clock.now()).toISOString() });
  zuora.update('subscription', sold?.zuoraId ?? '', { notes: 'nobody tells of this' });
  clock.advance(16 * 60_000);
  await expect.poll(async () => (await runsOf(customers)).length, { timeout: 10_000 }).toBe(1);
  await expect.poll(async () => (await runsOf(subscriptions)).length, { timeout: 10_000 }).toBe(1);
  const [begun] = await runsOf(subscriptions);
  expect(begun?.subject.happened?.key).toBe(sold?.subscriptionNumber);
  await poll();
  expect((await runsOf(customers)).length).toBe(1);
  expect((await runsOf(subscriptions)).map(({ id }) => id)).toEqual([begun?.id]);
  expect(zuora.requests('* /object-query/**')).toEqual([]);
});
