import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { type Row, tenantRows } from '../support/zuora-rows.js';

const ACCOUNT = 'A00000002';

let gateway: TestGateway;
let sandbox: ZuoraSandbox;
let tenant: ReturnType<typeof tenantRows>;
let plan: Row;
let charge: Row;

beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 20 }, environment: { DISCOVERY_INTERVAL_MINUTES: '0' } });
  sandbox = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  tenant = tenantRows(sandbox);
  const charges = await tenant('product-rate-plan-charges');
  const found = charges.find(
    ({ chargeModel, chargeType }) => chargeModel === 'Per Unit Pricing' && chargeType === 'Recurring',
  );
  if (!found) throw new Error('the catalog has changed');
  charge = found;
  const [of] = await tenant('product-rate-plans', `id.EQ:${charge.productRatePlanId}`);
  if (!of) throw new Error('the catalog has changed');
  plan = of;
});
beforeEach(() => sandbox.reset());
afterAll(() => gateway?.close());

const SELECTION = `
  subscription {
    subscriptionNumber version status termType termStartDate termEndDate autoRenew notes
    contractedMrr { amount currency } totalContractedValue { amount currency }
    ratePlans { id productRatePlanId charges { id chargeNumber price { amount } quantity mrr { amount } } }
    versions { version status }
  }
  preview { amount { amount currency } totalContractedValue { amount } contractedMrr { amount } items { chargeName amount { amount } } }
  plan { action target after } userErrors { code message field }`;

interface Shown {
  readonly subscriptionNumber: string;
  readonly version: number;
  readonly status: string;
  readonly termEndDate: string | null;
  readonly ratePlans: {
    id: string;
    charges: { id: string; chargeNumber: string; quantity: string; price: { amount: string } }[];
  }[];
  readonly versions: { version: number }[];
}
interface Payload {
  readonly subscription: Shown | null;
  readonly preview: { amount: { amount: string }; items: unknown[] } | null;
  readonly plan: { action: string; target: string | null; after: unknown }[] | null;
  readonly userErrors: { code: string; message: string; field: string[] | null }[];
}
type Verb = 'Create' | 'Update' | 'Cancel' | 'Renew' | 'Suspend' | 'Resume';

async function change(
  verb: Verb,
  variables: { key?: string; input?: object; idempotencyKey?: string; dryRun?: boolean },
) {
  const types = {
    key: 'String!',
    input: `ZuoraSubscription${verb}Input!`,
    idempotencyKey: 'String',
    dryRun: 'Boolean',
  };
  const names = Object.keys(variables) as (keyof typeof types)[];
  const { data, errors } = await gateway.query<{ payload: Payload }>(
    `mutation (${names.map((name) => `$${name}: ${types[name]}`).join(', ')}) {
      payload: zuoraSubscription${verb}(${names.map((name) => `${name}: $${name}`).join(', ')}) { ${SELECTION} }
    }`,
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
  renewalTerm: 12,
  autoRenew: false,
  ratePlans: [
    {
      productRatePlanId: plan.id,
      charges: [{ productRatePlanChargeId: charge.id, price: '0.12345678', quantity: '1000' }],
    },
  ],
  ...input,
});
const create = async (input: object = {}): Promise<Shown> => {
  const { subscription, userErrors } = await change('Create', { input: wanted(input) });
  expect(userErrors).toEqual([]);
  if (!subscription) throw new Error('nothing was made');
  return subscription;
};
const versionsOf = (number: string) => tenant('subscriptions', `name.EQ:${number}`);

