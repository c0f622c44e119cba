import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { callerOf, type Reply } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;

beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 20 }, environment: { DISCOVERY_INTERVAL_MINUTES: '0' } });
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  togai = callerOf(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => gateway?.close());

interface Payload {
  readonly invoice: Record<string, unknown> | null;
  readonly charges?: readonly object[] | null;
  readonly plan: readonly object[] | null;
  readonly userErrors: readonly { code: string; field: readonly string[] | null }[];
}
const FIELDS = `invoice { togaiId status invoiceType currency totalAmount startDate endDate
  lines { level type description quantity valuePerQuantity value } } plan { action target after } userErrors { code field }`;

async function change(field: string, types: string, variables: object, fields = FIELDS): Promise<Payload> {
  const names = Object.keys(variables);
  const { data, errors } = await gateway.query<{ payload: Payload }>(
    `mutation (${types}) { payload: ${field}(${names.map((name) => `${name}: $${name}`).join(', ')}) { ${fields} } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return data.payload;
}
const create = (input: object, more: { idempotencyKey?: string; dryRun?: boolean } = {}) =>
  change(
    'togaiInvoiceCreate',
    `$input: TogaiInvoiceCreateInput!${'idempotencyKey' in more ? ', $idempotencyKey: String' : ''}${'dryRun' in more ? ', $dryRun: Boolean!' : ''}`,
    { input, ...more },
  );
const update = (id: unknown, input: object) =>
  change('togaiInvoiceUpdate', '$id: String!, $input: TogaiInvoiceUpdateInput!', { id, input });

let made = 0;
async function ownAccount(): Promise<string> {
  made += 1;
  const id = `payer-${made}`;
  const input = {
    ...{ id: `${id}-customer`, name: 'Ada Ltd', primaryEmail: 'ada@example.com' },
    account: { id, name: 'Main', invoiceCurrency: 'GBP', netTermDays: 14 },
  };
  await gateway.query(
    'mutation ($input: TogaiCustomerCreateInput!) { togaiCustomerCreate(input: $input) { userErrors { message } } }',
    { input },
  );
  return id;
}
const march = (accountId: string) => ({
  accountId,
  startDate: '2026-03-01T00:00:00Z',
  endDate: '2026-04-01T00:00:00+00:00',
  lineItems: [
    { description: 'Payout IMPS', quantity: '32109', valuePerQuantity: '0.001' },
    { description: 'Set-up', value: '0100.50' },
  ],
});
const invoicesOf = async (id: string): Promise<Reply['body'][]> =>
  (await togai.get(`/invoices?owner_id=${id}`)).body.data;
const listed = async (id: string) =>
  (
    await gateway.query<{ togaiAccount: { invoices: { nodes: object[] } } }>(
      'query ($id: String!) { togaiAccount(id: $id) { invoices { nodes { status totalAmount } } } }',
      { id },
    )
  ).data.togaiAccount.invoices.nodes;

describe('a custom invoice', () => {
  it('is made to the last digit, and listed with its account at once', async () => {
    const accountId = await ownAccount();
    expect(await listed(accountId)).toEqual([]);
    const { invoice, userErrors } = await create(march(accountId));
    expect(userErrors).toEqual([]);
    expect(invoice).toEqual({
      ...{ togaiId: expect.stringMatching(/^inv\./), status: 'DRAFT', invoiceType: 'CUSTOM', currency: 'GBP' },
      ...{ totalAmount: '132.61', startDate: '2026-03-01T00:00:00.000Z', endDate: '2026-04-01T00:00:00.000Z' },
      lines: [
        {
          level: 0,
          type: 'GRAND_TOTAL_AMOUNT',
          description: 'Grand Total Amount',
          quantity: null,
          valuePerQuantity: null,
          value: '132.61',
        },
        {
          level: 1,
          type: 'CUSTOM_AMOUNT',
          description: 'Payout IMPS',
          quantity: '32109',
          valuePerQuantity: '0.001',
          value: '32.11',
        },
        {
          level: 1,
          type: 'CUSTOM_AMOUNT',
          description: 'Set-up',
          quantity: null,
          valuePerQuantity: null,
          value: '100.5',
        },
      ],
    });
    expect(await listed(accountId)).toEqual([{ status: 'DRAFT', totalAmount: '132.61' }]);
  });

  it.each(['reply-lost', 'server-error', 'connection-reset', 'cut-off-json'] as const)(
    'is made once in spite of %s, also beside one of the same lines',
    async (kind) => {
      const accountId = await ownAccount();
      await create(march(accountId));
      sandbox.fault('POST /invoices', { kind });
      const { invoice, userErrors } = await create(march(accountId));
      expect([invoice?.totalAmount, userErrors]).toEqual(['132.61', []]);
      const [first, second, ...others] = await invoicesOf(accountId);
      expect([second?.id, others]).toEqual([invoice?.togaiId, []]);
      expect(first?.id).not.toBe(invoice?.togaiId);
    },
  );

  it('is made once for a key, and only planned by a dry run', async () => {
    const accountId = await ownAccount();
    const planned = await create(march(accountId), { dryRun: true });
    expect(planned).toEqual({
      invoice: null,
      plan: [
        {
          ...{ action: 'createCustomInvoice', target: null },
          after: {
            ...{
              accountId,
              startDate: '2026-03-01T00:00:00.000Z',
              endDate: '2026-04-01T00:00:00.000Z',
              status: 'DRAFT',
            },
            lineItems: [
              { description: 'Payout IMPS', quantity: 32109, valuePerQuantity: 0.001 },
              { description: 'Set-up', value: 100.5 },
            ],
          },
        },
      ],
      userErrors: [],
    });
    expect(sandbox.requests('POST /invoices')).toEqual([]);
    const idempotencyKey = `march of ${accountId}`;
    const first = await create(march(accountId), { idempotencyKey });
    expect((await create(march(accountId), { idempotencyKey })).invoice).toEqual(first.invoice);
    expect(await invoicesOf(accountId)).toHaveLength(1);
    const other = await create({ ...march(accountId), status: 'DUE' }, { idempotencyKey });
    expect(other.userErrors).toEqual([{ code: 'CONFLICT', field: ['idempotencyKey'] }]);
  });

  it('is refused with what is wrong', async () => {
    const accountId = await ownAccount();
    const wrong = await create({
      ...march(accountId),
      endDate: '2026-03-01T00:00:00Z',
      lineItems: [
        { description: '', value: '1' },
        { description: 'a', value: '1', quantity: '2' },
        { description: 'b', quantity: '2' },
      ],
    });
    expect(wrong.userErrors.map(({ field }) => field?.join('.')).sort()).toEqual([
      'input.endDate',
      'input.lineItems.0.description',
      'input.lineItems.1',
      'input.lineItems.2',
    ]);
    expect((await create(march('nobody'))).userErrors).toEqual([{ code: 'NOT_FOUND', field: ['input', 'accountId'] }]);
    expect(sandbox.requests('POST /invoices')).toEqual([]);
  });

  it('is changed while it is a draft, gets charges, and is removed', async () => {
    const accountId = await ownAccount();
    const { togaiId: id } = (await create(march(accountId))).invoice ?? {};
    sandbox.fault('PATCH /invoices/*', { kind: 'reply-lost' });
    const changed = await update(id, { lineItems: [{ description: 'Set-up', value: '90' }] });
    expect(changed.invoice).toMatchObject({ totalAmount: '90', status: 'DRAFT' });
    expect(sandbox.requests('PATCH /invoices/*')).toHaveLength(1);
    const put = (charges: object[], dryRun: boolean) =>
      change(
        'togaiInvoiceChargesPut',
        '$id: String!, $charges: [TogaiMiscellaneousChargeInput!]!, $dryRun: Boolean!',
        { id, charges, dryRun },
        `charges { name quantity rate value considerForRevenue } ${FIELDS}`,
      );
    const charges = [
      { name: 'Courier', amount: '9.90', considerForRevenue: true },
      { name: 'Seats', quantity: '3', rate: '1.10' },
      { name: 'Service', formula: { '*': [{ var: 'um.lineitem.id' }, 0.1] } },
    ];
    expect((await put(charges, true)).plan).toEqual([
      {
        ...{ action: 'manageMiscellaneousChargesInInvoice', target: id },
        after: {
          items: [
            { name: 'Courier', considerForRevenue: true, value: '9.9' },
            { name: 'Seats', quantity: 3, rate: 1.1 },
            { name: 'Service', value: '{"*":[{"var":"um.lineitem.id"},0.1]}' },
          ],
        },
      },
    ]);
    sandbox.fault('PUT /invoices/*/miscellaneous_charges', { kind: 'reply-lost' });
    const charged = await put(charges, false);
    expect(charged.charges).toEqual([
      { name: 'Courier', quantity: null, rate: null, value: '9.9', considerForRevenue: true },
      { name: 'Seats', quantity: '3', rate: '1.1', value: null, considerForRevenue: false },
      {
        ...{ name: 'Service', quantity: null, rate: null },
        value: '{"*":[{"var":"um.lineitem.id"},0.1]}',
        considerForRevenue: false,
      },
    ]);
    expect(charged.invoice).toMatchObject({ totalAmount: '103.2' });
    expect((await put([{ name: 'Courier', amount: '1' }], false)).invoice).toMatchObject({ totalAmount: '94.3' });
    expect((await put([{ name: 'a' }, { name: 'a', amount: '1' }], false)).userErrors).toEqual([
      { code: 'INVALID', field: ['charges', '0'] },
      { code: 'INVALID', field: ['charges', '1', 'name'] },
    ]);
    sandbox.fault('DELETE /invoices/*', { kind: 'reply-lost' });
    expect(await change('togaiInvoiceDelete', '$id: String!', { id })).toEqual({
      invoice: null,
      plan: null,
      userErrors: [],
    });
    expect([await invoicesOf(accountId), await listed(accountId)]).toEqual([[], []]);
  });
});

describe('the state of an invoice', () => {
  it.each(['reply-lost', 'server-error'] as const)(
    'is changed once in spite of %s, whatever made the invoice',
    async (kind) => {
      const all: Reply['body'][] = (await togai.pages('/invoices')).flatMap(({ data }) => data);
      const due = all.find(({ status }) => status === 'DUE');
      sandbox.fault('PATCH /invoices/*', { kind });
      const { invoice, userErrors } = await update(due.id, { status: 'UN_COLLECTIBLE' });
      expect([invoice?.status, userErrors]).toEqual(['UN_COLLECTIBLE', []]);
      expect(sandbox.requests('PATCH /invoices/*')).toHaveLength(kind === 'reply-lost' ? 1 : 2);
      expect((await togai.get(`/invoices/${due.id}`)).body.status).toBe('UN_COLLECTIBLE');
      // Togai alone knows which state may follow which, and that only drafts of its own making can be rewritten.
      expect((await update(due.id, { status: 'DUE' })).userErrors).toEqual([
        { code: 'REJECTED_BY_UPSTREAM', field: null },
      ]);
      const more = await update(due.id, { startDate: '2026-01-01T00:00:00Z' });
      expect(more.userErrors).toEqual([{ code: 'REJECTED_BY_UPSTREAM', field: null }]);
      expect((await update(due.id, {})).userErrors).toEqual([{ code: 'INVALID', field: ['input'] }]);
      expect((await update('inv.none', { status: 'VOID' })).userErrors).toEqual([{ code: 'NOT_FOUND', field: ['id'] }]);
    },
  );
});
