import type { Body } from '../../v1/body.js';
import { addPeriods, readDay, requireDay } from './periods.js';
import { priced } from './pricing.js';
import {
  type Changed,
  type Fields,
  isRemoved,
  NotPossible,
  type Segment,
  setTerms,
  text,
  type Version,
} from './version.js';

const ENDED: readonly unknown[] = ['Cancelled', 'Expired'];

export function checkAlive({ fields }: Version, doing: string): void {
  if (ENDED.includes(fields.status)) {
    throw new NotPossible('businessRule', `The subscription is ${fields.status} and cannot be ${doing}.`);
  }
}

/** Every charge ends by then; what had not begun is gone. */
function endedBy(version: Version, day: string): Version {
  return {
    ...version,
    plans: version.plans.map((plan) => {
      const begun = plan.segments.filter(({ fields }) => String(fields.effectiveStartDate) < day);
      const segments = begun.length > 0 ? begun : plan.segments.slice(0, 1);
      const last = new Map(segments.map((segment) => [segment.fields.chargeNumber, segment]));
      return {
        ...plan,
        segments: segments.map((segment) => {
          const { effectiveStartDate: start, effectiveEndDate: end, chargeNumber } = segment.fields;
          const until = typeof end === 'string' && end < day ? end : day;
          const effectiveEndDate = typeof start === 'string' && start > until ? start : until;
          const fields = { ...segment.fields, effectiveEndDate, isLastSegment: last.get(chargeNumber) === segment };
          return priced({ ...segment, fields });
        }),
      };
    }),
  };
}

/** Moves the end of what runs to the end of the term. */
function extended(version: Version, end: string | null): Version {
  const longer = (segment: Segment): Segment => {
    const { endDateCondition, isLastSegment, specificEndDate } = segment.fields;
    const own = endDateCondition !== 'SubscriptionEnd' || typeof specificEndDate === 'string';
    if (isLastSegment !== true || own) return segment;
    return priced({ ...segment, fields: { ...segment.fields, effectiveEndDate: end } });
  };
  return {
    ...version,
    plans: version.plans.map((plan) => (isRemoved(plan) ? plan : { ...plan, segments: plan.segments.map(longer) })),
  };
}

export function cancel(version: Version, body: Body, today: string): Changed & { readonly cancelledOn: string } {
  checkAlive(version, 'cancelled');
  const day = cancellationDay(version, body, today);
  const start = text(version.fields.contractEffectiveDate);
  if (start !== null && day < start) {
    throw new NotPossible('businessRule', `The cancellation cannot take effect before the contract does, on ${start}.`);
  }
  const end = text(version.fields.termEndDate);
  if (end !== null && day > end) {
    throw new NotPossible('businessRule', `The cancellation cannot take effect after the end of the term, ${end}.`);
  }
  const cancelled = setTerms(endedBy(version, day), {
    status: 'Cancelled',
    cancelledDate: day,
    subscriptionEndDate: day,
    termEndDate: day,
    autoRenew: false,
  });
  const amendment = { type: 'Cancellation', effectiveDate: day, fields: { effectivePolicy: policyOf(body) } };
  return { version: cancelled, amendments: [amendment], cancelledOn: day };
}

const policyOf = ({ cancellationPolicy }: Body) => String(cancellationPolicy);

function cancellationDay({ fields, plans }: Version, body: Body, today: string): string {
  const end = text(fields.termEndDate);
  switch (body.cancellationPolicy) {
    case undefined:
    case null:
    case '':
      throw new NotPossible('missingField', 'Missing required value: cancellationPolicy');
    case 'EndOfCurrentTerm':
      if (end !== null) return end;
      throw new NotPossible('businessRule', 'An evergreen subscription has no term at whose end it can be cancelled.');
    case 'EndOfLastInvoicePeriod': {
      const through = plans
        .flatMap(({ segments }) => segments.map((segment) => text(segment.fields.chargedThroughDate)))
        .filter((day) => day !== null)
        .sort();
      // What was never invoiced can be cancelled from the start.
      return through.at(-1) ?? text(fields.contractEffectiveDate) ?? today;
    }
    case 'SpecificDate':
      return requireDay(body.cancellationEffectiveDate, 'cancellationEffectiveDate');
    default:
      throw new NotPossible('invalidValue', `Invalid value for cancellationPolicy: ${body.cancellationPolicy}.`);
  }
}

