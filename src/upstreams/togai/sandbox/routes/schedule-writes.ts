import { knownOnly, list, object, text } from '../http/body.js';
import { badRequest, notFound } from '../http/refusals.js';
import { madeId } from '../seed/ids.js';
import type { Organisation } from '../state/organisation.js';
import type { ScheduleRecord } from '../wire/documents.js';
import { versionOf } from '../wire/price-plans.js';
import { accountIn } from './accounts.js';
import type { Routes } from './routes.js';
import { shownSchedule } from './schedules.js';

export const MOST_EDITS = 10;

/** https://docs.togai.com/api-reference/schedules: edits make drafts, which are finalized or discarded together. */
export const scheduleWriteRoutes: Routes = {
  'POST /v2/accounts/:account_id/edit_schedules': (asked, organisation) => {
    const account = accountIn(asked, organisation);
    knownOnly(asked.body, ['edits']);
    const edits = list(asked.body, 'edits', MOST_EDITS).map((edit) => {
      knownOnly(edit, ['mode', 'effectiveFrom', 'effectiveUntil', 'associationConfig', 'mergeSchedules'], 'edits');
      const [from, until] = [dayOf(edit, 'effectiveFrom'), dayOf(edit, 'effectiveUntil')];
      if (from >= until) throw badRequest('effectiveUntil must be after effectiveFrom');
      const config = object(edit, 'associationConfig') ?? {};
      const pricePlanId = edit.mode === 'DISASSOCIATE' ? null : text(config, 'pricePlanId', 50);
      return {
        from,
        until,
        pricePlanId,
        version: pricePlanId === null ? 0 : versionInForce(organisation, pricePlanId),
      };
    });
    for (const { from, until, pricePlanId, version } of edits) {
      organisation.schedules.put({
        id: madeId(organisation.seed, 'sch', organisation.nextIndex()),
        accountId: account.id,
        // What takes plans away is a draft without a plan until it is finalized.
        pricePlanId: pricePlanId ?? '',
        version,
        startDate: from,
        endDate: until,
        mode: 'DRAFT',
        priceOverride: null,
      });
    }
    return { accountId: account.id, accountName: account.name, pricingSchedules: [] };
  },

  'POST /v2/accounts/:account_id/finalize_schedules': (asked, organisation) => {
    const { id } = accountIn(asked, organisation);
    knownOnly(asked.body, ['mergeSchedules', 'preActions']);
    const drafts = draftsOf(organisation, id);
    if (drafts.length === 0) throw badRequest(`Account ${id} has no draft schedules`);
    for (const draft of drafts) {
      cutOut(organisation, draft);
      if (draft.pricePlanId === '') organisation.schedules.delete(draft.id);
      else organisation.schedules.put({ ...draft, mode: 'ACTIVE' });
    }
    const active = organisation.schedulesOf(id).filter(({ mode }) => mode === 'ACTIVE');
    return { data: active.map((schedule) => shownSchedule(organisation, schedule)) };
  },

  'DELETE /v2/accounts/:account_id/discard_schedules': (asked, organisation) => {
    const { id } = accountIn(asked, organisation);
    for (const draft of draftsOf(organisation, id)) organisation.schedules.delete(draft.id);
    return { success: true };
  },
};

const draftsOf = (organisation: Organisation, accountId: string) =>
  organisation.schedulesOf(accountId).filter(({ mode }) => mode === 'DRAFT');

export function dayOf(edit: Readonly<Record<string, unknown>>, name: string): string {
  const day = text(edit, name, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) throw badRequest(`${name} must be YYYY-MM-DD`);
  return `${day}T00:00:00Z`;
}

export function versionInForce(organisation: Organisation, pricePlanId: string): number {
  const plan = organisation.pricePlans.find(pricePlanId);
  if (!plan || plan.archived) throw notFound('Price plan', pricePlanId);
  const active = plan.versions.findLast(({ status }) => status === 'ACTIVE');
  if (!active || !versionOf(plan, String(active.version))) throw badRequest(`Price plan ${pricePlanId} is not active`);
  return active.version;
}

/** Whatever holds in the time of a draft gives way to it. */
export function cutOut(organisation: Organisation, draft: ScheduleRecord): void {
  for (const old of organisation.schedulesOf(draft.accountId)) {
    if (old.mode !== 'ACTIVE' || old.endDate <= draft.startDate || old.startDate >= draft.endDate) continue;
    organisation.schedules.delete(old.id);
    if (old.startDate < draft.startDate) organisation.schedules.put({ ...old, endDate: draft.startDate });
    if (old.endDate > draft.endDate) {
      const id = madeId(organisation.seed, 'sch', organisation.nextIndex());
      organisation.schedules.put({ ...old, id, startDate: draft.endDate });
    }
  }
}
