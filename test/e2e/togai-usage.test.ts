import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { callerOf, type Reply } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;
let accounts: { id: string; status: string; customerId: string; invoiceCurrency?: string }[];

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 60 },
    environment: { TOGAI_REQUESTS_PER_SECOND: '1000' },
  });
  await gateway.discovered();
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  togai = callerOf(sandbox);
  accounts = (await togai.pages('/accounts?pageSize=100')).flatMap(({ data }) => data);
});
beforeEach(() => sandbox.reset());
afterAll(() => gateway?.close());

const FROM = '2026-03-02T00:00:00Z';
const WINDOW = { from: FROM, to: '2026-03-05T00:00:00+00:00' };
const POINT = 'system accountId meter at quantity';
interface Point {
  readonly accountId: string;
  readonly meter: string;
  readonly at: string;
  readonly quantity: string;
}

async function ask<T = Record<string, unknown>>(query: string, variables: object): Promise<T> {
  const { data, errors } = await gateway.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}
const usageOf = async (id: string, window: object, period = 'DAY') =>
  (
    await ask<{ togaiAccount: { usage: Point[] } }>(
      `query ($id: String!, $from: DateTime!, $to: DateTime!, $period: UsagePeriod!) {
        togaiAccount(id: $id) { usage(from: $from, to: $to, period: $period) { ${POINT} } } }`,
      { id, period, ...window },
    )
  ).togaiAccount.usage;
const used = (points: readonly Point[]) =>
  points.filter(({ quantity }) => quantity !== '0').map(({ meter, at, quantity }) => [meter, at, quantity]);

/** An account of our own: the sandbox has no usage for it but what comes in. */
async function ownAccount(id: string): Promise<void> {
  await ask(
    `mutation ($input: TogaiCustomerCreateInput!) { togaiCustomerCreate(input: $input) { userErrors { message } } }`,
    {
      input: {
        id: `${id}-customer`,
        name: 'Ada Ltd',
        primaryEmail: 'ada@example.com',
        account: { id, name: 'Main', invoiceCurrency: 'GBP', aliases: [`${id}-alias`] },
      },
    },
  );
}
const event = (id: string, schemaName: string, accountId: string, timestamp: string, value?: string) => ({
  ...{ id, schemaName, accountId, timestamp },
  attributes: value === undefined ? [] : [{ name: 'minutes', value }],
});

