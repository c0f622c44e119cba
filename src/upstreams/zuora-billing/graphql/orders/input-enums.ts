import { registerEnumType } from 'type-graphql';

// The values are Zuora's own words, so that inputs go to it as they come.
// https://developer.zuora.com/v1-api-reference/api/operation/POST_Order/

export const ZuoraPricingModelEnum = {
  CHARGE_MODEL_DATA: 'chargeModelData',
  DISCOUNT: 'discount',
  ONE_TIME_FLAT_FEE: 'oneTimeFlatFee',
  ONE_TIME_PER_UNIT: 'oneTimePerUnit',
  ONE_TIME_TIERED: 'oneTimeTiered',
  ONE_TIME_VOLUME: 'oneTimeVolume',
  RECURRING_FLAT_FEE: 'recurringFlatFee',
  RECURRING_PER_UNIT: 'recurringPerUnit',
  RECURRING_TIERED: 'recurringTiered',
  RECURRING_VOLUME: 'recurringVolume',
  USAGE_FLAT_FEE: 'usageFlatFee',
  USAGE_OVERAGE: 'usageOverage',
  USAGE_PER_UNIT: 'usagePerUnit',
  USAGE_TIERED: 'usageTiered',
  USAGE_TIERED_WITH_OVERAGE: 'usageTieredWithOverage',
  USAGE_VOLUME: 'usageVolume',
} as const;
registerEnumType(ZuoraPricingModelEnum, {
  name: 'ZuoraPricingModel',
  description: 'How the price of a charge is worked out; it has to be the model that the charge has in the catalog.',
  valuesConfig: {
    CHARGE_MODEL_DATA: { description: 'A model with a formula or price table of its own; takes quantity and tiers.' },
    DISCOUNT: { description: 'A discount: percentage or amount.' },
    ONE_TIME_FLAT_FEE: { description: 'Once, one price.' },
    ONE_TIME_PER_UNIT: { description: 'Once, a price for each unit.' },
    ONE_TIME_TIERED: { description: 'Once, each unit at the price of its tier.' },
    ONE_TIME_VOLUME: { description: 'Once, all units at the price of the tier that the quantity falls in.' },
    RECURRING_FLAT_FEE: { description: 'Each period, one price.' },
    RECURRING_PER_UNIT: { description: 'Each period, a price for each unit.' },
    RECURRING_TIERED: { description: 'Each period, each unit at the price of its tier.' },
    RECURRING_VOLUME: { description: 'Each period, all units at the price of the tier that the quantity falls in.' },
    USAGE_FLAT_FEE: { description: 'One price if there is usage.' },
    USAGE_OVERAGE: { description: 'A price for each unit used beyond the included ones.' },
    USAGE_PER_UNIT: { description: 'A price for each unit used.' },
    USAGE_TIERED: { description: 'Each unit used at the price of its tier.' },
    USAGE_TIERED_WITH_OVERAGE: { description: 'Tiers, and a price for units beyond the last one.' },
    USAGE_VOLUME: { description: 'All units used at the price of the tier that the usage falls in.' },
  },
});

export const ZuoraPriceFormatEnum = { FLAT_FEE: 'FlatFee', PER_UNIT: 'PerUnit' } as const;
registerEnumType(ZuoraPriceFormatEnum, {
  name: 'ZuoraPriceFormat',
  description: 'What the price of a tier is for.',
  valuesConfig: {
    FLAT_FEE: { description: 'For the whole tier.' },
    PER_UNIT: { description: 'For each unit in the tier.' },
  },
});

export const ZuoraPriceChangeEnum = {
  NO_CHANGE: 'NoChange',
  SPECIFIC_PERCENTAGE: 'SpecificPercentageValue',
  LATEST_CATALOG_PRICE: 'UseLatestProductCatalogPricing',
} as const;
registerEnumType(ZuoraPriceChangeEnum, {
  name: 'ZuoraPriceChange',
  description: 'What happens to the price when the subscription renews.',
  valuesConfig: {
    NO_CHANGE: { description: 'It stays.' },
    SPECIFIC_PERCENTAGE: { description: 'It goes up by `priceIncreasePercentage`.' },
    LATEST_CATALOG_PRICE: { description: 'It becomes what the catalog says then.' },
  },
});

export const ZuoraTermTypeEnum = { TERMED: 'TERMED', EVERGREEN: 'EVERGREEN' } as const;
registerEnumType(ZuoraTermTypeEnum, {
  name: 'ZuoraOrderTermType',
  description: 'Whether a subscription ends by itself.',
  valuesConfig: {
    TERMED: { description: 'It has a term that ends.' },
    EVERGREEN: { description: 'It goes on until it is cancelled.' },
  },
});

export const ZuoraPeriodTypeEnum = { DAY: 'Day', WEEK: 'Week', MONTH: 'Month', YEAR: 'Year' } as const;
registerEnumType(ZuoraPeriodTypeEnum, {
  name: 'ZuoraOrderPeriodType',
  description: 'What a length of time is counted in.',
  valuesConfig: {
    DAY: { description: 'Days.' },
    WEEK: { description: 'Weeks.' },
    MONTH: { description: 'Months.' },
    YEAR: { description: 'Years.' },
  },
});

