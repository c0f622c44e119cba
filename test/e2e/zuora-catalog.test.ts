import { print } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/kernel/clock.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import {
  ZuoraDescribeDocument,
  type ZuoraDescribeQuery,
  ZuoraProductsDocument,
  type ZuoraProductsQuery,
} from '../support/operations.generated.js';

const HOUR_MS = 3_600_000;
let ahead = 0;
let gateway: TestGateway;
let zuora: ZuoraSandbox;
beforeAll(async () => {
  // Time passes as it does, and jumps where a test wants everything to be old.
  const clock = { now: () => Date.now() + ahead, wait: systemClock.wait };
  gateway = await startTestGateway({
    sandbox: { customers: 20 },
    environment: { DISCOVERY_INTERVAL_MINUTES: '600' },
    clock,
  });
  await gateway.discovered();
  zuora = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
});
beforeEach(() => {
  // Past everything that the gateway keeps.
  ahead += 2 * HOUR_MS;
  zuora.reset();
});
afterAll(() => gateway?.close());

async function products(variables: object): Promise<ZuoraProductsQuery['zuoraProducts']> {
  const { data, errors } = await gateway.query<ZuoraProductsQuery>(print(ZuoraProductsDocument), variables);
  expect(errors).toBeUndefined();
  return data.zuoraProducts;
}
const PRODUCT = `query ($key: String!) { zuoraProduct(key: $key) {
  id zuoraId name sku productNumber category effectiveStartDate
  ratePlans { id name product { name } charges {
    name type model taxable defaultQuantity
    tiers { currency tier startingUnit endingUnit priceFormat isOveragePrice discountPercentage price { amount currency } }
  } }
} }`;
interface Tier {
  currency: string;
  tier: number;
  price: { amount: string; currency: string } | null;
  discountPercentage: string | null;
}
interface Product {
  id: string;
  zuoraId: string;
  name: string;
  ratePlans: { id: string; name: string; product: { name: string }; charges: { name: string; tiers: Tier[] }[] }[];
}
async function product(key: string): Promise<Product | null> {
  const { data, errors } = await gateway.query<{ zuoraProduct: Product | null }>(PRODUCT, { key });
  expect(errors).toBeUndefined();
  return data.zuoraProduct;
}
const chargeCalled = (found: Product | null, name: string) =>
  found?.ratePlans.flatMap(({ charges }) => charges).find((charge) => charge.name === name);

