import { z } from 'zod';

const key = (most: number) =>
  z.string().trim().min(1, 'must not be empty').max(most, `must not be longer than ${most} characters`);
const notNegative = z.string().refine((text) => !text.startsWith('-'), 'must not be negative');
const notes = z.string().max(500, 'must not be longer than 500 characters').nullish();
const periods = z.int().min(1, 'must be 1 or more').max(1200, 'must not be more than 1200');
const PERIOD_TYPES = ['DAY', 'WEEK', 'MONTH', 'YEAR'] as const;
export type PeriodType = (typeof PERIOD_TYPES)[number];
const periodType = z.enum(PERIOD_TYPES);

const CUSTOM_FIELD = /__(c|NS|QT)$/;
const customFields = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .check((context) => {
    for (const name of Object.keys(context.value)) {
      if (CUSTOM_FIELD.test(name)) continue;
      context.issues.push({
        code: 'custom',
        message: 'is no custom field: their API names end in __c (__NS and __QT for installed packages)',
        path: [name],
        input: name,
      });
    }
  })
  .nullish();

const tier = z.object({
  startingUnit: notNegative,
  endingUnit: notNegative.nullish(),
  price: notNegative,
  priceFormat: z.enum(['FLAT_FEE', 'PER_UNIT']),
});
const pricing = {
  price: notNegative.nullish(),
  quantity: notNegative.nullish(),
  tiers: z.array(tier).max(100).nullish(),
};
const ratePlan = {
  productRatePlanId: key(32),
  charges: z
    .array(z.object({ productRatePlanChargeId: key(32), ...pricing }))
    .max(300)
    .nullish(),
};
const days = { serviceActivationDate: z.string().nullish(), customerAcceptanceDate: z.string().nullish() };
const billing = {
  runBilling: z.boolean().nullish(),
  collect: z.boolean().nullish(),
  targetDate: z.string().nullish(),
};
export type Billing = { [K in keyof typeof billing]?: z.infer<(typeof billing)[K]> };

const terms = {
  initialTerm: periods.nullish(),
  initialTermPeriodType: periodType.nullish(),
  renewalTerm: periods.nullish(),
  renewalTermPeriodType: periodType.nullish(),
  autoRenew: z.boolean().nullish(),
};
type Terms = {
  termType: 'TERMED' | 'EVERGREEN';
  initialTerm?: number | null | undefined;
  autoRenew?: boolean | null | undefined;
};

function termsFit(context: z.core.ParsePayload<Terms>): void {
  const { termType, initialTerm, autoRenew } = context.value;
  const wrong = (field: string, message: string) =>
    context.issues.push({ code: 'custom', message, path: [field], input: context.value });
  if (termType === 'TERMED' && initialTerm == null) wrong('initialTerm', 'is needed for a term');
  if (termType === 'EVERGREEN' && initialTerm != null) wrong('initialTerm', 'does not go with EVERGREEN');
  if (termType === 'EVERGREEN' && autoRenew) wrong('autoRenew', 'does not go with EVERGREEN: it never ends');
}

const newSubscription = {
  termType: z.enum(['TERMED', 'EVERGREEN']),
  contractEffectiveDate: z.string(),
  ...days,
  ...terms,
  notes,
  subscriptionNumber: key(100).nullish(),
  ratePlans: z.array(z.object(ratePlan)).min(1, 'must hold at least one rate plan').max(50),
  customFields,
};
/** A subscription apart from the account that it is for. */
export const NewSubscription = z.object(newSubscription).check(termsFit);
export type NewSubscription = z.infer<typeof NewSubscription>;

export const SubscriptionCreate = z.object({ ...newSubscription, ...billing, accountKey: key(50) }).check(termsFit);
export type SubscriptionCreate = z.infer<typeof SubscriptionCreate>;

const PLAN_CHANGES = ['UPGRADE', 'DOWNGRADE', 'CROSSGRADE', 'PLAN_CHANGED'] as const;
export type PlanChangeKind = (typeof PLAN_CHANGES)[number];

