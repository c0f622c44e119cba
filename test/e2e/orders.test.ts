import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { tenantRows } from '../support/zuora-rows.js';

let gateway: TestGateway;
let sandbox: ZuoraSandbox;
let scene: { accountNumber: string; currency: string; subscriptionNumber: string; version: number; planId: string };

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 20, limits: false },
  });
  await gateway.discovered();
  sandbox = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  const { zuoraSubscription: read } = await ask<{ zuoraSubscription: Read }>(SUBSCRIPTION, { key: 'A-S00000001' });
  scene = {
    accountNumber: read.account.accountNumber,
    currency: read.account.currency,
    subscriptionNumber: 'A-S00000001',
    version: read.version,
    planId: read.ratePlans[0]?.productRatePlanId ?? '',
  };
});
beforeEach(() => sandbox.reset());
afterAll(() => gateway?.close());

interface Read {
  readonly version: number;
  readonly status: string;
  readonly account: { readonly accountNumber: string; readonly currency: string };
  readonly ratePlans: readonly { readonly productRatePlanId: string }[];
}
const SUBSCRIPTION = `query ($key: String!) { zuoraSubscription(key: $key) {
  version status account { accountNumber currency } ratePlans { productRatePlanId } } }`;
const CREATE = `mutation ($input: ZuoraOrderCreateInput!, $key: String, $dryRun: Boolean) {
  zuoraOrderCreate(input: $input, idempotencyKey: $key, dryRun: $dryRun) {
    order { id orderNumber status accountNumber subscriptions { subscriptionNumber actions { kind } subscription { version status } } }
    result { subscriptionNumbers } job { id jobId status }
    preview { invoices { amount { amount currency } } creditMemos { amount { amount currency } } }
    plan { action } userErrors { code message field }
  }
}`;
interface Payload {
  readonly order: {
    readonly id: string;
    readonly orderNumber: string;
    readonly status: string;
    readonly subscriptions: readonly { readonly subscriptionNumber: string; readonly subscription: unknown }[];
  } | null;
  readonly result: { readonly subscriptionNumbers: readonly string[] } | null;
  readonly job: { readonly id: string; readonly jobId: string; readonly status: string } | null;
  readonly preview: { readonly invoices: readonly unknown[]; readonly creditMemos: readonly unknown[] } | null;
  readonly plan: unknown;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}
async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await gateway.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}
const create = async (input: object, variables: object = {}): Promise<Payload> =>
  (await ask<{ zuoraOrderCreate: Payload }>(CREATE, { input, ...variables })).zuoraOrderCreate;

const creation = () => ({
  actions: [
    {
      createSubscription: {
        terms: {
          termType: 'TERMED',
          period: 12,
          periodType: 'MONTH',
          renewalSetting: 'RENEW_WITH_SPECIFIC_TERM',
          renewalTerms: [{ period: 12, periodType: 'MONTH' }],
        },
        ratePlans: [{ productRatePlanId: scene.planId }],
      },
    },
  ],
});
const order = (subscriptions: readonly object[], more: object = {}) => ({
  accountNumber: scene.accountNumber,
  subscriptions,
  ...more,
});
const cancellation = () => ({
  subscriptionNumber: scene.subscriptionNumber,
  actions: [{ cancelSubscription: { policy: 'END_OF_CURRENT_TERM' } }],
});
const orders = async () =>
  (
    await ask<{ zuoraAccount: { orders: { nodes: { orderNumber: string }[] } } }>(
      'query ($key: String!) { zuoraAccount(key: $key) { orders { nodes { orderNumber } } } }',
      { key: scene.accountNumber },
    )
  ).zuoraAccount.orders.nodes.map(({ orderNumber }) => orderNumber);
const posts = () => sandbox.requests('POST /v1/orders');

