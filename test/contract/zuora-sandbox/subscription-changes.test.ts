import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reasonOf, type Scene, startScene, subscribed } from './subscription-scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
beforeEach(() => scene.afresh());
afterAll(async () => {
  expect(await scene.close()).toEqual([]);
});

const get = async (path: string, query = {}) => (await scene.zuora.get(path, query)).body;
const read = (number: string, query = {}) => get(`/v1/subscriptions/${number}`, query);
// biome-ignore lint/suspicious/noExplicitAny: bodies of every shape
type Row = any;
const chargeOf = (subscription: Row, name: string): Row =>
  subscription.ratePlans.flatMap((plan: Row) => plan.ratePlanCharges).find((charge: Row) => charge.name === name);
const versionsOf = (number: string) =>
  scene.zuora.all('subscriptions', { 'filter[]': `name.EQ:${number}`, 'sort[]': 'version.ASC' });

describe('POST /v1/subscriptions', () => {
  it('makes a subscription with the prices of the catalog, and adds to the revenue of the account', async () => {
    const made = await subscribed(scene);
    expect(made).toMatchObject({ contractedMrr: 86.73, totalContractedValue: 1040.7407346, success: true });
    expect(await read(made.subscriptionNumber)).toMatchObject({
      id: made.subscriptionId,
      accountNumber: scene.account.accountNumber,
      status: 'Active',
      version: 1,
      isLatestVersion: true,
      termStartDate: '2026-01-01',
      termEndDate: '2027-01-01',
      renewalTerm: 6,
      autoRenew: true,
      contractedMrr: 86.73,
    });
    const subscription = await read(made.subscriptionNumber);
    expect(chargeOf(subscription, 'Seats')).toMatchObject({ quantity: 5, price: 12.34567891, mrr: 61.72839455 });
    expect(chargeOf(subscription, 'Storage')).toMatchObject({ quantity: 100, mrr: 25, tiers: { length: 3 } });
    const account = await get(`/v1/accounts/${scene.account.accountNumber}`);
    expect(account.metrics.contractedMrr).toBe(86.73);
  });

  it('takes prices, quantities and custom fields over from the body', async () => {
    const charge = (name: string) => scene.chargeId('Team, monthly', name);
    const chargeOverrides = [
      { productRatePlanChargeId: charge('Seats'), price: 10.5, quantity: 3 },
      { productRatePlanChargeId: charge('Storage'), quantity: 1000 },
    ];
    const made = await subscribed(scene, {
      subscriptionNumber: 'A-S-OWN',
      Channel__c: 'Partner',
      subscribeToRatePlans: [{ productRatePlanId: scene.planId('Team, monthly'), chargeOverrides }],
    });
    expect(made).toMatchObject({ subscriptionNumber: 'A-S-OWN', contractedMrr: 231.5 });
    expect((await get(`/object-query/subscriptions/${made.subscriptionId}`)).Channel__c).toBe('Partner');
  });

  it('adds up tiers, and counts whole yen', async () => {
    const seats = { productRatePlanChargeId: scene.chargeId('Business, annual', 'Seats'), quantity: 60 };
    const plans = [{ productRatePlanId: scene.planId('Business, annual'), chargeOverrides: [seats] }];
    const made = await subscribed(scene, { subscribeToRatePlans: plans });
    // A year of the platform costs 4800, 40 seats 99.99 each, ten more 89.99, the first ten nothing.
    expect(made).toMatchObject({ contractedMrr: 808.29, totalContractedValue: 9699.500000004 });
    const { body } = await scene.zuora.post('/v1/accounts', {
      name: 'Kabushiki',
      currency: 'JPY',
      billCycleDay: 1,
      billToContact: { firstName: 'Jo', lastName: 'Ito', country: 'Japan' },
    });
    expect((await subscribed(scene, { accountKey: body.accountNumber })).contractedMrr).toBe(13_060);
  });

  it('makes one for a key, however often it is asked', async () => {
    const body = {
      accountKey: scene.account.accountNumber,
      contractEffectiveDate: '2026-01-01',
      termType: 'EVERGREEN',
      renewalTerm: 0,
      subscribeToRatePlans: [{ productRatePlanId: scene.planId('Team, monthly') }],
    };
    const key = { 'idempotency-key': 'once' };
    const first = await scene.zuora.post('/v1/subscriptions', body, key);
    const second = await scene.zuora.post('/v1/subscriptions', body, key);
    expect(first.body).toMatchObject({ success: true, totalContractedValue: 0 });
    expect(second.body).toEqual(first.body);
    const listed = await get(`/v1/subscriptions/accounts/${scene.account.accountNumber}`);
    expect(listed.subscriptions).toHaveLength(1);
  });

  it.each([
    ['no account', { accountKey: 'A404' }, [404, 40]],
    ['no plans', { subscribeToRatePlans: undefined }, [400, 22]],
    ['an unknown plan', { subscribeToRatePlans: [{ productRatePlanId: '8ad0' }] }, [400, 20]],
    ['an unknown field', { colour: 'red' }, [400, 21]],
    ['a term of no kind', { termType: 'FOREVER' }, [400, 20]],
    ['no length of the term', { initialTerm: undefined }, [400, 22]],
    ['a day that is none', { contractEffectiveDate: '2026-02-31x' }, [400, 20]],
  ])('refuses %s, and makes nothing', async (_, wrong, expected) => {
    const body = {
      accountKey: scene.account.accountNumber,
      contractEffectiveDate: '2026-01-01',
      termType: 'TERMED',
      initialTerm: 12,
      renewalTerm: 12,
      subscribeToRatePlans: [{ productRatePlanId: scene.planId('Team, monthly') }],
      ...wrong,
    };
    // Not through the proxy: these requests are wrong on purpose.
    const { signIn } = await import('./client.js');
    const direct = await signIn(scene.sandbox);
    expect(reasonOf(await direct.post('/v1/subscriptions', body))).toEqual(expected);
    const old = await direct.post('/v1/subscriptions', body, { 'zuora-version': '341.0' });
    expect(reasonOf(old)).toEqual([200, expected[1]]);
    expect(await get(`/v1/subscriptions/accounts/${scene.account.accountNumber}`)).toMatchObject({ subscriptions: [] });
  });

  it('previews without making anything', async () => {
    const { body } = await scene.zuora.post('/v1/subscriptions/preview', {
      accountKey: scene.account.accountNumber,
      contractEffectiveDate: '2026-01-01',
      termType: 'TERMED',
      initialTerm: 12,
      targetDate: '2026-02-15',
      subscribeToRatePlans: [{ productRatePlanId: scene.planId('Team, monthly') }],
    });
    expect(body).toMatchObject({ success: true, contractedMrr: 86.73, amount: 173.46, invoiceItems: { length: 4 } });
    expect(body.invoiceItems[1]).toMatchObject({ serviceStartDate: '2026-02-01', serviceEndDate: '2026-02-28' });
    expect(await get(`/v1/subscriptions/accounts/${scene.account.accountNumber}`)).toMatchObject({ subscriptions: [] });
    expect((await subscribed(scene)).subscriptionNumber).toBe('A-S90000001');
  });
});

