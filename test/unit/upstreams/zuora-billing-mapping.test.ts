import { describe, expect, it } from 'vitest';
import { toAccount, toRecord } from '../../../src/upstreams/zuora-billing/mapping/account.js';
import { toSubscription } from '../../../src/upstreams/zuora-billing/mapping/subscription.js';
import { Account } from '../../../src/upstreams/zuora-billing/schemas/account.js';
import { Subscription } from '../../../src/upstreams/zuora-billing/schemas/subscription.js';

const charge = (over: object) => ({
  id: 'c1',
  chargeNumber: 'C-1',
  name: 'Seats',
  chargeType: 'Recurring',
  chargeModel: 'Per Unit Pricing',
  segment: 1,
  ratePlanChargeTiers: [{ id: 't', tier: 1, currency: 'USD', price: 10 }],
  ...over,
});
const subscription = (charges: object[], over: object = {}) =>
  Subscription.parse({
    id: 's1',
    accountId: 'a1',
    name: 'A-S1',
    version: '2',
    status: 'Active',
    termType: 'TERMED',
    ratePlans: [{ id: 'p1', productRatePlanId: 'prp', name: 'Plan', ratePlanCharges: charges }],
    ...over,
  });
const onlyCharge = (charges: object[], today: string) =>
  toSubscription(subscription(charges), today).ratePlans[0]?.charges;

describe('charges', () => {
  const past = charge({ id: 'past', segment: 1, effectiveStartDate: '2025-01-01', effectiveEndDate: '2026-01-01' });
  const current = charge({ id: 'now', segment: 2, effectiveStartDate: '2026-01-01', effectiveEndDate: '2027-01-01' });
  const coming = charge({ id: 'next', segment: 3, effectiveStartDate: '2027-01-01', effectiveEndDate: '2028-01-01' });

  it.each([
    ['2025-06-01', 'past'],
    ['2025-12-31', 'past'],
    ['2026-01-01', 'now'],
    ['2026-12-31', 'now'],
    ['2027-01-01', 'next'],
    ['2024-01-01', 'past'],
    ['2030-01-01', 'next'],
  ])('on %s shows the segment %s', (today, id) => {
    expect(onlyCharge([coming, past, current], today)?.map((shown) => shown.id)).toEqual([id]);
  });

  it('keeps charges of different numbers apart', () => {
    expect(onlyCharge([charge({}), charge({ id: 'c2', chargeNumber: 'C-2' })], '2026-01-01')).toHaveLength(2);
  });

  it('has a price where there is one, and tiers where there are several', () => {
    const tiered = charge({
      ratePlanChargeTiers: [
        { id: 't2', tier: 2, currency: 'USD', price: 8, startingUnit: 11 },
        { id: 't1', tier: 1, currency: 'USD', price: '0.00012345', startingUnit: 1, endingUnit: 10 },
      ],
    });
    const [shown] = onlyCharge([tiered], '2026-01-01') ?? [];
    expect(shown?.price).toBeNull();
    expect(shown?.tiers.map(({ tier, price }) => [tier, price?.amount])).toEqual([
      [1, '0.00012345'],
      [2, '8'],
    ]);
    expect(onlyCharge([charge({})], '2026-01-01')?.[0]?.price).toEqual({ amount: '10', currency: 'USD' });
  });

  it('shows a fixed discount by its amount and a percentage as a percentage', () => {
    const fixed = charge({ ratePlanChargeTiers: [{ id: 't', tier: 1, currency: 'USD', discountAmount: 5.5 }] });
    const percent = charge({ ratePlanChargeTiers: [{ id: 't', tier: 1, currency: 'USD', discountPercentage: 12.5 }] });
    expect(onlyCharge([fixed], '2026-01-01')?.[0]).toMatchObject({
      price: { amount: '5.5' },
      discountPercentage: null,
    });
    expect(onlyCharge([percent], '2026-01-01')?.[0]).toMatchObject({ price: null, discountPercentage: '12.5' });
  });
});

describe('subscriptions', () => {
  it('leaves out the rate plans of removed products', () => {
    const row = subscription([], {
      ratePlans: [{ id: 'p', productRatePlanId: 'prp', name: 'Gone', amendmentType: 'RemoveProduct' }],
    });
    expect(toSubscription(row, '2026-01-01').ratePlans).toEqual([]);
  });

  it.each([
    ['Pending Activation', 'PENDING_ACTIVATION'],
    ['PendingAcceptance', 'PENDING_ACCEPTANCE'],
    ['Cancelled', 'CANCELLED'],
    ['Hibernating', 'UNKNOWN'],
    [null, 'UNKNOWN'],
  ])('reads the status %s as %s and keeps the word', (status, expected) => {
    expect(toSubscription(subscription([], { status }), '2026-01-01')).toMatchObject({
      status: expected,
      statusText: status,
    });
  });

  it('has an id that survives new versions', () => {
    const [one, two] = ['s1', 's2'].map((id) => toSubscription(subscription([], { id }), '2026-01-01'));
    expect(one?.id).toBe('zsu_A-S1');
    expect(two?.id).toBe(one?.id);
  });
});

describe('accounts', () => {
  const row = {
    id: 'a1',
    accountNumber: 'A00000001',
    name: "O'Hara",
    currency: 'JPY',
    balance: '1200',
    status: 'Canceled',
    createdDate: '2024-11-10T17:35:45-08:00',
    billTo: { id: 'c', firstName: 'Ann', lastName: '', personalEmail: 'ann@home.example' },
    TogaiCustomerId__c: 'customer-1',
    Region__c: null,
  };

  it('turns what Zuora sends into what the schema shows', () => {
    expect(toAccount(Account.parse(row))).toMatchObject({
      id: 'zac_a1',
      status: 'CANCELED',
      balance: { amount: '1200', currency: 'JPY' },
      autoPay: null,
      billToContact: { zuoraId: 'c', firstName: 'Ann', lastName: null },
      soldToContact: null,
      customFields: { TogaiCustomerId__c: 'customer-1' },
      createdAt: '2024-11-11T01:35:45.000Z',
    });
  });

  it('finds the ids of other systems in the fields that hold them, and nowhere else', () => {
    const account = toAccount(Account.parse({ ...row, Other__c: 'customer-2' }));
    expect(toRecord(account, ['TogaiCustomerId__c', 'Missing__c'])).toMatchObject({
      id: 'a1',
      externalIds: [
        { kind: 'account', value: 'a1' },
        { kind: 'account-number', value: 'A00000001' },
      ],
      email: 'ann@home.example',
      references: ['customer-1'],
    });
  });
});
