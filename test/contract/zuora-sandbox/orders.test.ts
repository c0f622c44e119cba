import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from './client.js';
import { reasonOf, type Scene, startScene } from './subscription-scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene({ orders: true });
});
beforeEach(() => scene.afresh());
afterAll(async () => {
  expect(await scene.close()).toEqual([]);
});

const get = async (path: string, query = {}) => (await scene.zuora.get(path, query)).body;
const read = (number: string, query = {}) => get(`/v1/subscriptions/${number}`, query);
const triggerDates = (triggerDate: string) => [{ name: 'ContractEffective', triggerDate }];

/** A year of the Team plan from 2026-01-01, at 86.73 a month. */
const create = (more: object = {}, plan: object = {}) => ({
  orderActions: [
    {
      type: 'CreateSubscription',
      triggerDates: triggerDates('2026-01-01'),
      createSubscription: {
        terms: {
          initialTerm: { period: 12, periodType: 'Month', termType: 'TERMED' },
          renewalSetting: 'RENEW_WITH_SPECIFIC_TERM',
          renewalTerms: [{ period: 6, periodType: 'Month' }],
        },
        subscribeToRatePlans: [{ productRatePlanId: scene.planId('Team, monthly'), ...plan }],
        ...more,
      },
    },
  ],
});
const order = (subscriptions: readonly object[], more: object = {}) => ({
  existingAccountNumber: scene.account.accountNumber,
  orderDate: '2026-01-01',
  subscriptions,
  ...more,
});
const place = async (subscriptions: readonly object[], more: object = {}) =>
  (await scene.zuora.post('/v1/orders', order(subscriptions, more))).body;
const sandboxCharge = (id: string) => scene.sandbox.record('ratePlanCharge', id);
const act = (subscriptionNumber: string, ...orderActions: readonly object[]) => ({ subscriptionNumber, orderActions });

