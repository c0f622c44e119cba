import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { type Row, tenantRows } from '../support/zuora-rows.js';

// A tenant that changes subscriptions by nothing but orders: Subscribe and Amend is refused.
const ACCOUNT = 'A00000002';

let gateway: TestGateway;
let sandbox: ZuoraSandbox;
let tenant: ReturnType<typeof tenantRows>;
let plan: Row;
let charge: Row;
let other: Row;

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 20, orders: true } as object,
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', ZUORA_BILLING_SUBSCRIPTION_CHANGES: 'ORDERS' },
  });
  sandbox = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  tenant = tenantRows(sandbox);
  const charges = await tenant('product-rate-plan-charges');
  const found = charges.find(({ chargeModel, chargeType }) => {
    return chargeModel === 'Per Unit Pricing' && chargeType === 'Recurring';
  });
  const [of] = await tenant('product-rate-plans', `id.EQ:${found?.productRatePlanId}`);
  const flat = charges.find(({ chargeModel, chargeType, productRatePlanId }) => {
    return chargeModel === 'Flat Fee Pricing' && chargeType === 'Recurring' && productRatePlanId !== of?.id;
  });
  const [instead] = await tenant('product-rate-plans', `id.EQ:${flat?.productRatePlanId}`);
  if (!found || !of || !instead) throw new Error('the catalog has changed');
  [charge, plan, other] = [found, of, instead];
});
beforeEach(() => sandbox.reset());
afterAll(() => gateway?.close());

const SELECTION = `
  subscription {
    subscriptionNumber version status termEndDate autoRenew notes
    ratePlans { id productRatePlanId charges {
      id chargeNumber price { amount } quantity segments { segment quantity effectiveStartDate } } }
    amendments { type ofVersion effectiveDate }
  }
  preview { amount { amount currency } creditAmount { amount } totalContractedValue { amount } targetDate items { chargeName } }
  plan { action target after } userErrors { code message field }`;

interface Charge {
  readonly id: string;
  readonly chargeNumber: string;
  readonly quantity: string | null;
  readonly price: { readonly amount: string } | null;
}
interface Payload {
  readonly subscription: {
    readonly subscriptionNumber: string;
    readonly version: number;
    readonly termEndDate: string;
    readonly ratePlans: readonly {
      readonly id: string;
      readonly productRatePlanId: string;
      readonly charges: readonly Charge[];
    }[];
  } | null;
  readonly preview: { readonly amount: unknown; readonly items: readonly unknown[] } | null;
  readonly plan: readonly { readonly action: string; readonly target: string | null; readonly after: object }[] | null;
  readonly userErrors: readonly { code: string; message: string; field: readonly string[] | null }[];
}
type Verb = 'Create' | 'Update' | 'Cancel' | 'Renew' | 'Suspend' | 'Resume' | 'Preview';