describe('a new subscription', () => {
  it('has what was asked for, to the last digit of its price', async () => {
    const made = await create({ notes: 'by hand' });
    expect(made).toMatchObject({
      version: 1,
      status: 'ACTIVE',
      termType: 'TERMED',
      termStartDate: '2026-01-01',
      termEndDate: '2027-01-01',
      autoRenew: false,
      notes: 'by hand',
      contractedMrr: { amount: expect.stringMatching(/^\d+(\.\d+)?$/) },
      totalContractedValue: { amount: expect.stringMatching(/^\d+(\.\d+)?$/) },
      versions: [{ version: 1, status: 'ACTIVE' }],
    });
    const charges = made.ratePlans.flatMap(({ charges: all }) => all);
    expect(charges).toContainEqual(expect.objectContaining({ price: { amount: '0.12345678' }, quantity: '1000' }));
  });

  it.each([
    { kind: 'reply-lost' },
    { kind: 'server-error' },
    { kind: 'cut-off-json' },
    { kind: 'expired-token' },
  ] as const)('is made once in spite of %j', async (fault) => {
    const [account] = await tenant('accounts', `accountnumber.EQ:${ACCOUNT}`);
    const count = async () => (await tenant('subscriptions', `accountid.EQ:${account?.id}`)).length;
    const before = await count();
    sandbox.fault('POST /v1/subscriptions', fault);
    await create();
    expect(await count()).toBe(before + 1);
  });

  it('is made once for an idempotency key', async () => {
    const first = await change('Create', { input: wanted(), idempotencyKey: 'quote-17' });
    const second = await change('Create', { input: wanted(), idempotencyKey: 'quote-17' });
    expect(second.subscription?.subscriptionNumber).toBe(first.subscription?.subscriptionNumber);
    expect(sandbox.requests('POST /v1/subscriptions')).toHaveLength(1);
  });

  it('is previewed by Zuora in a dry run, and by the preview, and not made', async () => {
    const { subscription, preview, plan: steps } = await change('Create', { input: wanted(), dryRun: true });
    expect(subscription).toBeNull();
    expect(preview).toMatchObject({ amount: { amount: expect.stringMatching(/^\d/) } });
    expect(preview?.items.length).toBeGreaterThan(0);
    expect(steps).toMatchObject([{ action: 'POST_Subscription', after: { accountKey: ACCOUNT, renewalTerm: 12 } }]);
    const { data } = await gateway.query<{ zuoraSubscriptionPreview: Payload }>(
      `mutation ($input: ZuoraSubscriptionCreateInput!) { zuoraSubscriptionPreview(input: $input) { ${SELECTION} } }`,
      { input: wanted() },
    );
    expect(data.zuoraSubscriptionPreview).toEqual({ subscription: null, preview, plan: null, userErrors: [] });
    expect(sandbox.requests('POST /v1/subscriptions/preview')).toHaveLength(2);
    expect(sandbox.requests('POST /v1/subscriptions')).toEqual([]);
  });

  it('is refused with what is wrong before anything is sent, and with what Zuora says', async () => {
    const wrong = await change('Create', {
      input: wanted({ initialTerm: null, ratePlans: [], notes: 'x'.repeat(501) }),
    });
    expect(wrong.userErrors.map(({ code, field }) => [code, field?.join('.')]).sort()).toEqual([
      ['INVALID', 'input.initialTerm'],
      ['INVALID', 'input.notes'],
      ['INVALID', 'input.ratePlans'],
    ]);
    const endless = await change('Create', { input: wanted({ initialTerm: null }) });
    expect(endless.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'initialTerm'] }]);
    expect(sandbox.requests('POST /v1/subscriptions')).toEqual([]);
    const number = (await create()).subscriptionNumber;
    expect((await change('Create', { input: wanted({ subscriptionNumber: number }) })).userErrors).toMatchObject([
      { code: 'REJECTED_BY_UPSTREAM', message: expect.stringContaining(number) },
    ]);
  });
});

