import { Field, InputType, Int } from 'type-graphql';
import { DateScalar, DecimalScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import { PeriodTypeEnum, PlanChangeEnum, PriceFormatEnum, TermTypeEnum } from './subscription.enums.js';

@InputType('ZuoraPriceTierInput', { description: 'One tier of a price.' })
class ZuoraPriceTierInput {
  @Field(() => DecimalScalar, { description: 'First unit of the tier.' })
  startingUnit!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Last unit of the tier; null for the last one.' })
  endingUnit?: string | null;

  @Field(() => DecimalScalar, { description: 'The price, in the currency of the account.' })
  price!: string;

  @Field(() => PriceFormatEnum, { description: 'What the price is for.' })
  priceFormat!: 'FLAT_FEE' | 'PER_UNIT';
}

@InputType({ description: 'What replaces the prices of the catalog.' })
abstract class PricingFields {
  @Field(() => DecimalScalar, { nullable: true, description: 'The price; exact to the last digit.' })
  price?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How many units.' })
  quantity?: string | null;

  @Field(() => [ZuoraPriceTierInput], { nullable: true, description: 'All tiers, in order.' })
  tiers?: ZuoraPriceTierInput[] | null;
}

@InputType('ZuoraChargeOverrideInput', { description: 'A charge of the catalog at another price or quantity.' })
export class ZuoraChargeOverrideInput extends PricingFields {
  @Field(() => String, { description: 'Id of the product rate plan charge.' })
  productRatePlanChargeId!: string;
}

@InputType('ZuoraChargeUpdateInput', { description: 'A charge of a subscription at another price or quantity.' })
export class ZuoraChargeUpdateInput extends PricingFields {
  @Field(() => String, { description: 'Id of the charge in the latest version of the subscription.' })
  ratePlanChargeId!: string;
}

@InputType('ZuoraNewRatePlanInput', { description: 'A rate plan of the catalog that is subscribed to.' })
class ZuoraNewRatePlanInput {
  @Field(() => String, { description: 'Id of the product rate plan.' })
  productRatePlanId!: string;

  @Field(() => [ZuoraChargeOverrideInput], { nullable: true, description: 'Charges that differ from the catalog.' })
  charges?: ZuoraChargeOverrideInput[] | null;
}

const TRIGGER = 'without it the day on which the contract takes effect.';

@InputType({ description: 'When a change takes effect.' })
abstract class EffectiveDays {
  @Field(() => DateScalar, { description: 'The day on which it takes effect.' })
  contractEffectiveDate!: string;

  @Field(() => DateScalar, { nullable: true, description: `The day on which the service is activated; ${TRIGGER}` })
  serviceActivationDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: `The day on which the customer accepts; ${TRIGGER}` })
  customerAcceptanceDate?: string | null;
}

@InputType('ZuoraRatePlanAddInput', { description: 'A rate plan that joins a subscription.' })
export class ZuoraRatePlanAddInput extends EffectiveDays {
  @Field(() => String, { description: 'Id of the product rate plan.' })
  productRatePlanId!: string;

  @Field(() => [ZuoraChargeOverrideInput], { nullable: true, description: 'Charges that differ from the catalog.' })
  charges?: ZuoraChargeOverrideInput[] | null;
}

@InputType('ZuoraRatePlanUpdateInput', { description: 'A rate plan of a subscription whose charges change.' })
export class ZuoraRatePlanUpdateInput extends EffectiveDays {
  @Field(() => String, { description: 'Id of the rate plan in the subscription.' })
  ratePlanId!: string;

  @Field(() => [ZuoraChargeUpdateInput], { description: 'The charges that change.' })
  charges!: ZuoraChargeUpdateInput[];
}

@InputType('ZuoraRatePlanRemoveInput', { description: 'A rate plan that leaves a subscription.' })
export class ZuoraRatePlanRemoveInput extends EffectiveDays {
  @Field(() => String, { description: 'Id of the rate plan in the subscription.' })
  ratePlanId!: string;
}

@InputType('ZuoraRatePlanChangeInput', { description: 'A rate plan of a subscription that another one replaces.' })
export class ZuoraRatePlanChangeInput extends EffectiveDays {
  @Field(() => String, { description: 'Id of the rate plan in the subscription.' })
  ratePlanId!: string;

  @Field(() => String, { description: 'Id of the product rate plan that takes its place.' })
  newProductRatePlanId!: string;

  @Field(() => [ZuoraChargeOverrideInput], { nullable: true, description: 'Charges that differ from the catalog.' })
  charges?: ZuoraChargeOverrideInput[] | null;

