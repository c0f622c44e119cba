import { afterEach, describe, expect, it } from 'vitest';
import { scenario } from '../../../src/upstreams/sandbox-kit/scenario.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../../src/upstreams/zuora-billing/sandbox/index.js';
import { type Reply, signIn } from './client.js';

const open: ZuoraSandbox[] = [];
const start = async (options = {}) => {
  const sandbox = await startZuoraBillingSandbox(options);
  open.push(sandbox);
  return { sandbox, zuora: await signIn(sandbox) };
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

const different = (rows: Reply['body'][], field: string) => [...new Set(rows.map((row) => row[field]))].sort();

describe('the seeded tenant', () => {
  it('holds the customers of the scenario under their ids', async () => {
    const { zuora } = await start({ customers: 100, limits: false });
    const story = scenario({ size: 100 });
    const accounts = await zuora.all('accounts', { 'sort[]': 'id.ASC' });
    const expected = Array.from({ length: 100 }, (_, n) => story.customer(n)).filter(
      (one) => one.inSubscriptionBilling,
    );
    expect(accounts).toHaveLength(88);
    expect(accounts.map(({ id, accountNumber, name, currency }) => ({ id, accountNumber, name, currency }))).toEqual(
      expected.map(({ ids, name, currency }) => ({
        id: ids.subscriptionAccountId,
        accountNumber: ids.subscriptionAccountNumber,
        name,
        currency,
      })),
    );
    expect(accounts.map((account) => account.TogaiCustomerId__c)).toEqual(
      expected.map(({ link, ids }) => (link === 'custom-field' ? ids.usageCustomerId : undefined)),
    );
  });

  it('has every kind of account, subscription and charge', async () => {
    const { zuora } = await start({ customers: 500, limits: false });
    const accounts = await zuora.all('accounts');
    expect(different(accounts, 'status')).toEqual(['Active', 'Canceled', 'Draft']);
    expect(different(accounts, 'currency')).toEqual(['EUR', 'GBP', 'JPY', 'SEK', 'USD']);
    expect(accounts.filter(({ billToId }) => billToId === undefined).length).toBeGreaterThan(10);
    const yen = accounts.filter(({ currency }) => currency === 'JPY');
    expect(yen.every(({ balance, mrr }) => Number.isInteger(balance) && Number.isInteger(mrr))).toBe(true);
    expect(new Set(accounts.map(({ updatedDate }) => updatedDate.slice(-6)))).toEqual(new Set(['-08:00', '-07:00']));

    const subscriptions = await zuora.all('subscriptions');
    const latest = subscriptions.filter(({ isLatestVersion }) => isLatestVersion);
    expect(different(latest, 'status')).toEqual([
      'Active',
      'Cancelled',
      'Draft',
      'Expired',
      'Pending Acceptance',
      'Pending Activation',
      'Suspended',
    ]);
    expect(different(latest, 'termType')).toEqual(['EVERGREEN', 'TERMED']);
    expect(different(subscriptions, 'version')).toEqual([1, 2, 3]);
    expect(different(latest, 'name')).toHaveLength(latest.length);
    expect(subscriptions.filter(({ isLatestVersion, status }) => !isLatestVersion && status !== 'Expired')).toEqual([]);
    expect(latest.length / accounts.length).toBeGreaterThan(1.2);
    expect(latest.length / accounts.length).toBeLessThan(1.6);

    const charges = await zuora.all('rate-plan-charges');
    expect(different(charges, 'chargeModel')).toHaveLength(14);
    expect(different(charges, 'chargeType')).toEqual(['OneTime', 'Recurring', 'Usage']);
    const tiers = await zuora.all('rate-plan-charge-tiers');
    expect(new Set(tiers.map(({ ratePlanChargeId }) => ratePlanChargeId)).size).toBe(charges.length);
    expect(tiers.some(({ price }) => /\.\d{8}$/.test(String(price)))).toBe(true);
    expect(
      tiers.filter(({ currency, price }) => currency === 'JPY' && price !== undefined && !Number.isInteger(price)),
    ).toEqual([]);
  });

  it('adds up: an account earns what its active subscriptions earn', async () => {
    const { zuora } = await start({ customers: 60, limits: false });
    for (const account of await zuora.all('accounts')) {
      const subscriptions = await zuora.all('subscriptions', {
        'filter[]': [`accountid.EQ:${account.id}`, 'islatestversion.EQ:true', 'status.EQ:Active'],
      });
      const cents = subscriptions.reduce((sum, { cMRR }) => sum + Math.round(cMRR * 100), 0);
      expect(Math.round(account.mrr * 100)).toBe(cents);
    }
  });

  it('adds up: a subscription earns what the last segments of its charges earn', async () => {
    const { zuora } = await start({ customers: 60, limits: false });
    const earning = await zuora.all('subscriptions', { 'filter[]': 'cmrr.GT:0' });
    expect(earning.length).toBeGreaterThan(20);
    for (const { id, cMRR, currency } of earning) {
      const charges = await zuora.all('rate-plan-charges', { 'filter[]': `subscriptionid.EQ:${id}` });
      const sum = charges.reduce((all, { isLastSegment, mRR }) => all + (isLastSegment ? mRR : 0), 0);
      expect(Math.abs(sum - cMRR)).toBeLessThanOrEqual(currency === 'JPY' ? 0.5 : 0.0051);
    }
  });

  it('gives any 50 neighbouring accounts fewer than 99 subscriptions', async () => {
    const { zuora } = await start({ customers: 500, limits: false });
    const accounts = await zuora.all('accounts');
    const latest = await zuora.all('subscriptions', { 'filter[]': 'islatestversion.EQ:true' });
    const counts = accounts.map(({ id }) => latest.filter(({ accountId }) => accountId === id).length);
    const sums = counts.slice(0, -49).map((_, from) => counts.slice(from, from + 50).reduce((sum, n) => sum + n, 0));
    expect(Math.max(...sums)).toBeLessThan(99);
  });

  it('is the same for the same seed and another for another', async () => {
    const of = async (options: object) => {
      const { zuora } = await start({ customers: 40, ...options });
      const objects = [
        'accounts',
        'contacts',
        'subscriptions',
        'rate-plans',
        'rate-plan-charges',
        'rate-plan-charge-tiers',
      ];
      return Promise.all(objects.map((object) => zuora.all(object)));
    };
    const [first, second, other] = [await of({}), await of({}), await of({ seed: 'another' })];
    expect(second).toEqual(first);
    expect(other[0]).not.toEqual(first[0]);
    // More customers change nothing for those already there.
    const larger = (await of({ customers: 60 })).map((rows) => rows.slice(-5));
    expect(larger).toEqual(first.map((rows) => rows.slice(-5)));
  });

  it('writes times in the zone of the tenant', async () => {
    const { zuora } = await start({ customers: 5, timeZone: 'Asia/Tokyo' });
    expect((await zuora.all('accounts')).map(({ createdDate }) => createdDate.slice(-6))).toEqual(
      Array(5).fill('+09:00'),
    );
    await expect(startZuoraBillingSandbox({ timeZone: 'Mars/Olympus' })).rejects.toThrow('Mars/Olympus');
  });
});

describe('100,000 customers', () => {
  it('start at once, in little memory, and answer pages and look-ups at once', async () => {
    const heapBefore = process.memoryUsage().heapUsed;
    const from = performance.now();
    const { sandbox, zuora } = await start({ customers: 100_000, limits: false });
    expect(performance.now() - from).toBeLessThan(5_000);

    const asked = performance.now();
    const { body } = await zuora.get('/object-query/accounts', { pageSize: 99 });
    expect(body.data[0].accountNumber).toBe('A00100000');
    const next = await zuora.get('/object-query/accounts', { pageSize: 99, cursor: body.nextPage });
    expect(next.body.data).toHaveLength(99);
    const ids = next.body.data.map(({ id }: { id: string }) => id);
    const found = await zuora.get('/object-query/subscriptions', {
      pageSize: 99,
      'filter[]': [`accountid.IN:[${ids}]`, 'islatestversion.EQ:true'],
      'expand[]': 'rateplans.rateplancharges.rateplanchargetiers',
    });
    expect(found.body.data.length).toBeGreaterThan(50);
    expect((await zuora.get('/v1/accounts/A00054321')).body.success).toBe(true);
    expect(performance.now() - asked).toBeLessThan(5_000);
    expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(300_000_000);
    expect(sandbox.requests('GET /object-query/**')).toHaveLength(3);
  });
});
