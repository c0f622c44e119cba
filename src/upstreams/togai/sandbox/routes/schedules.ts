import { pageOf, pageRequest, STANDARD } from '../http/paging.js';
import { type Asked, choice, flag, idOf, instant } from '../http/query.js';
import { badRequest, notFound } from '../http/refusals.js';
import type { Organisation } from '../state/organisation.js';
import type { ScheduleRecord } from '../wire/documents.js';
import { versionOf } from '../wire/price-plans.js';
import { overridden, rateCardList } from '../wire/rate-card-list.js';
import type { PricePlanDetails } from '../wire/rate-cards.js';
import { accountIn } from './accounts.js';
import type { Routes } from './routes.js';

/** An account's schedules are one list, whichever generation their plans are of. */
export const scheduleRoutes: Routes = {
  'GET /accounts/:account_id/pricing_schedules': (asked, organisation) => {
    const { id } = accountIn(asked, organisation);
    const filters = ['start_date', 'end_date', 'include_price_plan_info', 'compact'];
    const request = pageRequest(asked, { ...STANDARD, filters });
    const from = instant(request.filters, 'start_date') ?? Number.NEGATIVE_INFINITY;
    const until = instant(request.filters, 'end_date') ?? Number.POSITIVE_INFINITY;
    const withInfo = flag(request.filters, 'include_price_plan_info');
    const compact = flag(request.filters, 'compact');
    const rows = organisation.schedulesOf(id).filter(({ mode }) => mode === 'ACTIVE');
    return pageOf(
      rows,
      request,
      (schedule) => firstGeneration(organisation, schedule, { withInfo, compact }),
      ({ startDate, endDate }) => Date.parse(startDate) <= until && Date.parse(endDate) >= from,
    );
  },

  'GET /v2/accounts/:account_id/schedules': (asked, organisation) => {
    const { id } = accountIn(asked, organisation);
    const { request, mode } = modeOf(asked);
    // Drafts that only take plans away have no plan to be shown.
    const rows = organisation
      .schedulesOf(id)
      .filter((schedule) => schedule.mode === mode && schedule.pricePlanId !== '');
    return pageOf(rows, request, (schedule) => shownSchedule(organisation, schedule));
  },

  'GET /v2/schedules/:schedule_id/rate_cards': (asked, organisation) => {
    const { request, mode } = modeOf(asked);
    const id = idOf(asked, 'schedule_id');
    const schedule = organisation.schedules.find(id);
    if (!schedule) throw notFound('Schedule', id);
    const { pricePlanId, accountId } = schedule;
    const owner = { pricePlanId, accountId, referenceId: id, referenceType: 'SCHEDULE' } as const;
    const rows = schedule.mode === mode ? rateCardList(planOf(organisation, schedule).details, owner) : [];
    return pageOf(rows, request, (card) => card);
  },
};

function modeOf(asked: Asked) {
  const request = pageRequest(asked, { ...STANDARD, filters: ['mode'] });
  const mode = choice(request.filters, 'mode', ['ACTIVE', 'DRAFT']);
  if (mode === undefined) throw badRequest('mode is required');
  return { request, mode };
}

function planOf(organisation: Organisation, { pricePlanId, version, priceOverride }: ScheduleRecord) {
  const plan = organisation.pricePlans.find(pricePlanId);
  const shown = plan && versionOf(plan, String(version));
  if (!plan || !shown) throw new Error(`version ${version} of price plan ${pricePlanId} is missing`);
  const details: PricePlanDetails = priceOverride === null ? shown.details : overridden(shown.details, priceOverride);
  const { name, description } = plan;
  return { shown, details, info: { name, ...(description !== undefined && { description }) } };
}

/** https://docs.togai.com/api-reference/accounts/list-pricing-schedules-of-an-account */
function firstGeneration(
  organisation: Organisation,
  schedule: ScheduleRecord,
  { withInfo, compact }: { withInfo: boolean; compact: boolean },
) {
  const { id, pricePlanId, startDate, endDate, version, priceOverride } = schedule;
  const { details, info } = planOf(organisation, schedule);
  return {
    id,
    pricePlanId,
    pricePlanName: info.name,
    version,
    startDate,
    endDate,
    isOverriden: priceOverride !== null,
    ...(!compact && { pricePlanDetails: details }),
    ...(withInfo && { pricePlanInfo: info }),
  };
}

/** https://docs.togai.com/api-reference/schedules/list-pricing-schedules-of-an-account */
export function shownSchedule(organisation: Organisation, schedule: ScheduleRecord) {
  const { id, accountId, pricePlanId, startDate, endDate, version, priceOverride } = schedule;
  const { shown, details, info } = planOf(organisation, schedule);
  return {
    id,
    accountId,
    pricePlanId,
    version,
    deferredRevenue: details.deferredRevenue,
    pricePlanInfo: info,
    accountScheduleInfo: {
      supportedCurrencies: details.supportedCurrencies,
      pricingCycleConfig: details.pricingCycleConfig,
    },
    // Left out, it does not say that the schedule follows its plan.
    ...(priceOverride !== null && { isOverridden: true }),
    startDate,
    endDate,
    allowOngoingCycleUpdates: shown.allowOngoingCycleUpdates,
  };
}