describe('POST /v1/orders', () => {
  it('makes subscriptions and can be read as it was placed', async () => {
    const placed = await place([create()], { orderNumber: 'O-OURS', description: 'Spring' });
    expect(placed).toEqual({
      success: true,
      orderNumber: 'O-OURS',
      accountNumber: scene.account.accountNumber,
      status: 'Completed',
      subscriptions: [
        {
          subscriptionNumber: 'A-S90000001',
          subscriptionOwnerId: scene.account.accountId,
          subscriptionOwnerNumber: scene.account.accountNumber,
          status: 'Active',
        },
      ],
    });
    expect(await read('A-S90000001')).toMatchObject({ contractedMrr: 86.73, orderNumber: 'O-OURS', renewalTerm: 6 });
    expect((await get('/v1/orders/O-OURS')).order).toMatchObject({
      orderNumber: 'O-OURS',
      description: 'Spring',
      status: 'Completed',
      currency: 'USD',
      createdDate: '2026-06-01 12:00:00',
      subscriptions: [
        {
          subscriptionNumber: 'A-S90000001',
          newVersion: 1,
          orderActions: [{ type: 'CreateSubscription', sequence: 0, triggerDates: triggerDates('2026-01-01') }],
        },
      ],
    });
    const found = await get('/object-query/orders/O-OURS', { 'expand[]': ['account', 'orderactions.subscription'] });
    expect(found).toMatchObject({
      status: 'Completed',
      account: { accountNumber: scene.account.accountNumber },
      orderActions: [{ type: 'CreateSubscription', subscription: { name: 'A-S90000001' } }],
    });
    const again = await scene.zuora.post('/v1/orders', order([create()], { orderNumber: 'O-OURS' }));
    expect(reasonOf(again)).toEqual([400, 30]);
  });

  it('answers numbers alone below 223.0, and ids to who asks for them', async () => {
    const old = await scene.zuora.post('/v1/orders', order([create()]), { 'zuora-version': '222.0' });
    expect(old.body.subscriptionNumbers).toEqual(['A-S90000001']);
    expect(old.body).not.toHaveProperty('subscriptions');
    const { body } = await scene.zuora.post('/v1/orders?returnIds=true', order([create()]));
    const { id } = await read('A-S90000002');
    expect(body).toMatchObject({ accountId: scene.account.accountId, subscriptionIds: [id] });
  });

  it('carries out every kind of action, one version an order', async () => {
    await place([create()]);
    const number = 'A-S90000001';
    const [plan] = (await read(number)).ratePlans;
    const seats = plan.ratePlanCharges.find(({ name }: { name: string }) => name === 'Seats');
    await place([
      act(
        number,
        {
          type: 'UpdateProduct',
          triggerDates: triggerDates('2026-07-01'),
          updateProduct: {
            ratePlanId: plan.id,
            chargeUpdates: [
              { chargeNumber: seats.number, pricing: { recurringPerUnit: { listPrice: 20, quantity: 8 } } },
            ],
          },
        },
        {
          type: 'AddProduct',
          triggerDates: triggerDates('2026-07-01'),
          addProduct: {
            productRatePlanId: scene.planId('Starter, monthly'),
            chargeOverrides: [
              {
                productRatePlanChargeId: scene.chargeId('Starter, monthly', 'Platform fee'),
                pricing: { recurringFlatFee: { listPrice: 40 } },
              },
            ],
          },
        },
      ),
    ]);
    const changed = await read(number);
    expect(changed).toMatchObject({ version: 2, contractedMrr: 225 });
    const starter = changed.ratePlans.find(({ ratePlanName }: { ratePlanName: string }) =>
      ratePlanName.startsWith('St'),
    );
    await place([
      act(
        number,
        {
          type: 'ChangePlan',
          triggerDates: triggerDates('2026-08-01'),
          changePlan: {
            ratePlanId: starter.id,
            newProductRatePlan: { productRatePlanId: scene.planId('Premium support') },
          },
        },
        { type: 'RenewSubscription', triggerDates: triggerDates('2026-08-01'), renewSubscription: {} },
        {
          type: 'TermsAndConditions',
          triggerDates: triggerDates('2026-08-01'),
          termsAndConditions: { autoRenew: true, renewalTerms: [{ period: 2, periodType: 'Year' }] },
        },
      ),
    ]);
    expect(await read(number)).toMatchObject({
      version: 3,
      contractedMrr: 285,
      termEndDate: '2027-07-01',
      renewalTerm: 2,
      renewalTermPeriodType: 'Year',
      autoRenew: true,
    });
    await place([
      act(number, { type: 'Suspend', triggerDates: triggerDates('2026-08-01'), suspend: { suspendPolicy: 'Today' } }),
    ]);
    expect((await read(number)).status).toBe('Suspended');
    await place([
      act(
        number,
        { type: 'Resume', triggerDates: triggerDates('2026-08-01'), resume: { resumePolicy: 'Today' } },
        {
          type: 'CancelSubscription',
          triggerDates: triggerDates('2026-09-01'),
          cancelSubscription: { cancellationPolicy: 'SpecificDate', cancellationEffectiveDate: '2026-09-01' },
        },
      ),
    ]);
    expect(await read(number)).toMatchObject({ version: 5, status: 'Cancelled', subscriptionEndDate: '2026-09-01' });
    const { body } = await scene.zuora.get(`/v1/orders/subscription/${number}`, { pageSize: 2 });
    expect(body.orders.map((one: { subscriptions: object[] }) => one.subscriptions[0])).toMatchObject([
      { baseVersion: 4, newVersion: 5 },
      { baseVersion: 3, newVersion: 4 },
    ]);
    expect(body.nextPage).toBe(`https://api.zuora.com/v1/orders/subscription/${number}?pageSize=2&page=2`);
  });

  it('lets later actions name by a token what earlier ones of the order made', async () => {
    const override = { productRatePlanChargeId: scene.chargeId('Team, monthly', 'Seats'), uniqueToken: 'seats' };
    const made = create({}, { uniqueToken: 'team', chargeOverrides: [override] });
    const update = {
      type: 'UpdateProduct',
      triggerDates: triggerDates('2026-07-01'),
      updateProduct: {
        uniqueToken: 'team',
        chargeUpdates: [
          {
            uniqueToken: 'seats',
            effectiveDate: { specificTriggerDate: '2026-10-01' },
            pricing: { recurringPerUnit: { quantity: 10 } },
          },
        ],
      },
    };
    await place([{ orderActions: [...made.orderActions, update] }]);
    const { ratePlans, version } = await read('A-S90000001', { 'charge-detail': 'all-segments' });
    const seats = ratePlans[0].ratePlanCharges.filter(({ name }: { name: string }) => name === 'Seats');
    expect(version).toBe(1);
    expect(seats.toSorted((a: { segment: number }, b: { segment: number }) => a.segment - b.segment)).toMatchObject([
      { quantity: 5, effectiveEndDate: '2026-10-01' },
      { quantity: 10, effectiveStartDate: '2026-10-01' },
    ]);
    expect(sandboxCharge(seats[0].id)).not.toHaveProperty('uniqueToken');
  });

  it('gives a subscription to another account, with its revenue', async () => {
    await place([create()]);
    const other = await scene.zuora.get('/object-query/accounts/A00000008');
    await place([
      act('A-S90000001', {
        type: 'OwnerTransfer',
        triggerDates: triggerDates('2026-06-01'),
        ownerTransfer: { destinationAccountNumber: 'A00000008' },
      }),
    ]);
    expect((await read('A-S90000001')).accountNumber).toBe('A00000008');
    expect((await get(`/v1/accounts/${scene.account.accountNumber}`)).metrics.contractedMrr).toBe(0);
    expect(await get('/v1/orders/subscriptionOwner/A00000008')).toMatchObject({ orders: { length: 1 } });
    expect(other.body.accountNumber).toBe('A00000008');
  });

  it('does all of an order or nothing', async () => {
    const wrong = act('A-S404', { type: 'RenewSubscription', renewSubscription: {} });
    const answer = await scene.zuora.post('/v1/orders', order([create(), wrong], { orderNumber: 'O-OURS' }));
    expect(reasonOf(answer)).toEqual([404, 40]);
    expect(await get(`/v1/subscriptions/accounts/${scene.account.accountNumber}`)).toMatchObject({ subscriptions: [] });
    expect(reasonOf(await scene.zuora.get('/v1/orders/O-OURS'))).toEqual([404, 40]);
  });

  it('takes 50 subscriptions and no more', async () => {
    const many = (count: number) => order(Array.from({ length: count }, () => create()));
    expect(reasonOf(await scene.zuora.post('/v1/orders', many(51)))).toEqual([400, 30]);
    expect((await scene.zuora.post('/v1/orders', many(50))).body.subscriptions).toHaveLength(50);
  });

  it('stands still while something else holds the subscription', async () => {
    await place([create()]);
    scene.sandbox.lock('A-S90000001');
    const renewal = order([act('A-S90000001', { type: 'RenewSubscription', renewSubscription: {} })]);
    expect(reasonOf(await scene.zuora.post('/v1/orders', renewal))).toEqual([409, 50]);
    scene.sandbox.unlock('A-S90000001');
    expect((await scene.zuora.post('/v1/orders', renewal)).body.success).toBe(true);
  });
});