describe('an order', () => {
  it('makes a subscription, which is there at once', async () => {
    const { order: made, result, userErrors } = await create(order([creation()]));
    expect(userErrors).toEqual([]);
    const [number] = result?.subscriptionNumbers ?? [];
    expect(made).toMatchObject({
      status: 'COMPLETED',
      accountNumber: scene.accountNumber,
      subscriptions: [
        {
          subscriptionNumber: number,
          actions: [{ kind: 'CREATE_SUBSCRIPTION' }],
          subscription: { version: 1, status: 'ACTIVE' },
        },
      ],
    });
    expect(await orders()).toContain(made?.orderNumber);
    const node = await ask('query ($id: ID!) { node(id: $id) { ... on ZuoraOrder { status } } }', { id: made?.id });
    expect(node).toEqual({ node: { status: 'COMPLETED' } });
  });

  it('shows what it has changed although that was read just before', async () => {
    const read = () => ask<{ zuoraSubscription: Read }>(SUBSCRIPTION, { key: scene.subscriptionNumber });
    expect((await read()).zuoraSubscription.version).toBe(scene.version);
    await create(order([cancellation()]));
    expect((await read()).zuoraSubscription).toMatchObject({ version: scene.version + 1, status: 'CANCELLED' });
  });

  it('is one although its answer was lost, with and without a key of the caller', async () => {
    for (const key of [null, 'signup-1']) {
      const before = await orders();
      sandbox.fault('POST /v1/orders', { kind: 'reply-lost' });
      const { order: made, userErrors } = await create(order([creation()]), { key });
      expect(userErrors).toEqual([]);
      const added = (await orders()).filter((number) => !before.includes(number));
      expect(added).toEqual([made?.orderNumber]);
    }
    expect(posts()).toHaveLength(4);
  });

  it('is only previewed in a dry run', async () => {
    const before = await orders();
    const { order: none, preview, plan, userErrors } = await create(order([creation()]), { dryRun: true });
    expect([none, userErrors]).toEqual([null, []]);
    expect(plan).toEqual([{ action: 'POST_Order' }]);
    expect(preview?.invoices).toEqual([
      { amount: { amount: expect.stringMatching(/^\d+(\.\d+)?$/), currency: scene.currency } },
    ]);
    expect(posts()).toEqual([]);
    expect(await orders()).toEqual(before);
  });

  it('that Zuora refuses is told with its reason', async () => {
    const nobody = { ...cancellation(), subscriptionNumber: 'A-S99999999' };
    const { order: none, userErrors } = await create(order([nobody]));
    expect(none).toBeNull();
    expect(userErrors).toMatchObject([
      { code: expect.stringMatching(/^(REJECTED_BY_UPSTREAM|NOT_FOUND)$/), field: null },
    ]);
    expect(posts()).toHaveLength(1);
  });
});

describe('a draft', () => {
  const step = (name: string) => `mutation ($number: String!) {
    zuoraOrder${name}(orderNumber: $number) { order { status } userErrors { code } }
  }`;

  it('changes nothing until it is activated, once, also when that answer is lost', async () => {
    const { order: draft } = await create(order([cancellation()], { draft: true }));
    expect(draft).toMatchObject({ status: 'DRAFT', subscriptions: [{ subscription: { version: scene.version } }] });
    sandbox.fault('PUT /v1/orders/*/activate', { kind: 'reply-lost' });
    expect(await ask(step('Activate'), { number: draft?.orderNumber })).toEqual({
      zuoraOrderActivate: { order: { status: 'COMPLETED' }, userErrors: [] },
    });
    expect(sandbox.requests('PUT /v1/orders/*/activate')).toHaveLength(1);
    const { zuoraSubscription } = await ask<{ zuoraSubscription: Read }>(SUBSCRIPTION, {
      key: scene.subscriptionNumber,
    });
    expect(zuoraSubscription).toMatchObject({ version: scene.version + 1, status: 'CANCELLED' });
  });

  it('is given up', async () => {
    const { order: draft } = await create(order([creation()], { draft: true }));
    expect(await ask(step('Cancel'), { number: draft?.orderNumber })).toEqual({
      zuoraOrderCancel: { order: { status: 'CANCELLED' }, userErrors: [] },
    });
  });
});

describe('a draft that is thought over', () => {
  const update = `mutation ($number: String!, $input: ZuoraOrderCreateInput!, $dryRun: Boolean) {
    payload: zuoraOrderUpdate(orderNumber: $number, input: $input, dryRun: $dryRun) {
      order { status description subscriptions { subscriptionNumber } } plan { action target } userErrors { code field }
    }
  }`;
  const remove = `mutation ($number: String!) {
    payload: zuoraOrderDelete(orderNumber: $number) { orderNumber userErrors { code field } }
  }`;

  it('says what it was changed to, once, and is deleted once, although both answers are lost', async () => {
    const { order: draft } = await create(order([creation()], { draft: true }));
    const number = draft?.orderNumber;
    const input = order([creation(), creation()], { description: 'Two of them' });
    expect(await ask(update, { number, input, dryRun: true })).toMatchObject({
      payload: { plan: [{ action: 'PUT_Order', target: number }], userErrors: [] },
    });
    sandbox.fault('PUT /v1/orders/*', { kind: 'reply-lost' });
    expect(await ask(update, { number, input })).toMatchObject({
      payload: { order: { status: 'DRAFT', description: 'Two of them', subscriptions: [{}, {}] }, userErrors: [] },
    });
    sandbox.fault('DELETE /v1/orders/*', { kind: 'reply-lost' });
    expect(await ask(remove, { number })).toEqual({ payload: { orderNumber: number, userErrors: [] } });
    expect(sandbox.requests('DELETE /v1/orders/*')).toHaveLength(1);
    expect(await orders()).not.toContain(number);
    expect(await ask(remove, { number })).toMatchObject({
      payload: { orderNumber: null, userErrors: [{ code: 'NOT_FOUND', field: ['orderNumber'] }] },
    });
  });

  it('is neither changed nor deleted once it is done', async () => {
    const { order: done } = await create(order([creation()]));
    const conflict = { payload: { userErrors: [{ code: 'CONFLICT', field: ['orderNumber'] }] } };
    const sent = sandbox.requests().filter(({ method }) => method === 'PUT' || method === 'DELETE').length;
    expect(await ask(update, { number: done?.orderNumber, input: order([creation()]) })).toMatchObject(conflict);
    expect(await ask(remove, { number: done?.orderNumber })).toMatchObject(conflict);
    expect(sandbox.requests().filter(({ method }) => method === 'PUT' || method === 'DELETE')).toHaveLength(sent);
  });
});

