import type { RecordKind, ZuoraRecord } from '../../state/record.js';
import type { SeedContext } from '../context.js';
import { TIER_SLOTS } from '../ids.js';
import { tiersIn } from '../pricing.js';
import { CATALOG } from './catalog.js';
import { CATALOG_INDEX } from './catalog-index.js';
import type { CatalogCharge } from './catalog-model.js';

const CURRENCIES = ['USD', 'EUR', 'GBP', 'SEK', 'JPY'] as const;
const CREATED_MS = Date.UTC(2019, 0, 2, 17);

export type CatalogRecords = Pick<
  Record<RecordKind, readonly ZuoraRecord[]>,
  'product' | 'productRatePlan' | 'productRatePlanCharge' | 'productRatePlanChargeTier'
>;

/** The catalog as records: small, so made at once. Each charge has tiers in every currency. */
export function catalogRecords(context: SeedContext): CatalogRecords {
  const { ids } = context;
  const stamps = context.stamps(0, 0, CREATED_MS);
  const dates = { description: null, effectiveStartDate: '2019-01-01', effectiveEndDate: '2050-01-01' };
  const records = {
    product: [] as ZuoraRecord[],
    productRatePlan: [] as ZuoraRecord[],
    productRatePlanCharge: [] as ZuoraRecord[],
    productRatePlanChargeTier: [] as ZuoraRecord[],
  };
  for (const [p, product] of CATALOG.entries()) {
    const productId = ids.of('product', p);
    const number = String(p + 1).padStart(8, '0');
    records.product.push({
      id: productId,
      allowFeatureChanges: false,
      category: product.category,
      name: product.name,
      productNumber: `PC-${number}`,
      sKU: `SKU-${number}`,
      ...dates,
      ...stamps,
    });
    for (const [n, plan] of product.plans.entries()) {
      const { planIndex, firstChargeIndex } = CATALOG_INDEX.plan([p, n]);
      const productRatePlanId = ids.of('productRatePlan', planIndex);
      const planNumber = `PRP-${String(planIndex + 1).padStart(8, '0')}`;
      records.productRatePlan.push({
        id: productRatePlanId,
        name: plan.name,
        productId,
        productRatePlanNumber: planNumber,
        ...dates,
        ...stamps,
      });
      for (const [c, charge] of plan.charges.entries()) {
        const index = firstChargeIndex + c;
        const id = ids.of('productRatePlanCharge', index);
        records.productRatePlanCharge.push(chargeRecord(charge, { id, index, productRatePlanId, stamps }));
        for (const [k, currency] of CURRENCIES.entries()) {
          for (const [t, tier] of tiersIn(currency, charge).entries()) {
            records.productRatePlanChargeTier.push({
              id: ids.of('productRatePlanChargeTier', (index * CURRENCIES.length + k) * TIER_SLOTS + t),
              active: true,
              currency,
              endingUnit: tier.to,
              isDefault: k === 0,
              price: tier.price,
              priceFormat: tier.format,
              productRatePlanChargeId: id,
              startingUnit: tier.from,
              tier: t + 1,
              ...stamps,
            });
          }
        }
      }
    }
  }
  return records;
}

function chargeRecord(
  charge: CatalogCharge,
  made: { id: string; index: number; productRatePlanId: string; stamps: ReturnType<SeedContext['stamps']> },
): ZuoraRecord {
  return {
    id: made.id,
    accountingCode: 'Subscription Revenue',
    applyToBillingPeriodPartially: false,
    billCycleDay: null,
    billCycleType: 'DefaultFromCustomer',
    billingPeriod: charge.period ?? null,
    chargeFunction: 'Standard',
    chargeModel: charge.model,
    chargeType: charge.type,
    commitmentType: 'UNIT',
    defaultQuantity: charge.quantity ?? null,
    description: null,
    endDateCondition: charge.type === 'OneTime' ? 'OneTime' : 'SubscriptionEnd',
    includedUnits: charge.includedUnits ?? null,
    isPrepaid: false,
    listPriceBase: charge.type === 'Recurring' ? 'Per Billing Period' : null,
    name: charge.name,
    productRatePlanChargeNumber: `PRPC-${String(made.index + 1).padStart(8, '0')}`,
    productRatePlanId: made.productRatePlanId,
    taxable: false,
    triggerEvent: 'ContractEffective',
    uOM: charge.uom ?? null,
    ...made.stamps,
  };
}