describe('PUT /v1/subscriptions/{key}', () => {
  it('makes a new version and keeps the old', async () => {
    const { subscriptionNumber: number, subscriptionId } = await subscribed(scene);
    const { body } = await scene.zuora.put(`/v1/subscriptions/${number}`, {
      add: [{ productRatePlanId: scene.planId('Starter, monthly'), contractEffectiveDate: '2026-07-01' }],
    });
    // Half a year at 49, and 99.5 once.
    expect(body).toMatchObject({ success: true, totalDeltaMrr: 49, totalDeltaTcv: 393.5 });
    expect(body.subscriptionId).not.toBe(subscriptionId);
    expect(await versionsOf(number)).toMatchObject([
      { id: subscriptionId, version: 1, isLatestVersion: false, status: 'Expired', cMRR: 0 },
      {
        id: body.subscriptionId,
        version: 2,
        isLatestVersion: true,
        status: 'Active',
        cMRR: 135.73,
        previousSubscriptionId: subscriptionId,
        originalId: subscriptionId,
      },
    ]);
    expect(await get(`/v1/subscriptions/${number}/versions/1`)).toMatchObject({ id: subscriptionId, version: 1 });
    expect((await get(`/v1/subscriptions/${number}/versions/1`)).ratePlans).toHaveLength(1);
    expect((await read(number)).ratePlans.map((plan: Row) => plan.lastChangeType).sort()).toEqual(['Add', null]);
    const amendments = await scene.zuora.all('amendments', { 'filter[]': `subscriptionid.EQ:${subscriptionId}` });
    expect(amendments).toMatchObject([{ type: 'NewProduct', status: 'Completed', effectiveDate: '2026-07-01' }]);
  });

  it('gives a charge another segment when its quantity changes', async () => {
    const { subscriptionNumber: number } = await subscribed(scene);
    const before = await read(number);
    const { id, originalChargeId } = chargeOf(before, 'Seats');
    const update = [
      {
        ratePlanId: before.ratePlans[0].id,
        contractEffectiveDate: '2026-07-01',
        chargeUpdateDetails: [{ ratePlanChargeId: id, quantity: 8 }],
      },
    ];
    const path = `/v1/subscriptions/${number}`;
    const preview = await scene.zuora.put(path, { update, preview: true, targetDate: '2026-07-31' });
    expect(preview.body).toMatchObject({ success: true, totalDeltaMrr: 37.04, amount: 98.77 });
    expect((await read(number)).version).toBe(1);
    expect((await scene.zuora.put(path, { update })).body.totalDeltaTcv).toBe(222.22222038);
    const after = await read(number, { 'charge-detail': 'all-segments' });
    const seats = after.ratePlans[0].ratePlanCharges.filter((charge: Row) => charge.name === 'Seats');
    expect(seats.toSorted((a: Row, b: Row) => a.segment - b.segment)).toMatchObject([
      { segment: 1, quantity: 5, effectiveStartDate: '2026-01-01', effectiveEndDate: '2026-07-01', originalChargeId },
      { segment: 2, quantity: 8, effectiveStartDate: '2026-07-01', effectiveEndDate: '2027-01-01', originalChargeId },
    ]);
    expect(chargeOf(await read(number, { 'charge-detail': 'current-segment' }), 'Seats').quantity).toBe(5);
    expect(chargeOf(await read(number), 'Seats').quantity).toBe(8);
    // An id of the version before leads to the same charge.
    const again = { ...update[0], chargeUpdateDetails: [{ ratePlanChargeId: id, price: 20 }] };
    await scene.zuora.put(path, { update: [again] });
    expect(chargeOf(await read(number), 'Seats')).toMatchObject({ quantity: 8, price: 20, segment: 2, mrr: 160 });
  });

  it('removes a plan, whose revenue ends that day', async () => {
    const { subscriptionNumber: number } = await subscribed(scene);
    const [plan] = (await read(number)).ratePlans;
    const remove = [{ ratePlanId: plan.id, contractEffectiveDate: '2026-03-01' }];
    const { body } = await scene.zuora.put(`/v1/subscriptions/${number}`, { remove });
    expect(body).toMatchObject({ totalDeltaMrr: -86.73, totalDeltaTcv: -867.2839455 });
    const after = await read(number);
    expect(after).toMatchObject({ contractedMrr: 0, ratePlans: [{ lastChangeType: 'Remove' }] });
    expect(chargeOf(after, 'Seats').effectiveEndDate).toBe('2026-03-01');
    const twice = await scene.zuora.put(`/v1/subscriptions/${number}`, { remove });
    expect(reasonOf(twice)).toEqual([400, 30]);
  });

  it('changes terms', async () => {
    const { subscriptionNumber: number } = await subscribed(scene);
    await scene.zuora.put(`/v1/subscriptions/${number}`, { currentTerm: 18, autoRenew: false, notes: 'longer' });
    const after = await read(number);
    expect(after).toMatchObject({ termEndDate: '2027-07-01', currentTerm: 18, initialTerm: 12, autoRenew: false });
    expect(after.notes).toBe('longer');
    expect(chargeOf(after, 'Seats').effectiveEndDate).toBe('2027-07-01');
  });
});

