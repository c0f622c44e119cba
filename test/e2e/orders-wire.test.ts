import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startContractProxies } from '../support/contract-proxy.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { type ScriptedWire, startScriptedWire } from '../support/scripted-wire.js';

let wire: ScriptedWire;
let proxies: Awaited<ReturnType<typeof startContractProxies>>;
let gateway: TestGateway;

beforeAll(async () => {
  wire = await startScriptedWire();
  proxies = await startContractProxies({ 'zuora-billing': wire.url });
  gateway = await startTestGateway({
    sandbox: { customers: 20, limits: false },
    verified: false,
    environment: {
      ZUORA_BILLING_URL: proxies?.urlOf('zuora-billing') ?? wire.url,
      ZUORA_BILLING_TIME_ZONE: 'Europe/Berlin',
    },
  });
  wire.forwardTo(gateway.sandbox('ZUORA_BILLING').url);
});
beforeEach(() => wire.reset());
afterAll(async () => {
  await gateway?.close();
  const violations = (await proxies?.violations()) ?? [];
  await wire?.close();
  expect(violations).toEqual([]);
});

const REST = 'plan { action target after } userErrors { code message field }';
const order = (orderNumber: string, over: object = {}) => ({
  orderNumber,
  existingAccountNumber: 'A00000001',
  status: 'Completed',
  currency: 'EUR',
  orderDate: '2026-03-01',
  createdDate: '2026-03-29 01:30:00',
  updatedDate: '2026-03-29 03:30:00',
  customFields: {},
  subscriptions: [],
  ...over,
});
const found = (one: object) => ({ body: { success: true, order: one } });
const missing = {
  status: 404,
  body: { success: false, processId: 'P', reasons: [{ code: 50000040, message: 'Cannot find it' }] },
};

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await gateway.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

describe('an order', () => {
  it('shows each action with its details and its prices in the currency of the order', async () => {
    wire.on('GET /v1/orders/*', () =>
      found(
        order('O-1', {
          description: 'Upsell',
          customFields: { Desk__c: 'north' },
          subscriptions: [
            {
              subscriptionNumber: 'A-S1',
              subscriptionOwnerAccountNumber: 'A00000002',
              baseVersion: 1,
              newVersion: 3,
              orderActions: [
                {
                  type: 'Resume',
                  sequence: 1,
                  triggerDates: [],
                  resume: { resumePolicy: 'SpecificDate', resumeSpecificDate: '2026-04-01', extendsTerm: true },
                },
                {
                  type: 'UpdateProduct',
                  sequence: 0,
                  triggerDates: [
                    { name: 'ContractEffective', triggerDate: '2026-03-02' },
                    { name: 'ServiceActivation', triggerDate: '2026-03-03' },
                  ],
                  updateProduct: {
                    ratePlanId: 'rp1',
                    newRatePlanId: 'rp2',
                    chargeUpdates: [
                      {
                        chargeNumber: 'C-1',
                        pricing: {
                          recurringPerUnit: { listPrice: 0.12345678, quantity: 12, priceChangeOption: 'NoChange' },
                        },
                      },
                    ],
                  },
                },
              ],
            },
          ],
        }),
      ),
    );
    const { zuoraOrder, node } = await ask<Record<string, Record<string, unknown>>>(`{
      zuoraOrder(orderNumber: "O-1") {
        id orderNumber status statusText accountNumber orderDate createdAt updatedAt currency description customFields
        account { accountNumber }
        subscriptions { subscriptionNumber ownerAccountNumber baseVersion newVersion actions {
          kind kindText sequence contractEffectiveDate serviceActivationDate customerAcceptanceDate details
          updateProduct { ratePlanId newRatePlanId charges { chargeNumber pricing { model listPrice { amount currency } quantity tiers { tier } } } }
          resume { policy date extendsTerm } cancelSubscription { policy }
        } }
      }
      node(id: "zor_O-1") { ... on ZuoraOrder { orderNumber } }
    }`);
    expect(zuoraOrder).toEqual({
      id: 'zor_O-1',
      orderNumber: 'O-1',
      status: 'COMPLETED',
      statusText: 'Completed',
      accountNumber: 'A00000001',
      orderDate: '2026-03-01',
      // Before and after the clock of the tenant was put forward.
      createdAt: '2026-03-29T00:30:00.000Z',
      updatedAt: '2026-03-29T01:30:00.000Z',
      currency: 'EUR',
      description: 'Upsell',
      customFields: { Desk__c: 'north' },
      account: { accountNumber: 'A00000001' },
      subscriptions: [
        {
          subscriptionNumber: 'A-S1',
          ownerAccountNumber: 'A00000002',
          baseVersion: 1,
          newVersion: 3,
          actions: [
            {
              kind: 'UPDATE_PRODUCT',
              kindText: 'UpdateProduct',
              sequence: 0,
              contractEffectiveDate: '2026-03-02',
              serviceActivationDate: '2026-03-03',
              customerAcceptanceDate: null,
              details: expect.objectContaining({ newRatePlanId: 'rp2' }),
              updateProduct: {
                ratePlanId: 'rp1',
                newRatePlanId: 'rp2',
                charges: [
                  {
                    chargeNumber: 'C-1',
                    pricing: {
                      model: 'recurringPerUnit',
                      listPrice: { amount: '0.12345678', currency: 'EUR' },
                      quantity: '12',
                      tiers: [],
                    },
                  },
                ],
              },
              resume: null,
              cancelSubscription: null,
            },
            {
              kind: 'RESUME',
              kindText: 'Resume',
              sequence: 1,
              contractEffectiveDate: null,
              serviceActivationDate: null,
              customerAcceptanceDate: null,
              details: { resumePolicy: 'SpecificDate', resumeSpecificDate: '2026-04-01', extendsTerm: true },
              updateProduct: null,
              resume: { policy: 'SpecificDate', date: '2026-04-01', extendsTerm: true },
              cancelSubscription: null,
            },
          ],
        },
      ],
    });
    expect(node).toEqual({ orderNumber: 'O-1' });
    expect(wire.asked).toHaveLength(1);
  });

  it('is null if there is none, and nothing is asked for a number that is none', async () => {
    wire.on('GET /v1/orders/*', () => missing);
    expect(await ask('{ zuoraOrder(orderNumber: "O-404") { id } }')).toEqual({ zuoraOrder: null });
    expect(wire.asked).toHaveLength(1);
    wire.on('GET /v1/*', () => found(order('never')));
    wire.on('GET /v1/orders/', () => found(order('never')));
    expect(await ask('{ a: zuoraOrder(orderNumber: "") { id } b: zuoraOrder(orderNumber: "..") { id } }')).toEqual({
      a: null,
      b: null,
    });
    expect(wire.asked).toHaveLength(1);
  });
});

