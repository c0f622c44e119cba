import { Field, Int, ObjectType } from 'type-graphql';
import type { Money } from '../../../kernel/money.js';
import { MoneyType } from '../../../schema-kit/money.type.js';
import { DateScalar, DecimalScalar } from '../../../schema-kit/scalars.js';
import type { ZuoraChargeSegment, ZuoraChargeTier, ZuoraRatePlan, ZuoraRatePlanCharge } from '../model.js';

@ObjectType('ZuoraChargeTier', { simpleResolvers: true, description: 'The price of a charge for a range of units.' })
export class ZuoraChargeTierType implements ZuoraChargeTier {
  @Field(() => Int, { description: 'Place of the tier, from 1.' })
  tier!: number;

  @Field(() => DecimalScalar, { nullable: true, description: 'First unit of the tier.' })
  startingUnit!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Last unit of the tier; null in the last tier.' })
  endingUnit!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'Price of the tier; `priceFormat` says of what.' })
  price!: Money | null;

  @Field(() => String, { nullable: true, description: '`FlatFee` for the whole tier or `PerUnit`.' })
  priceFormat!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the price is for units beyond the included ones.' })
  isOveragePrice!: boolean | null;
}

@ObjectType('ZuoraChargeSegment', {
  simpleResolvers: true,
  description: 'A charge between two days on which its price or quantity changed.',
})
class ZuoraChargeSegmentType implements ZuoraChargeSegment {
  @Field(() => String, { description: "Zuora's id of the segment in this version of the subscription." })
  id!: string;

  @Field(() => Int, { description: 'Place in time, from 1.' })
  segment!: number;

  @Field(() => MoneyType, { nullable: true, description: 'The price where there is just one.' })
  price!: Money | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of a percentage discount: the percentage.' })
  discountPercentage!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Number of units subscribed to.' })
  quantity!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the segment.' })
  effectiveStartDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day after the segment.' })
  effectiveEndDate!: string | null;

  @Field(() => [ZuoraChargeTierType], { description: 'Its prices by number of units.' })
  tiers!: ZuoraChargeTier[];

  @Field(() => MoneyType, { nullable: true, description: 'Monthly recurring revenue of the segment.' })
  mrr!: Money | null;
}

@ObjectType('ZuoraRatePlanCharge', {
  simpleResolvers: true,
  description: 'One price of a rate plan: the segment that is in force today, else the next to come, else the last.',
})
class ZuoraRatePlanChargeType implements ZuoraRatePlanCharge {
  @Field(() => String, { description: "Zuora's id of the segment." })
  id!: string;

  @Field(() => String, { description: 'The number that stays the same over all segments and versions.' })
  chargeNumber!: string;

  @Field(() => String, { description: 'Name of the charge.' })
  name!: string;

  @Field(() => String, { description: '`OneTime`, `Recurring` or `Usage`.' })
  type!: string;

  @Field(() => String, {
    description: 'How the price is worked out, for example `Flat Fee Pricing` or `Tiered Pricing`.',
  })
  model!: string;

  @Field(() => MoneyType, {
    nullable: true,
    description:
      'The price where there is just one; null for prices in tiers and for percentages. Of a fixed discount, its amount.',
  })
  price!: Money | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of a percentage discount: the percentage, 12.5 for 12.5%.',
  })
  discountPercentage!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Number of units subscribed to.' })
  quantity!: string | null;

  @Field(() => String, { nullable: true, description: 'What a unit is.' })
  unitOfMeasure!: string | null;

  @Field(() => String, { nullable: true, description: 'How often it is billed, for example `Month`.' })
  billingPeriod!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the segment.' })
  effectiveStartDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day after the segment.' })
  effectiveEndDate!: string | null;

  @Field(() => [ZuoraChargeTierType], {
    description: 'The prices by range of units; a charge with one price has one tier.',
  })
  tiers!: ZuoraChargeTier[];

  @Field(() => MoneyType, { nullable: true, description: 'Monthly recurring revenue of the segment.' })
  mrr!: Money | null;

  @Field(() => [ZuoraChargeSegmentType], { description: 'All of its segments over time, the first one first.' })
  segments!: ZuoraChargeSegment[];
}

@ObjectType('ZuoraRatePlan', { simpleResolvers: true, description: 'A rate plan as it was subscribed to.' })
export class ZuoraRatePlanType implements ZuoraRatePlan {
  @Field(() => String, { description: "Zuora's id of the rate plan." })
  id!: string;

  @Field(() => String, { description: 'The rate plan of the catalog that it was made from.' })
  productRatePlanId!: string;

  @Field(() => String, { description: 'Name of the rate plan.' })
  name!: string;

  @Field(() => [ZuoraRatePlanChargeType], { description: 'Its prices.' })
  charges!: ZuoraRatePlanCharge[];
}
