import { Decimal } from 'decimal.js';
import { addDays, addMonths } from '../../seed/plain-dates.js';
import { daysBetween } from './periods.js';
import { BILLING_MONTHS, inCurrency, periodAmount } from './pricing.js';
import { type Segment, text, type Version } from './version.js';

/** What one service period of a charge costs. The end is the period's last day. */
export interface BilledPeriod {
  readonly segment: Segment;
  readonly serviceStartDate: string;
  readonly serviceEndDate: string;
  readonly amount: number;
}

/** What is billed in advance through a day: usage is not known yet, and taxes do not exist here. */
export function billedThrough({ fields, plans }: Version, target: string): BilledPeriod[] {
  return plans
    .flatMap(({ segments }) => segments)
    .flatMap((segment) => periodsOf(segment, target))
    .map(({ amount, ...period }) => ({ ...period, amount: inCurrency(fields.currency, amount) }));
}

function periodsOf(segment: Segment, target: string) {
  const { chargeType, effectiveStartDate, effectiveEndDate, billingPeriod } = segment.fields;
  const start = text(effectiveStartDate);
  const end = text(effectiveEndDate);
  const price = periodAmount(segment);
  const periods: { segment: Segment; serviceStartDate: string; serviceEndDate: string; amount: Decimal }[] = [];
  if (start === null || start > target || chargeType === 'Usage' || (end !== null && end <= start)) return periods;
  if (chargeType === 'OneTime') {
    return [{ segment, serviceStartDate: start, serviceEndDate: start, amount: price }];
  }
  const months = BILLING_MONTHS[text(billingPeriod) ?? 'Month'] ?? 1;
  for (let n = 0; ; n += 1) {
    const from = addMonths(start, n * months);
    if (from > target || (end !== null && from >= end)) return periods;
    const whole = addMonths(start, (n + 1) * months);
    const until = end !== null && end < whole ? end : whole;
    const share = new Decimal(daysBetween(from, until)).div(daysBetween(from, whole));
    periods.push({ segment, serviceStartDate: from, serviceEndDate: addDays(until, -1), amount: price.times(share) });
  }
}

export interface Difference {
  readonly charged: readonly BilledPeriod[];
  /** What was billed before and is not any more, as negative amounts. */
  readonly credited: readonly BilledPeriod[];
}

/** What a change adds to the bill through a day, and what it takes away. */
export function billingDifference(before: Version | null, after: Version, target: string): Difference {
  const keyOf = ({ segment, serviceStartDate, serviceEndDate, amount }: BilledPeriod) =>
    [segment.fields.chargeNumber, serviceStartDate, serviceEndDate, amount].join(' ');
  const old = before === null ? [] : billedThrough(before, target);
  const now = billedThrough(after, target);
  const oldKeys = new Set(old.map(keyOf));
  const newKeys = new Set(now.map(keyOf));
  return {
    charged: now.filter((period) => !oldKeys.has(keyOf(period))),
    credited: old
      .filter((period) => !newKeys.has(keyOf(period)))
      .map((period) => ({ ...period, amount: -period.amount })),
  };
}

export function sumOf(currency: unknown, periods: readonly BilledPeriod[]): number {
  return inCurrency(
    String(currency),
    periods.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)),
  );
}
