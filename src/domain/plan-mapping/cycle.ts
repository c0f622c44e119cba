import type { Cycle } from './blueprint.js';
import type { Period, SoldCharge } from './sold.js';

const MONTHS: Readonly<Record<Exclude<Period, 'WEEK'>, number>> = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 };
const CYCLES: Readonly<Record<Period, Cycle>> = {
  WEEK: 'WEEKLY',
  MONTH: 'MONTHLY',
  QUARTER: 'QUARTERLY',
  HALF_YEAR: 'HALF_YEARLY',
  YEAR: 'ANNUALLY',
};

/** The period that all of a plan is billed by: the shortest there is. Null if weeks and months are mixed. */
export function cycleOf(charges: readonly SoldCharge[]): { readonly period: Period; readonly cycle: Cycle } | null {
  const periods = new Set(
    charges.flatMap(({ type, period }) => (type === 'ONE_TIME' || period === null ? [] : [period])),
  );
  if (periods.has('WEEK') && periods.size > 1) return null;
  const order: readonly Period[] = ['WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'];
  const period = order.find((one) => periods.has(one)) ?? 'MONTH';
  return { period, cycle: CYCLES[period] };
}

/** How many cycles a longer period has; months divide each other, so that it is a whole number. */
export function cyclesIn(period: Period, cycle: Period): number {
  return period === 'WEEK' || cycle === 'WEEK' ? 1 : MONTHS[period] / MONTHS[cycle];
}
