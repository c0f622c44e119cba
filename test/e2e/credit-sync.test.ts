import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startContractProxies } from '../support/contract-proxy.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { type MoneyScene, moneyScene, type SceneAccount, syncing } from '../support/money-scene.js';

/** The same tenant once more, where credits become usage of a charge that costs 1, and documents are posted at once. */
const OTHER = 'ZUORA_BILLING/other';
let gateway: TestGateway;
let zuora: ZuoraSandbox;
let proxies: Awaited<ReturnType<typeof startContractProxies>>;
let tenant: string;
let togai: TogaiSandbox;
let scene: MoneyScene;
let sync: ReturnType<typeof syncing>;
let euros: SceneAccount;
let credits: { readonly planId: string; readonly chargeId: string };

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await gateway.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

beforeAll(async () => {
  zuora = await startZuoraBillingSandbox({ customers: 5, limits: false });
  proxies = await startContractProxies({ 'zuora-billing': zuora.url });
  tenant = proxies?.urlOf('zuora-billing') ?? zuora.url;
  gateway = await startTestGateway({
    sandbox: { customers: 5 },
    environment: {
      DISCOVERY_INTERVAL_MINUTES: '0',
      CONNECTION_KEYS: `first:${randomBytes(32).toString('base64')}`,
      CONNECTION_HOSTS: new URL(tenant).host,
      ZUORA_BILLING_URL: tenant,
    },
  });
  togai = gateway.sandbox('TOGAI') as TogaiSandbox;
  scene = moneyScene(ask, { togai, zuora });
  sync = syncing(ask, 'creditSync');
  euros = await scene.account('EUR');
  credits = await scene.usageCharge('Credit', { EUR: '1', KWD: '1' });
  await changeOther('connectionCreate', { system: 'ZUORA_BILLING', name: 'Other', ...otherSettings() });
}, 60_000);
afterAll(async () => {
  await gateway?.close();
  expect((await proxies?.violations()) ?? []).toEqual([]);
  await zuora?.close();
});

function otherSettings() {
  const { clientId, clientSecret } = zuora.credentials;
  const settings = { CLIENT_ID: clientId, CLIENT_SECRET: clientSecret, SYNCED_DOCUMENTS: 'POSTED' };
  return {
    endpoint: tenant,
    settings: Object.entries(settings).map(([name, value]) => ({ name, value })),
    ...{ chargeId: credits.chargeId, chargeKind: 'SUBSCRIPTION_CHARGE' },
  };
}

async function changeOther(field: 'connectionCreate' | 'connectionUpdate', input: object): Promise<void> {
  const [parameter, argument] = field === 'connectionUpdate' ? ['$id: ID!, ', 'id: $id, '] : ['', ''];
  const { changed } = await ask<{ changed: { userErrors: object[] } }>(
    `mutation (${parameter}$input: ConnectionInput!) { changed: ${field}(${argument}input: $input) { userErrors { message } } }`,
    { id: OTHER, input },
  );
  expect(changed.userErrors).toEqual([]);
}
/** The account is known by that connection, too. */
const metByOther = ({ number }: SceneAccount) =>
  ask('query ($key: String!) { zuoraAccount(key: $key, connection: "ZUORA_BILLING/other") { customer { id } } }', {
    key: number,
  });

const memosOf = ({ zuoraId }: SceneAccount) => scene.rows('credit-memos', `accountid.EQ:${zuoraId}`);
const usagesOf = ({ zuoraId }: SceneAccount) => scene.rows('usages', `accountid.EQ:${zuoraId}`);
const writes = () =>
  zuora.requests().filter(({ method, path }) => method !== 'GET' && !path.startsWith('/oauth')).length;

