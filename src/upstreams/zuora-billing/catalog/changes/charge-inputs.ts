import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { CustomFields } from '../../writing/custom-fields.js';
import { emptyable, filled, type Maybe, neverEmptied, orNothing } from './inputs.js';

const positive = z.string().refine((amount) => new Decimal(amount).gte(0), 'must be 0 or more');
const whole = (least: number, most: number) =>
  z.int().min(least, `must be ${least} or more`).max(most, `must be ${most} or less`);

const Tier = z.object({
  currency: z.string(),
  price: z.string().nullish(),
  discountAmount: positive.nullish(),
  discountPercentage: positive.refine((percent) => new Decimal(percent).lte(100), 'must be 100 or less').nullish(),
  startingUnit: positive.nullish(),
  endingUnit: positive.nullish(),
  priceFormat: z.enum(['FlatFee', 'PerUnit']).nullish(),
  isOveragePrice: z.boolean().nullish(),
});
export type ChargeTier = z.infer<typeof Tier>;

const VALUES = ['price', 'discountAmount', 'discountPercentage'] as const;

/** Within a currency tiers follow each other, and each says what it costs. */
const Tiers = z
  .array(Tier)
  .min(1, 'must hold at least one price')
  .check(({ value: tiers, issues }) => {
    const problem = (message: string, path: (string | number)[]) =>
      issues.push({ code: 'custom', message, path, input: tiers });
    const ends = new Map<string, string | null>();
    for (const [index, tier] of tiers.entries()) {
      if (VALUES.filter((name) => tier[name] != null).length !== 1) {
        problem('needs a price, a discountAmount or a discountPercentage, and only one of them', [index]);
      }
      const { currency, startingUnit: start, endingUnit: end } = tier;
      if (start != null && end != null && new Decimal(end).lt(start)) {
        problem('must not be less than startingUnit', [index, 'endingUnit']);
      }
      if (ends.has(currency) && !tier.isOveragePrice) {
        const before = ends.get(currency) ?? null;
        if (before === null) problem(`follows a tier of ${currency} that has no end`, [index]);
        else if (start == null)
          problem('has to be given from the second tier of a currency on', [index, 'startingUnit']);
        else if (new Decimal(start).lt(before)) problem('lies in the tier before', [index, 'startingUnit']);
      }
      ends.set(currency, end ?? null);
    }
  });

const shape = (maybe: Maybe) => ({
  productRatePlanChargeNumber: maybe(filled(100)),
  description: emptyable(500),
  unitOfMeasure: emptyable(25),
  defaultQuantity: maybe(positive),
  minQuantity: maybe(positive),
  maxQuantity: maybe(positive),
  includedUnits: maybe(positive),
  billCycleDay: maybe(whole(1, 31)),
  weeklyBillCycleDay: maybe(z.string()),
  specificBillingPeriod: maybe(whole(1, 1_000)),
  billingPeriodAlignment: maybe(z.string()),
  billingTiming: maybe(z.string()),
  listPriceBase: maybe(z.string()),
  specificListPriceBase: maybe(whole(1, 200)),
  endDateCondition: maybe(z.string()),
  upToPeriods: maybe(whole(1, 1_000_000)),
  upToPeriodsType: maybe(z.string()),
  discountLevel: maybe(z.string()),
  applyDiscountTo: maybe(z.string()),
  taxable: maybe(z.boolean()),
  taxCode: emptyable(64),
  taxMode: maybe(z.string()),
  accountingCode: emptyable(100),
  deferredRevenueAccount: emptyable(100),
  recognizedRevenueAccount: emptyable(100),
  revRecCode: emptyable(70),
  revRecTriggerCondition: maybe(z.string()),
  revenueRecognitionRuleName: emptyable(100),
  priceChangeOption: maybe(z.string()),
  priceIncreasePercentage: maybe(z.string()),
  useTenantDefaultForPriceChange: maybe(z.boolean()),
  customFields: CustomFields.nullish(),
});