export const SubscriptionUpdate = z
  .object({
    notes,
    autoRenew: z.boolean().nullish(),
    renewalTerm: periods.nullish(),
    renewalTermPeriodType: periodType.nullish(),
    customFields,
    add: z.array(z.object({ ...ratePlan, contractEffectiveDate: z.string(), ...days })).nullish(),
    update: z
      .array(
        z.object({
          ratePlanId: key(32),
          contractEffectiveDate: z.string(),
          ...days,
          charges: z
            .array(z.object({ ratePlanChargeId: key(32), ...pricing }))
            .min(1, 'must hold at least one charge')
            .max(300),
        }),
      )
      .nullish(),
    remove: z.array(z.object({ ratePlanId: key(32), contractEffectiveDate: z.string(), ...days })).nullish(),
    change: z
      .array(
        z.object({
          ratePlanId: key(32),
          newProductRatePlanId: key(32),
          charges: ratePlan.charges,
          contractEffectiveDate: z.string(),
          ...days,
          kind: z.enum(PLAN_CHANGES).nullish(),
          resetBillCycleDay: z.boolean().nullish(),
        }),
      )
      .nullish(),
    ...billing,
  })
  .refine(
    ({ runBilling: _run, collect: _collect, targetDate: _target, ...changes }) =>
      Object.values(changes).some((value) => value != null && !(Array.isArray(value) && value.length === 0)),
    'There is nothing to change.',
  );
export type SubscriptionUpdate = z.infer<typeof SubscriptionUpdate>;

interface Scheduled {
  readonly policy: string;
  readonly periods?: number | null | undefined;
  readonly periodsType?: PeriodType | null | undefined;
}

/** A day goes with SPECIFIC_DATE alone, a number of periods with the policies that count them. */
function dayFits<T extends Scheduled>(context: z.core.ParsePayload<T>, date: string | null | undefined, field: string) {
  const { policy, periods: count, periodsType } = context.value;
  const wrong = (path: string, message: string) =>
    context.issues.push({ code: 'custom', message, path: [path], input: context.value });
  if (policy === 'SPECIFIC_DATE' && !date) wrong(field, 'is needed for SPECIFIC_DATE');
  if (policy !== 'SPECIFIC_DATE' && date) wrong(field, `does not go with ${policy}`);
  const counts = policy.startsWith('FIXED_PERIODS');
  if (counts && count == null) wrong('periods', `is needed for ${policy}`);
  if (counts && periodsType == null) wrong('periodsType', `is needed for ${policy}`);
  if (!counts && count != null) wrong('periods', `does not go with ${policy}`);
}
const counted = { periods: periods.nullish(), periodsType: periodType.nullish() };

export const SubscriptionCancel = z
  .object({
    policy: z.enum(['END_OF_CURRENT_TERM', 'END_OF_LAST_INVOICE_PERIOD', 'SPECIFIC_DATE']),
    effectiveDate: z.string().nullish(),
    ...billing,
  })
  .check((context) => dayFits(context, context.value.effectiveDate, 'effectiveDate'));
export type SubscriptionCancel = z.infer<typeof SubscriptionCancel>;

export const SubscriptionRenew = z.object(billing);
export type SubscriptionRenew = z.infer<typeof SubscriptionRenew>;

export const SubscriptionSuspend = z
  .object({
    policy: z.enum(['TODAY', 'END_OF_LAST_INVOICE_PERIOD', 'FIXED_PERIODS_FROM_TODAY', 'SPECIFIC_DATE']),
    suspendDate: z.string().nullish(),
    ...counted,
    resumeDate: z.string().nullish(),
    resumePeriods: periods.nullish(),
    resumePeriodsType: periodType.nullish(),
    extendsTerm: z.boolean().nullish(),
    ...billing,
  })
  .check((context) => {
    const { suspendDate, resumeDate, resumePeriods, resumePeriodsType, extendsTerm } = context.value;
    dayFits(context, suspendDate, 'suspendDate');
    const wrong = (path: string, message: string) =>
      context.issues.push({ code: 'custom', message, path: [path], input: context.value });
    if (resumeDate && suspendDate && resumeDate < suspendDate) wrong('resumeDate', 'must not be before suspendDate');
    if (resumeDate && resumePeriods != null) wrong('resumePeriods', 'does not go with resumeDate');
    if ((resumePeriods == null) !== (resumePeriodsType == null)) {
      wrong('resumePeriods', 'and resumePeriodsType go together');
    }
    if (extendsTerm != null && !resumeDate && resumePeriods == null) {
      wrong('extendsTerm', 'needs resumeDate or resumePeriods');
    }
  });
export type SubscriptionSuspend = z.infer<typeof SubscriptionSuspend>;

export const SubscriptionResume = z
  .object({
    policy: z.enum([
      'TODAY',
      'SUSPEND_DATE',
      'FIXED_PERIODS_FROM_SUSPEND_DATE',
      'FIXED_PERIODS_FROM_TODAY',
      'SPECIFIC_DATE',
    ]),
    resumeDate: z.string().nullish(),
    ...counted,
    extendsTerm: z.boolean().nullish(),
    ...billing,
  })
  .check((context) => dayFits(context, context.value.resumeDate, 'resumeDate'));
export type SubscriptionResume = z.infer<typeof SubscriptionResume>;
