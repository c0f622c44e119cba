import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { callerOf, type Reply } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;
let accounts: { id: string; customerId: string }[];

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 100, limits: false },
    environment: { TOGAI_REQUESTS_PER_SECOND: '1000' },
  });
  await gateway.discovered();
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  togai = callerOf(sandbox);
  accounts = (await togai.pages('/accounts?pageSize=100')).flatMap(({ data }) => data);
});
afterAll(() => gateway?.close());

interface Balance {
  readonly unit: string;
  readonly activeCredits: string;
  readonly availableBalance: string;
  readonly runningBalance: string;
  readonly inapplicableCredits: string;
}
interface Page {
  readonly nodes: readonly Record<string, unknown>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const BALANCE = 'unit activeCredits availableBalance runningBalance inapplicableCredits';
const text = (amount: number | undefined) => (amount === undefined ? null : String(amount));

const get = async (path: string): Promise<Reply['body']> => (await togai.get(path)).body;
const balanceOf = async (accountId: string) => shown(await get(`/accounts/${accountId}/credit_balance`));
const shown = (said: Reply['body']): Balance => ({
  unit: said.unit,
  activeCredits: String(said.activeCredits),
  availableBalance: String(said.availableBalance),
  runningBalance: String(said.runningBalance),
  inapplicableCredits: String(said.inapplicableCredits),
});
/** The first account for which Togai says something that counts. */
async function accountWhere(path: (id: string) => string, counts: (reply: Reply) => boolean): Promise<string> {
  for (const { id } of accounts) if (counts(await togai.get(path(id)))) return id;
  throw new Error('the scenario has changed');
}
const creditsOf = (id: string) => `/credits?account_id=${id}`;

async function account<T>(id: string, fields: string, variables = {}): Promise<T> {
  const { data, errors } = await gateway.query<{ togaiAccount: T }>(
    `query ($id: String!${fields.includes('$after') ? ', $after: String' : ''}) { togaiAccount(id: $id) { ${fields} } }`,
    { id, ...variables },
  );
  expect(errors).toBeUndefined();
  return data.togaiAccount;
}

/** Runs what may ask Togai through the gateway, and gives what was asked. */
async function askedBy(run: () => Promise<unknown>): Promise<string[]> {
  const before = sandbox.requests().length;
  await run();
  return sandbox
    .requests()
    .slice(before)
    .map(({ path }) => path);
}

describe('the credits of an account', () => {
  it('come to what Togai says', async () => {
    const id = await accountWhere(
      (of) => `/accounts/${of}/credit_balance`,
      ({ body }) => body.runningBalance > 0 && body.runningBalance < body.availableBalance,
    );
    const { creditBalance } = await account<{ creditBalance: Balance }>(
      id,
      `creditBalance { ${BALANCE} lastUpdatedAt }`,
    );
    const said = await get(`/accounts/${id}/credit_balance`);
    expect(creditBalance).toEqual({ ...shown(said), lastUpdatedAt: said.lastUpdatedAt });
  });

  it('are listed page by page, by state, and each with its changes', async () => {
    const id = await accountWhere(creditsOf, ({ body }) => body.data.length === 3);
    const fields = `credits(first: 2, after: $after) { nodes { togaiId status statusText purpose unit creditAmount
      consumedAmount holdAmount priority effectiveFrom effectiveUntil applicableEntityIds createdAt
      transactions { togaiId transactionType amount invoiceId createdAt } account { togaiId } }
      pageInfo { hasNextPage endCursor } }`;
    const first = (await account<{ credits: Page }>(id, fields)).credits;
    const after = first.pageInfo.endCursor;
    const second = (await account<{ credits: Page }>(id, fields, { after })).credits;
    expect([first.nodes.length, first.pageInfo.hasNextPage]).toEqual([2, true]);
    expect([second.nodes.length, second.pageInfo.hasNextPage]).toEqual([1, false]);
    const said = (await get(creditsOf(id))).data;
    const details = await Promise.all(said.map(({ id: credit }: { id: string }) => get(`/credits/${credit}`)));
    expect([...first.nodes, ...second.nodes]).toEqual(
      details.map((credit) => ({
        togaiId: credit.id,
        status: credit.status,
        statusText: credit.status,
        purpose: credit.purpose,
        unit: credit.creditUnit,
        creditAmount: text(credit.creditAmount),
        consumedAmount: text(credit.consumedAmount),
        holdAmount: text(credit.holdAmount),
        priority: credit.priority,
        effectiveFrom: credit.effectiveFrom,
        effectiveUntil: credit.effectiveUntil ?? null,
        applicableEntityIds: credit.applicableEntityIds,
        createdAt: credit.createdAt,
        transactions: credit.transactions.map((one: Reply['body']) => ({
          togaiId: one.id,
          transactionType: one.transactionType,
          amount: text(one.amount),
          invoiceId: null,
          createdAt: new Date(one.createdAt).toISOString(),
        })),
        account: { togaiId: id },
      })),
    );

    const [{ status }] = said;
    const filtered = await account<{ credits: Page }>(id, `credits(status: ${status}) { nodes { togaiId } }`);
    const wanted = said.filter((credit: { status: string }) => credit.status === status);
    expect(filtered.credits.nodes).toEqual(wanted.map((credit: { id: string }) => ({ togaiId: credit.id })));
  });

  it('are found by their id, and by that of this API', async () => {
    const [{ id, accountId }] = (await get('/credits?pageSize=1')).data;
    const { data } = await gateway.query<{ togaiCredit: { id: string } }>(
      'query ($id: String!) { togaiCredit(id: $id) { id account { togaiId } transactions { amount } } }',
      { id },
    );
    const { transactions } = await get(`/credits/${id}`);
    const amounts = transactions.map(({ amount }: { amount: number }) => ({ amount: text(amount) }));
    expect(data.togaiCredit).toMatchObject({ account: { togaiId: accountId }, transactions: amounts });
    const again = await gateway.query('query ($id: ID!) { node(id: $id) { ... on TogaiCredit { togaiId } } }', {
      id: data.togaiCredit.id,
    });
    expect(again.data).toEqual({ node: { togaiId: id } });
    expect(await gateway.query('{ togaiCredit(id: "nobody") { id } }')).toEqual({ data: { togaiCredit: null } });
  });

  it('refuse a cursor of another account and a state that is none', async () => {
    const id = await accountWhere(creditsOf, ({ body }) => body.data.length > 0);
    const { credits } = await account<{ credits: Page }>(id, 'credits(first: 1) { pageInfo { endCursor } }');
    const other = accounts.find((candidate) => candidate.id !== id)?.id;
    for (const query of [
      `{ togaiAccount(id: "${other}") { credits(after: "${credits.pageInfo.endCursor}") { nodes { id } } } }`,
      `{ togaiAccount(id: "${id}") { credits(after: "bm9uc2Vuc2U") { nodes { id } } } }`,
      `{ togaiAccount(id: "${id}") { credits(status: UNKNOWN) { nodes { id } } } }`,
      `{ togaiAccount(id: "${id}") { credits(first: 101) { nodes { id } } } }`,
    ]) {
      const { data, errors } = await gateway.query(query);
      expect(data).toEqual({ togaiAccount: { credits: null } });
      expect(errors).toMatchObject([{ path: ['togaiAccount', 'credits'], extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});

describe('the wallet of an account', () => {
  const path = (id: string) => `/accounts/${id}/wallet`;

  it('has the balance and the entries that Togai says', async () => {
    const id = await accountWhere(
      (of) => `${path(of)}/entries`,
      ({ status, body }) => status === 200 && body.data.length > 2,
    );
    const fields = `wallet { togaiId status statusText balance holdAmount creditUnit createdAt metadata
      entries(first: 2, after: $after) { nodes { togaiId transactionType amount closingBalance description }
      pageInfo { hasNextPage endCursor } } }`;
    const { wallet } = await account<{ wallet: { entries: Page } }>(id, fields);
    const said = await get(path(id));
    const entries = (await get(`${path(id)}/entries`)).data.map((entry: Reply['body']) => ({
      togaiId: entry.id,
      transactionType: entry.transactionType,
      amount: text(entry.amount),
      closingBalance: text(entry.closingBalance),
      description: entry.description,
    }));
    expect(wallet).toEqual({
      togaiId: said.id,
      status: said.status,
      statusText: said.status,
      balance: text(said.balance),
      holdAmount: text(said.holdAmount),
      creditUnit: said.creditUnit,
      createdAt: said.createdAt,
      metadata: said.metadata,
      entries: {
        nodes: entries.slice(0, 2),
        pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
      },
    });
    const after = wallet.entries.pageInfo.endCursor;
    const next = await account<{ wallet: { entries: Page } }>(id, fields, { after });
    expect(next.wallet.entries.nodes).toEqual(entries.slice(2, 4));
    expect(next.wallet.entries.pageInfo.hasNextPage).toBe(entries.length > 4);
  });

  it('is null where there is none, which is remembered, too', async () => {
    const id = await accountWhere(path, ({ status }) => status === 404);
    const read = () => account(id, 'togaiId wallet { balance }');
    expect(await askedBy(read)).toEqual([path(id)]);
    expect(await read()).toEqual({ togaiId: id, wallet: null });
    expect(await askedBy(read)).toEqual([]);
  });
});

it('the settings of an account are those that Togai has on it', async () => {
  const id = await accountWhere(
    (of) => `/settings?entity_type=ACCOUNT&entity_id=${of}`,
    ({ body }) => body.data.length > 0,
  );
  const { settings } = await account<{ settings: unknown }>(id, 'settings { togaiId name value namespace dataType }');
  const said = (await get(`/settings?entity_type=ACCOUNT&entity_id=${id}`)).data;
  expect(settings).toEqual(
    said.map(({ id: togaiId, name, value, namespace, dataType }: Reply['body']) => ({
      togaiId,
      name,
      value,
      namespace,
      dataType,
    })),
  );
});

describe('the credits of a customer', () => {
  const customer = async (id: string) => {
    const { data, errors } = await gateway.query<{ customer: { credits: Balance | null; creditBalances: Balance[] } }>(
      `query ($id: String!) { customer(externalId: { system: TOGAI, value: $id }) {
         credits { ${BALANCE} } creditBalances { ${BALANCE} } } }`,
      { id },
    );
    expect(errors).toBeUndefined();
    return data.customer;
  };
  /** Customers of two accounts, with the ids of those. */
  const couples = () =>
    [...Map.groupBy(accounts, ({ customerId }) => customerId)].flatMap(([id, [first, second]]) =>
      first && second ? [{ id, first: first.id, second: second.id }] : [],
    );

  it('are those of the only account', async () => {
    const [{ id, customerId }] = accounts.filter(
      ({ customerId: owner }) => !couples().some(({ id: couple }) => couple === owner),
    ) as [(typeof accounts)[0]];
    const balance = await balanceOf(id);
    expect(await customer(customerId)).toEqual({ credits: balance, creditBalances: [balance] });
  });

  it('are the sum over accounts in one unit, to the cent', async () => {
    for (const { id, first, second } of couples()) {
      sandbox.updateAccount(first, { invoiceCurrency: 'USD' });
      sandbox.updateAccount(second, { invoiceCurrency: 'USD' });
      const [a, b] = [await balanceOf(first), await balanceOf(second)];
      const inCents = (amount: string) => Math.round(Number(amount) * 100);
      const { credits, creditBalances } = await customer(id);
      expect(creditBalances).toEqual([credits]);
      expect(credits?.unit).toBe('USD');
      for (const field of ['activeCredits', 'availableBalance', 'runningBalance', 'inapplicableCredits'] as const) {
        expect(Number(credits?.[field])).toBe((inCents(a[field]) + inCents(b[field])) / 100);
      }
    }
    expect(couples().length).toBeGreaterThan(2);
  });

  it('are never added up over different units', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    try {
      const [couple] = couples();
      if (!couple) throw new Error('the scenario has changed');
      sandbox.updateAccount(couple.first, { invoiceCurrency: 'USD' });
      sandbox.updateAccount(couple.second, { invoiceCurrency: 'SEK' });
      const balances = await Promise.all([balanceOf(couple.first), balanceOf(couple.second)]);
      expect(balances.map(({ unit }) => unit)).toEqual(['USD', 'SEK']);
      expect(await customer(couple.id)).toEqual({ credits: null, creditBalances: balances });
    } finally {
      vi.useRealTimers();
    }
  });
});

it('money is asked for once in 30 seconds, and anew after them', async () => {
  const id = await accountWhere(
    (of) => `/accounts/${of}/wallet`,
    ({ status }) => status === 200,
  );
  const start = Date.now() + 3_600_000;
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  try {
    const read = () =>
      account(id, 'creditBalance { unit } credits { nodes { id } } wallet { balance entries { nodes { amount } } }');
    const once = ['credit_balance', 'wallet', 'wallet/entries'].map((what) => `/accounts/${id}/${what}`);
    const all = [...once, '/credits'].sort();
    expect((await askedBy(read)).filter((path) => all.includes(path)).sort()).toEqual(all);
    vi.setSystemTime(start + 29_000);
    expect((await askedBy(read)).filter((path) => all.includes(path))).toEqual([]);
    vi.setSystemTime(start + 31_000);
    expect((await askedBy(read)).filter((path) => all.includes(path)).sort()).toEqual(all);
  } finally {
    vi.useRealTimers();
  }
});
