import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../../src/upstreams/zuora-billing/sandbox/index.js';
import { signIn, type ZuoraClient } from './client.js';

let sandbox: ZuoraSandbox;
let zuora: ZuoraClient;

beforeAll(async () => {
  sandbox = await startZuoraBillingSandbox({
    customers: 200,
    clock: { now: () => Date.UTC(2026, 5, 1), wait: async () => {} },
  });
});
beforeEach(async () => {
  sandbox.reset();
  zuora = await signIn(sandbox);
});
afterAll(() => sandbox.close());

const get = async (path: string, query = {}) => (await zuora.get(path, query)).body;

describe('GET /v1/accounts/{key}', () => {
  it('nests what Object Query has flat', async () => {
    const flat = await get('/object-query/accounts/A00000008', { 'expand[]': ['billto', 'soldto'] });
    const nested = await get('/v1/accounts/A00000008');
    expect(nested.success).toBe(true);
    expect(nested.basicInfo).toMatchObject({
      id: flat.id,
      accountNumber: 'A00000008',
      name: flat.name,
      status: 'Active',
    });
    expect(nested.billingAndPayment).toMatchObject({ billCycleDay: flat.billCycleDay, currency: flat.currency });
    expect(nested.metrics).toMatchObject({ balance: flat.balance, contractedMrr: flat.mrr, creditBalance: 0 });
    expect(nested.metricsData).toEqual([expect.objectContaining({ currency: flat.currency, balance: flat.balance })]);
    expect(nested.billToContact).toMatchObject({
      id: flat.billToId,
      zipCode: flat.billTo.postalCode,
      workEmail: flat.billTo.workEmail,
    });
    expect(nested.billToContact).not.toHaveProperty('postalCode');
    expect(nested.soldToContact.id).toBe(flat.soldToId);
    expect(nested.taxInfo.exemptStatus).toBe('No');
    expect(await get(`/v1/accounts/${flat.id}`)).toEqual(nested);
  });

  it('has null contacts where the account has none, and custom fields among the basic ones', async () => {
    const accounts = await zuora.all('accounts');
    const bare = accounts.find(({ billToId }) => billToId === undefined);
    expect(await get(`/v1/accounts/${bare.id}`)).toMatchObject({ billToContact: null, soldToContact: null });
    const linked = accounts.find(({ TogaiCustomerId__c }) => TogaiCustomerId__c !== undefined);
    expect((await get(`/v1/accounts/${linked.id}`)).basicInfo.TogaiCustomerId__c).toBe(linked.TogaiCustomerId__c);
  });

  it.each([
    ['2025-08-12', 404],
    ['2024-05-20', 404],
    ['341.0', 200],
    ['186.0', 200],
    ['2099-01-01', 200],
  ])('under Zuora-Version %s answers an unknown key with HTTP %d', async (version, status) => {
    for (const path of [
      '/v1/accounts/nobody',
      '/v1/accounts/nobody/summary',
      '/v1/subscriptions/nobody',
      '/v1/subscriptions/accounts/nobody',
    ]) {
      const answer = await zuora.get(path, {}, { 'zuora-version': version });
      expect(answer.status, path).toBe(status);
      expect(answer.body).toEqual({
        success: false,
        processId: expect.stringMatching(/^[0-9A-F]{16}$/),
        requestId: expect.any(String),
        reasons: [{ code: 50000040, message: "Cannot find entity by key: 'nobody'." }],
      });
    }
  });
});

describe('GET /v1/accounts/{key}/summary', () => {
  it('shows the six subscriptions that were updated last', async () => {
    const account = await get('/object-query/accounts/A00000012');
    const latest = await zuora.all('subscriptions', {
      'filter[]': [`accountid.EQ:${account.id}`, 'islatestversion.EQ:true'],
    });
    expect(latest).toHaveLength(9);
    const summary = await get('/v1/accounts/A00000012/summary');
    expect(summary.subscriptions.map(({ id }: { id: string }) => id)).toEqual(latest.slice(0, 6).map(({ id }) => id));
    expect(summary.basicInfo).toMatchObject({ id: account.id, balance: account.balance });
    expect(summary).toMatchObject({ invoices: [], payments: [], usage: [], success: true });
    expect(await get('/v1/accounts/A00000012/summary', { excludeUsage: 'true' })).not.toHaveProperty('usage');
  });
});