describe('the catalog', () => {
  it('is listed by name, page after page, one call for a page of products', async () => {
    const first = await products({ first: 3, currency: 'USD' });
    expect(first.nodes.map(({ name }) => name)).toEqual(['Discounts', 'Everything', 'Metered API']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    // The list, the page with all its levels, and the plan of 120 charges whose expansion was cut.
    expect(zuora.requests('GET /object-query/products')).toHaveLength(2);
    expect(zuora.requests('GET /object-query/product-rate-plan-charges')).toHaveLength(2);
    expect(zuora.requests('GET /object-query/*')).toHaveLength(4);
    const rest = await products({ first: 3, after: first.pageInfo.endCursor, currency: 'USD' });
    expect(rest.nodes.map(({ name }) => name)).toEqual(['Platform', 'Services']);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect(zuora.requests('GET /object-query/products')).toHaveLength(3);
    // Everything is known now.
    await products({ first: 10 });
    expect(zuora.requests('GET /object-query/*')).toHaveLength(5);
  });

  it('has every charge of a plan that is larger than a page of Zuora', async () => {
    const { nodes } = await products({ first: 100, currency: 'EUR' });
    const charges = nodes.find(({ name }) => name === 'Everything')?.ratePlans[0]?.charges ?? [];
    expect(charges).toHaveLength(120);
    expect(new Set(charges.map(({ name }) => name)).size).toBe(120);
    expect(charges.every(({ tiers }) => tiers.length === 1 && tiers[0]?.price?.currency === 'EUR')).toBe(true);
  });

  it('has its prices exactly, in every currency', async () => {
    const platform = await product('SKU-00000001');
    const seats = chargeCalled(platform, 'Seats')?.tiers.map(({ price }) => `${price?.amount} ${price?.currency}`);
    expect(seats).toEqual(['11.11111102 EUR', '9.87654313 GBP', '1852 JPY', '123.4567891 SEK', '12.34567891 USD']);
    const storage = chargeCalled(platform, 'Storage')?.tiers.filter(({ currency }) => currency === 'USD');
    expect(storage).toMatchObject([
      { tier: 1, startingUnit: '0', endingUnit: '100', price: { amount: '0.25' }, priceFormat: 'PerUnit' },
      { tier: 2, startingUnit: '101', endingUnit: '1000', price: { amount: '0.2' } },
      { tier: 3, startingUnit: '1001', endingUnit: null, price: { amount: '0.15' } },
    ]);
  });

  it('finds a product by id, SKU and number, and none by anything else', async () => {
    const bySku = await product('sku-00000002');
    expect(bySku).toMatchObject({ name: 'Metered API', sku: 'SKU-00000002', productNumber: 'PC-00000002' });
    expect(await product('PC-00000002')).toEqual(bySku);
    expect(await product(bySku?.zuoraId ?? '')).toEqual(bySku);
    expect(await product('nothing')).toBeNull();
    expect(await product('a],id.EQ:[b')).toBeNull();
    expect(bySku?.ratePlans[0]?.product).toEqual({ name: 'Metered API' });
  });

  it('is reached from what was subscribed to, in one call for all plans', async () => {
    const { data, errors } = await gateway.query<{
      customers: {
        nodes: {
          zuoraAccount: {
            subscriptions: {
              nodes: {
                ratePlans: { productRatePlanId: string; productRatePlan: { zuoraId: string; name: string } }[];
              }[];
            };
          } | null;
        }[];
      };
    }>(`{ customers(first: 20) { nodes { zuoraAccount { subscriptions(first: 9) { nodes {
      ratePlans { productRatePlanId productRatePlan { zuoraId name } }
    } } } } } }`);
    expect(errors).toBeUndefined();
    const plans = data.customers.nodes.flatMap(
      ({ zuoraAccount }) => zuoraAccount?.subscriptions.nodes.flatMap(({ ratePlans }) => ratePlans) ?? [],
    );
    expect(plans.length).toBeGreaterThan(20);
    expect(plans.every((plan) => plan.productRatePlan.zuoraId === plan.productRatePlanId)).toBe(true);
    expect(zuora.requests('GET /object-query/product-rate-plans')).toHaveLength(1);
  });

  it('has nodes', async () => {
    const platform = await product('SKU-00000001');
    const plan = platform?.ratePlans[0];
    const { data } = await gateway.query<Record<string, unknown>>(
      'query ($a: ID!, $b: ID!) { a: node(id: $a) { id __typename } b: node(id: $b) { id __typename } }',
      { a: platform?.id, b: plan?.id },
    );
    expect(data).toEqual({
      a: { id: expect.stringMatching(/^zpr_/), __typename: 'ZuoraProduct' },
      b: { id: expect.stringMatching(/^zpp_/), __typename: 'ZuoraProductRatePlan' },
    });
  });
});

describe('a description', () => {
  const described = async (object: string) => {
    const { data, errors } = await gateway.query<ZuoraDescribeQuery>(print(ZuoraDescribeDocument), { object });
    expect(errors).toBeUndefined();
    return data.zuoraDescribe;
  };

  it('gives the fields of an object, custom ones included', async () => {
    const account = await described('Account');
    expect(account).toMatchObject({ name: 'Account', label: 'Account' });
    expect(account?.fields.find(({ name }) => name === 'TogaiCustomerId__c')).toEqual({
      name: 'TogaiCustomerId__c',
      label: 'Togai Customer Id',
      type: 'text',
      required: false,
      createable: true,
      updateable: true,
      filterable: true,
      custom: true,
      maxLength: 255,
      options: [],
      contexts: ['soap', 'export'],
    });
    expect(account?.fields.find(({ name }) => name === 'Currency')).toMatchObject({ required: true, custom: false });
    expect(account?.fields.find(({ name }) => name === 'Balance')).toMatchObject({
      createable: false,
      type: 'decimal',
    });
    await described('Account');
    expect(zuora.requests('GET /v1/describe/*')).toHaveLength(1);
  });

  it('gives the values of a picklist as they are, whatever XML makes of them', async () => {
    const product = await described('Product');
    expect(product?.fields.find(({ name }) => name === 'Category')).toMatchObject({
      type: 'picklist',
      options: ['Base Products', 'Add On Services', 'Miscellaneous Products', 'Parts & Labour'],
    });
  });

  it('is null for an object that there is not, and never another address', async () => {
    expect(await described('Nothing')).toBeNull();
    expect(await described('../accounts/A00000001')).toBeNull();
    expect(zuora.requests('GET /v1/describe/*')).toHaveLength(1);
  });
});
