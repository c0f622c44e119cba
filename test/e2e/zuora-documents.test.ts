import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { tenantRows } from '../support/zuora-rows.js';

const SIZE = 60;
// The scenario's account with more of everything than fits on a page.
const BUSY = 'A00000010';

let gateway: TestGateway;
let sandbox: ZuoraSandbox;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: SIZE } });
  await gateway.discovered();
  sandbox = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
});
beforeEach(() => sandbox.reset());
afterEach(() => sandbox.clearFaults());
afterAll(() => gateway?.close());

type Node = Record<string, unknown> & { id: string; zuoraId: string };
interface Page {
  readonly nodes: Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What the sandbox itself says, not through the gateway. */
const rows = (objects: string, filter: string) => tenantRows(sandbox)(objects, filter);

async function account<T>(key: string, fields: string, variables: object = {}): Promise<T> {
  const parameters = fields.includes('$after') ? ', $after: String' : '';
  const { data, errors } = await gateway.query<{ zuoraAccount: T }>(
    `query ($key: String!${parameters}) { zuoraAccount(key: $key) { zuoraId ${fields} } }`,
    { key, ...variables },
  );
  expect(errors).toBeUndefined();
  return data.zuoraAccount;
}

const LISTS = [
  ['invoices', 'invoices', 'invoiceDate'],
  ['payments', 'payments', 'createdAt'],
  ['creditMemos', 'credit-memos', 'memoDate'],
  ['usages', 'usages', 'startAt'],
] as const;

describe.each(LISTS)('the %s of an account', (field, objects, order) => {
  it('are all shown, newest first, page by page, each once', async () => {
    const { zuoraId } = await account<{ zuoraId: string }>(BUSY, '');
    const expected = await rows(objects, `accountid.EQ:${zuoraId}`);
    const seen: Node[] = [];
    let after: string | null = null;
    do {
      const size = field === 'usages' ? 98 : 17;
      const found: Record<string, Page> = await account(
        BUSY,
        `${field}(first: ${size}, after: $after) { nodes { id zuoraId ${order} } pageInfo { hasNextPage endCursor } }`,
        { after },
      );
      const page = found[field] as Page;
      seen.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.map(({ zuoraId: id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
    const dates = seen.map((node) => String(node[order]));
    expect(dates).toEqual([...dates].sort().reverse());
    expect(expected.length).toBeGreaterThan(10);
  });

  it('are found again as nodes', async () => {
    const found = await account<Record<string, Page>>(BUSY, `${field}(first: 1) { nodes { id zuoraId } }`);
    const [first] = found[field]?.nodes ?? [];
    const { data } = await gateway.query<{ node: { id: string; __typename: string } }>(
      'query ($id: ID!) { node(id: $id) { id __typename } }',
      { id: first?.id },
    );
    expect(data.node.id).toBe(first?.id);
  });
});

describe('a page', () => {
  it('stays where it was when newer documents come in, and refuses the cursor of another list', async () => {
    const invoices = `invoices(first: 5, after: $after) { nodes { id zuoraId } pageInfo { hasNextPage endCursor } }`;
    const { zuoraId, invoices: first } = await account<{ zuoraId: string; invoices: Page }>(BUSY, invoices);
    const before = await account<{ invoices: Page }>(BUSY, invoices, { after: first.pageInfo.endCursor });
    sandbox.add('invoice', {
      accountId: zuoraId,
      invoiceNumber: 'INV-NEW',
      invoiceDate: '2031-01-01',
      amount: 1,
      currency: 'USD',
      status: 'Posted',
    });
    const behind = await account<{ invoices: Page }>(BUSY, invoices, { after: first.pageInfo.endCursor });
    expect(behind.invoices.nodes).toEqual(before.invoices.nodes);
    const { errors } = await gateway.query(
      'query ($key: String!, $after: String) { zuoraAccount(key: $key) { payments(after: $after) { nodes { id } } } }',
      { key: BUSY, after: first.pageInfo.endCursor },
    );
    expect(errors).toMatchObject([{ path: ['zuoraAccount', 'payments'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('of many customers is read together, and one with very many documents does not hold up the others', async () => {
    const { data } = await gateway.query<{
      customers: { nodes: { zuoraAccount: { zuoraId: string; invoices: Page } }[] };
    }>(
      '{ customers(first: 50, filter: { system: ZUORA_BILLING }) { nodes { zuoraAccount { zuoraId invoices { nodes { zuoraId } } } } } }',
    );
    const accounts = data.customers.nodes.map(({ zuoraAccount }) => zuoraAccount);
    expect(accounts.length).toBeGreaterThan(40);
    const calls = sandbox.requests('GET /object-query/invoices').length;
    expect(calls).toBeLessThan(accounts.length);
    for (const { zuoraId, invoices } of accounts) {
      const all = await rows('invoices', `accountid.EQ:${zuoraId}`);
      const newest = all
        .map(({ invoiceDate }) => String(invoiceDate))
        .sort()
        .reverse()
        .slice(0, 20);
      const shown = invoices.nodes.map((node) => all.find(({ id }) => id === node.zuoraId)?.invoiceDate);
      expect(shown.map(String)).toEqual(newest);
    }
  });
});

describe('one document', () => {
  it('of each kind is found by id and by number, with its lines', async () => {
    const { zuoraId } = await account<{ zuoraId: string }>(BUSY, '');
    const [invoice] = (await rows('invoices', `accountid.EQ:${zuoraId}`)).filter(({ status }) => status === 'Posted');
    const [payment] = (await rows('payments', `accountid.EQ:${zuoraId}`)).filter(
      ({ status }) => status === 'Processed',
    );
    const [memo] = await rows('credit-memos', `accountid.EQ:${zuoraId}`);
    const items = await rows('invoice-items', `invoiceid.EQ:${invoice?.id}`);
    const { data, errors } = await gateway.query<Record<string, Node>>(
      `query ($invoice: String!, $number: String!, $payment: String!, $memo: String!) {
        invoice: zuoraInvoice(key: $invoice) {
          zuoraId invoiceNumber status amount { amount currency } balance { amount } account { accountNumber }
          items { zuoraId amount { amount currency } unitPrice { amount } quantity } files { url version }
        }
        byNumber: zuoraInvoice(key: $number) { zuoraId }
        payment: zuoraPayment(key: $payment) { zuoraId status amount { amount } applications { invoiceId amount { amount currency } } }
        memo: zuoraCreditMemo(key: $memo) { zuoraId amount { amount currency } items { amount { amount } } account { zuoraId } }
        nothing: zuoraInvoice(key: "INV-NOBODY") { zuoraId }
      }`,
      { invoice: invoice?.id, number: invoice?.invoiceNumber, payment: payment?.paymentNumber, memo: memo?.memoNumber },
    );
    expect(errors).toBeUndefined();
    const currency = String(invoice?.currency);
    expect(data.invoice).toMatchObject({
      zuoraId: invoice?.id,
      invoiceNumber: invoice?.invoiceNumber,
      status: 'POSTED',
      amount: { amount: String(invoice?.amount), currency },
      balance: { amount: String(invoice?.balance) },
      account: { accountNumber: BUSY },
      files: [{ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v1\/files\/[0-9a-f]{32}$/) }],
    });
    const lines = data.invoice?.items as { zuoraId: string; unitPrice: { amount: string } }[] | undefined;
    expect(lines?.map((line) => [line.zuoraId, line.unitPrice.amount]).sort()).toEqual(
      items.map(({ id, unitPrice }) => [String(id), String(unitPrice)]).sort(),
    );
    expect(data.byNumber).toEqual({ zuoraId: invoice?.id });
    expect(data.payment).toMatchObject({
      zuoraId: payment?.id,
      status: 'PROCESSED',
      applications: [{ amount: { amount: String(payment?.appliedAmount), currency } }],
    });
    expect(data.memo).toMatchObject({
      zuoraId: memo?.id,
      amount: { amount: String(memo?.totalAmount), currency },
      items: [{ amount: { amount: String(memo?.totalAmount) } }],
      account: { zuoraId },
    });
    expect(data.nothing).toBeNull();
  });
});

it('shows debit memos in their list, as nodes, by id and by number', async () => {
  const [memo] = await tenantRows(sandbox)('debit-memos');
  expect(memo).toBeDefined();
  const { data, errors } = await gateway.query<{
    zuoraAccount: { debitMemos: Page };
    byNumber: Node;
    byId: Node;
    node: Node;
  }>(
    `query ($account: String!, $id: String!, $number: String!, $node: ID!) {
      zuoraAccount(key: $account) { debitMemos { nodes { zuoraId } } }
      byNumber: zuoraDebitMemo(key: $number) { zuoraId dueDate amount { amount currency } items { amount { amount } } }
      byId: zuoraDebitMemo(key: $id) { zuoraId }
      node(id: $node) { id }
    }`,
    { account: memo?.accountId, id: memo?.id, number: memo?.memoNumber, node: `zdm_${memo?.id}` },
  );
  expect(errors).toBeUndefined();
  expect(data.zuoraAccount.debitMemos.nodes.map(({ zuoraId }) => zuoraId)).toEqual([memo?.id]);
  expect(data.byNumber).toEqual({
    zuoraId: memo?.id,
    dueDate: memo?.dueDate,
    amount: { amount: String(memo?.totalAmount), currency: memo?.currency },
    items: [{ amount: { amount: String(memo?.totalAmount) } }],
  });
  expect(data.byId.zuoraId).toBe(memo?.id);
  expect(data.node.id).toBe(`zdm_${memo?.id}`);
});

describe('payment methods', () => {
  it('are shown without anything that could be charged, and are never cached', async () => {
    const fields = 'paymentMethods { zuoraId type cardBrand lastFour expirationMonth expirationYear }';
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, n) => `A${String(n + 1).padStart(8, '0')}`).map(async (key) => {
        const { data } = await gateway.query<{ zuoraAccount: { paymentMethods: Node[] } | null }>(
          `query ($key: String!) { zuoraAccount(key: $key) { ${fields} } }`,
          { key },
        );
        return data.zuoraAccount?.paymentMethods ?? [];
      }),
    );
    const methods = all.flat();
    const cards = methods.filter(({ type }) => type === 'CreditCard');
    expect(cards.length).toBeGreaterThan(0);
    for (const card of cards) expect(card.lastFour).toMatch(/^\d{4}$/);
    expect(JSON.stringify(methods)).not.toContain('411111');
    const before = sandbox.requests('GET /object-query/payment-methods').length;
    await account(BUSY, fields);
    await account(BUSY, fields);
    expect(sandbox.requests('GET /object-query/payment-methods').length).toBe(before + 2);
  });
});

it('fails alone where a list cannot be read', async () => {
  sandbox.fault('GET /object-query/credit-memos', { kind: 'server-error', every: true });
  const { data, errors } = await gateway.query<{ zuoraAccount: { invoices: Page; creditMemos: null } }>(
    '{ zuoraAccount(key: "A00000002") { accountNumber invoices(first: 3) { nodes { id } } creditMemos(first: 3) { nodes { id } } } }',
  );
  expect(data.zuoraAccount.creditMemos).toBeNull();
  expect(data.zuoraAccount.invoices).not.toBeNull();
  expect(errors).toMatchObject([
    { path: ['zuoraAccount', 'creditMemos'], extensions: { code: 'UPSTREAM_UNAVAILABLE', system: 'ZUORA_BILLING' } },
  ]);
});