describe('GET /v1/subscriptions', () => {
  it('gives the latest version by number and by the id of any version', async () => {
    const old = (await zuora.all('subscriptions')).find(
      ({ version, isLatestVersion }) => version === 1 && !isLatestVersion,
    );
    const latest = await get(`/v1/subscriptions/${old.name}`);
    expect(latest).toMatchObject({ subscriptionNumber: old.name, isLatestVersion: true, success: true });
    expect(latest.version).toBeGreaterThan(1);
    expect(latest).not.toHaveProperty('name');
    expect(await get(`/v1/subscriptions/${old.id}`)).toEqual(latest);
  });

  it('spells charges as v1 does, with the price of the tier', async () => {
    const subscription = await get('/v1/subscriptions/A-S00000112');
    const plan = subscription.ratePlans.find(
      ({ ratePlanName }: { ratePlanName: string }) => ratePlanName === 'Everything, by feature',
    );
    expect(plan).toMatchObject({ productName: 'Everything', productSku: 'SKU-00000005' });
    expect(plan.ratePlanCharges).toHaveLength(120);
    const [charge] = plan.ratePlanCharges;
    expect(charge).toMatchObject({
      model: 'PerUnit',
      type: 'Recurring',
      listPriceBase: 'Per_Billing_Period',
      tiers: null,
      uom: 'Seat',
    });
    expect(charge.mrr).toBe(charge.price * charge.quantity);
  });

  it('shows the last segment unless asked for others', async () => {
    const ramped = (await zuora.all('rate-plan-charges')).find(
      ({ isLastSegment, effectiveStartDate }) => isLastSegment === false && effectiveStartDate !== undefined,
    );
    const latest = (await get(`/object-query/subscriptions/${ramped.subscriptionId}`)).name;
    const segments = async (query = {}) => {
      const { ratePlans } = await get(`/v1/subscriptions/${latest}`, query);
      const charges = ratePlans.flatMap(
        ({ ratePlanCharges }: { ratePlanCharges: { number: string; segment: number }[] }) => ratePlanCharges,
      );
      return charges
        .filter(({ number }: { number: string }) => number === ramped.chargeNumber)
        .map(({ segment }: { segment: number }) => segment)
        .sort();
    };
    expect(await segments()).toEqual([2]);
    expect(await segments({ 'charge-detail': 'all-segments' })).toEqual([1, 2]);
    const onFirstDay = { 'charge-detail': 'specific-segment', 'as-of-date': ramped.effectiveStartDate };
    expect(await segments(onFirstDay)).toEqual([1]);
    expect((await zuora.get(`/v1/subscriptions/${latest}`, { 'charge-detail': 'everything' })).status).toBe(400);
  });

  it('pages through an account by URL, and cuts pages at 40', async () => {
    const path = '/v1/subscriptions/accounts/A00000012';
    const first = await get(path, { pageSize: 4 });
    expect(first.subscriptions).toHaveLength(4);
    expect(first.nextPage).toBe(`${sandbox.url}${path}?pageSize=4&page=2`);
    const last = await get(path, { pageSize: 4, page: 3 });
    expect(last.subscriptions).toHaveLength(1);
    expect(last).not.toHaveProperty('nextPage');

    const { id } = await get('/object-query/accounts/A00000012');
    for (let n = 0; n < 40; n += 1)
      sandbox.add('subscription', { accountId: id, name: `A-S9000${n}`, isLatestVersion: true });
    const large = await get(path, { pageSize: 100 });
    expect(large.subscriptions).toHaveLength(40);
    expect(large.nextPage).toContain('pageSize=40&page=2');
    expect((await get(path, { pageSize: 100, page: 2 })).subscriptions).toHaveLength(9);
    expect((await zuora.get(path, { pageSize: 0 })).status).toBe(400);
  });
});
