import { Field, InputType, Int } from 'type-graphql';
import { CurrencyCodeScalar, DecimalScalar, JsonScalar } from '../../../../../schema-kit/scalars.js';
import { ZuoraPriceChangeEnum, ZuoraPriceFormatEnum } from '../../orders/input-enums.js';
import {
  AlignmentEnum,
  BillCycleTypeEnum,
  BillingPeriodEnum,
  BillingTimingEnum,
  ChargeModelEnum,
  ChargeTypeEnum,
  ListPriceBaseEnum,
  TriggerEventEnum,
} from './charge-enums.js';
import {
  DiscountLevelEnum,
  DiscountTargetEnum,
  EndDateConditionEnum,
  RevenueTriggerEnum,
  TaxModeEnum,
  UpToPeriodsTypeEnum,
  WeekdayEnum,
} from './charge-rule-enums.js';
import { CUSTOM_FIELDS } from './product.inputs.js';

@InputType('ZuoraCatalogTierInput', {
  description:
    'The list price in one currency, for a range of units; exactly one of price, discount amount and percentage.',
})
class ZuoraCatalogTierInput {
  @Field(() => CurrencyCodeScalar, { description: 'The currency of the price.' })
  currency!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The price; no digit of it is rounded here.' })
  price?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of a fixed discount: what it takes off.' })
  discountAmount?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of a percentage discount: 12.5 for 12.5%.' })
  discountPercentage?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'First unit of the tier.' })
  startingUnit?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Last unit of the tier; left out in the last one.' })
  endingUnit?: string | null;

  @Field(() => ZuoraPriceFormatEnum, { nullable: true, description: 'What the price is for, in tiers and volumes.' })
  priceFormat?: 'FlatFee' | 'PerUnit' | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the price is for units beyond the last tier.' })
  isOveragePrice?: boolean | null;
}

@InputType({ description: 'What new and changed charges of the catalog have in common.' })
abstract class ChargeFields {
  @Field(() => String, {
    nullable: true,
    description: 'The unique number, at most 100 characters; Zuora makes one up.',
  })
  productRatePlanChargeNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for, at most 500 characters.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: "What a unit is: one of the tenant's units of measure." })
  unitOfMeasure?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Units of a subscription that does not say how many.' })
  defaultQuantity?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Fewest units.' })
  minQuantity?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Most units.' })
  maxQuantity?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Units that cost nothing extra, of overage.' })
  includedUnits?: string | null;

  @Field(() => Int, { nullable: true, description: 'Day of the month, 1 to 31, with SPECIFIC_DAY_OF_MONTH.' })
  billCycleDay?: number | null;

  @Field(() => WeekdayEnum, { nullable: true, description: 'Day of the week, with SPECIFIC_DAY_OF_WEEK.' })
  weeklyBillCycleDay?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many months, weeks or days a billing period of its own has.' })
  specificBillingPeriod?: number | null;

  @Field(() => AlignmentEnum, { nullable: true, description: 'What billing periods begin with.' })
  billingPeriodAlignment?: string | null;

  @Field(() => BillingTimingEnum, { nullable: true, description: 'Whether a recurring charge is billed in advance.' })
  billingTiming?: string | null;

  @Field(() => ListPriceBaseEnum, { nullable: true, description: 'The period that list prices are for.' })
  listPriceBase?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many months list prices are for, with SPECIFIC_MONTHS.' })
  specificListPriceBase?: number | null;

  @Field(() => EndDateConditionEnum, { nullable: true, description: 'When the charge ends.' })
  endDateCondition?: string | null;

  @Field(() => Int, { nullable: true, description: 'After how many periods, with FIXED_PERIOD.' })
  upToPeriods?: number | null;

  @Field(() => UpToPeriodsTypeEnum, {
    nullable: true,
    description: 'What these periods are; billing periods without it.',
  })
  upToPeriodsType?: string | null;

  @Field(() => DiscountLevelEnum, { nullable: true, description: 'Of a discount: how far it reaches.' })
  discountLevel?: string | null;

  @Field(() => DiscountTargetEnum, { nullable: true, description: 'Of a discount: what it takes something off.' })
  applyDiscountTo?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is taxed; then code and mode have to be given.' })
  taxable?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Tax code, at most 64 characters.' })
  taxCode?: string | null;

  @Field(() => TaxModeEnum, { nullable: true, description: 'Whether prices hold the tax.' })
  taxMode?: string | null;

  @Field(() => String, { nullable: true, description: 'Accounting code.' })
  accountingCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Account for revenue that is not recognised yet.' })
  deferredRevenueAccount?: string | null;

  @Field(() => String, { nullable: true, description: 'Account for revenue that is recognised.' })
  recognizedRevenueAccount?: string | null;

  @Field(() => String, { nullable: true, description: 'Revenue recognition code.' })
  revRecCode?: string | null;

  @Field(() => RevenueTriggerEnum, { nullable: true, description: 'When revenue begins to be recognised.' })
  revRecTriggerCondition?: string | null;

  @Field(() => String, { nullable: true, description: "Rule of recognition, in the tenant's words." })
  revenueRecognitionRuleName?: string | null;

  @Field(() => ZuoraPriceChangeEnum, { nullable: true, description: 'What happens to the price at renewal.' })
  priceChangeOption?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'By how much the price goes up at renewal: 5 for 5%.' })
  priceIncreasePercentage?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the tenant's own percentage is used for that." })
  useTenantDefaultForPriceChange?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Of a discount: whether it is booked on a code of its own.' })
  useDiscountSpecificAccountingCode?: boolean | null;

  @Field(() => JsonScalar, { nullable: true, description: CUSTOM_FIELDS })
  customFields?: Record<string, unknown> | null;
}