describe('orders that are not done at once', () => {
  it('are drafts until they are activated', async () => {
    const draft = await place([create()], { status: 'Draft', orderNumber: 'O-DRAFT' });
    expect(draft).toMatchObject({ status: 'Draft', subscriptions: [] });
    expect(await get(`/v1/subscriptions/accounts/${scene.account.accountNumber}`)).toMatchObject({ subscriptions: [] });
    const { body } = await scene.zuora.put('/v1/orders/O-DRAFT/activate', {});
    expect(body).toMatchObject({ status: 'Completed', subscriptions: [{ status: 'Active' }] });
    expect(reasonOf(await scene.zuora.put('/v1/orders/O-DRAFT/activate', {}))).toEqual([400, 30]);
    expect(reasonOf(await scene.zuora.put('/v1/orders/O-DRAFT/cancel', {}))).toEqual([400, 30]);
  });

  it('can be cancelled, and then change nothing', async () => {
    await place([create()], { status: 'Draft', orderNumber: 'O-DRAFT' });
    const { body } = await scene.zuora.put('/v1/orders/O-DRAFT/cancel', { cancelReason: 'Typo' });
    expect(body).toMatchObject({ status: 'Cancelled', cancelReason: 'Typo', orderNumber: 'O-DRAFT' });
    const cancelled = await get('/v1/orders', { status: 'cancelled' });
    expect(cancelled.orders.map(({ orderNumber }: { orderNumber: string }) => orderNumber)).toEqual(['O-DRAFT']);
    expect(await get('/v1/orders', { status: 'completed' })).toMatchObject({ orders: [] });
    expect(await get(`/v1/subscriptions/accounts/${scene.account.accountNumber}`)).toMatchObject({ subscriptions: [] });
  });

  it('can be pending', async () => {
    await place([create()], { status: 'Pending' });
    const pending = await get('/v1/orders/subscription/A-S90000001/pending');
    expect(pending.orders).toMatchObject([{ status: 'Pending' }]);
    expect(await read('A-S90000001')).toMatchObject({ status: 'Pending Activation', contractedMrr: 0 });
  });
});

