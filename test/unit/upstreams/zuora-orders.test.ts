import { describe, expect, it } from 'vitest';
import { Job, OrderAnswer } from '../../../src/upstreams/zuora-billing/orders/answers.js';
import { toJob } from '../../../src/upstreams/zuora-billing/orders/job.js';
import { toOrder } from '../../../src/upstreams/zuora-billing/orders/mapping.js';
import { Order } from '../../../src/upstreams/zuora-billing/orders/schemas.js';
import { instantOf } from '../../../src/upstreams/zuora-billing/orders/tenant-instant.js';
import { touchedBy } from '../../../src/upstreams/zuora-billing/orders/touched.js';

const read = (over: object) => toOrder(Order.parse({ orderNumber: 'O-1', ...over }), 'UTC');
const actionOf = (action: object, over: object = {}) =>
  read({ currency: 'USD', ...over, subscriptions: [{ orderActions: [action] }] }).subscriptions[0]?.actions[0];

describe('an order on the wire', () => {
  it('is read with nothing but its number', () => {
    expect(read({})).toEqual({
      id: 'zor_O-1',
      orderNumber: 'O-1',
      accountNumber: null,
      status: 'UNKNOWN',
      statusText: null,
      category: null,
      orderDate: null,
      scheduledDate: null,
      currency: null,
      description: null,
      reasonCode: null,
      customFields: null,
      createdBy: null,
      createdAt: null,
      updatedBy: null,
      updatedAt: null,
      subscriptions: [],
    });
  });

  it('keeps a state and a kind of action that came after this gateway', () => {
    expect(read({ status: 'OnHold' })).toMatchObject({ status: 'UNKNOWN', statusText: 'OnHold' });
    const action = { type: 'MergeSubscription', mergeSubscription: { into: 'A-S9', weight: 2 } };
    expect(actionOf(action)).toMatchObject({ kind: 'UNKNOWN', kindText: 'MergeSubscription', details: action });
  });

  it('is read in both spellings of the reference, and with a single renewal term', () => {
    const charges = [{ productRateplanChargeId: 'a' }, { productRatePlanChargeId: 'b' }];
    const added = actionOf({ type: 'AddProduct', addProduct: { productRatePlanId: 'p', chargeOverrides: charges } });
    expect(added?.addProduct?.charges.map((charge) => charge.productRatePlanChargeId)).toEqual(['a', 'b']);
    const terms = { initialTerm: { termType: 'TERMED', period: '12', periodType: 'Month' } };
    const renewalTerms = { period: 1, periodType: 'Year' };
    const changed = actionOf({ type: 'TermsAndConditions', termsAndConditions: { ...terms, renewalTerms } });
    expect(changed?.termsAndConditions).toMatchObject({ period: 12, renewalTerms: [renewalTerms] });
  });

  it('has prices of tiers and discounts in its currency, and none without a currency', () => {
    const pricing = {
      recurringFlatFee: null,
      usageTiered: { tiers: [{ startingUnit: 0, endingUnit: '9', price: '0.10000001', priceFormat: 'PerUnit' }] },
    };
    const action = {
      type: 'UpdateProduct',
      updateProduct: {
        chargeUpdates: [
          { chargeNumber: 'C-1', pricing },
          { chargeNumber: 'C-2', pricing: { discount: { discountAmount: 5 } } },
        ],
      },
    };
    const prices = (of: ReturnType<typeof actionOf>) => of?.updateProduct?.charges.map((charge) => charge.pricing);
    expect(prices(actionOf(action))).toMatchObject([
      {
        model: 'usageTiered',
        listPrice: null,
        tiers: [{ tier: 1, startingUnit: '0', endingUnit: '9', price: { amount: '0.10000001', currency: 'USD' } }],
      },
      { model: 'discount', discountAmount: { amount: '5', currency: 'USD' }, tiers: [] },
    ]);
    const unknown = prices(actionOf(action, { currency: null }));
    expect(unknown).toMatchObject([{ tiers: [{ price: null }] }, { discountAmount: null }]);
  });

  it('touches everybody who owned, owns or pays for one of its subscriptions', () => {
    const order = read({
      existingAccountNumber: 'A1',
      subscriptions: [
        {
          subscriptionNumber: 'S1',
          subscriptionOwnerAccountNumber: 'A2',
          orderActions: [{ type: 'OwnerTransfer', ownerTransfer: { destinationAccountNumber: 'A3' } }],
        },
        { subscriptionNumber: 'S2', subscriptionOwnerAccountNumber: 'A1', orderActions: [] },
      ],
    });
    expect(touchedBy(order)).toEqual({ accountNumbers: ['A1', 'A2', 'A3'], subscriptionNumbers: ['S1', 'S2'] });
    expect(touchedBy(null)).toEqual({ accountNumbers: [], subscriptionNumbers: [] });
  });
});

describe('answers', () => {
  it('survive being kept and read again', () => {
    const answer = OrderAnswer.parse({ orderNumber: 'O-1', subscriptions: [{ subscriptionNumber: 'S1' }] });
    expect(answer.subscriptionNumbers).toEqual(['S1']);
    expect(OrderAnswer.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
  });

  it('of a job that failed say why, once', () => {
    const failed = Job.parse({
      status: 'Failed',
      errors: 'locked',
      result: {
        success: false,
        reasons: [
          { code: 1, message: 'locked' },
          { code: 2, message: 'gone' },
        ],
      },
    });
    expect(toJob('j', failed)).toMatchObject({ status: 'FAILED', errors: ['locked', 'gone'], result: null });
    expect(toJob('j', Job.parse({ status: 'Queued' }))).toMatchObject({ status: 'UNKNOWN', statusText: 'Queued' });
  });
});

describe('the clock of a tenant', () => {
  it.each([
    ['2026-03-29 01:59:59', 'Europe/Berlin', '2026-03-29T00:59:59.000Z'],
    ['2026-03-29 03:00:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-07-01 00:00:00', 'America/Los_Angeles', '2026-07-01T07:00:00.000Z'],
    ['2026-01-01 05:45:00', 'Asia/Kathmandu', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01T05:00:00+02:00', 'UTC', '2026-01-01T03:00:00.000Z'],
  ])('%s in %s is %s', (text, zone, instant) => {
    expect(instantOf(text, zone)).toBe(instant);
  });

  it('makes nothing of nothing', () => {
    expect([instantOf(null, 'UTC'), instantOf('soon', 'UTC'), instantOf('2026-13-40 99:00:00', 'UTC')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
