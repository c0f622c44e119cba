import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../../src/upstreams/togai/sandbox/index.js';
import { callerOf, stoppedClock } from './support.js';

const PAST = 'sch.1zY0000003k.c944f';
const CURRENT = 'sch.1zY0000003l.e9cf8';
const FUTURE = 'sch.1zY0000003m.0ad65';
const DRAFT = 'sch.1zY0000003n.76a73';

let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;

beforeAll(async () => {
  sandbox = await startTogaiSandbox({ limits: false, clock: stoppedClock('2026-11-21T10:00:00.000Z') });
  togai = callerOf(sandbox);
});
afterAll(() => sandbox.close());

const body = async (path: string) => (await togai.get(path)).body;
const ids = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id);

describe('schedules of an account', () => {
  it('are what was, is and will be in force', async () => {
    const { data, nextToken } = await body('/v2/accounts/account-00000017/schedules?mode=ACTIVE');
    expect(nextToken).toBeUndefined();
    expect(data.map(({ id, startDate, endDate }: Record<string, string>) => [id, startDate, endDate])).toEqual([
      [PAST, '2021-01-29T00:00:00Z', '2022-01-29T00:00:00Z'],
      [CURRENT, '2022-01-29T00:00:00Z', '2030-01-01T00:00:00Z'],
      [FUTURE, '2030-01-01T00:00:00Z', '9999-01-01T00:00:00Z'],
    ]);
    expect(data[1]).toEqual({
      id: CURRENT,
      accountId: 'account-00000017',
      pricePlanId: 'pp.1zY0000002v.42e3f',
      version: 2,
      deferredRevenue: false,
      pricePlanInfo: { name: 'API Enterprise' },
      accountScheduleInfo: {
        supportedCurrencies: ['USD', 'EUR', 'GBP', 'JPY', 'SEK'],
        pricingCycleConfig: {
          interval: 'ANNUALLY',
          startOffset: { dayOffset: 'LAST', monthOffset: 'LAST' },
          gracePeriod: 3,
          anniversaryCycle: false,
        },
      },
      startDate: '2022-01-29T00:00:00Z',
      endDate: '2030-01-01T00:00:00Z',
      allowOngoingCycleUpdates: false,
    });
    expect(data[2]).toMatchObject({ isOverridden: true });
  });

  it('wait as drafts apart from those in force', async () => {
    expect(ids(await body('/v2/accounts/account-00000017/schedules?mode=DRAFT'))).toEqual([DRAFT]);
    expect(ids(await body('/v2/accounts/account-00000012/schedules?mode=DRAFT'))).toEqual([]);
  });

  it('are paged, with the mode in the token', async () => {
    const pages = await togai.pages('/v2/accounts/account-00000017/schedules?mode=ACTIVE&pageSize=2');
    expect(pages.map(ids)).toEqual([[PAST, CURRENT], [FUTURE]]);
  });

  it('name plans that exist, in a currency that the account can pay', async () => {
    const accounts: { id: string; invoiceCurrency?: string }[] = (await body('/accounts?pageSize=40')).data;
    let seen = 0;
    for (const { id, invoiceCurrency = 'USD' } of accounts) {
      for (const schedule of (await body(`/v2/accounts/${id}/schedules?mode=ACTIVE`)).data) {
        const second = await togai.get(`/v2/price_plans/${schedule.pricePlanId}`);
        const plan = second.status === 200 ? second : await togai.get(`/price_plans/${schedule.pricePlanId}`);
        expect(plan.body).toMatchObject({ id: schedule.pricePlanId, name: schedule.pricePlanInfo.name });
        expect(schedule.accountScheduleInfo.supportedCurrencies).toContain(invoiceCurrency);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(40);
  });

  it('are none for accounts in draft', async () => {
    expect(await body('/v2/accounts/account-00000005-2/schedules?mode=ACTIVE')).toEqual({ data: [] });
  });
});

describe('pricing schedules of the first generation', () => {
  const path = '/accounts/account-00000017/pricing_schedules';

  it('are the same stretches of time', async () => {
    const { data } = await body(`${path}?compact=true`);
    expect(data[2]).toEqual({
      id: FUTURE,
      pricePlanId: 'pp.1zY0000000f.e9447',
      pricePlanName: 'Compute Enterprise (classic)',
      version: 1,
      startDate: '2030-01-01T00:00:00Z',
      endDate: '9999-01-01T00:00:00Z',
      isOverriden: true,
    });
    expect(ids({ data })).toEqual([PAST, CURRENT, FUTURE]);
  });

  it('hold the rate cards, with the own prices of the account', async () => {
    const { data } = await body(`${path}?include_price_plan_info=true`);
    expect(data[2].pricePlanInfo).toEqual({ name: 'Compute Enterprise (classic)' });
    const plan = await body('/price_plans/pp.1zY0000000f.e9447');
    const listed = plan.pricingSchedule[0].pricePlanDetails.fixedFeeRateCards[0].rateValues;
    expect(listed).toEqual([
      { currency: 'USD', rate: 9800 },
      { currency: 'EUR', rate: 8820 },
    ]);
    expect(data[2].pricePlanDetails.fixedFeeRateCards[0].rateValues).toEqual([
      { currency: 'USD', rate: 8820 },
      { currency: 'EUR', rate: 7938 },
    ]);
  });

  it.each([
    ['start_date=2029-01-01', [CURRENT, FUTURE]],
    ['end_date=2021-06-01', [PAST]],
    ['start_date=2023-01-01&end_date=2024-01-01', [CURRENT]],
  ])('overlap with %s', async (query, expected) => {
    expect(ids(await body(`${path}?${query}`))).toEqual(expected);
  });

  it('refuse a date that is none', async () => {
    expect(await togai.get(`${path}?start_date=soon`)).toMatchObject({
      status: 400,
      body: { message: 'start_date must be a valid ISO 8601 date' },
    });
  });
});

describe('rate cards of a schedule', () => {
  it('belong to the account', async () => {
    const { data } = await body(`/v2/schedules/${CURRENT}/rate_cards?mode=ACTIVE`);
    expect(data.map(({ type }: { type: string }) => type)).toEqual([
      'FIXED_FEE',
      'FIXED_FEE',
      'USAGE',
      'LICENSE',
      'CREDIT_GRANT',
      'MINIMUM_COMMITMENT',
    ]);
    expect(data[0]).toMatchObject({
      accountId: 'account-00000017',
      pricePlanId: 'pp.1zY0000002v.42e3f',
      referenceId: CURRENT,
      referenceType: 'SCHEDULE',
      currencies: ['USD', 'EUR', 'GBP', 'JPY', 'SEK'],
    });
  });

  it('are there in the mode of the schedule only', async () => {
    expect((await body(`/v2/schedules/${DRAFT}/rate_cards?mode=DRAFT`)).data.length).toBeGreaterThan(0);
    expect(await body(`/v2/schedules/${DRAFT}/rate_cards?mode=ACTIVE`)).toEqual({ data: [] });
    expect((await togai.get('/v2/schedules/sch.none/rate_cards?mode=ACTIVE')).status).toBe(404);
  });
});

describe('credits and wallets', () => {
  const FIRST = 'creds.1zY00000000.34d77';

  it('lists the grants of an account, by status and id', async () => {
    const { data } = await body('/credits?account_id=account-00000001');
    expect(data[0]).toEqual({
      id: FIRST,
      customerId: 'customer-00000001',
      accountId: 'account-00000001',
      purpose: 'Prepaid credit',
      applicableEntityIds: ['ALL_USAGE_METER_RATE_CARDS'],
      effectiveFrom: '2023-09-15',
      creditAmount: 50,
      creditUnit: 'USD',
      holdAmount: 0,
      consumedAmount: 20,
      priority: 55,
      status: 'ACTIVE',
      createdAt: '2023-09-15T22:08:15.363Z',
      updatedAt: '2023-09-25T22:08:15.363Z',
    });
    expect(data).toHaveLength(3);
    expect(ids(await body('/credits?account_id=account-00000001&status=ACTIVE'))).toEqual([FIRST]);
    expect(ids(await body(`/credits?id=${FIRST}`))).toEqual([FIRST]);
    expect(ids(await body(`/credits?id=${FIRST}&status=VOIDED`))).toEqual([]);
    expect(ids(await body('/credits?status=LOST'))).toEqual([]);
  });

  it('tells how a grant was used', async () => {
    const { transactions, ...credit } = await body(`/credits/${FIRST}`);
    expect(credit).toEqual((await body(`/credits?id=${FIRST}`)).data[0]);
    expect(transactions).toEqual([
      {
        id: `${FIRST}.1`,
        creditId: FIRST,
        transactionType: 'CREDITED',
        amount: 50,
        createdAt: '2023-09-15T22:08:15.363Z',
      },
      {
        id: `${FIRST}.2`,
        creditId: FIRST,
        transactionType: 'DEBITED',
        amount: 20,
        createdAt: '2023-09-25T22:08:15.363Z',
      },
    ]);
  });

  it('adds up what is left', async () => {
    expect(await body('/accounts/account-00000001/credit_balance')).toEqual({
      activeCredits: 50,
      availableBalance: 30,
      runningBalance: 30,
      inapplicableCredits: 0,
      unit: 'USD',
      lastUpdatedAt: '2023-12-14T22:08:15.363Z',
    });
  });

  it('has wallets whose entries lead to their balance', async () => {
    expect(await body('/accounts/account-00000004/wallet')).toEqual({
      id: 'wallet.1zY00000006.c941a',
      accountId: 'account-00000004',
      customerId: 'customer-00000004',
      balance: 305.6,
      creditUnit: 'GBP',
      status: 'ACTIVE',
      holdAmount: 0,
      effectiveFrom: '2021-09-22T02:30:48.980Z',
      createdAt: '2021-09-22T02:30:48.980Z',
      updatedAt: '2021-11-21T02:30:48.980Z',
      metadata: { autoNetOff: false },
    });
    const pages = await togai.pages('/accounts/account-00000004/wallet/entries?pageSize=2');
    const entries = pages.flatMap(({ data }) => data);
    expect(
      entries.map(({ transactionType, amount, closingBalance }) => [transactionType, amount, closingBalance]),
    ).toEqual([
      ['CREDITED', 400, 400],
      ['DEBITED', 64, 336],
      ['DEBITED', 30.4, 305.6],
    ]);
    expect((await togai.get('/accounts/account-00000001/wallet')).status).toBe(404);
  });
});