describe('an order of a new account', () => {
  const newAccount = {
    name: 'Order & Sons',
    currency: 'USD',
    accountNumber: 'A-ORDER-1',
    billToContact: { firstName: 'Olga', lastName: 'Order', country: 'Germany', postalCode: '10115' },
    customFields: { Region__c: 'EMEA' },
  };
  const ofNew = (more: object = {}) => ({ ...order([creation()], more), accountNumber: null, newAccount });
  const accounts = () => tenantRows(sandbox)('accounts', 'accountnumber.EQ:A-ORDER-1');

  it('makes both once, although the answer is lost, and the account is there at once', async () => {
    const planned = await create(ofNew(), { dryRun: true });
    expect([planned.preview, planned.plan]).toEqual([null, [{ action: 'POST_Order' }]]);
    expect(await accounts()).toEqual([]);
    sandbox.fault('POST /v1/orders', { kind: 'reply-lost' });
    const { order: made, userErrors } = await create(ofNew());
    expect(userErrors).toEqual([]);
    expect(made?.subscriptions).toHaveLength(1);
    expect(await accounts()).toMatchObject([{ name: 'Order & Sons', Region__c: 'EMEA' }]);
    expect(await ask('{ zuoraAccount(key: "A-ORDER-1") { name billToContact { lastName postalCode } } }', {})).toEqual({
      zuoraAccount: { name: 'Order & Sons', billToContact: { lastName: 'Order', postalCode: '10115' } },
    });
    expect((await create(ofNew())).userErrors).toMatchObject([{ code: 'REJECTED_BY_UPSTREAM' }]);
    expect(await accounts()).toHaveLength(1);
  });

  it('that cannot be made leaves no account behind; both accounts or none are refused', async () => {
    const before = (await tenantRows(sandbox)('accounts')).length;
    const input = { ...ofNew(), newAccount: { ...newAccount, accountNumber: 'A-ORDER-2' } };
    const nobody = { ...cancellation(), subscriptionNumber: 'A-S99999999' };
    expect((await create({ ...input, subscriptions: [nobody] })).userErrors).toHaveLength(1);
    expect(await tenantRows(sandbox)('accounts')).toHaveLength(before);
    for (const accountNumber of [scene.accountNumber, null]) {
      const refused = await create({ ...input, accountNumber, ...(accountNumber ? {} : { newAccount: null }) });
      expect(refused.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'accountNumber'] }]);
    }
  });
});

describe('a large order', () => {
  const JOB =
    'query ($id: String!) { zuoraAsyncJob(id: $id) { status errors result { subscriptionNumbers } order { orderNumber } } }';
  interface Job {
    readonly status: string;
    readonly errors: readonly string[];
    readonly result: { readonly subscriptionNumbers: readonly string[] } | null;
    readonly order: { readonly orderNumber: string } | null;
  }
  const job = async (id?: string) => (await ask<{ zuoraAsyncJob: Job }>(JOB, { id })).zuoraAsyncJob;

  it('is made by one job although its answer was lost, and is there when the job is done', async () => {
    const before = await orders();
    sandbox.fault('POST /v1/async/orders', { kind: 'reply-lost' });
    const { job: begun, userErrors } = await create(order(Array.from({ length: 51 }, creation)));
    expect([begun?.status, userErrors]).toEqual(['PROCESSING', []]);
    expect(await job(begun?.id)).toEqual({ status: 'PROCESSING', errors: [], result: null, order: null });
    const done = await job(begun?.jobId);
    expect([done.status, done.result?.subscriptionNumbers.length]).toEqual(['COMPLETED', 51]);
    const added = (await orders()).filter((number) => !before.includes(number));
    expect(added).toEqual([done.order?.orderNumber]);
    expect(posts()).toEqual([]);
  });

  it('that nobody knows is null', async () => {
    expect(await ask(JOB, { id: '2c92c0f8000040008000000000000001' })).toEqual({ zuoraAsyncJob: null });
  });
});
