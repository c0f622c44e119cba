import { describe, expect, it } from 'vitest';
import {
  type CurrentCharge,
  chargeUpdateFields,
} from '../../../src/upstreams/zuora-billing/catalog/changes/charge-changes.js';
import { createFields, updateFields } from '../../../src/upstreams/zuora-billing/catalog/changes/requests.js';
import type { ZuoraProductChargeTier } from '../../../src/upstreams/zuora-billing/catalog/model.js';

const TIER: ZuoraProductChargeTier = {
  currency: 'JPY',
  tier: 1,
  startingUnit: null,
  endingUnit: null,
  price: { amount: '12345678901234.56789', currency: 'JPY' },
  priceFormat: 'FlatFee',
  isOveragePrice: null,
  discountPercentage: null,
  isDiscountAmount: false,
};
const CURRENT: CurrentCharge = {
  ProductRatePlanId: 'plan',
  BillCycleType: 'SpecificDayofMonth',
  BillCycleDay: 3,
  BillingPeriod: 'Specific Months',
  SpecificBillingPeriod: 5,
  ChargeModel: 'Flat Fee Pricing',
  TriggerEvent: 'ContractEffective',
};

it('writes every digit of a price, and no exponent', () => {
  const fields = createFields({
    defaultQuantity: '0.00000001',
    tiers: [
      { currency: 'USD', price: '12345678901234.56789000' },
      { currency: 'JPY', price: '-0001' },
    ],
  });
  expect(JSON.stringify(fields)).toBe(
    '{"DefaultQuantity":0.00000001,"ProductRatePlanChargeTierData":{"ProductRatePlanChargeTier":[' +
      '{"Currency":"USD","Price":12345678901234.56789},{"Currency":"JPY","Price":-1}]}}',
  );
});

it('leaves out of a new object what is null, and empties it in one that there is', () => {
  const input = { name: 'N', description: null, sku: undefined, customFields: { A__c: null, B__c: 0 } };
  expect(createFields(input)).toEqual({ Name: 'N', B__c: 0 });
  expect(updateFields(input)).toEqual({ Name: 'N', Description: '', A__c: '', B__c: 0 });
  expect(updateFields({ customFields: null })).toEqual({});
});

describe('a change of a charge', () => {
  it('takes along what Zuora wants, with what belongs to it, as it is today', () => {
    expect(chargeUpdateFields({ name: 'N' }, CURRENT, [TIER])).toMatchObject({
      ...CURRENT,
      Name: 'N',
      UseDiscountSpecificAccountingCode: false,
    });
    expect(JSON.stringify(chargeUpdateFields({ name: 'N' }, CURRENT, [TIER]))).toContain(
      '[{"Currency":"JPY","Price":12345678901234.56789,"PriceFormat":"Flat Fee"}]',
    );
  });

  it('says something else where the input does', () => {
    const fields = chargeUpdateFields(
      { billCycleType: 'DefaultFromCustomer', billingPeriod: 'Month', useDiscountSpecificAccountingCode: true },
      CURRENT,
      [TIER],
    );
    expect(fields).toMatchObject({
      BillCycleType: 'DefaultFromCustomer',
      BillingPeriod: 'Month',
      UseDiscountSpecificAccountingCode: true,
    });
    expect(fields).not.toHaveProperty('BillCycleDay');
    expect(fields).not.toHaveProperty('SpecificBillingPeriod');
  });

  it('is not made with prices that are not known', () => {
    for (const tiers of [[], [{ ...TIER, price: null }], [{ ...TIER, currency: null }]]) {
      expect(() => chargeUpdateFields({ name: 'N' }, CURRENT, tiers)).toThrow(/has to be given/);
    }
    expect(() => chargeUpdateFields({ tiers: [{ currency: 'USD', price: '1' }] }, CURRENT, [])).not.toThrow();
  });
});
