import { z } from 'zod';

// GraphQL has checked types and enums already; what is left are the rules between fields. The values of the enums are
// Zuora's own words. https://developer.zuora.com/v1-api-reference/api/operation/POST_Order/

const filled = z.string().trim().min(1, 'must not be empty');
const optional = filled.nullish();
const date = z.string().nullish();
const decimal = z.string().nullish();
const whole = z.int().min(1, 'must be at least 1').nullish();
export const CustomFields = z.record(z.string(), z.unknown()).nullish();

export const PRICING_MODELS = [
  'chargeModelData',
  'discount',
  'oneTimeFlatFee',
  'oneTimePerUnit',
  'oneTimeTiered',
  'oneTimeVolume',
  'recurringFlatFee',
  'recurringPerUnit',
  'recurringTiered',
  'recurringVolume',
  'usageFlatFee',
  'usageOverage',
  'usagePerUnit',
  'usageTiered',
  'usageTieredWithOverage',
  'usageVolume',
] as const;

const Tier = z.object({
  startingUnit: z.string(),
  endingUnit: decimal,
  price: z.string(),
  priceFormat: z.enum(['FlatFee', 'PerUnit']),
});

export const PricingInput = z.object({
  model: z.enum(PRICING_MODELS),
  listPrice: decimal,
  quantity: decimal,
  tiers: z.array(Tier).min(1, 'must have a tier').nullish(),
  discountPercentage: decimal,
  discountAmount: decimal,
  includedUnits: decimal,
  overagePrice: decimal,
  priceChangeOption: z.enum(['NoChange', 'SpecificPercentageValue', 'UseLatestProductCatalogPricing']).nullish(),
  priceIncreasePercentage: decimal,
});
export type PricingInput = z.infer<typeof PricingInput>;

export const ChargeInput = z.object({
  productRatePlanChargeId: filled,
  chargeNumber: optional,
  uniqueToken: optional,
  description: optional,
  pricing: PricingInput.nullish(),
  customFields: CustomFields,
});
export type ChargeInput = z.infer<typeof ChargeInput>;

export const ChargeChange = needsOne(
  z.object({
    chargeNumber: optional,
    uniqueToken: optional,
    description: optional,
    effectiveDate: date,
    pricing: PricingInput.nullish(),
    customFields: CustomFields,
  }),
  ['chargeNumber', 'uniqueToken'],
);
export type ChargeChange = z.infer<typeof ChargeChange>;

export const RatePlanInput = needsOne(
  z.object({
    productRatePlanId: optional,
    productRatePlanNumber: optional,
    uniqueToken: optional,
    charges: z.array(ChargeInput).nullish(),
    customFields: CustomFields,
  }),
  ['productRatePlanId', 'productRatePlanNumber'],
);
export type RatePlanInput = z.infer<typeof RatePlanInput>;

const periodType = z.enum(['Month', 'Year', 'Day', 'Week']).nullish();
const RenewalTerm = z.object({
  period: z.int().min(1, 'must be at least 1'),
  periodType: periodType.unwrap().unwrap(),
});

const termShape = {
  termType: z.enum(['TERMED', 'EVERGREEN']),
  period: whole,
  periodType,
  startDate: date,
  autoRenew: z.boolean().nullish(),
  renewalSetting: z.enum(['RENEW_WITH_SPECIFIC_TERM', 'RENEW_TO_EVERGREEN']).nullish(),
  renewalTerms: z.array(RenewalTerm).nullish(),
};

export const TermsInput = z.object(termShape).check(hasItsLength);
export type TermsInput = z.infer<typeof TermsInput>;
export const TermsChange = z.object({ ...termShape, termType: termShape.termType.nullish() }).check(hasItsLength);
export type TermsChange = z.infer<typeof TermsChange>;

const attributes = { paymentTerm: optional, billToContactId: optional, soldToContactId: optional };

const SubscriptionInput = z.object({
  ...attributes,
  subscriptionNumber: optional,
  ownerAccountNumber: optional,
  currency: z.string().nullish(),
  notes: optional,
  invoiceSeparately: z.boolean().nullish(),
  terms: TermsInput,
  ratePlans: z.array(RatePlanInput).min(1, 'must have a rate plan'),
});

const planKeys = { ratePlanId: optional, subscriptionRatePlanNumber: optional };

