import { Field, Int, ObjectType } from 'type-graphql';
import type { Money } from '../../../../kernel/money.js';
import { MoneyType } from '../../../../schema-kit/money.type.js';
import { CurrencyCodeScalar, DecimalScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import type { ZuoraProductChargeTier, ZuoraProductRatePlanCharge } from '../../catalog/model.js';

@ObjectType('ZuoraProductChargeTier', {
  simpleResolvers: true,
  description: 'The list price of a charge in one currency, for a range of units.',
})
export class ZuoraProductChargeTierType implements ZuoraProductChargeTier {
  readonly isDiscountAmount!: boolean;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Currency of the price.' })
  currency!: string | null;

  @Field(() => Int, { description: 'Place of the tier among those of its currency, from 1.' })
  tier!: number;

  @Field(() => DecimalScalar, { nullable: true, description: 'First unit of the tier.' })
  startingUnit!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Last unit of the tier; null in the last tier.' })
  endingUnit!: string | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'Price of the tier; `priceFormat` says of what. Of a fixed discount, its amount.',
  })
  price!: Money | null;

  @Field(() => String, { nullable: true, description: '`FlatFee` for the whole tier or `PerUnit`.' })
  priceFormat!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the price is for units beyond the included ones.' })
  isOveragePrice!: boolean | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of a percentage discount: the percentage, 12.5 for 12.5%.',
  })
  discountPercentage!: string | null;
}

@ObjectType('ZuoraProductRatePlanCharge', {
  simpleResolvers: true,
  description: 'One price of the catalog: what is charged for, how it is worked out, and its list prices.',
})
export class ZuoraProductRatePlanChargeType implements Omit<ZuoraProductRatePlanCharge, 'tiers'> {
  @Field(() => String, { description: "Zuora's id of the charge." })
  zuoraId!: string;

  @Field(() => String, { nullable: true, description: 'Number of the charge, `PRPC-00000001`.' })
  productRatePlanChargeNumber!: string | null;

  @Field(() => String, { description: 'Name of the charge.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  description!: string | null;

  @Field(() => String, { description: '`OneTime`, `Recurring` or `Usage`.' })
  type!: string;

  @Field(() => String, {
    description: 'How the price is worked out, for example `Flat Fee Pricing` or `Tiered Pricing`.',
  })
  model!: string;

  @Field(() => String, { nullable: true, description: 'How often it is billed, for example `Month`.' })
  billingPeriod!: string | null;

  @Field(() => String, { nullable: true, description: 'What the day of billing follows: `DefaultFromCustomer`, …' })
  billCycleType!: string | null;

  @Field(() => String, { nullable: true, description: 'Whether a period is billed in advance or in arrears.' })
  billingTiming!: string | null;

  @Field(() => String, { nullable: true, description: 'When billing begins: `ContractEffective`, …' })
  triggerEvent!: string | null;

  @Field(() => String, { nullable: true, description: 'When the charge ends: `SubscriptionEnd`, …' })
  endDateCondition!: string | null;

  @Field(() => String, { nullable: true, description: 'The period that list prices are for: `Per Billing Period`, …' })
  listPriceBase!: string | null;

  @Field(() => String, { nullable: true, description: 'What a unit is.' })
  unitOfMeasure!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Units of a new subscription that does not say how many.',
  })
  defaultQuantity!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Units that cost nothing extra.' })
  includedUnits!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is taxed.' })
  taxable!: boolean | null;

  @Field(() => String, { nullable: true, description: 'The tax code, where it is taxed.' })
  taxCode!: string | null;

  @Field(() => String, { nullable: true, description: 'The accounting code of the charge.' })
  accountingCode!: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Custom fields that have a value, by their API names.' })
  customFields!: Readonly<Record<string, unknown>> | null;
}
