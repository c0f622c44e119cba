import { registerEnumType } from 'type-graphql';

// The values are Zuora's own words, so that inputs go to it as they come.
// https://developer.zuora.com/v1-api-reference/api/operation/Object_POSTProductRatePlanCharge/

export const ChargeTypeEnum = { ONE_TIME: 'OneTime', RECURRING: 'Recurring', USAGE: 'Usage' } as const;
registerEnumType(ChargeTypeEnum, {
  name: 'ZuoraCatalogChargeType',
  description: 'When a charge is charged.',
  valuesConfig: {
    ONE_TIME: { description: 'Once.' },
    RECURRING: { description: 'Each period.' },
    USAGE: { description: 'For what was used.' },
  },
});

export const ChargeModelEnum = {
  DELIVERY: 'Delivery Pricing',
  DISCOUNT_FIXED_AMOUNT: 'Discount-Fixed Amount',
  DISCOUNT_PERCENTAGE: 'Discount-Percentage',
  FLAT_FEE: 'Flat Fee Pricing',
  HIGH_WATERMARK_TIERED: 'HighWatermarkTieredPricing',
  HIGH_WATERMARK_VOLUME: 'HighWatermarkVolumePricing',
  MULTI_ATTRIBUTE: 'MultiAttributePricing',
  OVERAGE: 'Overage Pricing',
  PER_UNIT: 'Per Unit Pricing',
  PRERATED: 'PreratedPricing',
  PRERATED_PER_UNIT: 'PreratedPerUnit',
  TIERED: 'Tiered Pricing',
  TIERED_WITH_OVERAGE: 'Tiered with Overage Pricing',
  VOLUME: 'Volume Pricing',
} as const;
registerEnumType(ChargeModelEnum, {
  name: 'ZuoraCatalogChargeModel',
  description: 'How the price of a charge is worked out; the tenant has to have the model.',
  valuesConfig: {
    DELIVERY: { description: 'A price for each delivery.' },
    DISCOUNT_FIXED_AMOUNT: { description: 'An amount off.' },
    DISCOUNT_PERCENTAGE: { description: 'A percentage off.' },
    FLAT_FEE: { description: 'One price.' },
    HIGH_WATERMARK_TIERED: { description: 'The most that was used at a time, each unit at the price of its tier.' },
    HIGH_WATERMARK_VOLUME: { description: 'The most that was used at a time, all at the price of one tier.' },
    MULTI_ATTRIBUTE: { description: 'A formula over what was used.' },
    OVERAGE: { description: 'A price for each unit beyond the included ones.' },
    PER_UNIT: { description: 'A price for each unit.' },
    PRERATED: { description: 'Usage that comes with its price.' },
    PRERATED_PER_UNIT: { description: 'Usage that comes with its price for a unit.' },
    TIERED: { description: 'Each unit at the price of its tier.' },
    TIERED_WITH_OVERAGE: { description: 'Tiers, and a price for units beyond the last one.' },
    VOLUME: { description: 'All units at the price of the tier that the quantity falls in.' },
  },
});

export const BillingPeriodEnum = {
  MONTH: 'Month',
  QUARTER: 'Quarter',
  SEMI_ANNUAL: 'Semi-Annual',
  ANNUAL: 'Annual',
  SUBSCRIPTION_TERM: 'Subscription Term',
  WEEK: 'Week',
  SPECIFIC_MONTHS: 'Specific Months',
  SPECIFIC_WEEKS: 'Specific Weeks',
  SPECIFIC_DAYS: 'Specific Days',
} as const;
registerEnumType(BillingPeriodEnum, {
  name: 'ZuoraCatalogBillingPeriod',
  description: 'How often a charge is billed.',
  valuesConfig: {
    MONTH: { description: 'Each month.' },
    QUARTER: { description: 'Every three months.' },
    SEMI_ANNUAL: { description: 'Every six months.' },
    ANNUAL: { description: 'Each year.' },
    SUBSCRIPTION_TERM: { description: 'Once for the term.' },
    WEEK: { description: 'Each week.' },
    SPECIFIC_MONTHS: { description: 'Every `specificBillingPeriod` months.' },
    SPECIFIC_WEEKS: { description: 'Every `specificBillingPeriod` weeks.' },
    SPECIFIC_DAYS: { description: 'Every `specificBillingPeriod` days.' },
  },
});