/** One property for each kind of action; just one of them is given. */
export const ACTIONS = {
  createSubscription: SubscriptionInput,
  addProduct: RatePlanInput,
  updateProduct: needsOne(
    z.object({
      ...planKeys,
      uniqueToken: optional,
      specificUpdateDate: date,
      charges: z.array(ChargeChange).nullish(),
      customFields: CustomFields,
    }),
    ['ratePlanId', 'subscriptionRatePlanNumber', 'uniqueToken'],
  ),
  removeProduct: needsOne(z.object({ ...planKeys, uniqueToken: optional }), [
    'ratePlanId',
    'subscriptionRatePlanNumber',
    'uniqueToken',
  ]),
  cancelSubscription: z
    .object({
      policy: z.enum(['EndOfCurrentTerm', 'EndOfLastInvoicePeriod', 'SpecificDate']),
      effectiveDate: date,
    })
    .check((context) => wantsDate(context, 'effectiveDate')),
  renewSubscription: z.object(attributes),
  suspend: z
    .object({
      policy: z.enum(['Today', 'EndOfLastInvoicePeriod', 'FixedPeriodsFromToday', 'SpecificDate']),
      date,
      periods: whole,
      periodsType: periodType,
    })
    .check((context) => wantsDate(context, 'date'), wantsPeriods),
  resume: z
    .object({
      policy: z.enum(['Today', 'FixedPeriodsFromSuspendDate', 'FixedPeriodsFromToday', 'SpecificDate', 'SuspendDate']),
      date,
      periods: whole,
      periodsType: periodType,
      extendsTerm: z.boolean().nullish(),
    })
    .check((context) => wantsDate(context, 'date'), wantsPeriods),
  termsAndConditions: z.object({ ...attributes, terms: TermsChange.nullish() }),
  ownerTransfer: needsOne(z.object({ accountNumber: optional, invoiceAccountNumber: optional }), [
    'accountNumber',
    'invoiceAccountNumber',
  ]),
  changePlan: needsOne(
    z.object({
      ...planKeys,
      productRatePlanId: optional,
      subType: z.enum(['Upgrade', 'Downgrade', 'Crossgrade', 'PlanChanged']).nullish(),
      effectivePolicy: z.enum(['EffectiveImmediately', 'EffectiveEndOfBillingPeriod', 'SpecificDate']).nullish(),
      resetBillCycleDay: z.boolean().nullish(),
      newRatePlan: RatePlanInput,
    }),
    ['ratePlanId', 'subscriptionRatePlanNumber', 'productRatePlanId'],
  ),
} as const;
export type ActionName = keyof typeof ACTIONS;
export const ACTION_NAMES = Object.keys(ACTIONS) as readonly ActionName[];

const optionalActions = Object.fromEntries(
  ACTION_NAMES.map((name) => [name, (ACTIONS[name] as z.ZodType).nullish()]),
) as { [K in ActionName]: z.ZodOptional<z.ZodNullable<(typeof ACTIONS)[K]>> };

export const ActionInput = z
  .object({
    ...optionalActions,
    contractEffectiveDate: date,
    serviceActivationDate: date,
    customerAcceptanceDate: date,
    changeReason: optional,
    customFields: CustomFields,
  })
  .check((context) => {
    const given = ACTION_NAMES.filter((name) => context.value[name] != null);
    if (given.length === 1) return;
    const message =
      given.length === 0
        ? `must have one of ${ACTION_NAMES.join(', ')}`
        : `must have one kind of action, not ${given.join(' and ')}: give each an element of its own`;
    context.issues.push({ code: 'custom', message, input: context.value });
  });
export type ActionInput = z.infer<typeof ActionInput>;

interface Context<T> {
  readonly value: T;
  readonly issues: { push(issue: { code: 'custom'; message: string; path?: PropertyKey[]; input: unknown }): unknown };
}

/** What is meant has to be told by one of several keys. */
function needsOne<T extends z.ZodObject>(schema: T, names: readonly (keyof z.infer<T> & string)[]): T {
  return schema.check((context) => {
    const value = context.value as Readonly<Record<string, unknown>>;
    if (names.some((name) => value[name] != null)) return;
    context.issues.push({ code: 'custom', message: `must have ${names.join(' or ')}`, input: value });
  }) as T;
}

function hasItsLength({ value, issues }: Context<TermsChange>): void {
  const complain = (name: 'period' | 'periodType', message: string) =>
    issues.push({ code: 'custom', message, path: [name], input: value });
  if (value.termType === 'TERMED') {
    if (value.period == null) complain('period', 'must be given for a term that ends');
    if (value.periodType == null) complain('periodType', 'must be given for a term that ends');
  } else if (value.termType === 'EVERGREEN' && value.period != null) {
    complain('period', 'must not be given for an evergreen subscription');
  }
}

function wantsDate<K extends string>(
  { value, issues }: Context<{ policy: string } & { [name in K]?: string | null | undefined }>,
  name: K,
): void {
  const given = value[name] != null;
  if (given === (value.policy === 'SpecificDate')) return;
  const message = given ? 'must not be given with this policy' : 'must be given with the policy SPECIFIC_DATE';
  issues.push({ code: 'custom', message, path: [name], input: value });
}

function wantsPeriods({
  value,
  issues,
}: Context<{ policy: string; periods?: number | null | undefined; periodsType?: string | null | undefined }>): void {
  if (!value.policy.startsWith('FixedPeriods')) return;
  for (const name of ['periods', 'periodsType'] as const) {
    if (value[name] == null) {
      issues.push({ code: 'custom', message: 'must be given with this policy', path: [name], input: value });
    }
  }
}
