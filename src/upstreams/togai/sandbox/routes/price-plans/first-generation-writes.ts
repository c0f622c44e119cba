import { given, knownOnly, list, object, optionalText, text, texts } from '../../http/body.js';
import { type Asked, idOf } from '../../http/query.js';
import { badRequest, notFound } from '../../http/refusals.js';
import { madeId } from '../../seed/ids.js';
import type { Organisation } from '../../state/organisation.js';
import type { ScheduleRecord } from '../../wire/documents.js';
import { firstInFull, latestVersion } from '../../wire/price-plans.js';
import type { PricePlanDetails, PricePlanRecord } from '../../wire/rate-cards.js';
import { accountIn } from '../accounts.js';
import type { Routes } from '../routes.js';
import { cutOut, dayOf, MOST_EDITS, versionInForce } from '../schedule-writes.js';
import { draftVersion, errorsOf } from './price-plan-writes.js';

type Body = Readonly<Record<string, unknown>>;

const CARDS = [
  ...['usageRateCards', 'fixedFeeRateCards', 'licenseRateCards', 'billingEntitlementRateCards', 'minimumCommitment'],
  ...['creditGrantRateCards', 'entitlementOverageRateCards'],
] as const;
// This generation alone spells the last one with underscores.
const DETAILS = [
  'pricingCycleConfig',
  'supportedCurrencies',
  ...CARDS,
  'deferredRevenue',
  'allow_ongoing_cycle_updates',
];
const EDIT = [
  ...['mode', 'pricePlanId', 'effectiveFrom', 'effectiveUntil', 'pricePlanDetailsOverride', 'pricingRulesOverride'],
  'retainStartOffsets',
];

/**
 * https://docs.togai.com/api-reference/price-plans: a plan and all its cards in one call, in force once its currencies are
 * activated; accounts are put under it without a draft.
 */
export const firstGenerationWriteRoutes: Routes = {
  'POST /price_plans': ({ body }, organisation, now) => {
    knownOnly(body, ['name', 'description', 'type', 'pricePlanDetails', 'pricingRules']);
    const name = text(body, 'name', 50);
    const { type = 'BILLING' } = body;
    if (type !== 'BILLING' && type !== 'PURCHASE') throw badRequest('type is invalid');
    const details = object(body, 'pricePlanDetails');
    if (!details) throw badRequest('pricePlanDetails is required');
    knownOnly(details, DETAILS, 'pricePlanDetails');
    if (texts(details, 'supportedCurrencies', 50).length === 0) throw badRequest('supportedCurrencies is required');
    if (organisation.planNamed(name, 1)) throw badRequest(`Price plan with name ${name} already exists`);
    const description = optionalText(body, 'description', 255);
    const kept = {
      ...given(details, ['pricingCycleConfig', 'supportedCurrencies', ...CARDS]),
      activeCurrencies: [],
      type,
      deferredRevenue: details.deferredRevenue === true,
    } as unknown as PricePlanDetails;
    const plan: PricePlanRecord = {
      id: madeId(organisation.seed, 'pp', organisation.nextIndex()),
      generation: 1,
      name,
      ...(description !== undefined && { description }),
      archived: false,
      versions: [draftVersion(1, now, kept, details.allow_ongoing_cycle_updates === true)],
    };
    const [error] = errorsOf(plan, organisation);
    if (error) throw badRequest(error.errorMessage);
    organisation.pricePlans.put(plan);
    return firstInFull(plan, latestVersion(plan));
  },

  'POST /price_plans/:price_plan_id/activate': (asked, organisation) => {
    const plan = planIn(asked, organisation);
    knownOnly(asked.body, ['currencies']);
    const currencies = texts(asked.body, 'currencies', 50);
    const latest = latestVersion(plan);
    const { supportedCurrencies, activeCurrencies } = latest.details;
    if (currencies.length === 0) throw badRequest('currencies is required');
    const unknown = currencies.find((currency) => !supportedCurrencies.includes(currency));
    if (unknown !== undefined) throw badRequest(`Currency ${unknown} is not supported by the price plan`);
    const details = { ...latest.details, activeCurrencies: [...new Set([...activeCurrencies, ...currencies])] };
    const active = { ...latest, status: 'ACTIVE' as const, details };
    organisation.pricePlans.put({ ...plan, versions: [...plan.versions.slice(0, -1), active] });
    return firstInFull(planIn(asked, organisation), active);
  },

  'DELETE /price_plans/:price_plan_id': (asked, organisation) => {
    organisation.pricePlans.put({ ...planIn(asked, organisation), archived: true });
    return { success: true };
  },

  'POST /accounts/:account_id/price_plans': (asked, organisation) => {
    const { id, name } = accountIn(asked, organisation);
    knownOnly(asked.body, [...EDIT, 'preActions']);
    return { accountId: id, accountName: name, pricingSchedules: edited(organisation, id, [asked.body]) };
  },

  'POST /accounts/:account_id/edit_schedules': (asked, organisation) => {
    const { id, name } = accountIn(asked, organisation);
    knownOnly(asked.body, ['edits']);
    const edits = list(asked.body, 'edits', MOST_EDITS);
    for (const edit of edits) knownOnly(edit, EDIT, 'edits');
    return { accountId: id, accountName: name, pricingSchedules: edited(organisation, id, edits) };
  },
};

/** All of them or none. */
function edited(organisation: Organisation, accountId: string, edits: readonly Body[]) {
  const schedules = edits.map((edit): ScheduleRecord => {
    const [startDate, endDate] = [dayOf(edit, 'effectiveFrom'), dayOf(edit, 'effectiveUntil')];
    if (startDate >= endDate) throw badRequest('effectiveUntil must be after effectiveFrom');
    const pricePlanId = edit.mode === 'DISASSOCIATE' ? '' : text(edit, 'pricePlanId', 50);
    return {
      id: madeId(organisation.seed, 'sch', organisation.nextIndex()),
      ...{ accountId, pricePlanId, startDate, endDate },
      version: pricePlanId === '' ? 0 : versionInForce(organisation, pricePlanId),
      mode: 'ACTIVE',
      priceOverride: null,
    };
  });
  for (const schedule of schedules) {
    cutOut(organisation, schedule);
    if (schedule.pricePlanId !== '') organisation.schedules.put(schedule);
  }
  return organisation
    .schedulesOf(accountId)
    .filter(({ mode }) => mode === 'ACTIVE')
    .map(({ id, pricePlanId, startDate, endDate }) => {
      const pricePlanName = organisation.pricePlans.find(pricePlanId)?.name ?? '';
      return { id, pricePlanId, pricePlanName, startDate, endDate };
    });
}

function planIn(asked: Asked, { pricePlans }: Organisation): PricePlanRecord {
  const id = idOf(asked, 'price_plan_id');
  const plan = pricePlans.find(id);
  if (plan?.generation !== 1 || plan.archived) throw notFound('Price plan', id);
  return plan;
}
