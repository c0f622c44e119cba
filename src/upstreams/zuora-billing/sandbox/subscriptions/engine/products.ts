import type { Body } from '../../v1/body.js';
import { type ChargeOverride, overridden } from './overrides.js';
import { priced } from './pricing.js';
import {
  type Amendment,
  type Changed,
  type Fields,
  isRemoved,
  NotPossible,
  type Plan,
  type Segment,
  setTerms,
  text,
  type Version,
  withPlan,
} from './version.js';

/** When a change of products takes effect, in the three ways a charge can start. */
export interface TriggerDays {
  readonly contractEffective: string;
  readonly serviceActivation: string | null;
  readonly customerAcceptance: string | null;
}

/** Adds a plan whose charges do not know their days yet. They start as their triggers say. */
export function addPlan(version: Version, plan: Plan, days: TriggerDays): Changed {
  const added = {
    fields: { ...plan.fields, amendmentType: 'NewProduct' },
    segments: plan.segments.map((segment) => timed(segment, days, text(version.fields.termEndDate))),
  };
  const day = days.contractEffective;
  checkDay(version, day);
  return changed({ ...version, plans: [...version.plans, added] }, { type: 'NewProduct', day, newRatePlan: added });
}

export function timed(segment: Segment, days: TriggerDays, end: string | null): Segment {
  const start =
    {
      ServiceActivation: days.serviceActivation,
      CustomerAcceptance: days.customerAcceptance,
      SpecificDate: text(segment.fields.triggerDate),
    }[String(segment.fields.triggerEvent)] ?? days.contractEffective;
  const own = text(segment.fields.specificEndDate);
  return priced({
    ...segment,
    fields: { ...segment.fields, effectiveStartDate: start, effectiveEndDate: own ?? end, originalOrderDate: start },
  });
}

/** Takes a plan away from a day on. What had not begun by then is gone, and so is its revenue. */
export function removePlan(version: Version, plan: Plan, day: string): Changed {
  checkDay(version, day);
  const kept = plan.segments.filter(({ fields }) => String(fields.effectiveStartDate) < day);
  // A plan that is removed on its first day keeps its charges, over no time.
  const segments = (kept.length > 0 ? kept : plan.segments.slice(0, 1)).map((segment, n, all) => {
    const end =
      kept.length > 0 ? earlier(segment.fields.effectiveEndDate, day) : text(segment.fields.effectiveStartDate);
    const fields = { ...segment.fields, effectiveEndDate: end, isLastSegment: isLast(all, n) };
    return priced({ ...segment, fields });
  });
  const removed = { fields: { ...plan.fields, amendmentType: 'RemoveProduct' }, segments };
  return changed(withPlan(version, plan, removed), { type: 'RemoveProduct', day, removedRatePlan: removed });
}

const isLast = (all: readonly Segment[], n: number) =>
  !all.slice(n + 1).some(({ fields }) => fields.chargeNumber === all[n]?.fields.chargeNumber);

const earlier = (end: Fields[string], day: string) => (typeof end === 'string' && end < day ? end : day);

export interface ChargeUpdate {
  readonly chargeNumber: string;
  readonly override: ChargeOverride;
  /** Where it is not the day of the plan's update. */
  readonly day?: string | null;
}

/** Changes prices and quantities from a day on: each charge gets another segment, unless its segment begins that day. */
export function updatePlan(version: Version, plan: Plan, day: string, updates: readonly ChargeUpdate[]): Changed {
  checkDay(version, day);
  const segments = updates.reduce(
    (all, { chargeNumber, override, day: own }) => withUpdate(all, chargeNumber, own ?? day, override),
    plan.segments,
  );
  const updated = { fields: { ...plan.fields, amendmentType: 'UpdateProduct' }, segments };
  return changed(withPlan(version, plan, updated), { type: 'UpdateProduct', day, newRatePlan: updated });
}

function withUpdate(
  all: readonly Segment[],
  chargeNumber: string,
  day: string,
  override: ChargeOverride,
): readonly Segment[] {
  const index = all.findIndex(
    ({ fields: { chargeNumber: number, effectiveStartDate: start, effectiveEndDate: end } }) => {
      return number === chargeNumber && String(start) <= day && (typeof end !== 'string' || day < end);
    },
  );
  const segment = all[index];
  if (!segment) throw new NotPossible('businessRule', `The charge ${chargeNumber} does not run on ${day}.`);
  if (segment.fields.effectiveStartDate === day) {
    const same = { ...segment, fields: { ...segment.fields, version: Number(segment.fields.version ?? 1) + 1 } };
    return all.with(index, overridden(same, override));
  }
  const before = priced({ ...segment, fields: { ...segment.fields, effectiveEndDate: day, isLastSegment: false } });
  const after = {
    fields: { ...segment.fields, id: undefined, effectiveStartDate: day, segment: Number(segment.fields.segment) + 1 },
    tiers: segment.tiers.map((tier) => ({ ...tier, id: undefined })),
  };
  // Segments after this one move up by one.
  const rest = all
    .slice(index + 1)
    .map((one) =>
      one.fields.chargeNumber === chargeNumber
        ? { ...one, fields: { ...one.fields, segment: Number(one.fields.segment) + 1 } }
        : one,
    );
  return [...all.slice(0, index), before, overridden(after, override), ...rest];
}

/** By any id it ever had, or by its number. */
export function planOf(version: Version, number: string | null): Plan {
  const plan = version.plans.find(({ fields }) => fields.subscriptionRatePlanNumber === number);
  if (!plan || number === null)
    throw new NotPossible('invalidValue', 'The rate plan is not part of this subscription.');
  if (isRemoved(plan)) throw new NotPossible('businessRule', 'The rate plan was removed from the subscription before.');
  return plan;
}

function checkDay({ fields }: Version, day: string): void {
  const start = text(fields.contractEffectiveDate);
  const end = text(fields.termEndDate);
  if (start !== null && day < start) {
    throw new NotPossible('businessRule', `The change cannot take effect before the contract does, on ${start}.`);
  }
  if (end !== null && day > end) {
    throw new NotPossible('businessRule', `The change cannot take effect after the end of the current term, ${end}.`);
  }
}

function changed(
  version: Version,
  { type, day, ...plans }: { type: string; day: string } & Pick<Amendment, 'newRatePlan' | 'removedRatePlan'>,
): Changed {
  return { version: setTerms(version, { lastBookingDate: day }), amendments: [{ type, effectiveDate: day, ...plans }] };
}

const CUSTOM = /__(c|NS|QT)$/;
export const customOf = (body: Body): Fields =>
  Object.fromEntries(Object.entries(body).filter(([name]) => CUSTOM.test(name))) as Fields;
