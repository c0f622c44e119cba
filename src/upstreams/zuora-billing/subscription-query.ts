import type { ZuoraClient } from './client.js';
import type { ObjectQuery, QueryOptions } from './object-query.js';
import { type Level, refill, replacedFrom } from './queries/complete-children.js';
import { Charge, ChargeTier, RatePlan, Subscription } from './schemas/subscription.js';

/**
 * A subscription with all that hangs on it: three levels of expansion in one call, where loading each level by foreign
 * key would cost one call per level and page.
 */
export const SUBSCRIPTION_QUERY: ObjectQuery<Subscription> = {
  objects: 'subscriptions',
  operation: 'querySubscriptions',
  row: Subscription,
  expand: ['rateplans.rateplancharges.rateplanchargetiers'],
};

const PLANS: Level<Subscription, RatePlan> = {
  query: {
    objects: 'rate-plans',
    operation: 'queryRatePlans',
    row: RatePlan,
    expand: ['rateplancharges.rateplanchargetiers'],
  },
  foreignKey: 'subscriptionid',
  parentOf: (plan) => plan.subscriptionId,
  children: (subscription) => subscription.ratePlans,
  withChildren: (subscription, ratePlans) => ({ ...subscription, ratePlans }),
};

const CHARGES: Level<RatePlan, Charge> = {
  query: {
    objects: 'rate-plan-charges',
    operation: 'queryRatePlanCharges',
    row: Charge,
    expand: ['rateplanchargetiers'],
  },
  foreignKey: 'rateplanid',
  parentOf: (charge) => charge.ratePlanId,
  children: (plan) => plan.ratePlanCharges,
  withChildren: (plan, ratePlanCharges) => ({ ...plan, ratePlanCharges }),
};

const TIERS: Level<Charge, ChargeTier> = {
  query: { objects: 'rate-plan-charge-tiers', operation: 'queryRatePlanChargeTiers', row: ChargeTier },
  foreignKey: 'rateplanchargeid',
  parentOf: (tier) => tier.ratePlanChargeId,
  children: (charge) => charge.ratePlanChargeTiers,
  withChildren: (charge, ratePlanChargeTiers) => ({ ...charge, ratePlanChargeTiers }),
};

/** Reads again what was cut: see `refill`. */
export async function completeSubscriptions(
  client: ZuoraClient,
  rows: readonly Subscription[],
  options: QueryOptions,
): Promise<readonly Subscription[]> {
  const subscriptions = await refill(client, PLANS, rows, options);
  const knownPlans = subscriptions.flatMap((row) => row.ratePlans);
  const plans = await refill(client, CHARGES, knownPlans, options);
  const knownCharges = plans.flatMap((plan) => plan.ratePlanCharges);
  const charges = await refill(client, TIERS, knownCharges, options);
  if (plans === knownPlans && charges === knownCharges) return subscriptions;

  const wholeCharge = replacedFrom(charges);
  const wholePlan = replacedFrom(
    plans.map((plan) => ({ ...plan, ratePlanCharges: plan.ratePlanCharges.map(wholeCharge) })),
  );
  return subscriptions.map((row) => ({ ...row, ratePlans: row.ratePlans.map(wholePlan) }));
}