async function change(verb: Verb, variables: Record<string, unknown>): Promise<Payload> {
  const input = `ZuoraSubscription${verb === 'Preview' ? 'Create' : verb}Input!`;
  const types: Record<string, string> = { key: 'String!', input, idempotencyKey: 'String', dryRun: 'Boolean' };
  const names = Object.keys(variables);
  const { data, errors } = await gateway.query<{ payload: Payload }>(
    `mutation (${names.map((name) => `$${name}: ${types[name]}`).join(', ')}) {
      payload: zuoraSubscription${verb}(${names.map((name) => `${name}: $${name}`).join(', ')}) { ${SELECTION} } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return data.payload;
}
const wanted = (input: object = {}) => ({
  accountKey: ACCOUNT,
  termType: 'TERMED',
  contractEffectiveDate: '2026-01-01',
  initialTerm: 12,
  renewalTerm: 6,
  autoRenew: false,
  notes: 'by hand',
  ratePlans: [
    {
      productRatePlanId: plan.id,
      charges: [{ productRatePlanChargeId: charge.id, price: '0.12345678', quantity: '1000' }],
    },
  ],
  ...input,
});
async function created() {
  const { subscription, userErrors } = await change('Create', { input: wanted() });
  expect(userErrors).toEqual([]);
  if (!subscription) throw new Error('nothing was made');
  const [first] = subscription.ratePlans;
  const priced = first?.charges.find(({ quantity }) => quantity === '1000');
  if (!first || !priced) throw new Error('its plan is missing');
  return { key: subscription.subscriptionNumber, planId: first.id, chargeId: priced.id };
}
const versionsOf = (number: string) => tenant('subscriptions', `name.EQ:${number}`);
const ordersSent = () => sandbox.requests('POST /v1/orders').length;

describe('a new subscription', () => {
  it('is an order, with its price to the last digit, made once whatever is lost', async () => {
    sandbox.fault('POST /v1/orders', { kind: 'reply-lost' });
    const { subscription, userErrors } = await change('Create', { input: wanted(), idempotencyKey: 'quote-1' });
    expect(userErrors).toEqual([]);
    expect(subscription).toMatchObject({ version: 1, status: 'ACTIVE', termEndDate: '2027-01-01', notes: 'by hand' });
    expect(subscription?.ratePlans[0]?.charges).toContainEqual(
      expect.objectContaining({ price: { amount: '0.12345678' }, quantity: '1000' }),
    );
    const again = await change('Create', { input: wanted(), idempotencyKey: 'quote-1' });
    expect(again.subscription?.subscriptionNumber).toBe(subscription?.subscriptionNumber);
    expect(await versionsOf(subscription?.subscriptionNumber ?? '')).toHaveLength(1);
    expect(sandbox.requests('POST /v1/subscriptions')).toEqual([]);
  });

  it('is previewed by a dry run and by the preview, which agree, and not made', async () => {
    const dry = await change('Create', { input: wanted({ targetDate: '2026-02-01' }), dryRun: true });
    const preview = await change('Preview', { input: wanted({ targetDate: '2026-02-01' }) });
    expect(dry.plan).toMatchObject([{ action: 'POST_Order', target: null }]);
    expect(dry.preview).toMatchObject({ targetDate: '2026-02-01', amount: { amount: expect.stringMatching(/^\d/) } });
    expect(dry.preview?.items.length).toBeGreaterThan(0);
    expect(preview.preview).toEqual(dry.preview);
    expect(preview.subscription).toBeNull();
    expect(ordersSent()).toBe(0);
  });

  it('is refused with what is wrong before an order is sent', async () => {
    const flat = (await tenant('product-rate-plan-charges', `productrateplanid.EQ:${other.id}`)).find(
      ({ chargeModel }) => chargeModel === 'Flat Fee Pricing',
    );
    const charges = [{ productRatePlanChargeId: flat?.id, quantity: '2' }];
    const wrong = async (input: object) => (await change('Create', { input: wanted(input) })).userErrors;
    expect(await wrong({ ratePlans: [{ productRatePlanId: other.id, charges }] })).toMatchObject([
      { code: 'INVALID', field: ['input', 'ratePlans', '0', 'charges', '0', 'quantity'] },
    ]);
    expect(
      await wrong({ ratePlans: [{ productRatePlanId: plan.id, charges: [{ productRatePlanChargeId: 'x' }] }] }),
    ).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'ratePlans', '0', 'charges', '0', 'productRatePlanChargeId'] },
    ]);
    expect(await wrong({ collect: true })).toMatchObject([{ code: 'INVALID', field: ['input', 'collect'] }]);
    expect(ordersSent()).toBe(0);
  });
});

describe('a change', () => {
  it('adds, reprices and removes in one order and one version', async () => {
    const { key, planId, chargeId } = await created();
    sandbox.fault('POST /v1/orders', { kind: 'reply-lost' });
    const { subscription, userErrors } = await change('Update', {
      key,
      input: {
        autoRenew: true,
        add: [{ productRatePlanId: other.id, contractEffectiveDate: '2026-02-01' }],
        update: [
          {
            ratePlanId: planId,
            contractEffectiveDate: '2026-03-01',
            charges: [{ ratePlanChargeId: chargeId, quantity: '2000' }],
          },
        ],
      },
    });
    expect(userErrors).toEqual([]);
    expect(subscription).toMatchObject({ version: 2, autoRenew: true });
    const planOf = (id: unknown) => subscription?.ratePlans.find(({ productRatePlanId }) => productRatePlanId === id);
    expect(subscription?.ratePlans).toHaveLength(2);
    const repriced = planOf(plan.id)?.charges.find(({ quantity }) => quantity === '2000');
    expect(repriced).toMatchObject({
      segments: [
        { segment: 1, quantity: '1000', effectiveStartDate: '2026-01-01' },
        { segment: 2, quantity: '2000', effectiveStartDate: '2026-03-01' },
      ],
    });
    expect(subscription).toMatchObject({
      amendments: expect.arrayContaining([
        { type: 'NewProduct', ofVersion: 1, effectiveDate: '2026-02-01' },
        { type: 'UpdateProduct', ofVersion: 1, effectiveDate: '2026-03-01' },
      ]),
    });
    const removed = await change('Update', {
      key,
      input: { remove: [{ ratePlanId: planOf(other.id)?.id, contractEffectiveDate: '2026-04-01' }] },
    });
    expect(removed.subscription).toMatchObject({ version: 3, ratePlans: [{ productRatePlanId: plan.id }] });
    expect(await versionsOf(key)).toHaveLength(3);
    expect(sandbox.requests('PUT /v1/subscriptions/*')).toEqual([]);
  });

  it('puts another plan in the place of one', async () => {
    const { key, planId } = await created();
    const input = {
      change: [
        { ratePlanId: planId, newProductRatePlanId: other.id, contractEffectiveDate: '2026-05-01', kind: 'UPGRADE' },
      ],
    };
    const dry = await change('Update', { key, input, dryRun: true });
    expect(dry.plan).toMatchObject([{ action: 'POST_Order', after: { subscriptions: [{ subscriptionNumber: key }] } }]);
    expect(dry.subscription).toMatchObject({ version: 1 });
    const { subscription, userErrors } = await change('Update', { key, input });
    expect(userErrors).toEqual([]);
    expect(subscription).toMatchObject({ version: 2, ratePlans: [{ productRatePlanId: other.id }] });
  });

  it('cancels, renews, suspends and resumes, each previewed and made once', async () => {
    const { key } = await created();
    const steps = [
      ['Renew', {}, { version: 2, status: 'ACTIVE', termEndDate: '2027-07-01' }],
      ['Suspend', { policy: 'TODAY' }, { version: 3, status: 'SUSPENDED' }],
      ['Resume', { policy: 'TODAY' }, { version: 4, status: 'ACTIVE' }],
      ['Cancel', { policy: 'SPECIFIC_DATE', effectiveDate: '2026-06-01' }, { version: 5, status: 'CANCELLED' }],
    ] as const;
    for (const [verb, input, after] of steps) {
      const before = ordersSent();
      const dry = await change(verb, { key, input, dryRun: true });
      expect([dry.userErrors, dry.plan?.[0]?.action]).toEqual([[], 'POST_Order']);
      expect(dry.preview).not.toBeNull();
      expect(ordersSent()).toBe(before);
      sandbox.fault('POST /v1/orders', { kind: 'reply-lost' });
      const { subscription, userErrors } = await change(verb, { key, input });
      expect([verb, userErrors]).toEqual([verb, []]);
      expect(subscription).toMatchObject(after);
    }
    expect(await versionsOf(key)).toHaveLength(5);
  });

  it('pauses for so many periods and goes on by itself', async () => {
    const { key } = await created();
    const input = { policy: 'TODAY', resumePeriods: 2, resumePeriodsType: 'MONTH', extendsTerm: true };
    const { plan: steps } = await change('Suspend', { key, input, dryRun: true });
    expect(steps?.[0]?.after).toMatchObject({
      subscriptions: [
        {
          orderActions: [
            { type: 'Suspend', suspend: { suspendPolicy: 'Today' } },
            {
              type: 'Resume',
              resume: {
                resumePolicy: 'FixedPeriodsFromSuspendDate',
                resumePeriods: 2,
                resumePeriodsType: 'Month',
                extendsTerm: true,
              },
            },
          ],
        },
      ],
    });
    const made = await change('Suspend', { key, input });
    expect([made.userErrors, made.subscription?.version]).toEqual([[], 2]);
    // Two months, wherever they begin, have 59 days or more.
    expect(Date.parse(made.subscription?.termEndDate ?? '')).toBeGreaterThanOrEqual(Date.parse('2027-03-01'));
  });

  it('that no order can make is refused, and nothing is sent', async () => {
    const { key, planId } = await created();
    const before = ordersSent();
    const refused = async (input: object) =>
      (await change('Update', { key, input })).userErrors.map(({ code, field }) => [code, field?.join('.')]);
    expect(await refused({ notes: 'other' })).toEqual([['UNSUPPORTED', 'input.notes']]);
    expect(await refused({ customFields: { Tier__c: 'gold' } })).toEqual([['UNSUPPORTED', 'input.customFields']]);
    const charges = [{ ratePlanChargeId: 'nothing', quantity: '1' }];
    expect(await refused({ update: [{ ratePlanId: planId, contractEffectiveDate: '2026-03-01', charges }] })).toEqual([
      ['NOT_FOUND', 'input.update.0.charges.0.ratePlanChargeId'],
    ]);
    expect(await refused({ update: [{ ratePlanId: 'gone', contractEffectiveDate: '2026-03-01', charges }] })).toEqual([
      ['NOT_FOUND', 'input.update.0.ratePlanId'],
    ]);
    const many = Array.from({ length: 51 }, () => ({
      productRatePlanId: other.id,
      contractEffectiveDate: '2026-02-01',
    }));
    expect(await refused({ add: many })).toEqual([['UNSUPPORTED', 'input']]);
    expect((await change('Suspend', { key, input: { policy: 'FIXED_PERIODS_FROM_TODAY' } })).userErrors).toMatchObject([
      { code: 'INVALID', field: ['input', 'periods'] },
      { code: 'INVALID', field: ['input', 'periodsType'] },
    ]);
    expect(ordersSent()).toBe(before);
    expect(await versionsOf(key)).toHaveLength(1);
  });

  it('of a new account has to come after it', async () => {
    const { data } = await gateway.query<{ zuoraAccountCreate: { userErrors: object[] } }>(
      `mutation ($input: ZuoraAccountCreateInput!) { zuoraAccountCreate(input: $input) { userErrors { code field } } }`,
      {
        input: {
          name: 'New',
          currency: 'EUR',
          billCycleDay: 1,
          billToContact: { firstName: 'A', lastName: 'B', country: 'Germany' },
          subscription: (({ accountKey: _, ...subscription }) => subscription)(wanted()),
        },
      },
    );
    expect(data.zuoraAccountCreate.userErrors).toEqual([{ code: 'UNSUPPORTED', field: ['input', 'subscription'] }]);
    expect(sandbox.requests('POST /v1/accounts')).toEqual([]);
  });
});
