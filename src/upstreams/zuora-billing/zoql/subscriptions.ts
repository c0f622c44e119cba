import type { ZuoraClient } from '../client.js';
import type { QueryOptions } from '../object-query.js';
import { Subscription } from '../schemas/subscription.js';
import {
  ACCOUNT_CURRENCY,
  CHARGE,
  DISCOUNT_AMOUNT,
  DISCOUNT_PERCENTAGE,
  RATE_PLAN,
  SUBSCRIPTION,
  TIER,
} from './objects.js';
import { type ZoqlRecord, zoqlMore, zoqlPage, zoqlWhere } from './query.js';

/**
 * The latest versions with everything that hangs on them, one level after the other: there are no joins. Their currency
 * is that of their account.
 */
export async function latestSubscriptions(
  client: ZuoraClient,
  field: 'AccountId' | 'Name',
  keys: readonly string[],
  options: QueryOptions,
): Promise<Subscription[]> {
  const latest = latestVersions(await zoqlWhere(client, SUBSCRIPTION, field, keys, options));
  const [plans, accounts] = await Promise.all([
    childrenOf(client, RATE_PLAN, 'SubscriptionId', latest, options),
    zoqlWhere(client, ACCOUNT_CURRENCY, 'Id', textsOf(latest, 'accountId'), options),
  ]);
  const charges = await childrenOf(client, CHARGE, 'RatePlanId', plans, options);
  const [tiers, discounts] = await Promise.all([
    childrenOf(client, TIER, 'RatePlanChargeId', charges, options),
    discountsOf(client, charges, options),
  ]);

  const currencies = new Map(accounts.map(({ id, currency }) => [id, currency]));
  const tiersOf = Map.groupBy(tiers, ({ ratePlanChargeId }) => ratePlanChargeId);
  const chargesOf = Map.groupBy(charges, ({ ratePlanId }) => ratePlanId);
  const plansOf = Map.groupBy(plans, ({ subscriptionId }) => subscriptionId);
  return latest.map((subscription) =>
    Subscription.parse({
      ...subscription,
      isLatestVersion: true,
      currency: currencies.get(subscription.accountId),
      ratePlans: (plansOf.get(subscription.id) ?? []).map((plan) => ({
        ...plan,
        ratePlanCharges: (chargesOf.get(plan.id) ?? []).map((charge) => ({
          ...charge,
          ratePlanChargeTiers: (tiersOf.get(charge.id) ?? []).map((tier) => ({
            ...tier,
            ...discounts.get(charge.id),
            priceFormat: withoutSpaces(tier.priceFormat),
          })),
        })),
      })),
    }),
  );
}

/** Versions that were made or changed since then, without what hangs on them; a page of them. */
export async function changedSubscriptions(
  client: ZuoraClient,
  since: string,
  cursor: string | null,
  options: QueryOptions,
): Promise<{ rows: Subscription[]; next: string | null }> {
  const where = { field: 'UpdatedDate', comparison: '>=', values: [since] } as const;
  const { records, next } = cursor
    ? await zoqlMore(client, cursor, options)
    : await zoqlPage(client, { ...SUBSCRIPTION, where }, options);
  return { rows: latestVersions(records).map((row) => Subscription.parse(row)), next };
}

/** Each change of a subscription is a version with an id of its own; ZOQL cannot be asked for the last one. */
function latestVersions(versions: readonly ZoqlRecord[]): ZoqlRecord[] {
  const byNumber = Map.groupBy(versions, ({ name }) => name);
  return [...byNumber.values()].map((all) => all.reduce((a, b) => (Number(b.version) > Number(a.version) ? b : a)));
}

function childrenOf(
  client: ZuoraClient,
  object: { readonly from: string; readonly select: readonly string[] },
  foreignKey: string,
  parents: readonly ZoqlRecord[],
  options: QueryOptions,
): Promise<ZoqlRecord[]> {
  return zoqlWhere(client, object, foreignKey, textsOf(parents, 'id'), options);
}

/** What Object Query shows in the tier of a discount stands on the charge here. */
async function discountsOf(client: ZuoraClient, charges: readonly ZoqlRecord[], options: QueryOptions) {
  const idsOf = (model: string) =>
    textsOf(
      charges.filter(({ chargeModel }) => chargeModel === model),
      'id',
    );
  const found = await Promise.all([
    zoqlWhere(client, DISCOUNT_AMOUNT, 'Id', idsOf('Discount-Fixed Amount'), options),
    zoqlWhere(client, DISCOUNT_PERCENTAGE, 'Id', idsOf('Discount-Percentage'), options),
  ]);
  return new Map(found.flat().map(({ id, ...discount }) => [id, discount]));
}

function textsOf(records: readonly ZoqlRecord[], field: string): string[] {
  return records.map((record) => record[field]).filter((value) => typeof value === 'string');
}

// "Per Unit" here, "PerUnit" in Object Query.
function withoutSpaces(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll(' ', '') : value;
}
