import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { type MoneyScene, moneyScene, type SceneAccount, syncing } from '../support/money-scene.js';

/** A seeded account with an invoice that says what was used; in Zuora it is `METERED.number`. */
const METERED = { id: 'account-00000005', number: 'A00000005' };
const LINE = { description: 'Grand Total Amount', type: 'GRAND_TOTAL_AMOUNT', lineItems: [] };
let gateway: TestGateway;
let zuora: ZuoraSandbox;
let togai: TogaiSandbox;
let scene: MoneyScene;
let sync: ReturnType<typeof syncing>;
let euros: SceneAccount;

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await gateway.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 10 },
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', ZUORA_BILLING_TIME_ZONE: 'UTC' },
  });
  zuora = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  togai = gateway.sandbox('TOGAI') as TogaiSandbox;
  scene = moneyScene(ask, { togai, zuora });
  sync = syncing(ask, 'invoiceSync');
  euros = await scene.account('EUR');
}, 60_000);
afterAll(() => gateway?.close());

const invoicesOf = ({ zuoraId }: SceneAccount) => scene.rows('invoices', `accountid.EQ:${zuoraId}`);
const itemsOf = async (invoice: { id: string } | undefined) =>
  (await scene.rows('invoice-items', `invoiceid.EQ:${invoice?.id}`)).map(({ chargeName, chargeAmount }) => [
    chargeName,
    chargeAmount,
  ]);
const writes = () =>
  zuora.requests().filter(({ method, path }) => method !== 'GET' && !path.startsWith('/oauth')).length;