  @Field(() => PlanChangeEnum, {
    nullable: true,
    description: 'What it counts as; without it Zuora finds it out by grades.',
  })
  kind?: 'UPGRADE' | 'DOWNGRADE' | 'CROSSGRADE' | 'PLAN_CHANGED' | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the account's bill cycle day becomes the day of the change.",
  })
  resetBillCycleDay?: boolean | null;
}

const RUN_BILLING = 'Whether to bill at once. Needs Zuora-Version 211.0 or later.';
const COLLECT = 'Whether to collect at once. Needs Zuora-Version 196.0 or later.';
const TARGET_DATE = 'Up to which day to bill. Needs Zuora-Version 211.0 or later.';

@InputType({ description: 'What is billed at once.' })
abstract class BillingFields {
  @Field(() => Boolean, { nullable: true, description: RUN_BILLING })
  runBilling?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: COLLECT,
  })
  collect?: boolean | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: TARGET_DATE,
  })
  targetDate?: string | null;
}

@InputType({ description: 'What makes a subscription, whoever it is for.' })
abstract class SubscriptionFields {
  @Field(() => TermTypeEnum, { description: 'Whether it ends.' })
  termType!: 'TERMED' | 'EVERGREEN';

  @Field(() => DateScalar, { description: 'The day on which the contract takes effect.' })
  contractEffectiveDate!: string;

  @Field(() => DateScalar, { nullable: true, description: `The day on which the service is activated; ${TRIGGER}` })
  serviceActivationDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: `The day on which the customer accepts; ${TRIGGER}` })
  customerAcceptanceDate?: string | null;

  @Field(() => Int, { nullable: true, description: 'Length of the first term, for TERMED.' })
  initialTerm?: number | null;

  @Field(() => PeriodTypeEnum, { nullable: true, description: 'What the first term counts; MONTH without it.' })
  initialTermPeriodType?: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | null;

  @Field(() => Int, { nullable: true, description: 'Length of each term after it.' })
  renewalTerm?: number | null;

  @Field(() => PeriodTypeEnum, { nullable: true, description: 'What later terms count; MONTH without it.' })
  renewalTermPeriodType?: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it renews by itself at the end of a term.' })
  autoRenew?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Remarks, at most 500 characters.' })
  notes?: string | null;

  @Field(() => String, { nullable: true, description: 'A number of your choice; without one Zuora numbers it.' })
  subscriptionNumber?: string | null;

  @Field(() => [ZuoraNewRatePlanInput], { description: 'What is subscribed to, 1 to 50 rate plans.' })
  ratePlans!: ZuoraNewRatePlanInput[];

  @Field(() => JsonScalar, { nullable: true, description: 'Custom fields by their API name.' })
  customFields?: Record<string, unknown> | null;
}

@InputType('ZuoraNewSubscriptionInput', {
  description: 'The first subscription of a new account; its terms are counted in months.',
})
export class ZuoraNewSubscriptionInput extends SubscriptionFields {}

@InputType('ZuoraSubscriptionCreateInput', { description: 'A new subscription.' })
export class ZuoraSubscriptionCreateInput extends SubscriptionFields {
  @Field(() => String, { description: 'Account id (32 hexadecimal digits) or account number.' })
  accountKey!: string;

  @Field(() => Boolean, { nullable: true, description: RUN_BILLING })
  runBilling?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: COLLECT })
  collect?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: TARGET_DATE })
  targetDate?: string | null;
}

@InputType('ZuoraSubscriptionUpdateInput', {
  description: 'Changes of a subscription: what is left out is left alone. All of them make one new version.',
})
export class ZuoraSubscriptionUpdateInput extends BillingFields {
  @Field(() => String, { nullable: true, description: 'Remarks; null empties them. Not through orders.' })
  notes?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it renews by itself.' })
  autoRenew?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Length of the next terms.' })
  renewalTerm?: number | null;

  @Field(() => PeriodTypeEnum, { nullable: true, description: 'What the next terms count.' })
  renewalTermPeriodType?: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Custom fields by their API name; null empties one.' })
  customFields?: Record<string, unknown> | null;

  @Field(() => [ZuoraRatePlanAddInput], { nullable: true, description: 'Rate plans that join.' })
  add?: ZuoraRatePlanAddInput[] | null;

  @Field(() => [ZuoraRatePlanUpdateInput], { nullable: true, description: 'Rate plans whose charges change.' })
  update?: ZuoraRatePlanUpdateInput[] | null;

  @Field(() => [ZuoraRatePlanRemoveInput], { nullable: true, description: 'Rate plans that leave.' })
  remove?: ZuoraRatePlanRemoveInput[] | null;

  @Field(() => [ZuoraRatePlanChangeInput], { nullable: true, description: 'Rate plans that others replace.' })
  change?: ZuoraRatePlanChangeInput[] | null;
}

export { BillingFields };
