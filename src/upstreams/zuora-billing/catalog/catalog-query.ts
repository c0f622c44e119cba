import type { ZuoraClient } from '../client.js';
import type { ObjectQuery, QueryOptions } from '../object-query.js';
import { type Level, refill, replacedFrom } from '../queries/complete-children.js';
import { Product, ProductCharge, ProductChargeTier, ProductKey, ProductRatePlan } from './schemas.js';

// v1 shows the plans of a product as a list below Zuora-Version 230.0 and as an address from there on, and 40 products a
// page: Object Query gives all levels at once, whatever the version.
export const PRODUCT_QUERY: ObjectQuery<Product> = {
  objects: 'products',
  operation: 'queryProducts',
  row: Product,
  expand: ['productrateplans.productrateplancharges.productrateplanchargetiers'],
};
/** Products by what names them alone. */
export const PRODUCT_KEY_QUERY: ObjectQuery<ProductKey> = {
  objects: 'products',
  operation: 'queryProducts',
  row: ProductKey,
};
export const PLAN_QUERY: ObjectQuery<ProductRatePlan> = {
  objects: 'product-rate-plans',
  operation: 'queryProductRatePlans',
  row: ProductRatePlan,
  expand: ['productrateplancharges.productrateplanchargetiers'],
};
const CHARGE_QUERY: ObjectQuery<ProductCharge> = {
  objects: 'product-rate-plan-charges',
  operation: 'queryProductRatePlanCharges',
  row: ProductCharge,
  expand: ['productrateplanchargetiers'],
};

const PLANS: Level<Product, ProductRatePlan> = {
  query: PLAN_QUERY,
  foreignKey: 'productid',
  parentOf: (plan) => plan.productId,
  children: (product) => product.productRatePlans,
  withChildren: (product, productRatePlans) => ({ ...product, productRatePlans }),
};
const CHARGES: Level<ProductRatePlan, ProductCharge> = {
  query: CHARGE_QUERY,
  foreignKey: 'productrateplanid',
  parentOf: (charge) => charge.productRatePlanId,
  children: (plan) => plan.productRatePlanCharges,
  withChildren: (plan, productRatePlanCharges) => ({ ...plan, productRatePlanCharges }),
};
const TIERS: Level<ProductCharge, ProductChargeTier> = {
  query: {
    objects: 'product-rate-plan-charge-tiers',
    operation: 'queryProductRatePlanChargeTiers',
    row: ProductChargeTier,
  },
  foreignKey: 'productrateplanchargeid',
  parentOf: (tier) => tier.productRatePlanChargeId,
  children: (charge) => charge.productRatePlanChargeTiers,
  withChildren: (charge, productRatePlanChargeTiers) => ({ ...charge, productRatePlanChargeTiers }),
};

/** Reads again what was cut: see `refill`. */
export async function completeProducts(
  client: ZuoraClient,
  rows: readonly Product[],
  options: QueryOptions,
): Promise<readonly Product[]> {
  const products = await refill(client, PLANS, rows, options);
  const all = products.flatMap((product) => product.productRatePlans);
  const whole = replacedFrom(await completePlans(client, all, options));
  return products.map((product) => ({ ...product, productRatePlans: product.productRatePlans.map(whole) }));
}

export async function completePlans(
  client: ZuoraClient,
  rows: readonly ProductRatePlan[],
  options: QueryOptions,
): Promise<readonly ProductRatePlan[]> {
  const plans = await refill(client, CHARGES, rows, options);
  const all = plans.flatMap((plan) => plan.productRatePlanCharges);
  const whole = replacedFrom(await refill(client, TIERS, all, options));
  return plans.map((plan) => ({ ...plan, productRatePlanCharges: plan.productRatePlanCharges.map(whole) }));
}