describe('the life of a subscription', () => {
  it.each([
    ['EndOfCurrentTerm', {}, '2027-01-01', 0],
    ['SpecificDate', { cancellationEffectiveDate: '2026-04-01' }, '2026-04-01', -780.55555095],
    ['EndOfLastInvoicePeriod', {}, '2026-01-01', -1040.7407346],
  ])('is cancelled by %s', async (cancellationPolicy, more, day, totalDeltaTcv) => {
    const { subscriptionNumber: number } = await subscribed(scene);
    const { body } = await scene.zuora.put(`/v1/subscriptions/${number}/cancel`, { cancellationPolicy, ...more });
    expect(body).toMatchObject({ success: true, cancelledDate: day, totalDeltaMrr: -86.73, totalDeltaTcv });
    expect(await read(number)).toMatchObject({ status: 'Cancelled', version: 2, subscriptionEndDate: day });
    const again = await scene.zuora.put(`/v1/subscriptions/${number}/cancel`, { cancellationPolicy, ...more });
    expect(reasonOf(again)).toEqual([400, 30]);
    const account = await get(`/v1/accounts/${scene.account.accountNumber}`);
    expect(account.metrics.contractedMrr).toBe(0);
  });

  it('is renewed as often as asked', async () => {
    const { subscriptionNumber: number } = await subscribed(scene);
    const { body } = await scene.zuora.put(`/v1/subscriptions/${number}/renew`, {});
    expect(body).toMatchObject({ success: true, termStartDate: '2027-01-01', termEndDate: '2027-07-01' });
    await scene.zuora.put(`/v1/subscriptions/${number}/renew`, {});
    expect(await read(number)).toMatchObject({ version: 3, termEndDate: '2028-01-01', currentTerm: 6 });
  });

  it('is not renewed without an end', async () => {
    const { subscriptionNumber: number } = await subscribed(scene, { termType: 'EVERGREEN', initialTerm: undefined });
    expect(reasonOf(await scene.zuora.put(`/v1/subscriptions/${number}/renew`, {}))).toEqual([400, 30]);
    expect(await read(number)).toMatchObject({ version: 1, termType: 'EVERGREEN', termEndDate: null });
  });

  it('is suspended and resumed, with the time made up for', async () => {
    const { subscriptionNumber: number } = await subscribed(scene);
    const path = `/v1/subscriptions/${number}`;
    expect(reasonOf(await scene.zuora.put(`${path}/resume`, { resumePolicy: 'Today' }))).toEqual([400, 30]);
    const suspended = await scene.zuora.put(`${path}/suspend`, { suspendPolicy: 'Today' });
    expect(suspended.body).toMatchObject({ suspendDate: '2026-06-01', success: true });
    expect(await read(number)).toMatchObject({ status: 'Suspended', contractedMrr: 0 });
    const resumed = await scene.zuora.put(`${path}/resume`, {
      resumePolicy: 'FixedPeriodsFromSuspendDate',
      resumePeriods: '10',
      resumePeriodsType: 'Day',
      extendsTerm: true,
    });
    expect(resumed.body).toMatchObject({ resumeDate: '2026-06-11', termEndDate: '2027-01-11' });
    const after = await read(number);
    expect(after).toMatchObject({ status: 'Active', version: 3, contractedMrr: 86.73 });
    expect(chargeOf(after, 'Seats').effectiveEndDate).toBe('2027-01-11');
  });

  it('stands still while something else holds it', async () => {
    const { subscriptionNumber: number } = await subscribed(scene);
    scene.sandbox.lock(number);
    expect(reasonOf(await scene.zuora.put(`/v1/subscriptions/${number}/renew`, {}))).toEqual([409, 50]);
    scene.sandbox.unlock(number);
    expect((await scene.zuora.put(`/v1/subscriptions/${number}/renew`, {})).body.success).toBe(true);
    expect((await read(number)).version).toBe(2);
  });

  it('has figures as of a day', async () => {
    const { subscriptionNumber: number } = await subscribed(scene);
    const query = { 'subscriptionNumbers[]': [number], asOfDay: '2025-12-31' };
    expect(await get('/v1/subscriptions/subscription-metrics', query)).toEqual({
      subscriptionMetrics: [
        {
          subscriptionNumber: number,
          contractedMrr: 86.73,
          contractedNetMrr: 86.73,
          asOfDayGrossMrr: 0,
          asOfDayNetMrr: 0,
          netTotalContractedValue: 1040.7407346,
          totalContractedValue: 1040.7407346,
        },
      ],
      success: true,
    });
  });

  it('goes on from what the seed has', async () => {
    const [seeded] = await scene.zuora.all('subscriptions', {
      'filter[]': ['status.EQ:Active', 'islatestversion.EQ:true'],
    });
    const was = await read(seeded.name);
    const [plan] = was.ratePlans;
    await scene.zuora.put(`/v1/subscriptions/${seeded.name}`, { notes: 'x' });
    const now = await read(seeded.name);
    expect(now).toMatchObject({ version: was.version + 1, notes: 'x', contractedMrr: was.contractedMrr });
    expect(now.ratePlans).toHaveLength(was.ratePlans.length);
    expect(now.ratePlans.map((one: Row) => one.id)).not.toContain(plan.id);
    expect((await versionsOf(seeded.name)).filter((one) => one.isLatestVersion)).toHaveLength(1);
  });
});
