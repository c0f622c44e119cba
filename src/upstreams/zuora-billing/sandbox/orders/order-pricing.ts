import type { NamedOverride } from '../subscriptions/engine/catalog-plan.js';
import type { ChargeOverride } from '../subscriptions/engine/overrides.js';
import { readDay } from '../subscriptions/engine/periods.js';
import { type Fields, NotPossible } from '../subscriptions/engine/version.js';
import { listOf } from '../subscriptions/routes/requests.js';
import type { Body } from '../v1/body.js';

/** An object of a body; empty if there is none. */
export function objectOf(body: Body, name: string): Body {
  const value = body[name] ?? {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Body;
  throw new NotPossible('invalidValue', `${name} must be an object.`);
}

/** Charge overrides as orders spell them: prices in a property named after the charge model. */
export function orderOverrides(plan: Body): NamedOverride[] {
  return listOf(plan, 'chargeOverrides').map((body) => ({
    productRatePlanChargeId: body.productRatePlanChargeId,
    productRatePlanChargeNumber: body.productRatePlanChargeNumber,
    triggers: triggersOf(body),
    override: orderOverride(body),
  }));
}

export function orderOverride(body: Body): ChargeOverride {
  const models = Object.entries(objectOf(body, 'pricing')).filter(([, value]) => value !== null);
  if (models.length > 1) throw new NotPossible('invalidValue', 'pricing must be of one charge model.');
  const [[, given] = ['', {}]] = models;
  const { listPrice, ...pricing } = given as Body;
  return {
    ...pricing,
    ...(listPrice !== undefined && { price: listPrice }),
    description: body.description,
    billingPeriod: objectOf(body, 'billing').billingPeriod,
    custom: objectOf(body, 'customFields') as Fields,
  };
}

function triggersOf(body: Body): Fields {
  const { triggerEvent, specificTriggerDate } = objectOf(body, 'startDate');
  const { specificEndDate } = objectOf(body, 'endDate');
  const start = readDay(specificTriggerDate, 'startDate.specificTriggerDate');
  const end = readDay(specificEndDate, 'endDate.specificEndDate');
  return {
    ...(typeof body.chargeNumber === 'string' && { chargeNumber: body.chargeNumber }),
    ...(typeof body.uniqueToken === 'string' && { uniqueToken: body.uniqueToken }),
    ...(typeof triggerEvent === 'string' && { triggerEvent }),
    ...(start !== null && { triggerDate: start }),
    ...(end !== null && { specificEndDate: end }),
  };
}