describe('lists of orders', () => {
  /** Ten orders, four to a page at most, with addresses of a host that must never be called. */
  function pagesOf(all: readonly string[]) {
    return ({ query, path }: { query: Readonly<Record<string, string>>; path: string }) => {
      const size = Math.min(4, Number(query.pageSize));
      const page = Number(query.page ?? 1);
      const rest = new URLSearchParams({ ...query, pageSize: String(size), page: String(page + 1) });
      return {
        body: {
          success: true,
          orders: all.slice((page - 1) * size, page * size).map((number) => order(number)),
          ...(all.length > page * size && { nextPage: `https://rest.invalid${path}?${rest}` }),
        },
      };
    };
  }
  const TEN = Array.from({ length: 10 }, (_, index) => `O-${index}`);
  const LIST = `query ($first: Int, $after: String, $filter: ZuoraOrderFilter) {
    zuoraOrders(first: $first, after: $after, filter: $filter) {
      nodes { orderNumber } edges { cursor } pageInfo { hasNextPage endCursor }
    }
  }`;
  interface Page {
    readonly nodes: readonly { orderNumber: string }[];
    readonly edges: readonly { cursor: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  }
  const list = async (variables: object): Promise<Page> =>
    (await ask<{ zuoraOrders: Page }>(LIST, variables)).zuoraOrders;
  const numbers = ({ nodes }: Page) => nodes.map(({ orderNumber }) => orderNumber);

  it('go on over the pages of Zuora and take nothing but the question from nextPage', async () => {
    wire.on('GET /v1/orders', pagesOf(TEN));
    const filter = { dateField: 'UPDATED_DATE', from: '2026-01-01', status: 'COMPLETED' };
    const first = await list({ first: 6, filter });
    expect([numbers(first), first.pageInfo.hasNextPage]).toEqual([TEN.slice(0, 6), true]);
    const second = await list({ first: 6, after: first.pageInfo.endCursor, filter });
    expect([numbers(second), second.pageInfo.hasNextPage]).toEqual([TEN.slice(6), false]);
    const asked = { dateFilterOption: 'updatedDate', startDate: '2026-01-01', status: 'completed' };
    expect(wire.asked.map(({ query }) => query)).toEqual([
      { ...asked, pageSize: '6' },
      { ...asked, pageSize: '4', page: '2' },
      { ...asked, pageSize: '4', page: '2' },
      { ...asked, pageSize: '4', page: '3' },
    ]);
    // Every cursor leads to what comes after it.
    for (const [index, { cursor }] of first.edges.entries()) {
      expect(numbers(await list({ first: 2, after: cursor, filter }))).toEqual(TEN.slice(index + 1, index + 3));
    }
  });

  it('ask for at most 40 at once', async () => {
    wire.on('GET /v1/orders', () => ({ body: { success: true, orders: [] } }));
    expect(await list({ first: 100 })).toEqual({
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
    expect(wire.asked.map(({ query }) => query)).toEqual([{ pageSize: '40' }]);
  });

  it('go on after the same order when new ones have pushed it to a later page', async () => {
    wire.on('GET /v1/orders', pagesOf(TEN));
    const { edges, pageInfo } = await list({ first: 2 });
    wire.on('GET /v1/orders', pagesOf(['N-1', ...TEN]));
    expect(numbers(await list({ first: 2, after: pageInfo.endCursor }))).toEqual(['O-2', 'O-3']);
    wire.on('GET /v1/orders', pagesOf(['N-1', 'N-2', 'N-3', ...TEN]));
    expect(numbers(await list({ first: 2, after: edges[0]?.cursor }))).toEqual(['O-1', 'O-2']);
    wire.on('GET /v1/orders', pagesOf(['N-1']));
    const { errors } = await gateway.query(LIST, { first: 2, after: edges[0]?.cursor });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('are of an account, a payer or a subscription, and a cursor of one is none of another', async () => {
    for (const list of ['subscriptionOwner', 'invoiceOwner', 'subscription']) {
      wire.on(`GET /v1/orders/${list}/*`, pagesOf(TEN));
    }
    const { pageInfo } = await list({ first: 1, filter: { accountNumber: 'A00000001' } });
    await list({ first: 1, filter: { invoiceAccountNumber: 'A00000001', status: 'DRAFT' } });
    await list({ first: 1, filter: { subscriptionNumber: 'A-S1' } });
    const { zuoraAccount } = await ask<{ zuoraAccount: { orders: Page } }>(
      '{ zuoraAccount(key: "A00000001") { orders(first: 1) { nodes { orderNumber } } } }',
    );
    expect(zuoraAccount.orders.nodes).toEqual([{ orderNumber: 'O-0' }]);
    const { zuoraSubscription } = await ask<{ zuoraSubscription: { orders: Page } }>(
      '{ zuoraSubscription(key: "A-S00000001") { orders(first: 1) { nodes { orderNumber } } } }',
    );
    expect(zuoraSubscription.orders.nodes).toEqual([{ orderNumber: 'O-0' }]);
    expect(wire.asked.map(({ path }) => path)).toEqual([
      '/v1/orders/subscriptionOwner/A00000001',
      '/v1/orders/invoiceOwner/A00000001',
      '/v1/orders/subscription/A-S1',
      '/v1/orders/subscriptionOwner/A00000001',
      '/v1/orders/subscription/A-S00000001',
    ]);
    const refused = [
      { after: pageInfo.endCursor, filter: { accountNumber: 'A00000002' } },
      { after: 'nonsense' },
      { filter: { accountNumber: 'A00000001', subscriptionNumber: 'A-S1' } },
      { filter: { accountNumber: 'A00000001', status: 'DRAFT' } },
      { filter: { status: 'UNKNOWN' } },
    ];
    for (const variables of refused) {
      const { errors } = await gateway.query(LIST, variables);
      expect(errors, JSON.stringify(variables)).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    expect(wire.asked).toHaveLength(5);
  });
});

describe('a new order', () => {
  const CREATE = `mutation ($input: ZuoraOrderCreateInput!, $key: String, $dryRun: Boolean) {
    zuoraOrderCreate(input: $input, idempotencyKey: $key, dryRun: $dryRun) {
      order { orderNumber } result { orderNumber subscriptionNumbers invoiceNumbers } job { id jobId status }
      preview { invoices { amount { amount currency } items { chargeName amountWithoutTax { amount currency } quantity } }
        chargeMetrics { mrr { amount { amount currency } change { amount } } } }
      ${REST}
    }
  }`;
  interface Payload {
    readonly order: { orderNumber: string } | null;
    readonly result: object | null;
    readonly job: { id: string; jobId: string; status: string } | null;
    readonly preview: object | null;
    readonly plan: readonly { action: string; target: string | null; after: Record<string, unknown> }[] | null;
    readonly userErrors: readonly { code: string; message: string; field: string[] | null }[];
  }
  const create = async (input: object, variables: object = {}): Promise<Payload> =>
    (await ask<{ zuoraOrderCreate: Payload }>(CREATE, { input, ...variables })).zuoraOrderCreate;
  const cancellation = (subscriptionNumber: string) => ({
    subscriptionNumber,
    actions: [{ cancelSubscription: { policy: 'END_OF_CURRENT_TERM' } }],
  });
  const CANCEL = { accountNumber: 'A00000001', orderDate: '2026-03-01', subscriptions: [cancellation('A-S1')] };
  const posts = () => wire.asked.filter(({ method }) => method === 'POST');
  /** A Zuora that keeps orders and answers a key a second time as it did the first. */
  function keepsOrders(
    answer: (number: string) => object = (number) => ({ subscriptions: [{ subscriptionNumber: number }] }),
  ) {
    const kept = new Map<string, object>();
    let made = 0;
    wire.on('GET /v1/orders/*', ({ path }) => {
      const number = path.split('/').at(-1) ?? '';
      return kept.has(number) ? found(order(number, { createdDate: undefined })) : missing;
    });
    wire.on('POST /v1/orders', ({ body, headers }) => {
      const { orderNumber } = body as { orderNumber: string };
      if (!kept.has(orderNumber)) made += 1;
      kept.set(orderNumber, headers);
      return {
        body: { success: true, orderNumber, accountNumber: 'A00000001', status: 'Completed', ...answer('A-S1') },
      };
    });
    return { made: () => made };
  }

  it('is sent with every detail and all digits, under a number of our own', async () => {
    keepsOrders();
    const {
      order: made,
      result,
      userErrors,
    } = await create({
      ...CANCEL,
      description: 'Everything',
      processing: { runBilling: true, targetDate: '2026-03-31', collectPayment: true, paymentMethodId: 'pm1' },
      subscriptions: [
        {
          actions: [
            {
              contractEffectiveDate: '2026-03-05',
              createSubscription: {
                terms: {
                  termType: 'TERMED',
                  period: 12,
                  periodType: 'MONTH',
                  autoRenew: true,
                  renewalSetting: 'RENEW_WITH_SPECIFIC_TERM',
                  renewalTerms: [{ period: 12, periodType: 'MONTH' }],
                },
                ratePlans: [
                  {
                    productRatePlanId: 'prp',
                    uniqueToken: 'base',
                    charges: [
                      {
                        productRatePlanChargeId: 'prpc',
                        pricing: { model: 'RECURRING_PER_UNIT', listPrice: '1234567890.12345678', quantity: '3' },
                      },
                    ],
                  },
                ],
              },
            },
            { updateProduct: { uniqueToken: 'base', charges: [{ chargeNumber: 'C-1', effectiveDate: '2026-04-01' }] } },
          ],
        },
        { subscriptionNumber: 'A-S2', actions: [{ renewSubscription: {} }] },
        {
          subscriptionNumber: 'A-S3',
          actions: [
            { suspend: { policy: 'FIXED_PERIODS_FROM_TODAY', periods: 10, periodsType: 'DAY' } },
            { resume: { policy: 'SPECIFIC_DATE', date: '2026-05-01', extendsTerm: false } },
            { termsAndConditions: { terms: { autoRenew: false }, paymentTerm: 'Net 30' } },
            { ownerTransfer: { accountNumber: 'A00000002' } },
            {
              changePlan: {
                ratePlanId: 'rp1',
                effectivePolicy: 'EFFECTIVE_IMMEDIATELY',
                newRatePlan: { productRatePlanId: 'prp2' },
              },
            },
            { addProduct: { productRatePlanId: 'prp3' } },
            { removeProduct: { ratePlanId: 'rp2' }, changeReason: 'Not needed' },
          ],
        },
      ],
    });
    expect(userErrors).toEqual([]);
    const [{ body, text, headers }] = posts() as [(typeof wire.asked)[number]];
    expect(body).toEqual({
      existingAccountNumber: 'A00000001',
      orderNumber: expect.stringMatching(/^O-[0-9A-Z]{26}$/),
      orderDate: '2026-03-01',
      description: 'Everything',
      processingOptions: {
        runBilling: true,
        collectPayment: true,
        billingOptions: { targetDate: '2026-03-31' },
        electronicPaymentOptions: { paymentMethodId: 'pm1' },
      },
      subscriptions: [
        {
          orderActions: [
            {
              type: 'CreateSubscription',
              triggerDates: [{ name: 'ContractEffective', triggerDate: '2026-03-05' }],
              createSubscription: {
                terms: {
                  initialTerm: { termType: 'TERMED', period: 12, periodType: 'Month' },
                  autoRenew: true,
                  renewalSetting: 'RENEW_WITH_SPECIFIC_TERM',
                  renewalTerms: [{ period: 12, periodType: 'Month' }],
                },
                subscribeToRatePlans: [
                  {
                    productRatePlanId: 'prp',
                    uniqueToken: 'base',
                    chargeOverrides: [
                      {
                        productRatePlanChargeId: 'prpc',
                        pricing: { recurringPerUnit: { listPrice: expect.any(Number), quantity: 3 } },
                      },
                    ],
                  },
                ],
              },
            },
            {
              type: 'UpdateProduct',
              updateProduct: {
                uniqueToken: 'base',
                chargeUpdates: [
                  {
                    chargeNumber: 'C-1',
                    effectiveDate: { triggerEvent: 'SpecificDate', specificTriggerDate: '2026-04-01' },
                  },
                ],
              },
            },
          ],
        },
        { subscriptionNumber: 'A-S2', orderActions: [{ type: 'RenewSubscription', renewSubscription: {} }] },
        {
          subscriptionNumber: 'A-S3',
          orderActions: [
            {
              type: 'Suspend',
              suspend: { suspendPolicy: 'FixedPeriodsFromToday', suspendPeriods: 10, suspendPeriodsType: 'Day' },
            },
            {
              type: 'Resume',
              resume: { resumePolicy: 'SpecificDate', resumeSpecificDate: '2026-05-01', extendsTerm: false },
            },
            { type: 'TermsAndConditions', termsAndConditions: { autoRenew: false, paymentTerm: 'Net 30' } },
            { type: 'OwnerTransfer', ownerTransfer: { destinationAccountNumber: 'A00000002' } },
            {
              type: 'ChangePlan',
              changePlan: {
                ratePlanId: 'rp1',
                effectivePolicy: 'EffectiveImmediately',
                newProductRatePlan: { productRatePlanId: 'prp2' },
              },
            },
            { type: 'AddProduct', addProduct: { productRatePlanId: 'prp3' } },
            { type: 'RemoveProduct', changeReason: 'Not needed', removeProduct: { ratePlanId: 'rp2' } },
          ],
        },
      ],
    });
    // A double would have lost the last digits.
    expect(text).toContain('"listPrice":1234567890.12345678,');
    expect(headers['idempotency-key']).toBeDefined();
    expect(made).toEqual({ orderNumber: (body as { orderNumber: string }).orderNumber });
    expect(result).toMatchObject({ subscriptionNumbers: ['A-S1'] });
  });

  it('tells its subscriptions also where an old Zuora-Version names them differently', async () => {
    keepsOrders((number) => ({ subscriptionNumbers: [number], invoiceNumbers: ['INV1'] }));
    const { result } = await create(CANCEL);
    expect(result).toEqual({
      orderNumber: expect.any(String),
      subscriptionNumbers: ['A-S1'],
      invoiceNumbers: ['INV1'],
    });
  });

  it('is one order although the answer was lost: sent again under the same key and number', async () => {
    let answers = 0;
    wire.on('POST /v1/orders', ({ body }) => {
      answers += 1;
      const { orderNumber } = body as { orderNumber: string };
      if (answers === 1) return 'lost';
      return { body: { success: true, orderNumber, subscriptions: [] } };
    });
    wire.on('GET /v1/orders/*', ({ path }) => found(order(path.split('/').at(-1) ?? '')));
    const { order: made } = await create(CANCEL);
    expect(posts()).toHaveLength(2);
    const [first, second] = posts();
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
    expect(second?.text).toBe(first?.text);
    expect(first?.body).toMatchObject({ orderNumber: made?.orderNumber });
    expect(made?.orderNumber).toMatch(/^O-/);
  });

  it('is found by its number when it cannot be sent again', async () => {
    let sent = '';
    wire.on('POST /v1/orders', ({ body }) => {
      const again = sent !== '';
      sent = (body as { orderNumber: string }).orderNumber;
      // Zuora keeps a key for a day only; after that it sees an order number for the second time.
      const reasons = [{ code: 58490020, message: 'The order number exists already.' }];
      return again ? { status: 400, body: { success: false, processId: 'P', reasons } } : 'lost';
    });
    wire.on('GET /v1/orders/*', ({ path }) => {
      const number = path.split('/').at(-1);
      return number === sent ? found(order(sent, { createdDate: undefined })) : missing;
    });
    const { order: made, userErrors } = await create(CANCEL);
    expect([made, userErrors]).toEqual([{ orderNumber: sent }, []]);
    expect(posts()).toHaveLength(2);
  });

  it('is the same for the same idempotency key, whatever the day, and refused for another input', async () => {
    const orders = keepsOrders();
    const today = { accountNumber: CANCEL.accountNumber, subscriptions: CANCEL.subscriptions };
    const first = await create(today, { key: 'renewal-1' });
    expect(await create(today, { key: 'renewal-1' })).toEqual(first);
    const other = await create({ ...today, description: 'else' }, { key: 'renewal-1' });
    expect(other).toMatchObject({ order: null, userErrors: [{ code: 'CONFLICT', field: ['idempotencyKey'] }] });
    expect([orders.made(), posts().length]).toEqual([1, 1]);
  });

  it('is not sent when it cannot be right: every mistake is named with its place', async () => {
    const mistaken = {
      accountNumber: 'A00000001',
      draft: true,
      processing: { collectPayment: true },
      subscriptions: [
        { subscriptionNumber: 'A-S1', actions: [{}, { renewSubscription: {}, removeProduct: { ratePlanId: 'r' } }] },
        { actions: [{ cancelSubscription: { policy: 'SPECIFIC_DATE' } }] },
        { subscriptionNumber: 'A-S2', actions: [{ suspend: { policy: 'FIXED_PERIODS_FROM_TODAY' } }] },
        {
          subscriptionNumber: 'A-S3',
          actions: [{ updateProduct: {} }, { resume: { policy: 'TODAY', date: '2026-01-01' } }],
        },
        { actions: [{ createSubscription: { terms: { termType: 'TERMED' }, ratePlans: [] } }] },
      ],
    };
    const { order: none, userErrors } = await create(mistaken);
    expect(none).toBeNull();
    expect(userErrors.map(({ code, field }) => `${code} ${field?.join('.')}`)).toEqual([
      'INVALID input.processing.collectPayment',
      'INVALID input.subscriptions.0.actions.0',
      'INVALID input.subscriptions.0.actions.1',
      'INVALID input.subscriptions.1.actions.0.cancelSubscription.effectiveDate',
      'INVALID input.subscriptions.2.actions.0.suspend.periods',
      'INVALID input.subscriptions.2.actions.0.suspend.periodsType',
      'INVALID input.subscriptions.3.actions.0.updateProduct',
      'INVALID input.subscriptions.3.actions.1.resume.date',
      'INVALID input.subscriptions.4.actions.0.createSubscription.terms.period',
      'INVALID input.subscriptions.4.actions.0.createSubscription.terms.periodType',
      'INVALID input.subscriptions.4.actions.0.createSubscription.ratePlans',
    ]);
    expect(userErrors[1]?.message).toMatch(/^must have one of createSubscription, addProduct, /);
    expect(userErrors[2]?.message).toMatch(/not removeProduct and renewSubscription/);
    expect(wire.asked).toEqual([]);
  });

  it('of a subscription: names it, unless it makes it', async () => {
    const terms = { termType: 'EVERGREEN' };
    const creation = { createSubscription: { terms, ratePlans: [{ productRatePlanId: 'p' }] } };
    const { userErrors } = await create({
      accountNumber: 'A00000001',
      subscriptions: [
        { actions: [{ renewSubscription: {} }] },
        { subscriptionNumber: 'A-S1', actions: [{ renewSubscription: {} }, creation] },
      ],
    });
    expect(userErrors.map(({ field }) => field?.join('.'))).toEqual([
      'input.subscriptions.0.subscriptionNumber',
      'input.subscriptions.1.subscriptionNumber',
      'input.subscriptions.1.actions.1.createSubscription',
    ]);
    expect(wire.asked).toEqual([]);
  });

  it('is only previewed in a dry run', async () => {
    wire.on('POST /v1/orders/preview', () => ({
      body: {
        success: true,
        previewResult: {
          invoices: [
            {
              amount: 23.8,
              amountWithoutTax: 20,
              taxAmount: 3.8,
              targetDate: '2026-03-31',
              invoiceItems: [
                { chargeName: 'Seats', amountWithoutTax: 20, additionalInfo: { quantity: 2, unitOfMeasure: 'Seat' } },
              ],
            },
          ],
          chargeMetrics: [{ subscriptionNumber: 'A-S1', charges: [{ cmrr: { regular: 0.3, regularDelta: -0.1 } }] }],
        },
      },
    }));
    const { zuoraAccount } = await ask<{ zuoraAccount: { currency: string } }>(
      '{ zuoraAccount(key: "A00000001") { currency } }',
    );
    const { currency } = zuoraAccount;
    const payload = await create({ ...CANCEL, orderNumber: 'O-MINE' }, { dryRun: true });
    expect(payload).toEqual({
      order: null,
      result: null,
      job: null,
      preview: {
        invoices: [
          {
            amount: { amount: '23.8', currency },
            items: [{ chargeName: 'Seats', amountWithoutTax: { amount: '20', currency }, quantity: '2' }],
          },
        ],
        chargeMetrics: [{ mrr: { amount: { amount: '0.3', currency }, change: { amount: '-0.1' } } }],
      },
      plan: [
        {
          action: 'POST_Order',
          target: 'O-MINE',
          after: {
            existingAccountNumber: 'A00000001',
            orderNumber: 'O-MINE',
            orderDate: '2026-03-01',
            subscriptions: [
              {
                subscriptionNumber: 'A-S1',
                orderActions: [
                  { type: 'CancelSubscription', cancelSubscription: { cancellationPolicy: 'EndOfCurrentTerm' } },
                ],
              },
            ],
          },
        },
      ],
      userErrors: [],
    });
    const [sent] = wire.asked;
    expect(wire.asked).toHaveLength(1);
    expect(sent?.body).toMatchObject({
      previewOptions: {
        previewTypes: ['BillingDocs', 'ChargeMetrics'],
        previewThruType: 'NumberOfPeriods',
        previewNumberOfPeriods: 1,
      },
    });
    expect(sent?.body).not.toHaveProperty('orderNumber');
    expect(sent?.headers['idempotency-key']).toBeUndefined();
  });

  it('is previewed as far and in as much detail as was asked for', async () => {
    wire.on('POST /v1/orders/preview', () => ({
      body: {
        success: true,
        previewResult: {
          orderDeltaMetrics: {
            orderDeltaTcv: [{ currency: 'JPY', grossAmount: 1200, netAmount: 1000, startDate: '2026-03-01' }],
          },
        },
      },
    }));
    const PREVIEW = `mutation ($input: ZuoraOrderCreateInput!, $options: ZuoraOrderPreviewOptionsInput) {
      zuoraOrderPreview(input: $input, options: $options) {
        preview { invoices { targetDate } deltaMetrics { metric gross { amount currency } net { amount } startDate } }
        userErrors { code field }
      }
    }`;
    const options = { types: ['DELTA_METRICS'], through: 'SPECIFIC_DATE', date: '2026-12-31' };
    expect(await ask(PREVIEW, { input: CANCEL, options })).toEqual({
      zuoraOrderPreview: {
        preview: {
          invoices: [],
          deltaMetrics: [
            {
              metric: 'TCV',
              gross: { amount: '1200', currency: 'JPY' },
              net: { amount: '1000' },
              startDate: '2026-03-01',
            },
          ],
        },
        userErrors: [],
      },
    });
    expect(wire.asked[0]?.body).toMatchObject({
      previewOptions: {
        previewTypes: ['OrderDeltaMetrics'],
        previewThruType: 'SpecificDate',
        specificPreviewThruDate: '2026-12-31',
      },
    });
    const wrong = await ask(PREVIEW, { input: CANCEL, options: { through: 'SPECIFIC_DATE', periods: 2 } });
    expect(wrong).toMatchObject({
      zuoraOrderPreview: {
        preview: null,
        userErrors: [{ field: ['options', 'date'] }, { field: ['options', 'periods'] }],
      },
    });
    const nobody = await ask(PREVIEW, { input: { ...CANCEL, accountNumber: 'A99999999' } });
    expect(nobody).toMatchObject({
      zuoraOrderPreview: { preview: null, userErrors: [{ code: 'NOT_FOUND', field: ['input', 'accountNumber'] }] },
    });
    expect(wire.asked).toHaveLength(1);
  });

  const many = (count: number) => Array.from({ length: count }, (_, index) => cancellation(`A-S${index}`));

  it('is made by a job when it is large, and followed until it is done', async () => {
    wire.on('POST /v1/async/orders', () => ({
      status: 202,
      body: { success: true, jobId: '2c92c0f8-0000-4000-8000-000000000001' },
    }));
    let state: object = { status: 'Processing', errors: null, success: true };
    wire.on('GET /v1/async-jobs/*', () => ({ body: state }));
    wire.on('GET /v1/orders/*', ({ path }) => found(order(path.split('/').at(-1) ?? '')));
    const { order: none, job, preview } = await create({ ...CANCEL, subscriptions: many(51) });
    expect([none, preview]).toEqual([null, null]);
    expect(job).toEqual({
      id: 'zaj_2c92c0f8-0000-4000-8000-000000000001',
      jobId: '2c92c0f8-0000-4000-8000-000000000001',
      status: 'PROCESSING',
    });
    const [{ body }] = posts() as [(typeof wire.asked)[number]];
    const { orderNumber } = body as { orderNumber: string };
    expect((body as { subscriptions: unknown[] }).subscriptions).toHaveLength(51);

    const JOB =
      'query ($id: String!) { zuoraAsyncJob(id: $id) { status errors result { subscriptionNumbers } order { orderNumber } } }';
    expect(await ask(JOB, { id: job?.id })).toEqual({
      zuoraAsyncJob: { status: 'PROCESSING', errors: [], result: null, order: null },
    });
    state = {
      status: 'Completed',
      errors: null,
      success: true,
      result: { success: true, orderNumber, subscriptionNumbers: ['A-S0'] },
    };
    expect(await ask(JOB, { id: job?.jobId })).toEqual({
      zuoraAsyncJob: {
        status: 'COMPLETED',
        errors: [],
        result: { subscriptionNumbers: ['A-S0'] },
        order: { orderNumber },
      },
    });
    state = { status: 'Failed', errors: 'The subscription A-S7 is cancelled.', success: true };
    expect(await ask(JOB, { id: job?.jobId })).toEqual({
      zuoraAsyncJob: { status: 'FAILED', errors: ['The subscription A-S7 is cancelled.'], result: null, order: null },
    });
  });

  it('is made by a job when that is asked for, but not as a draft', async () => {
    wire.on('POST /v1/async/orders', () => ({
      status: 202,
      body: { success: true, jobId: '2c92c0f8-0000-4000-8000-000000000002' },
    }));
    const { userErrors } = await create({ ...CANCEL, asynchronous: true, draft: true });
    expect(userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'draft'] }]);
    expect(posts()).toEqual([]);
    expect((await create({ ...CANCEL, asynchronous: true })).job?.status).toBe('PROCESSING');
    expect(posts().map(({ path }) => path)).toEqual(['/v1/async/orders']);
  });

  it('is not sent with more than Zuora takes', async () => {
    const { userErrors, order: none } = await create({ ...CANCEL, subscriptions: many(301) });
    expect(none).toBeNull();
    expect(userErrors).toEqual([
      {
        code: 'INVALID',
        message: 'has 301 subscriptions; Zuora takes at most 300 in one order',
        field: ['input', 'subscriptions'],
      },
    ]);
    const actions = Array.from({ length: 301 }, () => ({ renewSubscription: {} }));
    const deep = await create({ ...CANCEL, subscriptions: [{ subscriptionNumber: 'A-S1', actions }] });
    expect(deep.userErrors[0]?.message).toBe('has 301 actions; Zuora takes at most 300 in one order');
    expect(wire.asked).toEqual([]);
  });
});

describe('a draft', () => {
  const CHANGE = (name: string) => `mutation ($dryRun: Boolean) {
    zuoraOrder${name}(orderNumber: "O-7", dryRun: $dryRun) { order { status } plan { action target } userErrors { code message } }
  }`;
  let status = 'Draft';

  it('is activated, also when the answer is lost', async () => {
    status = 'Draft';
    wire.on('GET /v1/orders/*', () => found(order('O-7', { status })));
    wire.on('PUT /v1/orders/*/activate', () => {
      status = 'Completed';
      return 'lost';
    });
    expect(await ask(CHANGE('Activate'), { dryRun: true })).toEqual({
      zuoraOrderActivate: {
        order: { status: 'DRAFT' },
        plan: [{ action: 'PUT_OrderActivate', target: 'O-7' }],
        userErrors: [],
      },
    });
    expect(wire.asked.filter(({ method }) => method === 'PUT')).toEqual([]);
    expect(await ask(CHANGE('Activate'))).toEqual({
      zuoraOrderActivate: { order: { status: 'COMPLETED' }, plan: null, userErrors: [] },
    });
    expect(wire.asked.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    expect(await ask(CHANGE('Cancel'), { dryRun: true })).toMatchObject({
      zuoraOrderCancel: { order: null, userErrors: [{ code: 'CONFLICT' }] },
    });
  });

  it('is cancelled for a reason', async () => {
    status = 'Draft';
    wire.on('GET /v1/orders/*', () => found(order('O-7', { status })));
    wire.on('PUT /v1/orders/*/cancel', () => {
      status = 'Cancelled';
      return { body: { success: true, orderNumber: 'O-7', accountNumber: 'A00000001', status } };
    });
    const cancel =
      'mutation { zuoraOrderCancel(orderNumber: "O-7", reason: "Changed their mind") { order { status } userErrors { code } } }';
    expect(await ask(cancel)).toEqual({ zuoraOrderCancel: { order: { status: 'CANCELLED' }, userErrors: [] } });
    const [put] = wire.asked.filter(({ method }) => method === 'PUT');
    expect(put?.body).toEqual({ cancelReason: 'Changed their mind' });
  });

  it('that is none is told to whoever asked', async () => {
    wire.on('PUT /v1/orders/*/activate', () => missing);
    wire.on('GET /v1/orders/*', () => missing);
    expect(await ask(CHANGE('Activate'))).toMatchObject({
      zuoraOrderActivate: { order: null, userErrors: [{ code: 'NOT_FOUND' }] },
    });
    expect(await ask(CHANGE('Cancel'), { dryRun: true })).toMatchObject({
      zuoraOrderCancel: { order: null, userErrors: [{ code: 'NOT_FOUND', message: 'There is no order O-7.' }] },
    });
  });
});
