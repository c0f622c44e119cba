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
    ...billing,
  })
  .refine(
    ({ runBilling: _run, collect: _collect, targetDate: _target, ...changes }) =>
      Object.values(changes).some((value) => value != null && !(Array.isArray(value) && value.length === 0)),
    'There is nothing to change.',
  );
export type SubscriptionUpdate = z.infer<typeof SubscriptionUpdate>;

function dateFits(
  policy: string,
  date: string | null | undefined,
  field: string,
  context: z.core.ParsePayload<unknown>,
) {
  const wrong = (message: string) =>
    context.issues.push({ code: 'custom', message, path: [field], input: context.value });
  if (policy === 'SPECIFIC_DATE' && !date) wrong('is needed for SPECIFIC_DATE');
  if (policy !== 'SPECIFIC_DATE' && date) wrong(`does not go with ${policy}`);
}

export const SubscriptionCancel = z
  .object({
    policy: z.enum(['END_OF_CURRENT_TERM', 'END_OF_LAST_INVOICE_PERIOD', 'SPECIFIC_DATE']),
    effectiveDate: z.string().nullish(),
    ...billing,
  })
  .check((context) => dateFits(context.value.policy, context.value.effectiveDate, 'effectiveDate', context));
export type SubscriptionCancel = z.infer<typeof SubscriptionCancel>;

export const SubscriptionRenew = z.object(billing);
export type SubscriptionRenew = z.infer<typeof SubscriptionRenew>;

export const SubscriptionSuspend = z
  .object({
    policy: z.enum(['TODAY', 'END_OF_LAST_INVOICE_PERIOD', 'SPECIFIC_DATE']),
    suspendDate: z.string().nullish(),
    resumeDate: z.string().nullish(),
    extendsTerm: z.boolean().nullish(),
    ...billing,
  })
  .check((context) => {
    const { policy, suspendDate, resumeDate, extendsTerm } = context.value;
    dateFits(policy, suspendDate, 'suspendDate', context);
    if (resumeDate && suspendDate && resumeDate < suspendDate) {
      context.issues.push({
        code: 'custom',
        message: 'must not be before suspendDate',
        path: ['resumeDate'],
        input: resumeDate,
      });
    }
    if (extendsTerm != null && !resumeDate) {
      context.issues.push({ code: 'custom', message: 'needs resumeDate', path: ['extendsTerm'], input: extendsTerm });
    }
  });
export type SubscriptionSuspend = z.infer<typeof SubscriptionSuspend>;

export const SubscriptionResume = z
  .object({
    policy: z.enum(['TODAY', 'SPECIFIC_DATE']),
    resumeDate: z.string().nullish(),
    extendsTerm: z.boolean().nullish(),
    ...billing,
  })
  .check((context) => dateFits(context.value.policy, context.value.resumeDate, 'resumeDate', context));
export type SubscriptionResume = z.infer<typeof SubscriptionResume>;