describe('usage', () => {
  it('of many customers costs few calls, and is theirs alone', async () => {
    const query = `query ($from: DateTime!, $to: DateTime!) { customers(first: 50) { nodes { togaiCustomer { togaiId }
      usage(from: $from, to: $to) { ${POINT} } } } }`;
    type Row = { togaiCustomer: { togaiId: string } | null; usage: Point[] | null };
    const asked = await ask<{ customers: { nodes: Row[] } }>(query, WINDOW);
    const rows = asked.customers.nodes;
    const theirs = rows.flatMap(({ togaiCustomer }) =>
      accounts.filter(({ customerId }) => customerId === togaiCustomer?.togaiId),
    );
    expect(theirs.length).toBeGreaterThan(30);
    // Six meters, four points a series at most: five meters and fifteen accounts a call, and one meter and seventy-five.
    expect(sandbox.requests('POST /metrics')).toHaveLength(Math.ceil(theirs.length / 15) + 1);
    expect(rows.filter(({ togaiCustomer }) => togaiCustomer === null).every(({ usage }) => usage === null)).toBe(true);
    for (const { togaiCustomer, usage } of rows) {
      if (!togaiCustomer) continue;
      const ids = theirs.filter(({ customerId }) => customerId === togaiCustomer.togaiId).map(({ id }) => id);
      expect([...new Set(usage?.map(({ accountId }) => accountId))].sort()).toEqual(ids.sort());
      expect(usage).toHaveLength(ids.length * 6 * 3);
    }
    const active = accounts.find(({ status, id }) => status === 'ACTIVE' && theirs.some((one) => one.id === id));
    const points = rows.flatMap(({ usage }) => usage ?? []).filter(({ accountId }) => accountId === active?.id);
    expect(used(points).length).toBeGreaterThan(0);
    // Alone it is the same, and comes from what was read just now.
    expect(await usageOf(active?.id ?? '', WINDOW)).toEqual(points);
    expect(sandbox.requests('POST /metrics')).toHaveLength(Math.ceil(theirs.length / 15) + 1);
  });

  it('is what came in, exactly, by meter and period', async () => {
    await ownAccount('ada');
    const events = [
      event('1', 'compute-event', 'ada', '2026-03-02T08:00:00Z', '5.5'),
      event('2', 'compute-event', 'ada-alias', '2026-03-02T23:59:59Z', '0.1'),
      event('3', 'compute-event', 'ada', '2026-03-04T00:00:00Z', '2'),
      event('4', 'api-calls-event', 'ada', '2026-03-03T10:00:00Z'),
      event('5', 'api-calls-event', 'ada', '2026-03-03T11:00:00Z'),
      event('6', 'compute-event', 'ada', '2026-03-05T00:00:00Z', '100'),
    ];
    await ask(
      'mutation ($events: [TogaiUsageEventInput!]!) { togaiUsageIngest(events: $events) { accepted userErrors { message } } }',
      { events },
    );
    expect(used(await usageOf('ada', WINDOW))).toEqual([
      ['compute', '2026-03-02T00:00:00.000Z', '5.6'],
      ['api-calls', '2026-03-03T00:00:00.000Z', '2'],
      ['compute', '2026-03-04T00:00:00.000Z', '2'],
    ]);
    expect(used(await usageOf('ada', WINDOW, 'WEEK'))).toEqual([
      ['api-calls', '2026-03-02T00:00:00.000Z', '2'],
      ['compute', '2026-03-02T00:00:00.000Z', '7.6'],
    ]);
  });

  it('keeps to what one answer can hold, and asks nothing where that is impossible', async () => {
    const [account] = accounts;
    const year = { from: '2026-01-01T00:00:00Z', to: '2026-10-27T00:00:00Z' };
    // 299 days and one more point: a call for each of the six meters.
    expect(await usageOf(account?.id ?? '', year)).toHaveLength(6 * 299);
    expect(sandbox.requests('POST /metrics')).toHaveLength(6);
    for (const to of ['2026-10-28T00:00:00Z', '2025-01-01T00:00:00Z']) {
      const { errors } = await gateway.query(
        'query ($id: String!, $from: DateTime!, $to: DateTime!) { togaiAccount(id: $id) { usage(from: $from, to: $to) { at } } }',
        { id: account?.id, from: year.from, to },
      );
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: ['to'] }] });
    }
    expect(sandbox.requests('POST /metrics')).toHaveLength(6);
  });

  it('is worth what Togai reckons, in the currency of the account', async () => {
    await ownAccount('grace');
    const events = [event('g1', 'compute-event', 'grace', FROM, '1000')];
    await ask(
      'mutation ($events: [TogaiUsageEventInput!]!) { togaiUsageIngest(events: $events) { userErrors { message } } }',
      { events },
    );
    const { togaiAccount } = await ask(
      `query ($from: DateTime!, $to: DateTime!) { togaiAccount(id: "grace") {
        revenue(from: $from, to: $to, period: MONTH) { at amount currency } } }`,
      WINDOW,
    );
    expect(togaiAccount).toEqual({
      revenue: [{ at: '2026-03-01T00:00:00.000Z', amount: '8', currency: 'GBP' }],
    });
  });

  it('fails alone: the rest of the customer is there', async () => {
    const [account] = accounts;
    sandbox.fault('POST /metrics', { kind: 'server-error', times: 100 });
    const { data, errors } = await gateway.query<{ togaiAccount: Record<string, unknown> }>(
      'query ($id: String!, $from: DateTime!, $to: DateTime!) { togaiAccount(id: $id) { name usage(from: $from, to: $to) { at } } }',
      { id: account?.id, from: '2025-03-02T00:00:00Z', to: '2025-03-03T00:00:00Z' },
    );
    expect(data.togaiAccount).toMatchObject({ name: expect.any(String), usage: null });
    expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
  });
});

