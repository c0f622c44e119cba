import type { ZuoraClient } from './client.js';
import { anyOf, MAX_KEYS, type ObjectQuery, PAGE_SIZE, type QueryOptions, queryAll } from './object-query.js';
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

/** How the children of one kind of parent are found again by foreign key. */
interface Level<P, C> {
  readonly query: ObjectQuery<C>;
  readonly foreignKey: string;
  readonly parentOf: (child: C) => string | null;
  readonly children: (parent: P) => readonly C[];
  readonly withChildren: (parent: P, children: C[]) => P;
}

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

/**
 * Zuora cuts every expanded array at the page size and says nothing. An array of just that length may be cut, so the
 * children of its parent are read again by foreign key, with the cursor drained to the end.
 */
export async function completeSubscriptions(
  client: ZuoraClient,
  rows: readonly Subscription[],
  options: QueryOptions,
): Promise<readonly Subscription[]> {
  const subscriptions = await refill(client, PLANS, rows, options);
  const plans = await refill(
    client,
    CHARGES,
    subscriptions.flatMap((row) => row.ratePlans),
    options,
  );
  const charges = await refill(
    client,
    TIERS,
    plans.flatMap((plan) => plan.ratePlanCharges),
    options,
  );

  const wholeCharge = byId(charges);
  const wholePlan = byId(plans.map((plan) => ({ ...plan, ratePlanCharges: plan.ratePlanCharges.map(wholeCharge) })));
  return subscriptions.map((row) => ({ ...row, ratePlans: row.ratePlans.map(wholePlan) }));
}

async function refill<P extends { readonly id: string }, C>(
  client: ZuoraClient,
  level: Level<P, C>,
  parents: readonly P[],
  options: QueryOptions,
): Promise<readonly P[]> {
  const cut = parents.filter((parent) => level.children(parent).length >= PAGE_SIZE).map(({ id }) => id);
  if (cut.length === 0) return parents;
  const found: C[] = [];
  for (let start = 0; start < cut.length; start += MAX_KEYS) {
    const filter = [anyOf(level.foreignKey, cut.slice(start, start + MAX_KEYS))];
    found.push(...(await queryAll(client, { ...level.query, filter }, options)));
  }
  const byParent = Map.groupBy(found, level.parentOf);
  return parents.map((parent) =>
    cut.includes(parent.id) ? level.withChildren(parent, byParent.get(parent.id) ?? []) : parent,
  );
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): (row: T) => T {
  const whole = new Map(rows.map((row) => [row.id, row]));
  return (row) => whole.get(row.id) ?? row;
}
