import { pageOf, pageRequest, STANDARD, WITH_CONTEXT } from '../../http/paging.js';
import { type Asked, idOf } from '../../http/query.js';
import { badRequest, notFound } from '../../http/refusals.js';
import type { Organisation } from '../../state/organisation.js';
import { firstInFull, firstInList, latestVersion, secondGeneration, versionOf } from '../../wire/price-plans.js';
import { rateCardList } from '../../wire/rate-card-list.js';
import type { PricePlanRecord } from '../../wire/rate-cards.js';
import type { Routes } from '../routes.js';

export const pricePlanRoutes: Routes = {
  'GET /price_plans': (asked, { pricePlans }) =>
    pageOf(pricePlans, pageRequest(asked, WITH_CONTEXT), firstInList, ofGeneration(1)),

  'GET /price_plans/:price_plan_id': (asked, organisation) => {
    const plan = planIn(asked, organisation, 1);
    return firstInFull(plan, versionIn(asked, plan, /^\d{1,9}$/));
  },

  'GET /v2/price_plans': (asked, { pricePlans }) =>
    pageOf(
      pricePlans,
      pageRequest(asked, STANDARD),
      (plan) => secondGeneration(plan, latestVersion(plan)),
      ofGeneration(2),
    ),

  'GET /v2/price_plans/:price_plan_id': (asked, organisation) => {
    const plan = planIn(asked, organisation, 2);
    return secondGeneration(plan, versionIn(asked, plan, /^(LATEST|ACTIVE|\d{1,9})$/));
  },

  'GET /v2/price_plans/:price_plan_id/versions': (asked, organisation) => {
    const plan = planIn(asked, organisation, 2);
    return pageOf(plan.versions, pageRequest(asked, STANDARD), (version) => secondGeneration(plan, version));
  },

  'GET /v2/price_plans/:price_plan_id/rate_cards': (asked, organisation) => {
    const plan = planIn(asked, organisation, 2);
    const { details, version } = latestVersion(plan);
    const owner = {
      pricePlanId: plan.id,
      referenceId: `${plan.id}.${version}`,
      referenceType: 'PRICE_PLAN',
    } as const;
    return pageOf(rateCardList(details, owner), pageRequest(asked, STANDARD), (card) => card);
  },
};

/** Each generation knows its own plans only. */
function planIn(asked: Asked, { pricePlans }: Organisation, generation: 1 | 2): PricePlanRecord {
  const id = idOf(asked, 'price_plan_id');
  const plan = pricePlans.find(id);
  if (plan?.generation !== generation) throw notFound('Price plan', id);
  return plan;
}

function versionIn({ query }: Asked, plan: PricePlanRecord, form: RegExp) {
  const wanted = query.get('version') ?? 'LATEST';
  if (query.has('version') && !form.test(wanted)) throw badRequest('version is invalid');
  const version = versionOf(plan, wanted);
  if (!version) throw notFound(`Version ${wanted} of price plan`, plan.id);
  return version;
}

function ofGeneration(generation: 1 | 2) {
  return (plan: PricePlanRecord) => plan.generation === generation;
}