const patch = async (id: string, body: object) => {
  const response = await fetch(`${togai.url}/invoices/${id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${togai.credentials.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
};

describe('an invoice becomes an invoice', () => {
  it('of the same lines, days and total; a dry run has the same step, and again nothing is written', async () => {
    const lines = [
      ['Consulting', 1200.1],
      ['Travel', 79.95],
    ] as const;
    const invoiceId = await scene.invoice(euros.id, lines);
    const { invoiceDate, dueDate } = (await scene.togai.get(`/invoices/${invoiceId}`)).body;
    const before = writes();
    const planned = await sync.begin({ invoiceId }, true);
    expect(planned.userErrors).toEqual([]);
    const item = (chargeName: string, amount: number) => {
      return { chargeName, amount, serviceStartDate: '2026-05-01', serviceEndDate: '2026-06-01' };
    };
    const step = {
      name: `Invoice of 1280.05 EUR for TOGAI invoice ${invoiceId}`,
      action: 'POST_StandaloneInvoice',
      target: euros.number,
      after: {
        accountId: euros.zuoraId,
        comments: expect.stringMatching(new RegExp(`^\\[TOGAI invoice ${invoiceId} [0-9a-f]{8}\\]$`)),
        currency: 'EUR',
        invoiceDate: invoiceDate.slice(0, 10),
        dueDate: dueDate.slice(0, 10),
        status: 'Draft',
        invoiceItems: [item('Consulting', 1200.1), item('Travel', 79.95)],
      },
    };
    expect(planned.run).toMatchObject({ status: 'PLANNED', steps: [{ ...step, status: 'PLANNED', attempts: 0 }] });
    expect(writes()).toBe(before);

    const run = await sync.synced({ invoiceId });
    const [invoice, another] = await invoicesOf(euros);
    expect(another).toBeUndefined();
    expect(invoice).toMatchObject({ amount: 1280.05, currency: 'EUR', status: 'Draft', sourceType: 'Standalone' });
    expect((await itemsOf(invoice)).sort()).toEqual([...lines]);
    const made = { ...step.after, id: invoice?.id, number: invoice?.invoiceNumber };
    expect(run).toMatchObject({ status: 'SUCCEEDED', failure: null });
    expect(run.steps).toEqual([{ ...step, status: 'DONE', attempts: 1, after: made }]);

    const after = writes();
    expect(await sync.synced({ invoiceId, as: 'INVOICE' })).toMatchObject({ status: 'SUCCEEDED', steps: [] });
    expect((await sync.begin({ invoiceId }, true)).run).toMatchObject({ status: 'PLANNED', steps: [] });
    expect(writes()).toBe(after);
  });

  it.each([
    ['JPY', [1500, 1], 1501],
    ['KWD', [12.345, 0.001], 12.346],
  ])('in %s to the last digit, once, though the answer is lost', async (currency, amounts, total) => {
    const account = await scene.account(currency);
    const lines = amounts.map((amount, at) => [`Line ${at}`, amount] as const);
    zuora.fault('POST /v1/invoices', { kind: 'reply-lost' });
    expect((await sync.synced({ invoiceId: await scene.invoice(account.id, lines) })).failure).toBeNull();
    const [invoice, another] = await invoicesOf(account);
    expect(another).toBeUndefined();
    expect(invoice).toMatchObject({ amount: total, currency });
    expect((await itemsOf(invoice)).sort()).toEqual([...lines]);
  });

  it('with its number where it has one, and one line where its lines take something off', async () => {
    const account = await scene.account('EUR');
    const invoiceId = await scene.invoice(account.id, [
      ['Consulting', 100],
      ['Goodwill', -20.5],
    ]);
    await sync.synced({ invoiceId });
    const [invoice] = await invoicesOf(account);
    expect(invoice?.amount).toBe(79.5);
    expect(await itemsOf(invoice)).toEqual([['Grand Total Amount', 79.5]]);
    await scene.met(METERED);
    const [seeded] = (await scene.togai.get(`/invoices?owner_id=${METERED.id}&status=DUE`)).body.data;
    expect((await sync.begin({ invoiceId: seeded.id }, true)).run?.steps[0]?.after).toMatchObject({
      invoiceNumber: seeded.sequenceId,
      comments: expect.stringContaining(`${seeded.sequenceId} [TOGAI invoice ${seeded.id} `),
    });
  });

  it('and is reported, never rewritten, when one of the two changes', async () => {
    const account = await scene.account('EUR');
    const ids = [];
    for (const amount of [10, 20]) ids.push(await scene.invoice(account.id, [['Fee', amount]]));
    const numbers = [];
    for (const invoiceId of ids) numbers.push((await sync.synced({ invoiceId })).steps[0]?.after);
    const [first, second] = ids as [string, string];
    const before = writes();
    await patch(first, { status: 'VOID' });
    expect(await sync.refused({ invoiceId: first })).toBe(
      `CONFLICT: The invoice ${first} is void (VOID), after it was booked as invoice ${numbers[0]?.number}: take that back by hand.`,
    );
    togai.updateInvoice(second, { totalAmount: 20.5, revenueInfo: { units: 'EUR', value: 20.5, ...LINE } });
    expect(await sync.refused({ invoiceId: second })).toBe(
      `CONFLICT: The invoice ${second} has changed since it was booked as invoice ${numbers[1]?.number}, which is never rewritten: correct the difference there by hand.`,
    );
    zuora.update('invoice', String(numbers[1]?.id), { status: 'Canceled' });
    expect(await sync.refused({ invoiceId: second })).toContain(
      'which somebody has cancelled or reversed: book it by hand.',
    );
    expect(await invoicesOf(account)).toHaveLength(2);
    expect(writes()).toBe(before);
  });

  it('and not one that nobody has to pay, yet or any more', async () => {
    const account = await scene.account('EUR');
    const elsewhere = await scene.account('EUR', { zuoraCurrency: 'USD' });
    const draft = await scene.invoice(account.id, [['Fee', 1]], { status: 'DRAFT' });
    const voided = await scene.invoice(account.id, [['Fee', 2]]);
    await patch(voided, { status: 'VOID' });
    const negative = await scene.invoice(account.id, [['Goodwill', -3]]);
    const nothing = await scene.invoice(account.id, [['Free', 0]]);
    const dollars = await scene.invoice(elsewhere.id, [['Fee', 4]]);
    const before = writes();
    const said = async (invoiceId: string) => (await sync.refused({ invoiceId })).replaceAll(invoiceId, 'ID');
    expect(await said('inv.none')).toBe('NOT_FOUND: There is no invoice ID.');
    expect(await said(draft)).toBe('CONFLICT: The invoice ID is a draft: it can be booked when it is issued (DRAFT).');
    expect(await said(voided)).toBe('CONFLICT: The invoice ID is void (VOID).');
    expect(await said(negative)).toBe(
      'UNSUPPORTED: The invoice ID comes to -3 EUR: that is a credit, and no invoice to be paid.',
    );
    expect(await said(dollars)).toContain(`The account ${elsewhere.number} is in USD, and the amount is in EUR`);
    expect(await sync.synced({ invoiceId: nothing })).toMatchObject({ status: 'SUCCEEDED', steps: [] });
    expect(writes()).toBe(before);
  });
});

describe('an invoice becomes usage', () => {
  it('by what was used or by what it cost, on the charge that the settings of the meter name; in one form only', async () => {
    await scene.met(METERED);
    const { data } = (await scene.togai.get(`/invoices?owner_id=${METERED.id}`)).body;
    const [one, other] = await Promise.all(
      data.map(async ({ id }: { id: string }) => (await scene.togai.get(`/invoices/${id}`)).body),
    );
    const [meter] = (await scene.togai.get('/usage_meters')).body.data.filter(
      (each: { displayName: string }) => each.displayName === 'Compute time',
    );
    const usageOf = ({ id }: { id: string }) => `TOGAI invoice ${id} meter ${meter.id}`;
    const startedOn = [one, other].map(({ startDate }) => startDate.slice(0, 10)).sort()[0];
    const before = writes();
    const said = (id: string, as: string) => sync.refused({ invoiceId: id, as });
    expect(await said(one.id, 'USAGE_QUANTITY')).toBe(
      'UNSUPPORTED: Compute time: its usage meter has no setting that says on which charge it is billed.',
    );

    const dear = await scene.usageCharge('Minute', { USD: '0.25' });
    const even = await scene.usageCharge('Dollar', { USD: '1' });
    const [costly, exact] = [
      await scene.subscription(METERED, dear.planId, startedOn),
      await scene.subscription(METERED, even.planId, startedOn),
    ];
    await scene.setting(meter.id, 'zuora_charge_id', dear.chargeId);
    const quantity = one.usageInfo[0].value;
    expect(await said(one.id, 'USAGE_REVENUE')).toBe(
      `UNSUPPORTED: The charge ${costly.chargeNumber} of ${costly.subscriptionNumber} costs 0.25 a unit (Per Unit Pricing): an amount can be its quantity at 1 a unit alone.`,
    );

    const planned = await sync.begin({ invoiceId: one.id, as: 'USAGE_QUANTITY' }, true);
    zuora.fault('POST /v1/object/usage', { kind: 'reply-lost' });
    const run = await sync.synced({ invoiceId: one.id, as: 'USAGE_QUANTITY' });
    expect(run).toMatchObject({ status: 'SUCCEEDED', failure: null });
    const [step, none] = run.steps;
    expect(none).toBeUndefined();
    expect(step).toMatchObject({
      name: `Usage of ${quantity} for ${usageOf(one)}`,
      action: 'Object_POSTUsage',
      target: METERED.number,
      after: {
        ...{ Quantity: quantity, UOM: 'Minute', ChargeId: costly.chargeId, UniqueKey: usageOf(one) },
        ...{ SubscriptionNumber: costly.subscriptionNumber, Description: `Compute time [${usageOf(one)}]` },
        StartDateTime: one.startDate.replace('Z', '+00:00'),
        EndDateTime: one.endDate.replace('Z', '+00:00'),
      },
    });
    const { id: usageId, ...asked } = step?.after ?? {};
    expect(planned.run?.steps.map(({ after }) => after)).toEqual([asked]);

    // The other one by revenue, on a charge that is named by its number, of a subscription that is named.
    await scene.setting(meter.id, 'zuora_subscription_id', exact.subscriptionNumber);
    const all = await scene.togai.get(`/settings?entity_id=${meter.id}`);
    const setting = all.body.data.find(({ name }: { name: string }) => name === 'zuora_charge_id');
    await fetch(`${togai.url}/settings/${setting.id}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${togai.credentials.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'zuora_charge_id', value: exact.chargeNumber, dataType: 'STRING' }),
    });
    const revenue = other.revenueInfo.lineItems[1].value;
    expect((await sync.synced({ invoiceId: other.id, as: 'USAGE_REVENUE' })).failure).toBeNull();
    const rows = (await scene.rows('usages', `accountnumber.EQ:${METERED.number}`)).filter(({ uniqueKey }) =>
      uniqueKey?.startsWith('TOGAI invoice'),
    );
    const booked = rows.map((row) => [row.uniqueKey, row.quantity, row.uOM, row.ratePlanChargeId]).sort();
    expect(booked).toEqual(
      [
        [usageOf(one), quantity, 'Minute', costly.chargeId],
        [usageOf(other), revenue, 'Dollar', exact.chargeId],
      ].sort(),
    );

    // Again: nothing. In another form: reported, for it would be billed twice.
    const after = writes();
    expect(await sync.synced({ invoiceId: other.id, as: 'USAGE_REVENUE' })).toMatchObject({ steps: [] });
    expect(await said(one.id, 'INVOICE')).toBe(
      `CONFLICT: The invoice ${one.id} is booked in another way, as usage record ${usageId}: it must not be billed twice.`,
    );
    expect(await said(other.id, 'USAGE_QUANTITY')).toMatch(/has changed since it was booked as usage record/);
    expect(writes()).toBe(after);
    // Two usage records; a product, a plan, a charge and a subscription, twice: and a lost answer asked for again.
    expect(after - before).toBe(2 + 8 + 1);
  });
});
