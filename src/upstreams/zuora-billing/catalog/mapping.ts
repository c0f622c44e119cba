import { money } from '../../../kernel/money.js';
import { globalId } from '../../../schema-kit/global-id.js';
import { CUSTOM_FIELD } from '../describe/described-object.js';
import { PRODUCT_PREFIX, PRODUCT_RATE_PLAN_PREFIX } from '../names.js';
import type {
  ZuoraProduct,
  ZuoraProductChargeTier,
  ZuoraProductRatePlan,
  ZuoraProductRatePlanCharge,
} from './model.js';
import type { Product, ProductCharge, ProductChargeTier, ProductRatePlan } from './schemas.js';

export function toProduct(row: Product): ZuoraProduct {
  return {
    id: globalId(PRODUCT_PREFIX, row.id),
    zuoraId: row.id,
    name: row.name,
    sku: row.sKU,
    productNumber: row.productNumber,
    category: row.category,
    description: row.description,
    effectiveStartDate: row.effectiveStartDate,
    effectiveEndDate: row.effectiveEndDate,
    allowFeatureChanges: row.allowFeatureChanges,
    customFields: customFieldsOf(row),
    createdAt: row.createdDate,
    updatedAt: row.updatedDate,
    // The foreign key can be missing where the parent is the context.
    ratePlans: inOrder(row.productRatePlans).map((plan) => toProductRatePlan({ ...plan, productId: row.id })),
  };
}

export function toProductRatePlan(row: ProductRatePlan): ZuoraProductRatePlan {
  return {
    id: globalId(PRODUCT_RATE_PLAN_PREFIX, row.id),
    zuoraId: row.id,
    productId: row.productId,
    productRatePlanNumber: row.productRatePlanNumber,
    name: row.name,
    description: row.description,
    effectiveStartDate: row.effectiveStartDate,
    effectiveEndDate: row.effectiveEndDate,
    customFields: customFieldsOf(row),
    createdAt: row.createdDate,
    updatedAt: row.updatedDate,
    charges: inOrder(row.productRatePlanCharges).map(toCharge),
  };
}

function toCharge(row: ProductCharge): ZuoraProductRatePlanCharge {
  return {
    zuoraId: row.id,
    productRatePlanChargeNumber: row.productRatePlanChargeNumber,
    name: row.name,
    description: row.description,
    type: row.chargeType ?? 'UNKNOWN',
    model: row.chargeModel ?? 'UNKNOWN',
    billingPeriod: row.billingPeriod,
    billCycleType: row.billCycleType,
    billingTiming: row.billingTiming,
    triggerEvent: row.triggerEvent,
    endDateCondition: row.endDateCondition,
    listPriceBase: row.listPriceBase,
    unitOfMeasure: row.uOM,
    defaultQuantity: row.defaultQuantity,
    includedUnits: row.includedUnits,
    taxable: row.taxable,
    taxCode: row.taxCode,
    accountingCode: row.accountingCode,
    customFields: customFieldsOf(row),
    // A price that was replaced stays behind, marked as not active.
    tiers: row.productRatePlanChargeTiers
      .filter(({ active }) => active !== false)
      .map(toTier)
      .toSorted((a, b) => (a.currency ?? '').localeCompare(b.currency ?? '') || a.tier - b.tier),
  };
}

/** A fixed discount has its amount where other charges have their price. */
function toTier(row: ProductChargeTier): ZuoraProductChargeTier {
  const amount = row.price ?? row.discountAmount;
  return {
    currency: row.currency,
    tier: row.tier ?? 1,
    startingUnit: row.startingUnit,
    endingUnit: row.endingUnit,
    price: amount === null || row.currency === null ? null : money(amount, row.currency),
    priceFormat: row.priceFormat,
    isOveragePrice: row.isOveragePrice,
    discountPercentage: row.discountPercentage,
    isDiscountAmount: row.price === null && row.discountAmount !== null,
  };
}

/** In the order in which they were made; Zuora gives them by their last change. */
function inOrder<T extends { readonly id: string; readonly createdDate: string | null }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => (a.createdDate ?? '').localeCompare(b.createdDate ?? '') || a.id.localeCompare(b.id));
}

function customFieldsOf(row: Readonly<Record<string, unknown>>): Record<string, unknown> | null {
  const fields = Object.entries(row).filter(([name, value]) => CUSTOM_FIELD.test(name) && value !== null);
  return fields.length > 0 ? Object.fromEntries(fields) : null;
}
