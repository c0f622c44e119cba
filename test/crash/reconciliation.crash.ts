import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { type CrashStore, describeCrashes, QUICK_TAKEOVER } from '../support/crash-stores.js';
import { killableGateway } from '../support/killable-gateway.js';
import { type MoneyScene, moneyScene, type SceneAccount } from '../support/money-scene.js';

const START = `mutation ($input: ReconciliationInput!) {
  started: reconciliationStart(input: $input, dryRun: false) { run { id } userErrors { message } } }`;
const RUN = `query ($id: ID!) { syncRun(id: $id) { status failure steps { action status after }
  parts(first: 10) { nodes { kind status failure steps { action status } } } } }`;
const ENDS = { from: 'ZUORA_BILLING', to: 'TOGAI', kinds: ['CUSTOMER', 'CREDIT', 'INVOICE'], invoicesAs: 'INVOICE' };

interface Part {
  readonly kind: string;
  readonly status: string;
  readonly failure: string | null;
}
interface Shown extends Omit<Part, 'kind'> {
  readonly parts: { readonly nodes: readonly Part[] };
}

// In its own reading, and in everything that its parts change. What is late has been carried out: its answer is what never comes.
const LATE = { kind: 'latency', ms: 600_000 } as const;
const DEATHS = [
  'GET /customers/KEY',
  'GET /object-query/accounts',
  'GET /object-query/credit-memos',
  'GET /object-query/invoices',
  'PATCH /customers/KEY',
  'POST /v1/credit-memos',
  'POST /v1/invoices',
];

describeCrashes('a reconciliation', (open) => {
  let zuora: ZuoraSandbox;
  let togai: TogaiSandbox;
  let store: CrashStore;
  let gateway: ReturnType<typeof killableGateway>;
  let scene: MoneyScene;

  beforeAll(async () => {
    [zuora, togai] = await Promise.all([
      startZuoraBillingSandbox({ customers: 5, limits: false }),
      startTogaiSandbox({ customers: 5, limits: false }),
    ]);
    store = await open();
    const charge = {
      ZUORA_BILLING_CREDIT_CHARGE_ID: zuora.creditChargeId,
      ZUORA_BILLING_CREDIT_CHARGE_KIND: 'PRODUCT_RATE_PLAN_CHARGE',
    };
    const environment = { ...QUICK_TAKEOVER, ...charge, CACHE_MAX_ENTRIES: '0', FLOW_POLL_MINUTES: '0' };
    gateway = killableGateway({ zuora, togai, environment });
    await gateway.start(store.url);
    scene = moneyScene(gateway.ask, { togai, zuora });
  }, 60_000);
  afterAll(async () => {
    await gateway?.kill();
    await store?.remove();
    await Promise.all([zuora?.close(), togai?.close()]);
  });

  const read = async (id: string) => (await gateway.ask<{ syncRun: Shown }>(RUN, { id })).syncRun;
  const begun = async (customer: string): Promise<string> => {
    const { started } = await gateway.ask<{ started: { run: { id: string }; userErrors: object[] } }>(START, {
      input: { ...ENDS, customer },
    });
    expect(started.userErrors).toEqual([]);
    return started.run.id;
  };
  const ended = async (id: string) => {
    const open = async () => {
      const { status, parts } = await read(id);
      return [status, ...parts.nodes.map((part) => part.status)].filter(
        (one) => one !== 'SUCCEEDED' && one !== 'NEEDS_ATTENTION',
      );
    };
    await expect.poll(open, { timeout: 60_000, interval: 20 }).toEqual([]);
    return await read(id);
  };

  /** A customer who was in step, and of whom three things are not any more. */
  const differing = async () => {
    const account = await scene.account('EUR');
    const { customer } = await gateway.ask<{ customer: { id: string } }>(
      'query ($ref: ExternalIdInput!) { customer(externalId: $ref) { id } }',
      { ref: { system: 'TOGAI', value: account.id } },
    );
    await ended(await begun(customer.id));
    zuora.updateAccount(account.number, { name: `New ${account.id}` });
    await scene.credit(account.id, 25);
    await scene.invoice(account.id, [['Fee', 30]]);
    return { account, customer: customer.id };
  };
  /** Everything that came of it, in words that are the same for all. */
  const outcomeOf = async ({ id, zuoraId, number }: SceneAccount, run: string) => {
    const { status, failure, parts } = await ended(run);
    const all = JSON.stringify({
      ...{ status, failure },
      parts: parts.nodes.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
      name: (await scene.togai.get(`/customers/${id}`)).body.name,
      memos: (await scene.rows('credit-memos', `accountid.EQ:${zuoraId}`)).map(({ totalAmount }) => totalAmount),
      invoices: (await scene.rows('invoices', `accountid.EQ:${zuoraId}`)).map(({ amount }) => amount),
    });
    return JSON.parse(all.replaceAll(id, 'the id').replaceAll(number, 'the number'));
  };

  it('ends like an undisturbed one, wherever it or its parts are when the process is killed', async () => {
    const first = await differing();
    const undisturbed = await outcomeOf(first.account, await begun(first.customer));
    expect(undisturbed).toMatchObject({
      ...{ status: 'SUCCEEDED', failure: null, name: 'New the id', memos: [25], invoices: [30] },
      parts: ['CREDIT', 'CUSTOMER', 'INVOICE'].map((kind) => ({ kind, status: 'SUCCEEDED', failure: null })),
    });
    const dying = [];
    for (const where of DEATHS) {
      const { account, customer } = await differing();
      const match = where.replace('KEY', account.id);
      const system = /object-query|\/v1\//.test(where) ? zuora : togai;
      const met = system.requests(match).length;
      system.fault(match, LATE);
      const run = await begun(customer);
      await expect.poll(() => system.requests(match).length, { interval: 10, timeout: 10_000 }).toBeGreaterThan(met);
      dying.push({ where, account, run });
    }
    await gateway.kill();
    await gateway.start(store.url);
    for (const { where, account, run } of dying) expect(await outcomeOf(account, run), where).toEqual(undisturbed);
  }, 120_000);
});