type Fields = Readonly<Record<string, unknown>>;

// https://developer.zuora.com/v1-api-reference/api/operation/Object_POSTProductRatePlanCharge/ says what needs what.
const COMPANIONS: readonly {
  readonly when: (input: Fields) => boolean;
  readonly needs: string;
  readonly why: string;
}[] = [
  {
    when: (input) => input.billCycleType === 'SpecificDayofMonth',
    needs: 'billCycleDay',
    why: 'billCycleType is SPECIFIC_DAY_OF_MONTH',
  },
  {
    when: (input) => input.billCycleType === 'SpecificDayofWeek',
    needs: 'weeklyBillCycleDay',
    why: 'billCycleType is SPECIFIC_DAY_OF_WEEK',
  },
  {
    when: ({ billingPeriod }) => /^Specific /.test(String(billingPeriod)),
    needs: 'specificBillingPeriod',
    why: 'billingPeriod counts periods of its own',
  },
  {
    when: (input) => input.listPriceBase === 'Per Specific Months',
    needs: 'specificListPriceBase',
    why: 'listPriceBase is SPECIFIC_MONTHS',
  },
  {
    when: (input) => input.endDateCondition === 'FixedPeriod',
    needs: 'upToPeriods',
    why: 'endDateCondition is FIXED_PERIOD',
  },
  { when: (input) => input.taxable === true, needs: 'taxCode', why: 'the charge is taxable' },
  { when: (input) => input.taxable === true, needs: 'taxMode', why: 'the charge is taxable' },
  {
    when: ({ model }) => /^(Per Unit|Tiered|Volume|Overage)/.test(String(model)),
    needs: 'unitOfMeasure',
    why: 'the model counts units',
  },
];

/** Whether the input says something that needs what it does not say; on a change that can be there already. */
function withCompanions({ value, issues }: z.core.ParsePayload<Fields>): void {
  for (const { when, needs, why } of COMPANIONS) {
    if (!when(value) || (value[needs] !== undefined && value[needs] !== null)) continue;
    issues.push({ code: 'custom', message: `has to be given, for ${why}`, path: [needs], input: undefined });
  }
}

interface Bounds {
  readonly minQuantity?: string | null | undefined;
  readonly maxQuantity?: string | null | undefined;
}

function withinBounds({ value, issues }: z.core.ParsePayload<Bounds>): void {
  const { minQuantity: least, maxQuantity: most } = value;
  if (least == null || most == null || new Decimal(most).gte(least)) return;
  issues.push({ code: 'custom', message: 'must not be less than minQuantity', path: ['maxQuantity'], input: most });
}

export const ChargeCreate = z
  .object({
    ...shape(orNothing),
    productRatePlanId: filled(32),
    name: filled(100),
    type: z.string(),
    model: z.string(),
    billingPeriod: z.string(),
    billCycleType: z.string(),
    triggerEvent: z.string(),
    useDiscountSpecificAccountingCode: z
      .boolean()
      .nullish()
      .transform((value) => value ?? false),
    tiers: Tiers,
  })
  .check((context) => {
    // In one, for a check is left out once another one has found something.
    withCompanions(context);
    withinBounds(context);
  });
export type ChargeCreate = z.infer<typeof ChargeCreate>;

export const ChargeUpdate = z
  .object({
    ...shape(neverEmptied),
    name: neverEmptied(filled(100)),
    model: neverEmptied(z.string()),
    billingPeriod: neverEmptied(z.string()),
    billCycleType: neverEmptied(z.string()),
    triggerEvent: neverEmptied(z.string()),
    useDiscountSpecificAccountingCode: neverEmptied(z.boolean()),
    tiers: neverEmptied(Tiers),
  })
  .check(withinBounds)
  .refine(({ model, tiers }) => model === undefined || tiers !== undefined, {
    message: 'have to be given with another model',
    path: ['tiers'],
  });
export type ChargeUpdate = z.infer<typeof ChargeUpdate>;