describe('POST /v1/orders/preview', () => {
  it('tells bills and figures, and changes nothing', async () => {
    const types = ['BillingDocs', 'ChargeMetrics', 'OrderDeltaMetrics'];
    const previewOptions = {
      previewTypes: types,
      previewThruType: 'SpecificDate',
      specificPreviewThruDate: '2026-01-31',
    };
    const { body } = await scene.zuora.post('/v1/orders/preview', order([create()], { previewOptions }));
    const { invoices, chargeMetrics, orderDeltaMetrics } = body.previewResult;
    expect(invoices).toMatchObject([{ amount: 86.73, invoiceItems: [{ serviceEndDate: '2026-01-31' }, {}] }]);
    expect(chargeMetrics[0].charges.map((one: { cmrr: { regular: number } }) => one.cmrr.regular)).toEqual([
      61.72839455, 25,
    ]);
    expect(orderDeltaMetrics.orderDeltaTcv.map(({ netAmount }: { netAmount: number }) => netAmount)).toEqual([
      740.7407346, 300,
    ]);
    expect(await get(`/v1/subscriptions/accounts/${scene.account.accountNumber}`)).toMatchObject({ subscriptions: [] });
    expect(await get('/v1/orders')).toMatchObject({ orders: [] });
  });

  it('credits what is taken away', async () => {
    await place([create()]);
    const cancellation = act('A-S90000001', {
      type: 'CancelSubscription',
      cancelSubscription: { cancellationPolicy: 'SpecificDate', cancellationEffectiveDate: '2026-02-01' },
    });
    const previewOptions = { previewTypes: ['BillingDocs'], specificPreviewThruDate: '2026-02-28' };
    const { body } = await scene.zuora.post('/v1/orders/preview', order([cancellation], { previewOptions }));
    expect(body.previewResult).toMatchObject({ creditMemos: [{ amount: 86.73 }] });
    expect((await read('A-S90000001')).status).toBe('Active');
  });
});

describe('POST /v1/async/orders', () => {
  it('answers a job that tells what it made once it is through', async () => {
    const started = await scene.zuora.post('/v1/async/orders', order([create()], { orderNumber: 'O-LATER' }));
    expect(started).toMatchObject({
      status: 202,
      body: { success: true, jobId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    const job = `/v1/async-jobs/${started.body.jobId}`;
    expect(await get(job)).toEqual({ status: 'Processing', success: true });
    expect(await get(job)).toMatchObject({
      status: 'Completed',
      success: true,
      result: { orderNumber: 'O-LATER', subscriptions: [{ subscriptionNumber: 'A-S90000001' }] },
    });
    expect(reasonOf(await scene.zuora.get('/v1/async-jobs/00000000-0000-0000-0000-000000000000'))).toEqual([404, 40]);
  });

  it('takes 300 actions, and fails with a reason', async () => {
    const many = (count: number) => order(Array.from({ length: count }, () => create()));
    for (const [count, status] of [
      [300, 'Completed'],
      [301, 'Failed'],
    ] as const) {
      const { body } = await scene.zuora.post('/v1/async/orders', many(count));
      await get(`/v1/async-jobs/${body.jobId}`);
      expect((await get(`/v1/async-jobs/${body.jobId}`)).status).toBe(status);
    }
    expect(await get('/v1/orders')).toMatchObject({ orders: { length: 1 } });
  });

  it('previews', async () => {
    const previewOptions = { previewTypes: ['BillingDocs'], specificPreviewThruDate: '2026-01-31' };
    const { body } = await scene.zuora.post('/v1/async/orders/preview', order([create()], { previewOptions }));
    await get(`/v1/async-jobs/${body.jobId}`);
    const done = await get(`/v1/async-jobs/${body.jobId}`);
    expect(done.result.previewResult.invoices).toMatchObject([{ amount: 86.73 }]);
  });
});

describe('a tenant', () => {
  it('with orders alone refuses Subscribe and Amend, but not its reads', async () => {
    await place([create()]);
    for (const path of ['/v1/subscriptions/A-S90000001/renew', '/v1/subscriptions/A-S90000001']) {
      expect(reasonOf(await scene.zuora.put(path, {}))).toEqual([400, 30]);
    }
    expect((await read('A-S90000001')).version).toBe(1);
  });

  it('without orders refuses them', async () => {
    const without = await startScene({ orders: false });
    const zuora = await signIn(without.sandbox);
    expect(reasonOf(await zuora.post('/v1/orders', {}))).toEqual([403, 10]);
    expect(reasonOf(await zuora.get('/v1/orders'))).toEqual([403, 10]);
    expect(await without.close()).toEqual([]);
  });
});
