import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { callerOf, type Reply } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;
let owner: string;
let said: Reply['body'][];

beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 30 }, environment: { DISCOVERY_INTERVAL_MINUTES: '0' } });
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  togai = callerOf(sandbox);
  const all: Reply['body'][] = (await togai.pages('/invoices')).flatMap(({ data }) => data);
  const counts = Map.groupBy(all, ({ ownerId }) => ownerId as string);
  [owner, said] = [...counts].find(([, { length }]) => length === 3) ?? ['', []];
});
afterAll(() => gateway?.close());

const FIELDS = `togaiId sequenceId status invoiceClass invoiceType currency totalAmount paidAmount startDate endDate
  invoiceDate dueDate`;
interface Page {
  readonly nodes: readonly Record<string, unknown>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
async function page(fields: string, variables: object = {}): Promise<Page> {
  const { data, errors } = await gateway.query<{ togaiAccount: { invoices: Page } }>(
    `query ($id: String!, $first: Int!, $after: String, $status: String) { togaiAccount(id: $id) {
      invoices(first: $first, after: $after, status: $status) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } } }`,
    { id: owner, first: 10, ...variables },
  );
  expect(errors).toBeUndefined();
  return data.togaiAccount.invoices;
}
const shown = (invoice: Reply['body'], currency: string | null) => ({
  togaiId: invoice.id,
  ...{ sequenceId: invoice.sequenceId, status: invoice.status, invoiceClass: 'INVOICE', invoiceType: 'STANDARD' },
  ...{ currency, totalAmount: String(invoice.totalAmount), paidAmount: String(invoice.paidAmount) },
  ...{ startDate: invoice.startDate, endDate: invoice.endDate },
  ...{ invoiceDate: invoice.invoiceDate, dueDate: invoice.dueDate },
});

describe('the invoices of an account', () => {
  it('are what Togai says, page by page, and end where they end', async () => {
    const before = sandbox.requests('GET /invoices').length;
    const first = await page(FIELDS, { first: 2 });
    const second = await page(FIELDS, { first: 2, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes]).toEqual(said.map((invoice) => shown(invoice, null)));
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    // A page, and the empty one that its token leads to; the rest comes from what was read.
    expect(sandbox.requests('GET /invoices').length - before).toBe(2);
  });

  it('can be asked for by state', async () => {
    const [{ status }] = said as [{ status: string }];
    const { nodes } = await page('togaiId', { status });
    expect(nodes).toEqual(said.filter((one) => one.status === status).map(({ id: togaiId }) => ({ togaiId })));
    expect((await page('togaiId', { status: 'REFUND_COMPLETED' })).nodes).toEqual([]);
  });

  it('have lines that make them up, in the currency of the invoice', async () => {
    const { nodes } = await page('togaiId lines { level type description quantity valuePerQuantity value units }');
    for (const { togaiId, lines } of nodes) {
      const { revenueInfo: total } = (await togai.get(`/invoices/${togaiId}`)).body;
      const [fee, usage] = total.lineItems;
      const [slab] = usage.lineItems;
      expect(lines).toEqual(
        [
          { ...total, level: 0 },
          { ...fee, level: 1 },
          { ...usage, level: 1 },
          { ...slab, level: 2 },
        ].map(({ level, type, description, value, units, quantity, valuePerQuantity }) => ({
          ...{ level, type, description, units, value: String(value) },
          quantity: quantity === undefined ? null : String(quantity),
          valuePerQuantity: valuePerQuantity === undefined ? null : String(valuePerQuantity),
        })),
      );
    }
    const { data } = await gateway.query(
      `query ($id: String!) { togaiInvoice(id: $id) { id ${FIELDS} } none: togaiInvoice(id: "inv.none") { id } }`,
      { id: said[0]?.id },
    );
    expect(data).toMatchObject({
      togaiInvoice: shown(said[0], nodes.length > 0 ? await currencyOf() : null),
      none: null,
    });
    const { id } = data.togaiInvoice as { id: string };
    expect((await gateway.query('query ($id: ID!) { node(id: $id) { __typename id } }', { id })).data).toEqual({
      node: { __typename: 'TogaiInvoice', id },
    });
  });

  it('fail alone', async () => {
    sandbox.fault('GET /invoices', { kind: 'server-error', times: 100 });
    const { data, errors } = await gateway.query<{ togaiAccount: object }>(
      'query ($id: String!) { togaiAccount(id: $id) { togaiId invoices(status: "MERGED") { nodes { togaiId } } } }',
      { id: owner },
    );
    expect(data.togaiAccount).toEqual({ togaiId: owner, invoices: null });
    expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
  });
});

const currencyOf = async () => (await togai.get(`/invoices/${said[0]?.id}`)).body.revenueInfo.units as string;