describe('a change of a subscription', () => {
  it('adds, changes and removes products in one version, whatever answer is lost', async () => {
    const { subscriptionNumber: key, ratePlans } = await create();
    const [first] = ratePlans;
    const chargeId = first?.charges.find(({ quantity }) => quantity === '1000')?.id ?? '';
    sandbox.fault('PUT /v1/subscriptions/*', { kind: 'reply-lost' });
    const { subscription, userErrors } = await change('Update', {
      key,
      input: {
        notes: 'more of it',
        add: [{ productRatePlanId: plan.id, contractEffectiveDate: '2026-02-01' }],
        update: [
          {
            ratePlanId: first?.id,
            contractEffectiveDate: '2026-03-01',
            charges: [{ ratePlanChargeId: chargeId, quantity: '2000' }],
          },
        ],
      },
    });
    expect(userErrors).toEqual([]);
    expect(subscription).toMatchObject({ version: 2, notes: 'more of it', versions: [{ version: 2 }, { version: 1 }] });
    expect(subscription?.ratePlans).toHaveLength(2);
    expect(await versionsOf(key)).toHaveLength(2);
    expect(sandbox.requests('PUT /v1/subscriptions/*')).toHaveLength(1);

    const added = subscription?.ratePlans.find(
      ({ id }) => !subscription.ratePlans[0] || id !== subscription.ratePlans[0].id,
    );
    const removed = await change('Update', {
      key,
      input: { remove: [{ ratePlanId: added?.id, contractEffectiveDate: '2026-04-01' }], autoRenew: true },
    });
    expect(removed.subscription).toMatchObject({ version: 3, autoRenew: true });
    expect(removed.subscription?.ratePlans).toHaveLength(1);
  });

  it('is previewed in a dry run, and not made', async () => {
    const { subscriptionNumber: key } = await create();
    const input = { add: [{ productRatePlanId: plan.id, contractEffectiveDate: '2026-02-01' }] };
    const { subscription, preview, plan: steps } = await change('Update', { key, input, dryRun: true });
    expect(subscription?.version).toBe(1);
    expect(preview?.amount.amount).toMatch(/^\d/);
    expect(steps).toMatchObject([{ action: 'PUT_Subscription', target: key }]);
    expect(await versionsOf(key)).toHaveLength(1);
    expect((await change('Update', { key, input: {} })).userErrors).toMatchObject([
      { code: 'INVALID', field: ['input'] },
    ]);
  });

  it.each([
    ['Cancel', { policy: 'SPECIFIC_DATE', effectiveDate: '2026-06-01' }, 'cancel', { status: 'CANCELLED' }],
    ['Cancel', { policy: 'END_OF_CURRENT_TERM' }, 'cancel', { status: 'CANCELLED' }],
    ['Renew', {}, 'renew', { status: 'ACTIVE', termEndDate: '2028-01-01' }],
    ['Suspend', { policy: 'TODAY' }, 'suspend', { status: 'SUSPENDED' }],
  ] as const)('%s %j makes one version although its answer is lost', async (verb, input, path, after) => {
    const { subscriptionNumber: key } = await create();
    sandbox.fault(`PUT /v1/subscriptions/*/${path}`, { kind: 'reply-lost' });
    const { subscription, userErrors } = await change(verb, { key, input });
    expect(userErrors).toEqual([]);
    expect(subscription).toMatchObject({ version: 2, ...after });
    expect(await versionsOf(key)).toHaveLength(2);
    expect(sandbox.requests(`PUT /v1/subscriptions/*/${path}`)).toHaveLength(1);
  });

  it('is made again after a failure that came before it, and only then', async () => {
    const { subscriptionNumber: key } = await create();
    sandbox.fault('PUT /v1/subscriptions/*/renew', { kind: 'server-error' });
    sandbox.fault('PUT /v1/subscriptions/*/renew', { kind: 'connection-reset' });
    sandbox.fault('PUT /v1/subscriptions/*/renew', { kind: 'reply-lost' });
    expect((await change('Renew', { key })).subscription).toMatchObject({ version: 2, termEndDate: '2028-01-01' });
    expect(await versionsOf(key)).toHaveLength(2);
    expect(sandbox.requests('PUT /v1/subscriptions/*/renew')).toHaveLength(3);
  });

  it('lets a suspended subscription go on', async () => {
    const { subscriptionNumber: key } = await create();
    await change('Suspend', { key, input: { policy: 'TODAY' } });
    sandbox.fault('PUT /v1/subscriptions/*/resume', { kind: 'reply-lost' });
    expect((await change('Resume', { key, input: { policy: 'TODAY' } })).subscription).toMatchObject({
      version: 3,
      status: 'ACTIVE',
    });
    expect(await versionsOf(key)).toHaveLength(3);
  });

  it('is tried once more at a lock, and then told as something that passes', async () => {
    const { subscriptionNumber: key } = await create();
    sandbox.lock(key);
    const { data, errors } = await gateway.query(
      'mutation ($key: String!) { zuoraSubscriptionRenew(key: $key) { userErrors { code } } }',
      { key },
    );
    sandbox.unlock(key);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_CONFLICT', retryable: true } }]);
    expect(sandbox.requests('PUT /v1/subscriptions/*/renew')).toHaveLength(2);
    expect(await versionsOf(key)).toHaveLength(1);
  });

  it('is refused for what cannot be, and only planned by a dry run', async () => {
    const { subscriptionNumber: key } = await create();
    const planned = await change('Cancel', { key, input: { policy: 'END_OF_CURRENT_TERM' }, dryRun: true });
    expect(planned.plan).toEqual([
      { action: 'PUT_CancelSubscription', target: key, after: { cancellationPolicy: 'EndOfCurrentTerm' } },
    ]);
    const undated = await change('Cancel', { key, input: { policy: 'SPECIFIC_DATE' } });
    expect(undated.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'effectiveDate'] }]);
    expect((await change('Resume', { key, input: { policy: 'TODAY' } })).userErrors).toMatchObject([
      { code: 'REJECTED_BY_UPSTREAM' },
    ]);
    expect((await change('Renew', { key: 'A-S-nobody' })).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['key'] },
    ]);
    expect(await versionsOf(key)).toHaveLength(1);
  });
});

