import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZuoraSandbox, ZuoraSandboxOptions } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { tenantRows } from '../support/zuora-rows.js';

let gateway: TestGateway;
let sandbox: ZuoraSandbox;
let chargeId: string;
let accountId: string;
let accountNumber: string;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 20 }, environment: { DISCOVERY_INTERVAL_MINUTES: '0' } });
  sandbox = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  const [charge] = await rows('product-rate-plan-charges', 'chargetype.EQ:OneTime');
  chargeId = String(charge?.id);
  const [account] = await rows('accounts', 'currency.EQ:USD');
  accountId = String(account?.id);
  accountNumber = String(account?.accountNumber);
});
beforeEach(() => sandbox.reset());
afterEach(() => sandbox.clearFaults());
afterAll(() => gateway?.close());

const rows = (objects: string, ...filters: string[]) => tenantRows(sandbox)(objects, ...filters);
const standalone = async () =>
  (await rows('invoices', `accountid.EQ:${accountId}`)).filter(({ source }) => source === 'API');
const posts = () => sandbox.requests('POST /v1/invoices');

interface Payload {
  readonly invoice: { readonly zuoraId: string; readonly invoiceNumber: string; readonly items: object[] } | null;
  readonly plan: { readonly action: string; readonly after: Record<string, unknown> }[] | null;
  readonly userErrors: { readonly code: string; readonly message: string; readonly field: string[] | null }[];
}
const MUTATION = `mutation ($input: ZuoraInvoiceCreateInput!, $idempotencyKey: String, $dryRun: Boolean) {
  payload: zuoraInvoiceCreate(input: $input, idempotencyKey: $idempotencyKey, dryRun: $dryRun) {
    invoice {
      zuoraId invoiceNumber status sourceType invoiceDate dueDate comments
      amount { amount currency } balance { amount }
      items { chargeName description quantity unitPrice { amount } amount { amount } serviceStartDate serviceEndDate }
    }
    plan { action target after }
    userErrors { code message field }
  }
}`;
const INPUT = {
  invoiceDate: '2026-05-02',
  dueDate: '2026-06-01',
  comments: 'Hardware',
  items: [
    { productRatePlanChargeId: '', amount: '0.10', serviceStartDate: '2026-05-01' },
    {
      chargeName: 'Router',
      description: 'Two "routers"',
      amount: '0.20',
      quantity: '2',
      unitPrice: '0.10',
      serviceStartDate: '2026-05-01',
      serviceEndDate: '2026-05-31',
    },
  ],
};
async function create(input: object = {}, more: object = {}): Promise<Payload> {
  const items = INPUT.items.map((item, at) => (at === 0 ? { ...item, productRatePlanChargeId: chargeId } : item));
  const { data, errors } = await gateway.query<{ payload: Payload }>(MUTATION, {
    input: { accountKey: accountNumber, ...INPUT, items, ...input },
    ...more,
  });
  expect(errors).toBeUndefined();
  return data.payload;
}