describe('what has a price', () => {
  it('is listed by name', async () => {
    const data = await ask<Record<string, { nodes: { name: string }[] }>>(
      `{ togaiUsageMeters(first: 2) { nodes { name displayName status aggregation } pageInfo { hasNextPage } }
         togaiAddOns { nodes { name type status } } togaiFeatures { nodes { name displayName createdAt } } }`,
      {},
    );
    expect(data.togaiUsageMeters).toEqual({
      nodes: [
        { name: 'api-calls', displayName: 'API calls', status: 'ACTIVE', aggregation: 'COUNT' },
        { name: 'compute', displayName: 'Compute time', status: 'ACTIVE', aggregation: 'SUM' },
      ],
      pageInfo: { hasNextPage: true },
    });
    const said: Reply['body'][] = (await togai.get('/addons?pageSize=100')).body.data;
    expect(data.togaiAddOns?.nodes).toEqual(
      said.map(({ name, type, status }) => ({ name, type, status })).sort((a, b) => a.name.localeCompare(b.name)),
    );
    expect(data.togaiFeatures?.nodes.map(({ name }) => name)).toEqual([
      ...['Data retention months', 'Priority support hours', 'Sandbox environments'],
    ]);
  });
});

describe('a wallet', () => {
  const TOP_UP = `mutation ($input: TogaiWalletTopUpInput!, $key: String, $dryRun: Boolean!) {
    payload: togaiWalletTopUp(input: $input, idempotencyKey: $key, dryRun: $dryRun) {
      wallet { balance entries(first: 50) { nodes { transactionType amount } } }
      plan { action target after } userErrors { code field } } }`;
  interface Payload {
    readonly wallet: { readonly balance: string; readonly entries: { readonly nodes: object[] } } | null;
    readonly plan: readonly object[] | null;
    readonly userErrors: readonly object[];
  }
  const topUp = async (
    accountId: string,
    amount: string,
    { key, dryRun = false }: { key?: string; dryRun?: boolean } = {},
  ) => (await ask<{ payload: Payload }>(TOP_UP, { input: { accountId, amount }, key: key ?? null, dryRun })).payload;
  const wallets = async () => {
    const found = [];
    for (const { id } of accounts) {
      const { status, body } = await togai.get(`/accounts/${id}/wallet`);
      if (status === 200) found.push({ id, balance: body.balance as number });
    }
    return found;
  };
  const entriesOf = async (id: string): Promise<{ amount: number }[]> =>
    (await togai.get(`/accounts/${id}/wallet/entries`)).body.data;
  const shown = (amount: number) => String(Math.round(amount * 100) / 100);

  it('is topped up once, whatever is lost, and shows it at once', async () => {
    const owners = await wallets();
    for (const [at, kind] of (['reply-lost', 'server-error', 'connection-reset'] as const).entries()) {
      const { id, balance } = owners[at] ?? { id: '', balance: 0 };
      const before = (await entriesOf(id)).length;
      sandbox.fault('POST /accounts/*/wallet_topup', { kind });
      const { wallet, userErrors } = await topUp(id, '12.50');
      expect(userErrors).toEqual([]);
      expect(wallet?.balance).toBe(shown(balance + 12.5));
      expect(wallet?.entries.nodes.at(-1)).toEqual({ transactionType: 'CREDITED', amount: '12.5' });
      expect(await entriesOf(id)).toHaveLength(before + 1);
    }
  });

  it('takes the same amount twice, but once for a key', async () => {
    const { id = '', balance = 0 } = (await wallets())[3] ?? {};
    await topUp(id, '5');
    sandbox.fault('POST /accounts/*/wallet_topup', { kind: 'reply-lost' });
    expect((await topUp(id, '5', { key: 'march' })).wallet?.balance).toBe(shown(balance + 10));
    expect((await topUp(id, '5', { key: 'march' })).wallet?.balance).toBe(shown(balance + 10));
    expect(sandbox.requests('POST /accounts/*/wallet_topup')).toHaveLength(2);
  });

  it('is left alone by dry runs and by what cannot be', async () => {
    const owners = await wallets();
    const { id = '' } = owners[4] ?? {};
    expect((await topUp(id, '05.10', { dryRun: true })).plan).toEqual([
      { action: 'topUpWalletForAccount', target: id, after: { topupAmount: 5.1 } },
    ]);
    expect((await topUp(id, '0')).userErrors).toEqual([{ code: 'INVALID', field: ['input', 'amount'] }]);
    const without = accounts.find((account) => !owners.some((owner) => owner.id === account.id));
    expect((await topUp(without?.id ?? '', '1')).userErrors).toEqual([
      { code: 'NOT_FOUND', field: ['input', 'accountId'] },
    ]);
    expect(sandbox.requests('POST /accounts/*/wallet_topup')).toEqual([]);
  });
});
