import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Fault } from '../../src/upstreams/sandbox-kit/types.js';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { QUICK_TAKEOVER } from './crash-stores.js';
import { type MoneyScene, moneyScene, type SceneAccount, syncing } from './money-scene.js';
import { mortalGateway, togaiAt, zuoraAt } from './mortal-gateway.js';

type Form = 'CREDIT' | 'INVOICE' | 'USAGE_QUANTITY';
const LATE: Fault = { kind: 'latency', ms: 600_000 };
/** What is late has been carried out: its answer is what never comes. */
const DEATHS: readonly (readonly [name: string, form: Form, match: string, fault: Fault])[] = [
  ['in the look for the credit memo', 'CREDIT', 'GET /object-query/credit-memos', LATE],
  ['in the credit memo', 'CREDIT', 'POST /v1/credit-memos', LATE],
  ['with the credit memo made, in the look whether it is', 'CREDIT', 'GET /v1/credit-memos/*', LATE],
  ['in the invoice', 'INVOICE', 'POST /v1/invoices', LATE],
  ['with the invoice made, in the look whether it is', 'INVOICE', 'GET /object-query/invoices', { ...LATE, after: 1 }],
  ['in the usage', 'USAGE_QUANTITY', 'POST /v1/object/usage', LATE],
  [
    'with the usage made, in the look whether it is',
    'USAGE_QUANTITY',
    'GET /object-query/usages',
    { ...LATE, after: 1 },
  ],
];
/** What is a draft is put into the books once the configuration says so. */
const POSTINGS = ['PUT /v1/credit-memos/*/post', 'PUT /v1/invoices/*/post'];

/** Kills a gateway inside of everything that it books, and looks whether each document is there once. */
export function moneyCrashes(openStore: () => Promise<{ url: string; remove: () => Promise<void> }>): void {
  let zuora: ZuoraSandbox;
  let togai: TogaiSandbox;
  let store: { url: string; remove: () => Promise<void> };
  const gateway = mortalGateway();
  let scene: MoneyScene;
  let plan: string;

  const start = (documents: 'DRAFT' | 'POSTED') =>
    gateway.start({
      ...{ ...QUICK_TAKEOVER, DATABASE_URL: store.url, TOGAI_REQUESTS_PER_SECOND: '1000' },
      ...{ ...togaiAt(togai), ...zuoraAt(zuora) },
      ZUORA_BILLING_CREDIT_CHARGE_ID: zuora.creditChargeId,
      ZUORA_BILLING_CREDIT_CHARGE_KIND: 'PRODUCT_RATE_PLAN_CHARGE',
      ZUORA_BILLING_SYNCED_DOCUMENTS: documents,
    });
  async function dieAndStart(documents: 'DRAFT' | 'POSTED', faults: () => void = () => {}): Promise<void> {
    await gateway.kill();
    zuora.clearFaults();
    faults();
    await start(documents);
  }
  const { ask } = gateway;

  beforeAll(async () => {
    [zuora, togai] = await Promise.all([
      startZuoraBillingSandbox({ customers: 5, limits: false }),
      startTogaiSandbox({ customers: 5, limits: false }),
    ]);
    store = await openStore();
    await start('DRAFT');
    scene = moneyScene(ask, { togai, zuora });
    const charge = await scene.usageCharge('Minute', { EUR: '0.25' });
    plan = charge.planId;
    const [meter] = (await scene.togai.get('/usage_meters')).body.data;
    await scene.setting(meter.id, 'zuora_charge_id', charge.chargeId);
  }, 60_000);
  afterAll(async () => {
    await gateway.kill();
    await store?.remove();
    await Promise.all([zuora?.close(), togai?.close()]);
  });

  const sync = (form: Form) => syncing(ask, form === 'CREDIT' ? 'creditSync' : 'invoiceSync');

  /** An account of its own for each run, and what is asked for. */
  async function asked(form: Form): Promise<{ account: SceneAccount; input: object }> {
    const account = await scene.account('EUR');
    if (form === 'CREDIT') return { account, input: { creditId: await scene.credit(account.id, 12.34) } };
    const invoiceId = await scene.invoice(account.id, [['Fee', 56.78]]);
    if (form === 'INVOICE') return { account, input: { invoiceId, as: form } };
    await scene.subscription(account, plan);
    const [meter] = (await scene.togai.get('/usage_meters')).body.data;
    const line = { description: meter.displayName, type: 'USAGE_METER_USAGE', value: 90.5, lineItems: [] };
    togai.updateInvoice(invoiceId, { usageInfo: [line] });
    return { account, input: { invoiceId, as: form } };
  }

  /** Everything that came of it, without the ids that differ from run to run. */
  async function outcomeOf(form: Form, { zuoraId }: SceneAccount, id: string) {
    const { status, failure, steps } = await sync(form).until(id, 'SUCCEEDED', 'NEEDS_ATTENTION');
    const own = `accountid.EQ:${zuoraId}`;
    const rowsOf = (objects: string) => scene.rows(objects, own);
    const memos = (await rowsOf('credit-memos')).map((row) => [row.totalAmount, row.status]);
    const invoices = (await rowsOf('invoices')).map((row) => [row.amount, row.status]);
    const usages = (await rowsOf('usages')).map((row) => [row.quantity, row.uOM]);
    return { status, failure, done: steps.every((step) => step.status === 'DONE'), memos, invoices, usages };
  }
  const once = { status: 'SUCCEEDED', failure: null, done: true };
  const EXPECTED = {
    CREDIT: { ...once, memos: [[12.34, 'Posted']], invoices: [], usages: [] },
    INVOICE: { ...once, memos: [], invoices: [[56.78, 'Posted']], usages: [] },
    USAGE_QUANTITY: { ...once, memos: [], invoices: [], usages: [[90.5, 'Minute']] },
  };

  it('ends with one document for each, wherever a run is when the process is killed', async () => {
    const dying = [];
    for (const [name, form, match, { after = 0 }] of DEATHS) {
      const { account, input } = await asked(form);
      const planned = await sync(form).begin(input, true);
      expect(planned.userErrors, name).toEqual([]);
      // The request looks, too, before its run does.
      const looks = match.startsWith('GET /object-query') ? 1 : 0;
      const reached = zuora.requests(match).length + after + looks;
      zuora.fault(match, { ...LATE, after: after + looks });
      const begun = await sync(form).begin(input);
      expect(begun.userErrors, name).toEqual([]);
      await expect.poll(() => zuora.requests(match).length, { interval: 5, timeout: 30_000 }).toBeGreaterThan(reached);
      dying.push({ name, form, account, id: String(begun.run?.id) });
    }
    // What was a draft is posted now: the first of each dies in that.
    await dieAndStart('POSTED', () => {
      for (const match of POSTINGS) zuora.fault(match, LATE);
    });
    for (const match of POSTINGS) {
      await expect.poll(() => zuora.requests(match).length, { interval: 10, timeout: 60_000 }).toBeGreaterThan(0);
    }
    await dieAndStart('POSTED');
    for (const { name, form, account, id } of dying) {
      expect(await outcomeOf(form, account, id), name).toEqual(EXPECTED[form]);
    }
    for (const form of ['CREDIT', 'INVOICE', 'USAGE_QUANTITY'] as const) {
      const { account, input } = await asked(form);
      const begun = await sync(form).begin(input);
      expect(await outcomeOf(form, account, String(begun.run?.id)), 'undisturbed').toEqual(EXPECTED[form]);
    }
  }, 180_000);
}