describe('a standalone invoice', () => {
  it('is made as it was given, once, although the answer is lost', async () => {
    sandbox.fault('POST /v1/invoices', { kind: 'reply-lost' });
    const { invoice, userErrors } = await create();
    expect(userErrors).toEqual([]);
    expect(invoice).toMatchObject({
      invoiceNumber: expect.stringMatching(/^INV9/),
      status: 'DRAFT',
      sourceType: 'Standalone',
      invoiceDate: '2026-05-02',
      dueDate: '2026-06-01',
      comments: 'Hardware',
      amount: { amount: '0.3', currency: 'USD' },
      balance: { amount: '0.3' },
    });
    expect(invoice?.items).toHaveLength(2);
    expect(invoice?.items).toContainEqual({
      chargeName: 'Router',
      description: 'Two "routers"',
      quantity: '2',
      unitPrice: { amount: '0.1' },
      amount: { amount: '0.2' },
      serviceStartDate: '2026-05-01',
      serviceEndDate: '2026-05-31',
    });
    expect(await standalone()).toHaveLength(1);
    expect(posts()).toHaveLength(2);
  });

  it.each(['server-error', 'cut-off-json'] as const)('is made once in spite of a %s', async (kind) => {
    sandbox.fault('POST /v1/invoices', { kind });
    expect((await create()).invoice).not.toBeNull();
    expect(await standalone()).toHaveLength(1);
  });

  it('is found by the number that the caller chose', async () => {
    // The second attempt fails with an answer, so that the invoice is looked for, and found.
    sandbox.fault('POST /v1/invoices', { kind: 'reply-lost' });
    sandbox.fault('POST /v1/invoices', { kind: 'server-error' });
    const { invoice } = await create({ invoiceNumber: 'HW-2026_1' });
    expect(invoice?.invoiceNumber).toBe('HW-2026_1');
    expect(await standalone()).toHaveLength(1);
  });

  it('is made once for an idempotency key, which stands for this invoice alone', async () => {
    const first = await create({}, { idempotencyKey: 'hardware-1' });
    expect((await create({}, { idempotencyKey: 'hardware-1' })).invoice?.zuoraId).toBe(first.invoice?.zuoraId);
    expect((await create({ comments: 'Other' }, { idempotencyKey: 'hardware-1' })).userErrors).toMatchObject([
      { code: 'CONFLICT', field: ['idempotencyKey'] },
    ]);
    expect(await standalone()).toHaveLength(1);
    expect(posts()).toHaveLength(1);
  });

  it('that is posted at once raises what the account owes, and the list shows it', async () => {
    const read = async () => {
      const { data } = await gateway.query<{
        zuoraAccount: { metrics: { totalInvoiceBalance: { amount: string } }; invoices: { nodes: object[] } };
      }>(
        `query ($key: String!) { zuoraAccount(key: $key) {
          metrics { totalInvoiceBalance { amount } } invoices(first: 20) { nodes { zuoraId } } } }`,
        { key: accountNumber },
      );
      return data.zuoraAccount;
    };
    const before = await read();
    const { invoice } = await create({ post: true, customFields: { Channel__c: 'shop' } });
    expect(invoice).toMatchObject({ status: 'POSTED' });
    const after = await read();
    expect(Number(after.metrics.totalInvoiceBalance.amount)).toBeCloseTo(
      Number(before.metrics.totalInvoiceBalance.amount) + 0.3,
      8,
    );
    expect(after.invoices.nodes).toContainEqual({ zuoraId: invoice?.zuoraId });
    expect(sandbox.record('invoice', invoice?.zuoraId ?? '')).toMatchObject({ Channel__c: 'shop' });
  });

  it('is planned with exact amounts, and nothing is made', async () => {
    const { invoice, plan } = await create({}, { dryRun: true });
    expect(invoice).toBeNull();
    expect(plan).toEqual([
      {
        action: 'POST_StandaloneInvoice',
        target: null,
        after: {
          accountId,
          invoiceDate: '2026-05-02',
          dueDate: '2026-06-01',
          comments: 'Hardware',
          status: 'Draft',
          invoiceItems: [
            { productRatePlanChargeId: chargeId, amount: 0.1, serviceStartDate: '2026-05-01' },
            {
              chargeName: 'Router',
              description: 'Two "routers"',
              amount: 0.2,
              quantity: 2,
              unitPrice: 0.1,
              serviceStartDate: '2026-05-01',
              serviceEndDate: '2026-05-31',
            },
          ],
        },
      },
    ]);
    expect(posts()).toEqual([]);
  });

  it('is refused with everything that is wrong, by us and by Zuora', async () => {
    const wrong = await create({
      dueDate: '2026-05-01',
      invoiceNumber: '2026',
      customFields: { channel: 'shop' },
      items: [{ amount: '1', quantity: '0', serviceStartDate: '2026-05-02', serviceEndDate: '2026-05-01' }],
    });
    expect(wrong.userErrors.map(({ code, field }) => `${code} ${field?.join('.')}`).sort()).toEqual([
      'INVALID input.customFields.channel',
      'INVALID input.invoiceNumber',
      'INVALID input.items.0.chargeName',
      'INVALID input.items.0.quantity',
      'INVALID input.items.0.serviceEndDate',
    ]);
    const tooFine = [{ chargeName: 'Dust', amount: '0.001', serviceStartDate: '2026-05-01' }];
    expect((await create({ items: tooFine })).userErrors).toEqual([
      {
        code: 'INVALID',
        message: 'must not have more than 2 digits after the point in USD',
        field: ['input', 'items', '0', 'amount'],
      },
    ]);
    expect((await create({ dueDate: '2026-05-01' })).userErrors).toMatchObject([{ field: ['input', 'dueDate'] }]);
    expect((await create({ items: [] })).userErrors).toMatchObject([{ field: ['input', 'items'] }]);
    expect((await create({ accountKey: 'A-nobody' })).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'accountKey'] },
    ]);
    expect(posts()).toEqual([]);
    await create({ invoiceNumber: 'HW-1' });
    expect((await create({ invoiceNumber: 'HW-1' })).userErrors).toEqual([
      { code: 'REJECTED_BY_UPSTREAM', message: 'Zuora Billing: The invoice number HW-1 has been used.', field: null },
    ]);
    expect(await standalone()).toHaveLength(1);
  });
});

describe('a tenant without Invoice Settlement', () => {
  it('has no standalone invoices, and nothing is sent', async () => {
    // One at a time: a process holds one engine.
    await gateway.close();
    const options: ZuoraSandboxOptions = { customers: 2, invoiceSettlement: false };
    gateway = await startTestGateway({ sandbox: options, environment: { DISCOVERY_INTERVAL_MINUTES: '0' } });
    const { data } = await gateway.query<{ payload: Payload }>(MUTATION, {
      input: { ...INPUT, accountKey: 'A00000001', items: [{ ...INPUT.items[1], amount: '20' }] },
    });
    expect(data.payload.userErrors).toMatchObject([{ code: 'UNSUPPORTED' }]);
    expect(gateway.sandbox('ZUORA_BILLING').requests('POST /v1/invoices')).toEqual([]);
  });
});
