import { registerEnumType } from 'type-graphql';

// More of Zuora's own words; see `charge-enums.ts`.

export const EndDateConditionEnum = { SUBSCRIPTION_END: 'SubscriptionEnd', FIXED_PERIOD: 'FixedPeriod' } as const;
registerEnumType(EndDateConditionEnum, {
  name: 'ZuoraCatalogEndDateCondition',
  description: 'When a charge ends.',
  valuesConfig: {
    SUBSCRIPTION_END: { description: 'With the subscription.' },
    FIXED_PERIOD: { description: 'After `upToPeriods`.' },
  },
});

export const UpToPeriodsTypeEnum = {
  BILLING_PERIODS: 'Billing Periods',
  DAYS: 'Days',
  WEEKS: 'Weeks',
  MONTHS: 'Months',
  YEARS: 'Years',
} as const;
registerEnumType(UpToPeriodsTypeEnum, {
  name: 'ZuoraCatalogUpToPeriodsType',
  description: 'What `upToPeriods` counts.',
  valuesConfig: {
    BILLING_PERIODS: { description: 'Billing periods.' },
    DAYS: { description: 'Days.' },
    WEEKS: { description: 'Weeks.' },
    MONTHS: { description: 'Months.' },
    YEARS: { description: 'Years.' },
  },
});

export const DiscountLevelEnum = { RATE_PLAN: 'rateplan', SUBSCRIPTION: 'subscription', ACCOUNT: 'account' } as const;
registerEnumType(DiscountLevelEnum, {
  name: 'ZuoraCatalogDiscountLevel',
  description: 'How far a discount reaches.',
  valuesConfig: {
    RATE_PLAN: { description: 'The charges of its rate plan.' },
    SUBSCRIPTION: { description: 'The charges of its subscription.' },
    ACCOUNT: { description: 'Everything on the account.' },
  },
});

export const DiscountTargetEnum = {
  ONE_TIME: 'ONETIME',
  RECURRING: 'RECURRING',
  USAGE: 'USAGE',
  ONE_TIME_RECURRING: 'ONETIMERECURRING',
  ONE_TIME_USAGE: 'ONETIMEUSAGE',
  RECURRING_USAGE: 'RECURRINGUSAGE',
  ONE_TIME_RECURRING_USAGE: 'ONETIMERECURRINGUSAGE',
} as const;
registerEnumType(DiscountTargetEnum, {
  name: 'ZuoraCatalogDiscountTarget',
  description: 'What kinds of charges a discount takes something off.',
  valuesConfig: {
    ONE_TIME: { description: 'One-time charges.' },
    RECURRING: { description: 'Recurring charges.' },
    USAGE: { description: 'Usage.' },
    ONE_TIME_RECURRING: { description: 'One-time and recurring charges.' },
    ONE_TIME_USAGE: { description: 'One-time charges and usage.' },
    RECURRING_USAGE: { description: 'Recurring charges and usage.' },
    ONE_TIME_RECURRING_USAGE: { description: 'All charges.' },
  },
});

export const TaxModeEnum = { EXCLUSIVE: 'TaxExclusive', INCLUSIVE: 'TaxInclusive' } as const;
registerEnumType(TaxModeEnum, {
  name: 'ZuoraCatalogTaxMode',
  description: 'Whether prices hold the tax.',
  valuesConfig: {
    EXCLUSIVE: { description: 'Tax comes on top.' },
    INCLUSIVE: { description: 'Tax is in the price.' },
  },
});

export const WeekdayEnum = {
  MONDAY: 'Monday',
  TUESDAY: 'Tuesday',
  WEDNESDAY: 'Wednesday',
  THURSDAY: 'Thursday',
  FRIDAY: 'Friday',
  SATURDAY: 'Saturday',
  SUNDAY: 'Sunday',
} as const;
registerEnumType(WeekdayEnum, {
  name: 'ZuoraCatalogWeekday',
  description: 'A day of the week.',
  valuesConfig: {
    MONDAY: { description: 'Monday.' },
    TUESDAY: { description: 'Tuesday.' },
    WEDNESDAY: { description: 'Wednesday.' },
    THURSDAY: { description: 'Thursday.' },
    FRIDAY: { description: 'Friday.' },
    SATURDAY: { description: 'Saturday.' },
    SUNDAY: { description: 'Sunday.' },
  },
});

export const RevenueTriggerEnum = {
  CONTRACT_EFFECTIVE: 'ContractEffectiveDate',
  SERVICE_ACTIVATION: 'ServiceActivationDate',
  CUSTOMER_ACCEPTANCE: 'CustomerAcceptanceDate',
} as const;
registerEnumType(RevenueTriggerEnum, {
  name: 'ZuoraCatalogRevenueTrigger',
  description: 'When revenue begins to be recognised.',
  valuesConfig: {
    CONTRACT_EFFECTIVE: { description: 'When the contract takes effect.' },
    SERVICE_ACTIVATION: { description: 'When the service is activated.' },
    CUSTOMER_ACCEPTANCE: { description: 'When the customer accepts it.' },
  },
});
