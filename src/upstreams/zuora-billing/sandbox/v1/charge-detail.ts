import type { ZuoraRecord } from '../state/record.js';

/** Which segments of a charge an answer shows. */
export type ChargeDetail =
  | { readonly show: 'last-segment' | 'all-segments' }
  | { readonly show: 'on-day'; readonly day: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Null if the parameters are not understood. The default is the last segment in time, not the one active today. */
export function readChargeDetail(query: URLSearchParams, today: string): ChargeDetail | null {
  const asked = query.get('charge-detail') ?? 'last-segment';
  if (asked === 'last-segment' || asked === 'all-segments') return { show: asked };
  if (asked === 'current-segment') return { show: 'on-day', day: today };
  const day = query.get('as-of-date');
  return asked === 'specific-segment' && day !== null && DAY.test(day) ? { show: 'on-day', day } : null;
}

export function isShown(charge: ZuoraRecord, detail: ChargeDetail): boolean {
  if (!('day' in detail)) return detail.show === 'all-segments' || charge.isLastSegment === true;
  const { effectiveStartDate: start, effectiveEndDate: end } = charge;
  return typeof start === 'string' && start <= detail.day && (typeof end !== 'string' || detail.day < end);
}