describe('periods and plans', () => {
  it('pauses and goes on after so many periods', async () => {
    const { subscriptionNumber: key } = await create();
    const suspend = { policy: 'FIXED_PERIODS_FROM_TODAY', periods: 1, periodsType: 'WEEK' };
    const { plan: steps } = await change('Suspend', {
      key,
      input: { ...suspend, resumePeriods: 2, resumePeriodsType: 'MONTH', extendsTerm: true },
      dryRun: true,
    });
    expect(steps?.[0]?.after).toEqual({
      suspendPolicy: 'FixedPeriodsFromToday',
      suspendPeriods: '1',
      suspendPeriodsType: 'Week',
      resume: true,
      resumePolicy: 'FixedPeriodsFromSuspendDate',
      resumePeriods: '2',
      resumePeriodsType: 'Month',
      extendsTerm: true,
    });
    expect((await change('Suspend', { key, input: suspend })).subscription).toMatchObject({ version: 2 });
    const resumed = await change('Resume', {
      key,
      input: { policy: 'FIXED_PERIODS_FROM_SUSPEND_DATE', periods: 1, periodsType: 'MONTH' },
    });
    expect([resumed.userErrors, resumed.subscription?.version]).toEqual([[], 3]);
  });

  it('puts another plan in the place of one, once although the answer is lost', async () => {
    const { subscriptionNumber: key, ratePlans } = await create();
    const others = await tenant('product-rate-plans');
    const other = others.find(({ id }) => id !== plan.id);
    sandbox.fault('PUT /v1/subscriptions/*', { kind: 'reply-lost' });
    const { subscription, userErrors } = await change('Update', {
      key,
      input: {
        change: [
          { ratePlanId: ratePlans[0]?.id, newProductRatePlanId: other?.id, contractEffectiveDate: '2026-02-01' },
        ],
      },
    });
    expect(userErrors).toEqual([]);
    expect(subscription).toMatchObject({ version: 2, ratePlans: [{ productRatePlanId: other?.id }] });
    expect(await versionsOf(key)).toHaveLength(2);
    expect(sandbox.requests('PUT /v1/subscriptions/*')).toHaveLength(1);
  });
});

it('reads the contract values of a page of subscriptions in one call', async () => {
  const { data, errors } = await gateway.query<{
    zuoraAccount: { subscriptions: { nodes: { totalContractedValue: { amount: string } | null }[] } };
  }>(
    `{ a: zuoraAccount(key: "A00000001") { subscriptions { nodes { totalContractedValue { amount } } } }
       zuoraAccount(key: "A00000002") { subscriptions { nodes { totalContractedValue { amount } } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.zuoraAccount.subscriptions.nodes.length).toBeGreaterThan(0);
  expect(sandbox.requests('GET /v1/subscriptions/subscription-metrics')).toHaveLength(1);
});
