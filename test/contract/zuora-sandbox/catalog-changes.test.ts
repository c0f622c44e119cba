import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../../src/upstreams/zuora-billing/sandbox/index.js';
import { type ContractProxies, startContractProxies } from '../../support/contract-proxy.js';
import { signIn, tokenOf, type ZuoraClient } from './client.js';

let sandbox: ZuoraSandbox;
let proxies: ContractProxies | null;
let client: ZuoraClient;
let remove: (path: string) => Promise<{ status: number; body: unknown }>;
beforeAll(async () => {
  sandbox = await startZuoraBillingSandbox({ customers: 5, limits: false });
  proxies = await startContractProxies({ 'zuora-billing': sandbox.url });
  const url = proxies?.urlOf('zuora-billing') ?? sandbox.url;
  client = await signIn(sandbox, url);
  const authorization = `Bearer ${await tokenOf(sandbox)}`;
  remove = async (path) => {
    const answer = await fetch(`${url}${path}`, { method: 'DELETE', headers: { authorization } });
    return { status: answer.status, body: await answer.json() };
  };
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
  const violations = (await proxies?.violations()) ?? [];
  await sandbox?.close();
  expect(violations).toEqual([]);
});

const PRODUCT = { Name: 'P', EffectiveStartDate: '2026-01-01', EffectiveEndDate: '2030-01-01' };
const CHARGE = {
  Name: 'C',
  ChargeType: 'Recurring',
  ChargeModel: 'Tiered Pricing',
  BillingPeriod: 'Month',
  BillCycleType: 'DefaultFromCustomer',
  TriggerEvent: 'ContractEffective',
  UseDiscountSpecificAccountingCode: false,
  ProductRatePlanChargeTierData: {
    ProductRatePlanChargeTier: [
      { Currency: 'USD', Price: 2, StartingUnit: 0, EndingUnit: 10, PriceFormat: 'Flat Fee' },
      { Currency: 'USD', Price: 0.12345678, StartingUnit: 11 },
      { Currency: 'JPY', Price: 150 },
    ],
  },
};
const made = async (path: string, body: object): Promise<string> => {
  const answer = await client.post(`/v1/object/${path}`, body);
  expect(answer).toMatchObject({ status: 200, body: { Success: true } });
  return answer.body.Id;
};

describe('the catalog over CRUD', () => {
  it('is made, changed and removed level by level', async () => {
    const product = await made('product', { ...PRODUCT, Description: 'D', Region__c: 'EMEA' });
    const plan = await made('product-rate-plan', { Name: 'M', ProductId: product, ActiveCurrencies: ['USD', 'JPY'] });
    const charge = await made('product-rate-plan-charge', { ...CHARGE, ProductRatePlanId: plan });
    expect((await client.get(`/v1/object/product/${product}`)).body).toMatchObject({
      Id: product,
      ...PRODUCT,
      Description: 'D',
      SKU: expect.stringMatching(/^SKU-/),
      Region__c: 'EMEA',
    });
    expect((await client.get(`/v1/object/product-rate-plan/${plan}`)).body).toMatchObject({
      ProductId: product,
      ActiveCurrencies: ['USD', 'JPY'],
    });
    const { ProductRatePlanChargeTierData: _, ...shown } = CHARGE;
    expect((await client.get(`/v1/object/product-rate-plan-charge/${charge}`)).body).toMatchObject(shown);
    const tiers = await client.all('product-rate-plan-charge-tiers', {
      'filter[]': `productrateplanchargeid.EQ:${charge}`,
    });
    expect(
      tiers
        .map(({ currency, tier, price, priceFormat, startingUnit }) => [
          currency,
          tier,
          price,
          priceFormat,
          startingUnit,
        ])
        .sort(),
    ).toEqual([
      ['JPY', 1, 150, 'PerUnit', 0],
      ['USD', 1, 2, 'FlatFee', 0],
      ['USD', 2, 0.12345678, 'PerUnit', 11],
    ]);
    // An empty text empties; everything else stays.
    await client.put(`/v1/object/product/${product}`, { Description: '', Category: 'X' });
    const changed = (await client.get(`/v1/object/product/${product}`)).body;
    expect([changed.Description, changed.Category, changed.Name]).toEqual([undefined, 'X', 'P']);
    // What goes takes along what hangs on it.
    expect(await remove(`/v1/object/product/${product}`)).toEqual({
      status: 200,
      body: { id: product, success: true },
    });
    for (const path of [`product/${product}`, `product-rate-plan/${plan}`, `product-rate-plan-charge/${charge}`]) {
      expect(await client.get(`/v1/object/${path}`)).toMatchObject({
        status: 404,
        body: { records: [], size: 0, done: true },
      });
    }
  });

  it('fails under HTTP 200', async () => {
    const refused = async (path: string, body: object, code: string) =>
      expect(await client.post(`/v1/object/${path}`, body)).toMatchObject({
        status: 200,
        body: { Success: false, Errors: [{ Code: code }] },
      });
    await refused('product', { ...PRODUCT, SKU: 'SKU-00000001' }, 'DUPLICATE_VALUE');
    await refused('product', { ...PRODUCT, EffectiveEndDate: '2025-01-01' }, 'INVALID_VALUE');
    await refused('product-rate-plan', { Name: 'M', ProductId: '0'.repeat(32) }, 'INVALID_ID');
    expect(await client.all('products')).toHaveLength(5);
  });

  it('drops unknown fields, unless it is asked not to', async () => {
    // Past the proxy, for the contract has no such field.
    const direct = await signIn(sandbox);
    const unknown = { ...PRODUCT, Colour: 'red' };
    const { body } = await direct.post('/v1/object/product', unknown);
    expect((await direct.get(`/v1/object/product/${body.Id}`)).body).not.toHaveProperty('Colour');
    expect(await direct.post('/v1/object/product?rejectUnknownFields=true', unknown)).toMatchObject({
      status: 400,
      body: { message: 'Error - unrecognised fields' },
    });
    expect(await client.all('products', { 'filter[]': 'name.EQ:P' })).toHaveLength(1);
  });

  it('answers a key that it has seen with its first answer, also a failure', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    const first = await client.post('/v1/object/product', PRODUCT, headers);
    expect((await client.post('/v1/object/product', PRODUCT, headers)).body).toEqual(first.body);
    const failed = { ...PRODUCT, SKU: 'SKU-00000001' };
    const bad = await client.post('/v1/object/product', failed, { 'idempotency-key': 'k-2' });
    expect(bad.body.Success).toBe(false);
    const [taken] = await client.all('products', { 'filter[]': 'sku.EQ:SKU-00000001' });
    sandbox.remove('product', taken.id);
    expect((await client.post('/v1/object/product', failed, { 'idempotency-key': 'k-2' })).body).toEqual(bad.body);
  });
});
