import { readFile } from 'node:fs/promises';
import { print } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { ZuoraCatalogChargeCreateDocument, ZuoraProductCreateDocument } from '../support/operations.generated.js';
import { tenantRows } from '../support/zuora-rows.js';

let gateway: TestGateway;
let zuora: ZuoraSandbox;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 20 }, environment: { DISCOVERY_INTERVAL_MINUTES: '0' } });
  zuora = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
});
// Names differ from test to test, for the gateway remembers what the sandbox forgets.
let serial = 0;
beforeEach(() => {
  serial += 1;
  zuora.reset();
});
afterAll(() => gateway?.close());

interface Payload {
  readonly plan: { action: string; target: string | null; after: Record<string, unknown> | null }[] | null;
  readonly userErrors: { code: string; message: string; field: string[] | null }[];
}

/** Sends one mutation; `parameters` names its variables with their types, in order. */
async function change<T>(
  field: string,
  parameters: string,
  variables: object,
  selection: string,
): Promise<T & Payload> {
  const passed = [...parameters.matchAll(/\$(\w+)/g)].map(([, name]) => `${name}: $${name}`).join(', ');
  const { data, errors } = await gateway.query<{ payload: T & Payload }>(
    `mutation (${parameters}) { payload: ${field}(${passed}) { ${selection} plan { action target after } userErrors { code message field } } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return data.payload;
}
const rows = (objects: string, ...filters: string[]) => tenantRows(zuora)(objects, ...filters);
const writes = () => zuora.requests().filter(({ method, path }) => method !== 'GET' && path.startsWith('/v1/'));
const problems = ({ userErrors }: Payload) => userErrors.map(({ code, field }) => [code, field?.join('.')]);

interface Product {
  zuoraId: string;
  name: string;
  sku: string;
  productNumber: string;
  category: string | null;
  description: string | null;
  customFields: Record<string, unknown> | null;
}
const PRODUCT =
  'product { zuoraId name sku productNumber category description effectiveStartDate effectiveEndDate allowFeatureChanges customFields ratePlans { name } }';
const product = (input: object, more: object = {}) =>
  change<{ product: Product | null }>(
    'zuoraProductCreate',
    '$input: ZuoraProductCreateInput!, $idempotencyKey: String, $dryRun: Boolean',
    {
      input: { name: `P${serial}`, effectiveStartDate: '2026-01-01', effectiveEndDate: '2030-01-01', ...input },
      ...more,
    },
    PRODUCT,
  );
const productUpdate = (id: string, input: object, dryRun = false) =>
  change<{ product: Product | null }>(
    'zuoraProductUpdate',
    '$id: String!, $input: ZuoraProductUpdateInput!, $dryRun: Boolean',
    { id, input, dryRun },
    PRODUCT,
  );
const productDelete = (id: string, dryRun = false) =>
  change<{ product: Product | null }>('zuoraProductDelete', '$id: String!, $dryRun: Boolean', { id, dryRun }, PRODUCT);
async function names(): Promise<string[]> {
  const { data } = await gateway.query<{ zuoraProducts: { nodes: { name: string }[] } }>(
    '{ zuoraProducts(first: 50) { nodes { name } } }',
  );
  return data.zuoraProducts.nodes.map(({ name }) => name);
}

describe('a product', () => {
  it('is made as it was given, and is in the list at once', async () => {
    await names();
    const made = await product({
      sku: `sku-${serial}`,
      productNumber: `no-${serial}`,
      category: 'Base Products',
      description: 'What it is',
      allowFeatureChanges: true,
      customFields: { Region__c: 'EMEA' },
    });
    expect(made).toEqual({
      product: {
        zuoraId: expect.stringMatching(/^[0-9a-f]{32}$/),
        name: `P${serial}`,
        sku: `sku-${serial}`,
        productNumber: `no-${serial}`,
        category: 'Base Products',
        description: 'What it is',
        effectiveStartDate: '2026-01-01',
        effectiveEndDate: '2030-01-01',
        allowFeatureChanges: true,
        customFields: { Region__c: 'EMEA' },
        ratePlans: [],
      },
      plan: null,
      userErrors: [],
    });
    expect(await names()).toContain(`P${serial}`);
    expect(writes().map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /v1/object/product']);
  });

  it.each([
    { kind: 'reply-lost' },
    { kind: 'cut-off-json' },
    { kind: 'server-error' },
    { kind: 'expired-token' },
  ] as const)('is made once in spite of %j', async (fault) => {
    zuora.fault('POST /v1/object/product', fault);
    expect((await product({})).product?.name).toBe(`P${serial}`);
    expect(await rows('products', `name.EQ:P${serial}`)).toHaveLength(1);
  });

  it('is made once for an idempotency key, which stands for nothing else', async () => {
    const idempotencyKey = `product-${serial}`;
    const first = await product({}, { idempotencyKey });
    expect((await product({}, { idempotencyKey })).product?.zuoraId).toBe(first.product?.zuoraId);
    expect(problems(await product({ category: 'Other' }, { idempotencyKey }))).toEqual([
      ['CONFLICT', 'idempotencyKey'],
    ]);
    expect(writes()).toHaveLength(1);
  });

  it('is refused with everything that is wrong, and nothing is sent', async () => {
    const wrong = await product({
      name: 'x'.repeat(101),
      effectiveEndDate: '2025-12-31',
      description: 'x'.repeat(501),
      customFields: { Region: 'EMEA' },
    });
    expect(problems(wrong)).toEqual([
      ['INVALID', 'input.description'],
      ['INVALID', 'input.customFields.Region'],
      ['INVALID', 'input.name'],
    ]);
    expect(problems(await product({ effectiveEndDate: '2026-01-01' }))).toEqual([
      ['INVALID', 'input.effectiveEndDate'],
    ]);
    expect(writes()).toEqual([]);
  });

  it('is refused by Zuora, under HTTP 200', async () => {
    expect((await product({ sku: 'SKU-00000001' })).userErrors).toEqual([
      {
        code: 'REJECTED_BY_UPSTREAM',
        message: 'Zuora Billing: The SKU SKU-00000001 has been used.',
        field: null,
      },
    ]);
    expect(zuora.requests('POST /v1/object/product').map(({ status }) => status)).toEqual([200]);
    expect(await rows('products', `name.EQ:P${serial}`)).toEqual([]);
  });

  it('is changed where the input says something: what is left out stays, null empties', async () => {
    const made = await product({
      sku: `a-${serial}`,
      category: 'Base Products',
      description: 'Old',
      customFields: { A__c: 'a', B__c: 'b' },
    });
    const id = made.product?.zuoraId ?? '';
    const input = { name: 'New', category: null, sku: `b-${serial}`, customFields: { A__c: null } };
    const planned = await productUpdate(id, input, true);
    expect(planned.plan).toEqual([
      {
        action: 'Object_PUTProduct',
        target: id,
        after: { Name: 'New', Category: '', SKU: `b-${serial}`, A__c: '' },
      },
    ]);
    expect(planned.product?.name).toBe(`P${serial}`);
    expect(zuora.requests('PUT /v1/object/**')).toEqual([]);
    zuora.fault('PUT /v1/object/product/*', { kind: 'reply-lost' });
    const changed = await productUpdate(id, input);
    expect(changed.product).toMatchObject({
      name: 'New',
      category: null,
      description: 'Old',
      sku: `b-${serial}`,
      customFields: { B__c: 'b' },
      effectiveStartDate: '2026-01-01',
    });
    const { data } = await gateway.query<{ a: null; b: { name: string } }>(
      'query ($a: String!, $b: String!) { a: zuoraProduct(key: $a) { name } b: zuoraProduct(key: $b) { name } }',
      { a: `a-${serial}`, b: `b-${serial}` },
    );
    expect(data).toEqual({ a: null, b: { name: 'New' } });
  });

  it('is not changed by nothing, nor by what cannot be', async () => {
    const { product: made } = await product({});
    const id = made?.zuoraId ?? '';
    expect(problems(await productUpdate(id, {}))).toEqual([['INVALID', 'input']]);
    expect((await productUpdate(id, { name: null, sku: null })).userErrors).toEqual([
      { code: 'INVALID', message: 'cannot be emptied', field: ['input', 'sku'] },
      { code: 'INVALID', message: 'cannot be emptied', field: ['input', 'name'] },
    ]);
    expect(problems(await productUpdate('0'.repeat(32), { name: 'x' }))).toEqual([['NOT_FOUND', 'id']]);
    expect(zuora.requests('PUT /v1/object/**')).toEqual([]);
  });

  it('is removed once, unless somebody has subscribed to it', async () => {
    const { product: made } = await product({});
    const id = made?.zuoraId ?? '';
    expect(await names()).toContain(`P${serial}`);
    expect((await productDelete(id, true)).plan).toEqual([{ action: 'Object_DELETEProduct', target: id, after: null }]);
    expect(zuora.requests('DELETE /v1/object/**')).toEqual([]);
    zuora.fault('DELETE /v1/object/product/*', { kind: 'reply-lost' });
    expect(await productDelete(id)).toEqual({ product: null, plan: null, userErrors: [] });
    expect(await names()).not.toContain(`P${serial}`);
    expect(problems(await productDelete(id))).toEqual([['NOT_FOUND', 'id']]);
    const [platform] = await rows('products', 'sku.EQ:SKU-00000001');
    expect((await productDelete(String(platform?.id))).userErrors).toEqual([
      {
        code: 'REJECTED_BY_UPSTREAM',
        message: 'Zuora Billing: It cannot be deleted, for a subscription uses it.',
        field: null,
      },
    ]);
    expect(await rows('products', 'sku.EQ:SKU-00000001')).toHaveLength(1);
  });
});

interface RatePlan {
  zuoraId: string;
  name: string;
  product: { name: string; ratePlans: { name: string }[] };
}
const PLAN =
  'ratePlan { zuoraId name productRatePlanNumber description effectiveEndDate product { name ratePlans { name } } charges { name } }';
const plan = (productId: string, input: object = {}, more: object = {}) =>
  change<{ ratePlan: RatePlan | null }>(
    'zuoraProductRatePlanCreate',
    '$input: ZuoraProductRatePlanCreateInput!, $idempotencyKey: String, $dryRun: Boolean',
    { input: { productId, name: 'Monthly', ...input }, ...more },
    PLAN,
  );
const newProduct = async () => (await product({})).product?.zuoraId ?? '';

describe('a rate plan', () => {
  it('is made, shown with its product, changed and removed, each once', async () => {
    const productId = await newProduct();
    zuora.fault('POST /v1/object/product-rate-plan', { kind: 'reply-lost' });
    const made = await plan(productId, { description: 'By the month', activeCurrencies: ['USD', 'JPY'], grade: 2 });
    expect(made).toMatchObject({
      ratePlan: {
        name: 'Monthly',
        description: 'By the month',
        product: { name: `P${serial}`, ratePlans: [{ name: 'Monthly' }] },
      },
      userErrors: [],
    });
    const id = made.ratePlan?.zuoraId ?? '';
    expect(zuora.record('productRatePlan', id)).toMatchObject({ activeCurrencies: 'USD,JPY', grade: 2 });
    expect(await rows('product-rate-plans', `productid.EQ:${productId}`)).toHaveLength(1);

    const update = (input: object) =>
      change<{ ratePlan: RatePlan | null }>(
        'zuoraProductRatePlanUpdate',
        '$id: String!, $input: ZuoraProductRatePlanUpdateInput!',
        { id, input },
        PLAN,
      );
    expect((await update({ description: null, effectiveEndDate: '2029-01-01' })).ratePlan).toMatchObject({
      name: 'Monthly',
      description: null,
      effectiveEndDate: '2029-01-01',
    });
    expect((await update({ name: 'By month' })).ratePlan?.product.ratePlans).toEqual([{ name: 'By month' }]);
    const remove = (dryRun: boolean) =>
      change<{ ratePlan: RatePlan | null }>(
        'zuoraProductRatePlanDelete',
        '$id: String!, $dryRun: Boolean',
        { id, dryRun },
        PLAN,
      );
    expect((await remove(true)).ratePlan?.name).toBe('By month');
    zuora.fault('DELETE /v1/object/product-rate-plan/*', { kind: 'reply-lost' });
    expect(await remove(false)).toMatchObject({ ratePlan: null, userErrors: [] });
    expect(await rows('product-rate-plans', `productid.EQ:${productId}`)).toEqual([]);
    expect(problems(await remove(false))).toEqual([['NOT_FOUND', 'id']]);
  });

  it('needs a product, and a name of its own in it', async () => {
    expect(problems(await plan('0'.repeat(32)))).toEqual([['NOT_FOUND', 'input.productId']]);
    const productId = await newProduct();
    await plan(productId);
    expect((await plan(productId)).userErrors).toMatchObject([
      { code: 'REJECTED_BY_UPSTREAM', message: expect.stringContaining('has a rate plan named Monthly') },
    ]);
    expect(problems(await plan(productId, { grade: 0, activeCurrencies: [] }))).toEqual([
      ['INVALID', 'input.grade'],
      ['INVALID', 'input.activeCurrencies'],
    ]);
    expect(zuora.requests('POST /v1/object/product-rate-plan')).toHaveLength(2);
  });
});

interface Tier {
  currency: string;
  price: { amount: string } | null;
}
interface Charge {
  zuoraId: string;
  name: string;
  tiers: Tier[];
}
const CHARGE = `charge { zuoraId name description type model billingPeriod billCycleType triggerEvent unitOfMeasure defaultQuantity includedUnits
  taxable taxCode customFields tiers { currency tier startingUnit endingUnit priceFormat discountPercentage price { amount currency } } }
  ratePlan { name charges { name } }`;
const SEATS = {
  name: 'Seats',
  type: 'RECURRING',
  model: 'PER_UNIT',
  billingPeriod: 'MONTH',
  billCycleType: 'DEFAULT_FROM_CUSTOMER',
  triggerEvent: 'CONTRACT_EFFECTIVE',
  unitOfMeasure: 'Seat',
  tiers: [
    { currency: 'USD', price: '12.34567891' },
    { currency: 'JPY', price: '1852' },
  ],
};
interface ChargePayload {
  charge: Charge | null;
  ratePlan: { charges: { name: string }[] } | null;
}
const charge = (productRatePlanId: string, input: object = {}, more: object = {}) =>
  change<ChargePayload>(
    'zuoraProductRatePlanChargeCreate',
    '$input: ZuoraProductRatePlanChargeCreateInput!, $idempotencyKey: String, $dryRun: Boolean',
    { input: { productRatePlanId, ...SEATS, ...input }, ...more },
    CHARGE,
  );
const chargeUpdate = (id: string, input: object, dryRun = false) =>
  change<ChargePayload>(
    'zuoraProductRatePlanChargeUpdate',
    '$id: String!, $input: ZuoraProductRatePlanChargeUpdateInput!, $dryRun: Boolean',
    { id, input, dryRun },
    CHARGE,
  );
const newPlan = async () => (await plan(await newProduct())).ratePlan?.zuoraId ?? '';
const prices = (payload: ChargePayload) =>
  payload.charge?.tiers.map(({ currency, price }) => `${price?.amount} ${currency}`);

describe('a charge', () => {
  it('is made with its prices exactly, in every currency', async () => {
    const planId = await newPlan();
    const made = await charge(planId, {
      defaultQuantity: '5',
      description: 'Per seat',
      customFields: { Kind__c: 'seat' },
    });
    expect(made).toEqual({
      charge: {
        zuoraId: expect.stringMatching(/^[0-9a-f]{32}$/),
        name: 'Seats',
        description: 'Per seat',
        type: 'Recurring',
        model: 'Per Unit Pricing',
        billingPeriod: 'Month',
        billCycleType: 'DefaultFromCustomer',
        triggerEvent: 'ContractEffective',
        unitOfMeasure: 'Seat',
        defaultQuantity: '5',
        includedUnits: null,
        taxable: null,
        taxCode: null,
        customFields: { Kind__c: 'seat' },
        tiers: [
          {
            currency: 'JPY',
            tier: 1,
            startingUnit: '0',
            endingUnit: null,
            priceFormat: 'PerUnit',
            discountPercentage: null,
            price: { amount: '1852', currency: 'JPY' },
          },
          {
            currency: 'USD',
            tier: 1,
            startingUnit: '0',
            endingUnit: null,
            priceFormat: 'PerUnit',
            discountPercentage: null,
            price: { amount: '12.34567891', currency: 'USD' },
          },
        ],
      },
      ratePlan: { name: 'Monthly', charges: [{ name: 'Seats' }] },
      plan: null,
      userErrors: [],
    });
  });

  it('is planned in the words of Zuora', async () => {
    const planId = await newPlan();
    const { plan: planned, charge: none } = await charge(
      planId,
      {
        name: 'Ten off',
        model: 'DISCOUNT_PERCENTAGE',
        unitOfMeasure: null,
        billCycleType: 'SPECIFIC_DAY_OF_MONTH',
        billCycleDay: 15,
        applyDiscountTo: 'ONE_TIME_RECURRING',
        discountLevel: 'RATE_PLAN',
        tiers: [{ currency: 'USD', discountPercentage: '007.50' }],
      },
      { dryRun: true },
    );
    expect(none).toBeNull();
    expect(planned).toEqual([
      {
        action: 'Object_POSTProductRatePlanCharge',
        target: null,
        after: {
          ProductRatePlanId: planId,
          Name: 'Ten off',
          ChargeType: 'Recurring',
          ChargeModel: 'Discount-Percentage',
          BillingPeriod: 'Month',
          BillCycleType: 'SpecificDayofMonth',
          BillCycleDay: 15,
          TriggerEvent: 'ContractEffective',
          ApplyDiscountTo: 'ONETIMERECURRING',
          DiscountLevel: 'rateplan',
          UseDiscountSpecificAccountingCode: false,
          ProductRatePlanChargeTierData: {
            ProductRatePlanChargeTier: [{ Currency: 'USD', DiscountPercentage: 7.5 }],
          },
        },
      },
    ]);
    expect(zuora.requests('POST /v1/object/product-rate-plan-charge')).toEqual([]);
  });

  it.each([{ kind: 'reply-lost' }, { kind: 'cut-off-json' }, { kind: 'server-error' }] as const)(
    'is made once in spite of %j',
    async (fault) => {
      const planId = await newPlan();
      zuora.fault('POST /v1/object/product-rate-plan-charge', fault);
      expect(prices(await charge(planId))).toEqual(['1852 JPY', '12.34567891 USD']);
      expect(await rows('product-rate-plan-charges', `productrateplanid.EQ:${planId}`)).toHaveLength(1);
      expect(await rows('product-rate-plan-charge-tiers', `updateddate.GT:2026-06-01T00:00:00Z`)).toHaveLength(2);
    },
  );

  it('is refused with everything that is wrong, and nothing is sent', async () => {
    const planId = await newPlan();
    const before = writes().length;
    const wrong = await charge(planId, {
      unitOfMeasure: null,
      billCycleType: 'SPECIFIC_DAY_OF_MONTH',
      billingPeriod: 'SPECIFIC_WEEKS',
      endDateCondition: 'FIXED_PERIOD',
      taxable: true,
      minQuantity: '5',
      maxQuantity: '4',
    });
    expect(problems(wrong)).toEqual([
      ['INVALID', 'input.billCycleDay'],
      ['INVALID', 'input.specificBillingPeriod'],
      ['INVALID', 'input.upToPeriods'],
      ['INVALID', 'input.taxCode'],
      ['INVALID', 'input.taxMode'],
      ['INVALID', 'input.unitOfMeasure'],
      ['INVALID', 'input.maxQuantity'],
    ]);
    const tiers = await charge(planId, {
      model: 'TIERED',
      tiers: [
        { currency: 'USD', price: '1', startingUnit: '0', endingUnit: '10' },
        { currency: 'USD', price: '1', startingUnit: '5' },
        { currency: 'USD', price: '1', startingUnit: '11' },
        { currency: 'EUR' },
        { currency: 'JPY', price: '1', discountAmount: '1', startingUnit: '9', endingUnit: '8' },
      ],
    });
    expect(problems(tiers)).toEqual([
      ['INVALID', 'input.tiers.1.startingUnit'],
      ['INVALID', 'input.tiers.2'],
      ['INVALID', 'input.tiers.3'],
      ['INVALID', 'input.tiers.4'],
      ['INVALID', 'input.tiers.4.endingUnit'],
    ]);
    expect(problems(await charge(planId, { tiers: [] }))).toEqual([['INVALID', 'input.tiers']]);
    // Zuora has no bound that is none again.
    const unbound = await chargeUpdate('0'.repeat(32), { minQuantity: '1', maxQuantity: null });
    expect(problems(unbound)).toEqual([['INVALID', 'input.maxQuantity']]);
    expect(problems(await charge('0'.repeat(32)))).toEqual([['NOT_FOUND', 'input.productRatePlanId']]);
    expect(writes()).toHaveLength(before);
  });

  it('keeps its prices and rules when something else is changed, and all of it goes to Zuora', async () => {
    const planId = await newPlan();
    const made = await charge(planId, { billCycleType: 'SPECIFIC_DAY_OF_MONTH', billCycleDay: 7, description: 'Old' });
    const id = made.charge?.zuoraId ?? '';
    const { plan: planned } = await chargeUpdate(id, { name: 'Places', description: null }, true);
    expect(planned?.[0]).toEqual({
      action: 'Object_PUTProductRatePlanCharge',
      target: id,
      after: {
        ProductRatePlanId: planId,
        Name: 'Places',
        Description: '',
        BillCycleType: 'SpecificDayofMonth',
        BillCycleDay: 7,
        BillingPeriod: 'Month',
        ChargeModel: 'Per Unit Pricing',
        TriggerEvent: 'ContractEffective',
        UseDiscountSpecificAccountingCode: false,
        ProductRatePlanChargeTierData: {
          ProductRatePlanChargeTier: [
            { Currency: 'JPY', Price: 1852, StartingUnit: 0, PriceFormat: 'Per Unit', IsOveragePrice: false },
            { Currency: 'USD', Price: 12.34567891, StartingUnit: 0, PriceFormat: 'Per Unit', IsOveragePrice: false },
          ],
        },
      },
    });
    zuora.fault('PUT /v1/object/product-rate-plan-charge/*', { kind: 'reply-lost' });
    const changed = await chargeUpdate(id, { name: 'Places', description: null });
    expect(changed).toMatchObject({
      charge: { name: 'Places', description: null, billingPeriod: 'Month', billCycleType: 'SpecificDayofMonth' },
      ratePlan: { charges: [{ name: 'Places' }] },
      userErrors: [],
    });
    expect(prices(changed)).toEqual(['1852 JPY', '12.34567891 USD']);
  });

  it('gets other prices, whole currencies at a time', async () => {
    const made = await charge(await newPlan(), {
      model: 'VOLUME',
      tiers: [
        { currency: 'USD', price: '0.25', startingUnit: '0', endingUnit: '100', priceFormat: 'PER_UNIT' },
        { currency: 'USD', price: '20', startingUnit: '101', priceFormat: 'FLAT_FEE' },
      ],
    });
    expect(made.charge?.tiers).toMatchObject([
      { tier: 1, startingUnit: '0', endingUnit: '100', priceFormat: 'PerUnit', price: { amount: '0.25' } },
      { tier: 2, startingUnit: '101', endingUnit: null, priceFormat: 'FlatFee', price: { amount: '20' } },
    ]);
    const id = made.charge?.zuoraId ?? '';
    const changed = await chargeUpdate(id, { tiers: [{ currency: 'EUR', price: '0.00000001' }] });
    expect(prices(changed)).toEqual(['0.00000001 EUR']);
    expect(problems(await chargeUpdate(id, { model: 'FLAT_FEE' }))).toEqual([['INVALID', 'input.tiers']]);
    expect(problems(await chargeUpdate(id, { defaultQuantity: null }))).toEqual([['INVALID', 'input.defaultQuantity']]);
    expect(problems(await chargeUpdate(id, {}))).toEqual([['INVALID', 'input']]);
  });

  it('that is a fixed discount stays one', async () => {
    const made = await charge(await newPlan(), {
      model: 'DISCOUNT_FIXED_AMOUNT',
      unitOfMeasure: null,
      tiers: [{ currency: 'USD', discountAmount: '2.5' }],
    });
    const id = made.charge?.zuoraId ?? '';
    const changed = await chargeUpdate(id, { name: 'Less' });
    expect([changed.charge?.name, prices(changed)]).toEqual(['Less', ['2.5 USD']]);
    const [tier] = await rows('product-rate-plan-charge-tiers', `productrateplanchargeid.EQ:${id}`);
    expect(tier).toMatchObject({ discountAmount: 2.5 });
    expect(tier?.price).toBeUndefined();
  });

  it('asks for what Zuora wants and does not tell', async () => {
    const once = await rows('product-rate-plan-charges', 'chargetype.EQ:OneTime');
    const setUp = once.find(({ name }) => name === 'Set-up');
    const id = String(setUp?.id);
    expect((await chargeUpdate(id, { name: 'Installation' })).userErrors).toEqual([
      {
        code: 'INVALID',
        message: 'has to be given: Zuora wants it with every change, and does not tell what it is today',
        field: ['input', 'billingPeriod'],
      },
    ]);
    const changed = await chargeUpdate(id, { name: 'Installation', billingPeriod: 'MONTH' });
    expect(changed.charge?.name).toBe('Installation');
    expect(prices(changed)).toContain('99.5 USD');
  });

  it('is removed once, unless somebody has subscribed to it', async () => {
    const made = await charge(await newPlan());
    const id = made.charge?.zuoraId ?? '';
    const remove = (chargeId: string, dryRun = false) =>
      change<ChargePayload>(
        'zuoraProductRatePlanChargeDelete',
        '$id: String!, $dryRun: Boolean',
        { id: chargeId, dryRun },
        CHARGE,
      );
    expect((await remove(id, true)).charge?.name).toBe('Seats');
    zuora.fault('DELETE /v1/object/product-rate-plan-charge/*', { kind: 'server-error' });
    expect(await remove(id)).toMatchObject({ charge: null, ratePlan: { charges: [] }, userErrors: [] });
    expect(problems(await remove(id))).toEqual([['NOT_FOUND', 'id']]);
    const [used] = await rows('product-rate-plan-charges', 'chargetype.EQ:Recurring');
    expect(problems(await remove(String(used?.id)))).toEqual([['REJECTED_BY_UPSTREAM', undefined]]);
  });

  it('can be subscribed to as soon as it is there', async () => {
    const planId = await newPlan();
    await charge(planId, {
      tiers: [
        { currency: 'USD', price: '3.21' },
        { currency: 'JPY', price: '321' },
        { currency: 'EUR', price: '3' },
        { currency: 'GBP', price: '2' },
        { currency: 'SEK', price: '30' },
      ],
    });
    const { subscription, userErrors } = await change<{
      subscription: { ratePlans: { charges: { name: string }[] }[] };
    }>(
      'zuoraSubscriptionCreate',
      '$input: ZuoraSubscriptionCreateInput!',
      {
        input: {
          accountKey: 'A00000002',
          termType: 'EVERGREEN',
          contractEffectiveDate: '2026-06-01',
          ratePlans: [{ productRatePlanId: planId }],
        },
      },
      'subscription { ratePlans { charges { name } } }',
    );
    expect(userErrors).toEqual([]);
    expect(subscription.ratePlans).toEqual([{ charges: [{ name: 'Seats' }] }]);
    expect(
      problems(await change('zuoraProductRatePlanDelete', '$id: String!', { id: planId }, 'ratePlan { name }')),
    ).toEqual([['REJECTED_BY_UPSTREAM', undefined]]);
  });
});

it.each([
  ['zuora-product-create', ZuoraProductCreateDocument, 'Object_POSTProduct'],
  ['zuora-catalog-charge-create', ZuoraCatalogChargeCreateDocument, 'Object_POSTProductRatePlanCharge'],
] as const)('the example %s can be run as it is', async (name, document, action) => {
  const file = new URL(`../../schema/operations/${name}.variables.json`, import.meta.url);
  const { data, errors } = await gateway.query<Record<string, Payload>>(
    print(document),
    JSON.parse(await readFile(file, 'utf8')),
  );
  expect(errors).toBeUndefined();
  expect(Object.values(data)).toMatchObject([{ userErrors: [], plan: [{ action }] }]);
  expect(writes()).toEqual([]);
});