describe('a credit becomes a credit memo', () => {
  it('of its amount, against the charge of the connection; a dry run has the same step, and again nothing is written', async () => {
    const creditId = await scene.credit(euros.id, 80.05);
    const before = writes();
    const planned = await sync.begin({ creditId }, true);
    expect(planned.userErrors).toEqual([]);
    const step = {
      name: `Credit memo of 80.05 EUR for TOGAI credit ${creditId}`,
      action: 'POST_CreditMemoFromPrpc',
      target: euros.number,
      after: {
        accountId: euros.zuoraId,
        autoPost: false,
        comment: `Goodwill [TOGAI credit ${creditId}]`,
        effectiveDate: '2026-06-15',
        charges: [
          {
            ...{ productRatePlanChargeId: zuora.creditChargeId, amount: 80.05, description: 'Goodwill' },
            ...{ serviceStartDate: '2026-06-15', serviceEndDate: '2026-06-15' },
          },
        ],
      },
    };
    expect(planned.run).toMatchObject({ status: 'PLANNED', steps: [{ ...step, status: 'PLANNED', attempts: 0 }] });
    expect(writes()).toBe(before);

    const run = await sync.synced({ creditId });
    const [memo, another] = await memosOf(euros);
    expect(another).toBeUndefined();
    expect(memo).toMatchObject({ totalAmount: 80.05, currency: 'EUR', status: 'Draft', memoDate: '2026-06-15' });
    const made = { ...step.after, id: memo?.id, number: memo?.memoNumber };
    expect(run).toMatchObject({ status: 'SUCCEEDED', failure: null });
    expect(run.steps).toEqual([{ ...step, status: 'DONE', attempts: 1, after: made }]);

    const after = writes();
    expect(await sync.synced({ creditId })).toMatchObject({ status: 'SUCCEEDED', steps: [] });
    expect((await sync.begin({ creditId }, true)).run).toMatchObject({ status: 'PLANNED', steps: [] });
    expect(writes()).toBe(after);
  });

  it.each([
    ['JPY', 1500, 1500],
    ['KWD', 12.345, 12.345],
    ['USD', 0.07, 0.07],
  ])('in %s to the last digit', async (currency, granted, booked) => {
    const account = await scene.account(currency);
    const run = await sync.synced({ creditId: await scene.credit(account.id, granted) });
    expect(run.failure).toBeNull();
    expect(await memosOf(account)).toMatchObject([{ totalAmount: booked, currency }]);
  });

  it('once for each of two credits of the same amount, though answers are lost', async () => {
    const account = await scene.account('EUR');
    const ids = [await scene.credit(account.id, 10), await scene.credit(account.id, 10)];
    for (const creditId of ids) {
      zuora.fault('POST /v1/credit-memos', { kind: 'reply-lost' });
      expect(await sync.synced({ creditId })).toMatchObject({ status: 'SUCCEEDED', steps: [{ status: 'DONE' }] });
    }
    const memos = await memosOf(account);
    expect(memos.map(({ totalAmount }) => totalAmount)).toEqual([10, 10]);
    expect(memos.map(({ id }) => zuora.record('creditMemo', id)?.comments).sort()).toEqual(
      ids.map((id) => `Goodwill [TOGAI credit ${id}]`).sort(),
    );
  });

  it('that is found by its comment alone, however long ago it was made', async () => {
    const account = await scene.account('EUR');
    const creditId = await scene.credit(account.id, 33);
    // As if by another gateway, whose notes and idempotency keys are gone.
    zuora.add('creditMemo', {
      ...{ accountId: account.zuoraId, memoNumber: 'CM-BY-HAND', status: 'Posted', currency: 'EUR', totalAmount: 33 },
      comments: `edited by a person [TOGAI credit ${creditId}]`,
    });
    const before = writes();
    expect(await sync.synced({ creditId })).toMatchObject({ status: 'SUCCEEDED', steps: [] });
    expect(writes()).toBe(before);
  });

  it('and is reported, not rewritten, when one of the two is taken back', async () => {
    const account = await scene.account('EUR');
    const creditId = await scene.credit(account.id, 5);
    const [step] = (await sync.synced({ creditId })).steps;
    const [id, number] = [String(step?.after?.id), String(step?.after?.number)];
    await scene.togai.post(`/credits/${creditId}/void`);
    expect(await sync.refused({ creditId })).toBe(
      `CONFLICT: The credit ${creditId} was voided after it was booked as credit memo ${number}: cancel or reverse that by hand.`,
    );
    zuora.update('creditMemo', id, { status: 'Canceled' });
    expect(await sync.synced({ creditId })).toMatchObject({ status: 'SUCCEEDED', steps: [] });

    const other = await scene.credit(account.id, 6);
    const [booked] = (await sync.synced({ creditId: other })).steps;
    zuora.update('creditMemo', String(booked?.after?.id), { status: 'Canceled' });
    expect(await sync.refused({ creditId: other })).toMatch(/which somebody has cancelled: void the credit, too/);
    expect(await memosOf(account)).toHaveLength(2);
  });
});

