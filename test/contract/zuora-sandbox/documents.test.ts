import { Decimal } from 'decimal.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../../src/upstreams/zuora-billing/sandbox/index.js';
import { type Reply, signIn, type ZuoraClient } from './client.js';

type Row = Reply['body'];
let sandbox: ZuoraSandbox;
let zuora: ZuoraClient;
let accounts: Row[];
let invoices: Row[];

beforeAll(async () => {
  sandbox = await startZuoraBillingSandbox({ customers: 200, limits: false });
  zuora = await signIn(sandbox);
  accounts = await zuora.all('accounts');
  invoices = await zuora.all('invoices');
});
afterAll(() => sandbox.close());

const sum = (rows: readonly Row[], ...fields: string[]) =>
  rows.reduce((all, row) => fields.reduce((part, field) => part.plus(row[field]), all), new Decimal(0)).toNumber();
const kinds = (rows: readonly Row[], field: string) => [...new Set(rows.map((row) => row[field]))].sort();

describe('invoices', () => {
  it('are the sum of their items and taxes', async () => {
    const items = Map.groupBy(await zuora.all('invoice-items'), ({ invoiceId }) => invoiceId);
    expect(invoices.length).toBeGreaterThan(500);
    for (const invoice of invoices) {
      const own = items.get(invoice.id) ?? [];
      expect(own.length, invoice.invoiceNumber).toBeGreaterThan(0);
      expect(sum(own, 'chargeAmount'), invoice.invoiceNumber).toBe(invoice.amountWithoutTax);
      expect(sum(own, 'taxAmount'), invoice.invoiceNumber).toBe(invoice.taxAmount);
      expect(sum(own, 'chargeAmount', 'taxAmount'), invoice.invoiceNumber).toBe(invoice.amount);
    }
    expect([...items.values()].flat().every(({ invoiceId }) => invoices.some(({ id }) => id === invoiceId))).toBe(true);
  });

  it('are open by what nobody paid or credited, and that is what the account owes', async () => {
    const memos = await zuora.all('credit-memos');
    const payments = await zuora.all('payments');
    for (const invoice of invoices) {
      const left = new Decimal(invoice.amount).minus(invoice.paymentAmount).minus(invoice.creditMemoAmount).toNumber();
      expect(invoice.balance, invoice.invoiceNumber).toBe(left);
      const credited = memos.filter(({ invoiceId }) => invoiceId === invoice.id);
      expect(sum(credited, 'appliedAmount'), invoice.invoiceNumber).toBe(invoice.creditMemoAmount);
    }
    const ofAccount = (rows: readonly Row[], id: string) => rows.filter(({ accountId }) => accountId === id);
    for (const account of accounts) {
      const posted = ofAccount(invoices, account.id).filter(({ status }) => status === 'Posted');
      expect(sum(posted, 'balance'), account.accountNumber).toBe(account.totalInvoiceBalance);
      const applied = sum(ofAccount(payments, account.id), 'appliedAmount');
      expect(applied, account.accountNumber).toBe(sum(posted, 'paymentAmount'));
      const last = posted
        .map(({ invoiceDate }) => invoiceDate)
        .sort()
        .at(-1);
      expect(last, account.accountNumber).toBe(account.lastInvoiceDate);
    }
    expect(invoices.some(({ balance, paymentAmount }) => balance > 0 && paymentAmount > 0)).toBe(true);
  });

  it('come in every state, in whole yen, and not for every account', () => {
    expect(kinds(invoices, 'status')).toEqual(['Canceled', 'Draft', 'Posted']);
    expect(kinds(invoices, 'reversed')).toEqual([false, true]);
    expect(kinds(invoices, 'sourceType')).toEqual(['Standalone', 'Subscription']);
    const yen = invoices.filter(({ currency }) => currency === 'JPY');
    expect(yen.length).toBeGreaterThan(20);
    expect(yen.every((one) => [one.amount, one.taxAmount, one.balance].every(Number.isInteger))).toBe(true);
    const billed = new Set(invoices.map(({ accountId }) => accountId));
    expect(accounts.filter(({ id }) => !billed.has(id)).length).toBeGreaterThan(20);
  });

  it('name subscriptions and charges that exist', async () => {
    const items = (await zuora.all('invoice-items')).filter(({ subscriptionNumber }) => subscriptionNumber);
    const names = new Set((await zuora.all('subscriptions')).map(({ name, accountId }) => `${accountId} ${name}`));
    expect(items.length).toBeGreaterThan(500);
    for (const item of items) expect(names).toContain(`${item.accountId} ${item.subscriptionNumber}`);
    const { body } = await zuora.get(`/object-query/invoice-items/${items[0].id}`, {
      'expand[]': ['rateplancharge', 'invoice'],
    });
    expect(body.ratePlanCharge.chargeNumber).toBe(items[0].chargeNumber);
    expect(body.invoice.id).toBe(items[0].invoiceId);
  });

  it('are found by number, and expanded with their items', async () => {
    const [asked] = invoices;
    const { body } = await zuora.get(`/object-query/invoices/${asked.invoiceNumber}`, { 'expand[]': 'invoiceitems' });
    expect(body).toMatchObject(asked);
    expect(sum(body.invoiceItems, 'chargeAmount')).toBe(asked.amountWithoutTax);
    const found = await zuora.all('invoices', { 'filter[]': `invoicenumber.IN:[${asked.invoiceNumber}]` });
    expect(found).toEqual([asked]);
  });
});

it('customer 9 has more invoices than fit on a page and thousands of usage records, on a page after another', async () => {
  const { body: account } = await zuora.get('/object-query/accounts/A00000010');
  const own = await zuora.all('invoices', { 'filter[]': `accountid.EQ:${account.id}`, 'sort[]': 'invoicedate.DESC' });
  expect(own.filter(({ status }) => status !== 'Draft')).toHaveLength(120);
  const used = await zuora.all('usages', { 'filter[]': `accountid.EQ:${account.id}`, 'sort[]': 'startdatetime.DESC' });
  expect(used).toHaveLength(2400);
  const starts = used.map(({ startDateTime }) => Date.parse(startDateTime));
  expect(starts).toEqual(starts.toSorted((a, b) => b - a));
  expect(new Set(used.map(({ id }) => id)).size).toBe(2400);
});

it('payments, memos and usages come in their states', async () => {
  expect(kinds(await zuora.all('payments'), 'status')).toEqual(['Error', 'Processed']);
  expect(kinds(await zuora.all('credit-memos'), 'status')).toEqual(['Draft', 'Posted']);
  expect(kinds(await zuora.all('debit-memos'), 'status')).toEqual(['Draft', 'Posted']);
  expect(kinds(await zuora.all('usages'), 'rbeStatus')).toEqual(['Pending', 'Processed']);
});

it('payment methods are masked, and the default one belongs to the account', async () => {
  const methods = await zuora.all('payment-methods');
  expect(kinds(methods, 'type')).toEqual(['ACH', 'CreditCard', 'PayPal']);
  expect(JSON.stringify(methods)).not.toMatch(/"\d{12,}"/);
  for (const { id, defaultPaymentMethodId } of accounts) {
    const own = methods.filter(({ accountId }) => accountId === id);
    if (own.length > 0) expect(own.map((one) => one.id)).toContain(defaultPaymentMethodId);
    else expect(defaultPaymentMethodId).toBeUndefined();
  }
});