export const BillCycleTypeEnum = {
  DEFAULT_FROM_CUSTOMER: 'DefaultFromCustomer',
  SPECIFIC_DAY_OF_MONTH: 'SpecificDayofMonth',
  SPECIFIC_DAY_OF_WEEK: 'SpecificDayofWeek',
  SUBSCRIPTION_START_DAY: 'SubscriptionStartDay',
  CHARGE_TRIGGER_DAY: 'ChargeTriggerDay',
  TERM_START_DAY: 'TermStartDay',
  TERM_END_DAY: 'TermEndDay',
} as const;
registerEnumType(BillCycleTypeEnum, {
  name: 'ZuoraCatalogBillCycleType',
  description: 'What the day of billing follows.',
  valuesConfig: {
    DEFAULT_FROM_CUSTOMER: { description: 'The account.' },
    SPECIFIC_DAY_OF_MONTH: { description: '`billCycleDay`.' },
    SPECIFIC_DAY_OF_WEEK: { description: '`weeklyBillCycleDay`.' },
    SUBSCRIPTION_START_DAY: { description: 'The first day of the subscription.' },
    CHARGE_TRIGGER_DAY: { description: 'The first day of the charge.' },
    TERM_START_DAY: { description: 'The first day of the term.' },
    TERM_END_DAY: { description: 'The last day of the term.' },
  },
});

export const TriggerEventEnum = {
  CONTRACT_EFFECTIVE: 'ContractEffective',
  SERVICE_ACTIVATION: 'ServiceActivation',
  CUSTOMER_ACCEPTANCE: 'CustomerAcceptance',
} as const;
registerEnumType(TriggerEventEnum, {
  name: 'ZuoraCatalogTriggerEvent',
  description: 'When billing begins.',
  valuesConfig: {
    CONTRACT_EFFECTIVE: { description: 'When the contract takes effect.' },
    SERVICE_ACTIVATION: { description: 'When the service is activated.' },
    CUSTOMER_ACCEPTANCE: { description: 'When the customer accepts it.' },
  },
});

export const BillingTimingEnum = { IN_ADVANCE: 'In Advance', IN_ARREARS: 'In Arrears' } as const;
registerEnumType(BillingTimingEnum, {
  name: 'ZuoraCatalogBillingTiming',
  description: 'Whether a period is billed before it or after it.',
  valuesConfig: {
    IN_ADVANCE: { description: 'Before it.' },
    IN_ARREARS: { description: 'After it.' },
  },
});

export const AlignmentEnum = {
  CHARGE: 'AlignToCharge',
  SUBSCRIPTION_START: 'AlignToSubscriptionStart',
  TERM_START: 'AlignToTermStart',
  TERM_END: 'AlignToTermEnd',
} as const;
registerEnumType(AlignmentEnum, {
  name: 'ZuoraCatalogBillingPeriodAlignment',
  description: 'What the billing periods of a charge begin with.',
  valuesConfig: {
    CHARGE: { description: 'The charge.' },
    SUBSCRIPTION_START: { description: 'The subscription.' },
    TERM_START: { description: 'The term.' },
    TERM_END: { description: 'The end of the term.' },
  },
});

export const ListPriceBaseEnum = {
  BILLING_PERIOD: 'Per Billing Period',
  MONTH: 'Per Month',
  WEEK: 'Per Week',
  YEAR: 'Per Year',
  SPECIFIC_MONTHS: 'Per Specific Months',
} as const;
registerEnumType(ListPriceBaseEnum, {
  name: 'ZuoraCatalogListPriceBase',
  description: 'The period that list prices are for.',
  valuesConfig: {
    BILLING_PERIOD: { description: 'The billing period.' },
    MONTH: { description: 'A month.' },
    WEEK: { description: 'A week.' },
    YEAR: { description: 'A year.' },
    SPECIFIC_MONTHS: { description: '`specificListPriceBase` months.' },
  },
});