export function renew(version: Version): Changed {
  checkAlive(version, 'renewed');
  const { termEndDate, termType, renewalTerm, renewalTermPeriodType, renewalSetting } = version.fields;
  const start = text(termEndDate);
  if (termType === 'EVERGREEN' || start === null) {
    throw new NotPossible('businessRule', 'An evergreen subscription cannot be renewed.');
  }
  const amendment = { type: 'Renewal', effectiveDate: start };
  if (renewalSetting === 'RENEW_TO_EVERGREEN') {
    const terms = { termType: 'EVERGREEN', termStartDate: start, termEndDate: null, subscriptionEndDate: null };
    return { version: setTerms(extended(version, null), { ...terms, autoRenew: false }), amendments: [amendment] };
  }
  const count = Number(renewalTerm ?? 0);
  if (count < 1) throw new NotPossible('businessRule', 'The subscription has no renewal term.');
  const type = text(renewalTermPeriodType) ?? 'Month';
  const end = addPeriods(start, count, type);
  const terms = {
    currentTerm: count,
    currentTermPeriodType: type,
    termStartDate: start,
    termEndDate: end,
    subscriptionEndDate: end,
  };
  return { version: setTerms(extended(version, end), terms), amendments: [amendment] };
}

/** Changes what the body names of the terms. */
export function changeTerms(version: Version, terms: Fields, day: string): Changed {
  checkAlive(version, 'changed');
  const fields = { ...version.fields, ...terms };
  const start = text(fields.termStartDate);
  const evergreen = fields.termType === 'EVERGREEN';
  const count = Number(fields.currentTerm ?? 0);
  const touched = ['termType', 'currentTerm', 'currentTermPeriodType', 'termStartDate'].some((name) => name in terms);
  if (touched && !evergreen && count < 1) {
    throw new NotPossible('missingField', 'Missing required value: currentTerm');
  }
  const amendments = [{ type: 'TermsAndConditions', effectiveDate: day, fields: terms }];
  if (!touched) return { version: setTerms(version, terms), amendments };
  const end =
    evergreen || start === null ? null : addPeriods(start, count, text(fields.currentTermPeriodType) ?? 'Month');
  const whole = { ...terms, termEndDate: end, subscriptionEndDate: end };
  return { version: setTerms(extended(version, end), whole), amendments };
}

export function suspend(version: Version, body: Body, today: string): Changed & { readonly day: string } {
  checkAlive(version, 'suspended');
  if (version.fields.status === 'Suspended') {
    throw new NotPossible('businessRule', 'The subscription is suspended already.');
  }
  const day = dayBy(body, 'suspend', today, version, null);
  const suspended = setTerms(version, { status: 'Suspended', suspendedOn: day });
  return { version: suspended, amendments: [{ type: 'SuspendSubscription', effectiveDate: day }], day };
}

export function resume(version: Version, body: Body, today: string): Changed & { readonly day: string } {
  const { status, suspendedOn, termEndDate } = version.fields;
  if (status !== 'Suspended') {
    throw new NotPossible('businessRule', 'Only a suspended subscription can be resumed.');
  }
  const since = text(suspendedOn);
  const day = dayBy(body, 'resume', today, version, since);
  if (since !== null && day < since) {
    throw new NotPossible('businessRule', `The subscription cannot be resumed before it is suspended, on ${since}.`);
  }
  const active = setTerms(version, { status: 'Active', suspendedOn: null });
  const end = text(termEndDate);
  const amendments = [{ type: 'ResumeSubscription', effectiveDate: day }];
  if (body.extendsTerm !== true || end === null || since === null) return { version: active, amendments, day };
  const days = (Date.parse(day) - Date.parse(since)) / 86_400_000;
  const later = addPeriods(end, days, 'Day');
  const terms = { termEndDate: later, subscriptionEndDate: later };
  return { version: setTerms(extended(active, later), terms), amendments, day };
}