export const ZuoraRenewalSettingEnum = {
  RENEW_WITH_SPECIFIC_TERM: 'RENEW_WITH_SPECIFIC_TERM',
  RENEW_TO_EVERGREEN: 'RENEW_TO_EVERGREEN',
} as const;
registerEnumType(ZuoraRenewalSettingEnum, {
  name: 'ZuoraOrderRenewalSetting',
  description: 'What follows the term of a subscription that renews.',
  valuesConfig: {
    RENEW_WITH_SPECIFIC_TERM: { description: 'The renewal terms.' },
    RENEW_TO_EVERGREEN: { description: 'No term at all.' },
  },
});

export const ZuoraCancellationPolicyEnum = {
  END_OF_CURRENT_TERM: 'EndOfCurrentTerm',
  END_OF_LAST_INVOICE_PERIOD: 'EndOfLastInvoicePeriod',
  SPECIFIC_DATE: 'SpecificDate',
} as const;
registerEnumType(ZuoraCancellationPolicyEnum, {
  name: 'ZuoraOrderCancellationPolicy',
  description: 'When a subscription ends that an order cancels.',
  valuesConfig: {
    END_OF_CURRENT_TERM: { description: 'With its term.' },
    END_OF_LAST_INVOICE_PERIOD: { description: 'With what was invoiced.' },
    SPECIFIC_DATE: { description: 'On `effectiveDate`.' },
  },
});

export const ZuoraSuspendPolicyEnum = {
  TODAY: 'Today',
  END_OF_LAST_INVOICE_PERIOD: 'EndOfLastInvoicePeriod',
  FIXED_PERIODS_FROM_TODAY: 'FixedPeriodsFromToday',
  SPECIFIC_DATE: 'SpecificDate',
} as const;
registerEnumType(ZuoraSuspendPolicyEnum, {
  name: 'ZuoraOrderSuspendPolicy',
  description: 'When a pause begins.',
  valuesConfig: {
    TODAY: { description: 'Today.' },
    END_OF_LAST_INVOICE_PERIOD: { description: 'With the end of what was invoiced.' },
    FIXED_PERIODS_FROM_TODAY: { description: 'So many `periods` from today.' },
    SPECIFIC_DATE: { description: 'On `date`.' },
  },
});

export const ZuoraResumePolicyEnum = {
  TODAY: 'Today',
  FIXED_PERIODS_FROM_SUSPEND_DATE: 'FixedPeriodsFromSuspendDate',
  FIXED_PERIODS_FROM_TODAY: 'FixedPeriodsFromToday',
  SPECIFIC_DATE: 'SpecificDate',
  SUSPEND_DATE: 'SuspendDate',
} as const;
registerEnumType(ZuoraResumePolicyEnum, {
  name: 'ZuoraOrderResumePolicy',
  description: 'When a pause ends.',
  valuesConfig: {
    TODAY: { description: 'Today.' },
    FIXED_PERIODS_FROM_SUSPEND_DATE: { description: 'So many `periods` after it began.' },
    FIXED_PERIODS_FROM_TODAY: { description: 'So many `periods` from today.' },
    SPECIFIC_DATE: { description: 'On `date`.' },
    SUSPEND_DATE: { description: 'On the day it began: as if it had not been.' },
  },
});

export const ZuoraPlanChangeTypeEnum = {
  UPGRADE: 'Upgrade',
  DOWNGRADE: 'Downgrade',
  CROSSGRADE: 'Crossgrade',
  PLAN_CHANGED: 'PlanChanged',
} as const;
registerEnumType(ZuoraPlanChangeTypeEnum, {
  name: 'ZuoraOrderPlanChangeType',
  description: 'What a change of plan counts as; left out, Zuora decides by the grades of the plans.',
  valuesConfig: {
    UPGRADE: { description: 'To a better plan.' },
    DOWNGRADE: { description: 'To a lesser plan.' },
    CROSSGRADE: { description: 'To a plan of the same grade.' },
    PLAN_CHANGED: { description: 'To a plan that cannot be compared.' },
  },
});

export const ZuoraPlanChangePolicyEnum = {
  EFFECTIVE_IMMEDIATELY: 'EffectiveImmediately',
  EFFECTIVE_END_OF_BILLING_PERIOD: 'EffectiveEndOfBillingPeriod',
  SPECIFIC_DATE: 'SpecificDate',
} as const;
registerEnumType(ZuoraPlanChangePolicyEnum, {
  name: 'ZuoraOrderPlanChangePolicy',
  description: 'When a change of plan counts.',
  valuesConfig: {
    EFFECTIVE_IMMEDIATELY: { description: 'At once.' },
    EFFECTIVE_END_OF_BILLING_PERIOD: { description: 'With the next billing period.' },
    SPECIFIC_DATE: { description: 'On the contract date of the action.' },
  },
});
