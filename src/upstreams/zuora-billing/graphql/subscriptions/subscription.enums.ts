import { registerEnumType } from 'type-graphql';

export const TermTypeEnum = {
  TERMED: 'TERMED',
  EVERGREEN: 'EVERGREEN',
} as const;
registerEnumType(TermTypeEnum, {
  name: 'ZuoraTermType',
  description: 'Whether a subscription ends.',
  valuesConfig: {
    TERMED: { description: 'It has terms.' },
    EVERGREEN: { description: 'It goes on until it is cancelled.' },
  },
});

export const PeriodTypeEnum = {
  DAY: 'DAY',
  WEEK: 'WEEK',
  MONTH: 'MONTH',
  YEAR: 'YEAR',
} as const;
registerEnumType(PeriodTypeEnum, {
  name: 'ZuoraTermPeriodType',
  description: 'What the length of a term counts.',
  valuesConfig: {
    DAY: { description: 'Days.' },
    WEEK: { description: 'Weeks.' },
    MONTH: { description: 'Months.' },
    YEAR: { description: 'Years.' },
  },
});

export const PriceFormatEnum = {
  FLAT_FEE: 'FLAT_FEE',
  PER_UNIT: 'PER_UNIT',
} as const;
registerEnumType(PriceFormatEnum, {
  name: 'ZuoraTierPriceFormat',
  description: 'What the price of a tier is for.',
  valuesConfig: {
    FLAT_FEE: { description: 'The whole tier.' },
    PER_UNIT: { description: 'Each unit.' },
  },
});

export const CancelPolicyEnum = {
  END_OF_CURRENT_TERM: 'END_OF_CURRENT_TERM',
  END_OF_LAST_INVOICE_PERIOD: 'END_OF_LAST_INVOICE_PERIOD',
  SPECIFIC_DATE: 'SPECIFIC_DATE',
} as const;
registerEnumType(CancelPolicyEnum, {
  name: 'ZuoraCancellationPolicy',
  description: 'What decides when a subscription ends.',
  valuesConfig: {
    END_OF_CURRENT_TERM: { description: 'The end of the term.' },
    END_OF_LAST_INVOICE_PERIOD: { description: 'The end of what has been billed.' },
    SPECIFIC_DATE: { description: 'A day of your choice.' },
  },
});

export const SuspendPolicyEnum = {
  TODAY: 'TODAY',
  END_OF_LAST_INVOICE_PERIOD: 'END_OF_LAST_INVOICE_PERIOD',
  FIXED_PERIODS_FROM_TODAY: 'FIXED_PERIODS_FROM_TODAY',
  SPECIFIC_DATE: 'SPECIFIC_DATE',
} as const;
registerEnumType(SuspendPolicyEnum, {
  name: 'ZuoraSuspendPolicy',
  description: 'What decides when a subscription pauses.',
  valuesConfig: {
    TODAY: { description: 'Today.' },
    END_OF_LAST_INVOICE_PERIOD: { description: 'The end of what has been billed.' },
    FIXED_PERIODS_FROM_TODAY: { description: 'So many periods from today.' },
    SPECIFIC_DATE: { description: 'A day of your choice.' },
  },
});

export const ResumePolicyEnum = {
  TODAY: 'TODAY',
  SUSPEND_DATE: 'SUSPEND_DATE',
  FIXED_PERIODS_FROM_SUSPEND_DATE: 'FIXED_PERIODS_FROM_SUSPEND_DATE',
  FIXED_PERIODS_FROM_TODAY: 'FIXED_PERIODS_FROM_TODAY',
  SPECIFIC_DATE: 'SPECIFIC_DATE',
} as const;
registerEnumType(ResumePolicyEnum, {
  name: 'ZuoraResumePolicy',
  description: 'What decides when a subscription goes on.',
  valuesConfig: {
    TODAY: { description: 'Today.' },
    SUSPEND_DATE: { description: 'The day on which it was suspended, as if it had not been.' },
    FIXED_PERIODS_FROM_SUSPEND_DATE: { description: 'So many periods after it was suspended.' },
    FIXED_PERIODS_FROM_TODAY: { description: 'So many periods from today.' },
    SPECIFIC_DATE: { description: 'A day of your choice.' },
  },
});

export const PlanChangeEnum = {
  UPGRADE: 'UPGRADE',
  DOWNGRADE: 'DOWNGRADE',
  CROSSGRADE: 'CROSSGRADE',
  PLAN_CHANGED: 'PLAN_CHANGED',
} as const;
registerEnumType(PlanChangeEnum, {
  name: 'ZuoraSubscriptionPlanChange',
  description: 'What a change of plans counts as in reports.',
  valuesConfig: {
    UPGRADE: { description: 'To a plan of a higher grade.' },
    DOWNGRADE: { description: 'To a plan of a lower grade.' },
    CROSSGRADE: { description: 'To a plan of the same grade.' },
    PLAN_CHANGED: { description: 'To another plan, without a grade.' },
  },
});