/** The day that a policy of suspending or resuming comes to. */
function dayBy(body: Body, verb: 'suspend' | 'resume', today: string, version: Version, since: string | null): string {
  const policy = body[`${verb}Policy`];
  const periods = (from: string) => {
    const count = Number(body[`${verb}Periods`] ?? 0);
    const type = body[`${verb}PeriodsType`];
    if (!Number.isInteger(count) || count < 1 || typeof type !== 'string') {
      throw new NotPossible('missingField', `Missing required value: ${verb}Periods and ${verb}PeriodsType`);
    }
    return addPeriods(from, count, type);
  };
  switch (policy) {
    case undefined:
    case null:
    case '':
      throw new NotPossible('missingField', `Missing required value: ${verb}Policy`);
    case 'Today':
      return today;
    case 'SpecificDate':
      return requireDay(body[`${verb}SpecificDate`], `${verb}SpecificDate`);
    case 'FixedPeriodsFromToday':
      return periods(today);
    case 'FixedPeriodsFromSuspendDate':
      if (verb === 'resume') return periods(since ?? today);
      break;
    case 'SuspendDate':
      if (verb === 'resume') return since ?? today;
      break;
    case 'EndOfLastInvoicePeriod':
      if (verb === 'suspend') return cancellationDay(version, { cancellationPolicy: 'EndOfLastInvoicePeriod' }, today);
  }
  throw new NotPossible('invalidValue', `Invalid value for ${verb}Policy: ${policy}.`);
}

/** The first term of a new subscription. */
export function firstTerm(body: Body, start: string): Fields {
  const { termType, initialTerm, initialTermPeriodType, renewalTerm, renewalTermPeriodType, renewalSetting } = body;
  if (termType !== 'TERMED' && termType !== 'EVERGREEN') {
    throw new NotPossible('invalidValue', `Invalid value for termType: ${String(termType)}.`);
  }
  const setting = renewalSetting ?? 'RENEW_WITH_SPECIFIC_TERM';
  if (setting !== 'RENEW_WITH_SPECIFIC_TERM' && setting !== 'RENEW_TO_EVERGREEN') {
    throw new NotPossible('invalidValue', `Invalid value for renewalSetting: ${String(setting)}.`);
  }
  const renewal = {
    renewalSetting: setting,
    renewalTerm: Number(renewalTerm ?? 0),
    renewalTermPeriodType: String(renewalTermPeriodType ?? 'Month'),
  };
  const termStartDate = readDay(body.termStartDate, 'termStartDate') ?? start;
  if (termType === 'EVERGREEN') {
    const none = { currentTerm: null, currentTermPeriodType: null, initialTerm: null, initialTermPeriodType: null };
    return { termType, ...renewal, ...none, termStartDate, termEndDate: null, subscriptionEndDate: null };
  }
  const count = Number(initialTerm ?? 0);
  if (!Number.isInteger(count) || count < 1) {
    throw new NotPossible('missingField', 'Missing required value: initialTerm');
  }
  const type = String(initialTermPeriodType ?? 'Month');
  const end = addPeriods(termStartDate, count, type);
  return {
    termType,
    ...renewal,
    currentTerm: count,
    currentTermPeriodType: type,
    initialTerm: count,
    initialTermPeriodType: type,
    termStartDate,
    termEndDate: end,
    subscriptionEndDate: end,
  };
}
