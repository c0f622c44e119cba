import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { tenantRows } from './zuora-rows.js';

/** The number of a seeded subscription that comes to fees alone, so that a price plan of it needs no meters. */
export async function feeSubscription(zuora: ZuoraSandbox): Promise<string> {
  const rows = await tenantRows(zuora)('subscriptions', 'islatestversion.EQ:true');
  const charges = await tenantRows(zuora)('rate-plan-charges');
  const plans = await tenantRows(zuora)('rate-plans');
  const found = rows.find(({ id, status, subscriptionEndDate }) => {
    const own = plans.filter(({ subscriptionId }) => subscriptionId === id).map((plan) => plan.id);
    const sold = charges.filter(({ ratePlanId }) => own.includes(String(ratePlanId)));
    const fees = sold.every(
      ({ chargeModel, chargeType }) => chargeModel === 'Flat Fee Pricing' && chargeType !== 'Usage',
    );
    return status === 'Active' && sold.length > 0 && fees && String(subscriptionEndDate) > '2026';
  });
  if (!found) throw new Error('the scenario has changed');
  return String(found.name);
}
