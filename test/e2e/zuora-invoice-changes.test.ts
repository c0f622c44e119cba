import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZuoraSandbox, ZuoraSandboxOptions } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { tenantRows } from '../support/zuora-rows.js';

let account: string;
let gateway: TestGateway;
let sandbox: ZuoraSandbox;

async function start(options: { sandbox?: ZuoraSandboxOptions; verified?: boolean } = {}): Promise<void> {
  // One at a time: a process holds one engine.
  await gateway?.close();
  gateway = await startTestGateway({
    verified: options.verified ?? true,
    sandbox: { customers: 20, ...options.sandbox } as ZuoraSandboxOptions,
    environment: { DISCOVERY_INTERVAL_MINUTES: '0' },
  });
  sandbox = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  account = String((await rows('accounts', 'currency.EQ:USD'))[0]?.accountNumber);
}
afterAll(() => gateway?.close());

const rows = (objects: string, ...filters: string[]) => tenantRows(sandbox)(objects, ...filters);

interface Payload {
  readonly invoice?: Record<string, unknown> | null;
  readonly invoiceId?: string | null;
  readonly jobId?: string | null;
  readonly sent?: boolean | null;
  readonly plan: { readonly action: string; readonly target: string; readonly after: unknown }[] | null;
  readonly userErrors: { readonly code: string; readonly message: string; readonly field: string[] | null }[];
}
const INVOICE = `invoice {
  zuoraId status reversed dueDate comments amount { amount } balance { amount } creditMemoAmount { amount }
  items { zuoraId description quantity amount { amount } }
}`;
const SHOWN: Readonly<Record<string, string>> = { Delete: 'invoiceId jobId', Email: 'sent' };
const INPUTS: Readonly<Record<string, string>> = {
  Create: 'ZuoraInvoiceCreateInput!',
  Update: 'ZuoraInvoiceUpdateInput!',
  Reverse: 'ZuoraInvoiceReverseInput',
  WriteOff: 'ZuoraInvoiceWriteOffInput',
  Email: 'ZuoraInvoiceEmailInput',
};

