import { badRequest } from '../../http/refusals.js';
import { madeId } from '../../seed/ids.js';
import { START } from '../../state/lazy-table.js';
import type { Organisation } from '../../state/organisation.js';

const MODES = ['IMMEDIATE', 'IMMEDIATE_IGNORE_OVERRIDE', 'NEXT_CYCLE', 'NEXT_CYCLE_IGNORE_OVERRIDE', 'NONE'];

/**
 * Puts the accounts that are under a plan under its new version: from today on, or from the first of the next month, which is
 * where every cycle of the sandbox begins. https://docs.togai.com/api-reference/price-plans-v2/finalize-a-price-plan
 */
export function migrate(
  organisation: Organisation,
  plan: { readonly id: string; readonly version: number },
  { migrationMode = 'NONE', versionsToMigrate }: Readonly<Record<string, unknown>>,
  now: number,
): void {
  const mode = String(migrationMode);
  if (!MODES.includes(mode)) throw badRequest('migrationMode is invalid');
  if (mode === 'NONE') return;
  const today = new Date(now).toISOString().slice(0, 10);
  const next = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)), 1)).toISOString().slice(0, 10);
  const from = `${mode.startsWith('NEXT_CYCLE') ? next : today}T00:00:00Z`;
  const { rows } = organisation.schedules.page(START, Number.POSITIVE_INFINITY, (one) => {
    const old = versionsToMigrate === 'ALL_VERSION' ? one.version < plan.version : one.version === plan.version - 1;
    const overridden = one.priceOverride !== null && !mode.endsWith('IGNORE_OVERRIDE');
    return one.pricePlanId === plan.id && one.mode === 'ACTIVE' && old && !overridden && one.endDate > from;
  });
  for (const one of rows) {
    if (one.startDate >= from) {
      organisation.schedules.put({ ...one, version: plan.version });
      continue;
    }
    const id = madeId(organisation.seed, 'sch', organisation.nextIndex());
    organisation.schedules.put({ ...one, endDate: from });
    organisation.schedules.put({ ...one, id, version: plan.version, startDate: from });
  }
}