describe('a credit becomes usage at price 1', () => {
  it('on the charge of the account, through the connection that says so', async () => {
    const account = await scene.account('KWD');
    await metByOther(account);
    const creditId = await scene.credit(account.id, 12.345);
    expect(await sync.refused({ creditId, to: OTHER })).toBe(
      `NOT_FOUND: There is no charge ${credits.chargeId} on account ${account.number}: subscribe it to one, or name another one.`,
    );
    const { subscriptionNumber, chargeId } = await scene.subscription(account, credits.planId);
    zuora.fault('POST /v1/object/usage', { kind: 'reply-lost' });
    const run = await sync.synced({ creditId, to: OTHER });
    expect(run).toMatchObject({
      status: 'SUCCEEDED',
      steps: [
        {
          ...{ name: `Usage of 12.345 KWD for TOGAI credit ${creditId}`, action: 'Object_POSTUsage', status: 'DONE' },
          after: {
            ...{ AccountId: account.zuoraId, ChargeId: chargeId, SubscriptionNumber: subscriptionNumber },
            ...{ UOM: 'Credit', Quantity: 12.345, UniqueKey: `TOGAI credit ${creditId}` },
            Description: `Goodwill [TOGAI credit ${creditId}]`,
          },
        },
      ],
    });
    const usages = await usagesOf(account);
    expect(usages).toMatchObject([{ quantity: 12.345, uOM: 'Credit', ratePlanChargeId: chargeId }]);
    expect(new Date(String(usages[0]?.startDateTime)).toISOString()).toBe('2026-06-15T12:00:00.000Z');
    // Nobody books it a second time in another way.
    for (const to of [OTHER, 'ZUORA_BILLING']) {
      expect(await sync.synced({ creditId, to })).toMatchObject({ status: 'SUCCEEDED', steps: [] });
    }
    expect(await memosOf(account)).toEqual([]);
    expect(await usagesOf(account)).toHaveLength(1);
  });

  it('or a posted credit memo, once the connection says that', async () => {
    const account = await scene.account('EUR');
    await metByOther(account);
    await changeOther('connectionUpdate', { chargeId: zuora.creditChargeId, chargeKind: 'PRODUCT_RATE_PLAN_CHARGE' });
    const creditId = await scene.credit(account.id, 42);
    await sync.synced({ creditId });
    expect(await memosOf(account)).toMatchObject([{ status: 'Draft' }]);
    // A draft of the other connection is posted by this one.
    expect((await sync.synced({ creditId, to: OTHER })).steps).toMatchObject([{ action: 'PUT_PostCreditMemo' }]);
    const posted = await scene.credit(account.id, 43);
    expect((await sync.synced({ creditId: posted, to: OTHER })).steps).toMatchObject([{ after: { autoPost: true } }]);
    expect((await memosOf(account)).map(({ status, totalAmount }) => [status, totalAmount]).sort()).toEqual([
      ['Posted', 42],
      ['Posted', 43],
    ]);
  });
});

describe('a credit is refused, with what a person has to do, and nothing is written', () => {
  it('for what it is, whose it is, and where it should go', async () => {
    const account = await scene.account('EUR');
    const elsewhere = await scene.account('EUR', { zuoraCurrency: 'USD' });
    const unknown = await scene.account('USD');
    const credit = (more: object, amount = 10) => scene.credit(account.id, amount, more);
    const ids = {
      voided: await credit({}),
      fine: await credit({}, 10.005),
      currency: await scene.credit(elsewhere.id, 10),
      unlinked: await scene.credit('account-00000001', 10),
    };
    await scene.togai.post(`/credits/${ids.voided}/void`);
    const before = writes();
    const said = async (creditId: string, more: object = {}) =>
      (await sync.refused({ creditId, ...more })).replaceAll(creditId, 'ID');
    expect(await said('creds.none')).toBe('NOT_FOUND: There is no credit ID.');
    expect(await said(ids.voided)).toBe(
      'CONFLICT: The credit ID was voided: grant a new one, if the customer is to have it.',
    );
    expect(await said(ids.fine)).toBe(
      'UNSUPPORTED: The credit ID is of 10.005 EUR, which has more digits than EUR has coins for.',
    );
    expect(await said(ids.currency)).toBe(
      `CONFLICT: The account ${elsewhere.number} is in USD, and the amount is in EUR: nothing is converted. Book it on an account in EUR.`,
    );
    expect(await said(ids.unlinked)).toMatch(
      /^NOT_LINKED: The account account-00000001 of the credit ID is of no customer that is known here/,
    );
    expect(await said(await scene.credit(unknown.id, 1), { to: OTHER })).toMatch(
      /^NOT_LINKED: The customer \w+ of the credit ID has no account in ZUORA_BILLING\/other: make and link one/,
    );
    await metByOther(account);
    await changeOther('connectionUpdate', { chargeId: null, chargeKind: null });
    expect(await said(await credit({}), { to: OTHER })).toMatch(
      /^UNSUPPORTED: The connection has no charge that credits are booked against: set chargeId and chargeKind/,
    );
    expect(writes()).toBe(before);
    expect(await said('x', { to: 'ZUORA_BILLING/nowhere' })).toMatch(
      /^NOT_FOUND: There is no open connection ZUORA_BILLING\/nowhere/,
    );
  });
});