async function change(name: string, variables: { input?: object; key?: string; dryRun?: boolean; once?: string }) {
  const input = INPUTS[name];
  const given = [
    ...(variables.key === undefined ? [] : [['key', 'String!', 'key'] as const]),
    ...(input ? [['input', input, 'input'] as const] : []),
    ...(variables.once === undefined ? [] : [['once', 'String', 'idempotencyKey'] as const]),
    ['dryRun', 'Boolean', 'dryRun'] as const,
  ];
  const { data, errors } = await gateway.query<{ payload: Payload }>(
    `mutation (${given.map(([variable, type]) => `$${variable}: ${type}`).join(', ')}) {
      payload: zuoraInvoice${name}(${given.map(([variable, , argument]) => `${argument}: $${variable}`).join(', ')}) {
        ${SHOWN[name] ?? INVOICE} plan { action target after } userErrors { code message field }
      }
    }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return data.payload;
}

const LINES = [
  { chargeName: 'Router', amount: '30.10', serviceStartDate: '2026-05-01' },
  { chargeName: 'Cable', amount: '0.20', serviceStartDate: '2026-05-01' },
];
async function made(input: object = {}): Promise<string> {
  const { invoice, userErrors } = await change('Create', {
    input: { accountKey: account, invoiceDate: '2026-05-02', items: LINES, ...input },
  });
  expect(userErrors).toEqual([]);
  return String(invoice?.zuoraId);
}
async function owed(): Promise<string> {
  const { data } = await gateway.query<{ zuoraAccount: { metrics: { totalInvoiceBalance: { amount: string } } } }>(
    `{ zuoraAccount(key: "${account}") { metrics { totalInvoiceBalance { amount } } } }`,
  );
  return data.zuoraAccount.metrics.totalInvoiceBalance.amount;
}

describe('a draft of an invoice', () => {
  beforeAll(() => start());
  beforeEach(() => sandbox.reset());

  it('is changed in what the input has, and nothing else', async () => {
    const key = await made({ comments: 'Hardware' });
    const cable = (await rows('invoice-items', `invoiceid.EQ:${key}`)).find(({ chargeName }) => chargeName === 'Cable');
    const input = { dueDate: '2026-07-01', items: [{ id: cable?.id, amount: '0.40', description: 'Two "cables"' }] };
    const { plan } = await change('Update', { key, input, dryRun: true });
    expect(plan).toMatchObject([
      {
        action: 'PUT_UpdateInvoice',
        after: {
          dueDate: '2026-07-01',
          invoiceItems: [{ id: cable?.id, amount: 0.4, description: 'Two "cables"' }],
        },
      },
    ]);
    sandbox.fault('PUT /v1/invoices/*', { kind: 'reply-lost' });
    const { invoice, userErrors } = await change('Update', { key, input });
    expect(userErrors).toEqual([]);
    expect(invoice).toMatchObject({
      status: 'DRAFT',
      dueDate: '2026-07-01',
      comments: 'Hardware',
      amount: { amount: '30.5' },
      balance: { amount: '30.5' },
    });
    expect(invoice?.items).toContainEqual({
      zuoraId: cable?.id,
      description: 'Two "cables"',
      quantity: '1',
      amount: { amount: '0.4' },
    });
    expect((await change('Update', { key, input: { comments: null } })).invoice).toMatchObject({ comments: null });
    const nothing = await change('Update', { key, input: {} });
    expect(nothing.userErrors).toEqual([{ code: 'INVALID', message: 'There is nothing to change.', field: ['input'] }]);
    const fine = await change('Update', { key, input: { items: [{ id: cable?.id, amount: '0.405' }] } });
    expect(fine.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'items', '0', 'amount'] }]);
    expect(sandbox.requests('PUT /v1/invoices/*')).toHaveLength(3);
  });

  it('is deleted once, although the answer is lost, and a posted one is not', async () => {
    const key = await made();
    sandbox.fault('DELETE /v1/invoices/*', { kind: 'reply-lost' });
    expect(await change('Delete', { key })).toEqual({ invoiceId: key, jobId: null, plan: null, userErrors: [] });
    expect(await rows('invoices', `id.EQ:${key}`)).toEqual([]);
    expect(await rows('invoice-items', `invoiceid.EQ:${key}`)).toEqual([]);
    expect((await change('Delete', { key })).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['key'] }]);
    const posted = await made({ post: true });
    expect((await change('Delete', { key: posted })).userErrors).toMatchObject([{ code: 'REJECTED_BY_UPSTREAM' }]);
    expect(await rows('invoices', `id.EQ:${posted}`)).toHaveLength(1);
  });
});

// Zuora's reference has these operations, the OpenAPI document that traffic is held against has not.
describe('the state of an invoice', () => {
  beforeAll(() => start({ verified: false }));
  beforeEach(() => sandbox.reset());

  it('goes from draft to posted once, and the account owes it', async () => {
    const key = await made();
    const before = await owed();
    const { plan } = await change('Post', { key, dryRun: true });
    expect(plan).toEqual([{ action: 'PUT_PostInvoice', target: expect.stringMatching(/^INV/), after: {} }]);
    expect(sandbox.requests('PUT /v1/invoices/**')).toEqual([]);
    sandbox.fault('PUT /v1/invoices/*/post', { kind: 'reply-lost' });
    expect((await change('Post', { key })).invoice).toMatchObject({ status: 'POSTED', balance: { amount: '30.3' } });
    expect(sandbox.requests('PUT /v1/invoices/*/post')).toHaveLength(1);
    expect(Number(await owed()) - Number(before)).toBeCloseTo(30.3, 8);
    expect((await change('Post', { key })).userErrors).toEqual([
      {
        code: 'CONFLICT',
        message: expect.stringMatching(/^Invoice INV\d+ is Posted: only a draft can be posted\.$/),
        field: ['key'],
      },
    ]);
    expect((await change('Cancel', { key: await made() })).invoice).toMatchObject({ status: 'CANCELED' });
  });

  it('is reversed or written off by one credit memo, whatever is lost', async () => {
    const before = await owed();
    const memoDate = '2026-06-01';
    for (const [name, verb, reversed] of [
      ['Reverse', 'reverse', true],
      ['WriteOff', 'write-off', false],
    ] as const) {
      const key = await made({ post: true });
      const wanted = { key, input: { memoDate, comment: 'Wrong customer' } };
      const { plan } = await change(name, { ...wanted, dryRun: true });
      expect(plan).toMatchObject([{ after: { memoDate, comment: 'Wrong customer' } }]);
      sandbox.fault(`PUT /v1/invoices/*/${verb}`, { kind: 'reply-lost' });
      const { invoice, userErrors } = await change(name, wanted);
      expect(userErrors).toEqual([]);
      expect(invoice).toMatchObject({ reversed, balance: { amount: '0' }, creditMemoAmount: { amount: '30.3' } });
      const memos = await rows('credit-memos', `invoiceid.EQ:${key}`);
      expect(memos.map(({ totalAmount, memoDate: day }) => [totalAmount, day])).toEqual([[30.3, memoDate]]);
      expect((await change(name, wanted)).userErrors).toMatchObject([{ code: 'CONFLICT', field: ['key'] }]);
      expect(sandbox.requests(`PUT /v1/invoices/*/${verb}`)).toHaveLength(1);
    }
    expect(await owed()).toBe(before);
  });

  it('is sent by email once for a key; a server that says neither is not asked twice under a new one', async () => {
    const key = await made({ post: true });
    const input = { to: ['ap@example.com', 'cfo@example.com'] };
    sandbox.fault('POST /v1/invoices/*/emails', { kind: 'reply-lost' });
    for (const _ of [1, 2]) expect((await change('Email', { key, input, once: 'mail-1' })).sent).toBe(true);
    const mails = () => sandbox.histories.list('email').filter(({ objectId }) => objectId === key);
    expect(mails().map(({ shown }) => shown.toEmail)).toEqual(['ap@example.com,cfo@example.com']);
    const wrong = await change('Email', { key, input: { to: ['nobody'] } });
    expect(wrong.userErrors).toEqual([
      { code: 'INVALID', message: 'is no email address', field: ['input', 'to', '0'] },
    ]);
    const draft = await change('Email', { key: await made() });
    expect(draft.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(mails()).toHaveLength(1);
  });
});

describe('a tenant without Invoice Settlement', () => {
  beforeAll(() => start({ verified: false, sandbox: { invoiceSettlement: false } }));

  it('neither reverses invoices nor writes them off', async () => {
    const [invoice] = await rows('invoices', 'status.EQ:Posted');
    const key = String(invoice?.id);
    for (const name of ['Reverse', 'WriteOff'])
      expect((await change(name, { key })).userErrors).toMatchObject([{ code: 'UNSUPPORTED' }]);
    expect(sandbox.requests('PUT /v1/invoices/**')).toEqual([]);
  });
});