@InputType('ZuoraProductRatePlanChargeCreateInput', { description: 'A new charge of a rate plan of the catalog.' })
export class ZuoraProductRatePlanChargeCreateInput extends ChargeFields {
  @Field(() => String, { description: "Zuora's id of the rate plan." })
  productRatePlanId!: string;

  @Field(() => String, { description: 'Its name, at most 100 characters.' })
  name!: string;

  @Field(() => ChargeTypeEnum, { description: 'When it is charged; cannot be changed later.' })
  type!: string;

  @Field(() => ChargeModelEnum, { description: 'How its price is worked out.' })
  model!: string;

  @Field(() => BillingPeriodEnum, { description: 'How often it is billed; Zuora wants it for one-time charges, too.' })
  billingPeriod!: string;

  @Field(() => BillCycleTypeEnum, { description: 'What the day of billing follows.' })
  billCycleType!: string;

  @Field(() => TriggerEventEnum, { description: 'When billing begins.' })
  triggerEvent!: string;

  @Field(() => [ZuoraCatalogTierInput], {
    description: 'List prices in every currency, each currency in the order of its tiers.',
  })
  tiers!: ZuoraCatalogTierInput[];
}

@InputType('ZuoraProductRatePlanChargeUpdateInput', {
  description:
    'What to change of a charge: what is left out is left alone, null empties texts. Tiers replace all tiers of today.',
})
export class ZuoraProductRatePlanChargeUpdateInput extends ChargeFields {
  @Field(() => String, { nullable: true, description: 'Its name, at most 100 characters.' })
  name?: string | null;

  @Field(() => ChargeModelEnum, { nullable: true, description: 'How its price is worked out; needs tiers.' })
  model?: string | null;

  @Field(() => BillingPeriodEnum, { nullable: true, description: 'How often it is billed.' })
  billingPeriod?: string | null;

  @Field(() => BillCycleTypeEnum, { nullable: true, description: 'What the day of billing follows.' })
  billCycleType?: string | null;

  @Field(() => TriggerEventEnum, { nullable: true, description: 'When billing begins.' })
  triggerEvent?: string | null;

  @Field(() => [ZuoraCatalogTierInput], {
    nullable: true,
    description: 'All list prices in every currency: what is not among them is gone.',
  })
  tiers?: ZuoraCatalogTierInput[] | null;
}
