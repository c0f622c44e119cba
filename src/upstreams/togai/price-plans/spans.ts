import type { Schedule } from '../schemas/schedule.js';
import type { Association } from './inputs.js';

/** The billing day of an instant. */
export const dayOf = (instant: string): string => instant.slice(0, 10);

/** Whether the schedules of an account are what the association wants: its plan for all of the time, or no plan in any of it. */
export function isInForce(
  schedules: readonly Schedule[],
  { pricePlanId, effectiveFrom, effectiveUntil }: Association,
): boolean {
  const within = schedules
    .filter(({ startDate, endDate }) => dayOf(startDate) < effectiveUntil && dayOf(endDate) > effectiveFrom)
    .toSorted((a, b) => a.startDate.localeCompare(b.startDate));
  if (!pricePlanId) return within.length === 0;
  let covered = effectiveFrom;
  for (const { pricePlanId: held, startDate, endDate } of within) {
    if (held !== pricePlanId || dayOf(startDate) > covered) return false;
    covered = dayOf(endDate);
  }
  return covered >= effectiveUntil;
}
