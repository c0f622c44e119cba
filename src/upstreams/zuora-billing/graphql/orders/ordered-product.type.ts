import { Field, Int, ObjectType } from 'type-graphql';
import type { Money } from '../../../../kernel/money.js';
import { MoneyType } from '../../../../schema-kit/money.type.js';
import { CurrencyCodeScalar, DateScalar, DecimalScalar } from '../../../../schema-kit/scalars.js';
import type {
  OrderedCharge,
  OrderedPricing,
  OrderedRatePlan,
  OrderedSubscription,
  OrderedTerms,
  OrderedUpdate,
} from '../../orders/model.js';
import { ZuoraChargeTierType } from '../rate-plan.type.js';

@ObjectType('ZuoraOrderPricing', {
  simpleResolvers: true,
  description: 'What an order says about the price of a charge; what it leaves out is as in the catalog, or as before.',
})
class ZuoraOrderPricingType implements OrderedPricing {
  @Field(() => String, { description: "Zuora's name of the charge model, for example `recurringPerUnit`." })
  model!: string;

  @Field(() => MoneyType, { nullable: true, description: 'The price, of one unit where there are units.' })
  listPrice!: Money | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How many units.' })
  quantity!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of a percentage discount: 12.5 for 12.5%.' })
  discountPercentage!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'Of a fixed discount: the amount.' })
  discountAmount!: Money | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Units that are included before overage.' })
  includedUnits!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'Price of a unit beyond the included ones.' })
  overagePrice!: Money | null;

  @Field(() => [ZuoraChargeTierType], { description: 'Prices by quantity; empty where there is one price.' })
  tiers!: ZuoraChargeTierType[];
}

@ObjectType('ZuoraOrderCharge', { simpleResolvers: true, description: 'A charge that an order adds or changes.' })
class ZuoraOrderChargeType implements OrderedCharge {
  @Field(() => String, { nullable: true, description: 'Number of the charge.' })
  chargeNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the charge in the catalog.' })
  productRatePlanChargeId!: string | null;

  @Field(() => String, { nullable: true, description: 'The token it is given in the order.' })
  uniqueToken!: string | null;

  @Field(() => String, { nullable: true, description: 'Description of the charge.' })
  description!: string | null;

  @Field(() => ZuoraOrderPricingType, { nullable: true, description: 'Its price; null if the order leaves it alone.' })
  pricing!: ZuoraOrderPricingType | null;
}

@ObjectType('ZuoraOrderRatePlan', { simpleResolvers: true, description: 'A rate plan that an order adds.' })
export class ZuoraOrderRatePlanType implements OrderedRatePlan {
  @Field(() => String, { nullable: true, description: 'Id of the rate plan in the catalog.' })
  productRatePlanId!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the rate plan in the catalog.' })
  productRatePlanNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the rate plan in the new version of the subscription.' })
  newRatePlanId!: string | null;

  @Field(() => String, { nullable: true, description: 'The token it is given in the order.' })
  uniqueToken!: string | null;

  @Field(() => [ZuoraOrderChargeType], { description: 'Charges that are not as in the catalog.' })
  charges!: ZuoraOrderChargeType[];
}

@ObjectType('ZuoraOrderUpdate', { simpleResolvers: true, description: 'A rate plan that an order changes.' })
export class ZuoraOrderUpdateType implements OrderedUpdate {
  @Field(() => String, { nullable: true, description: 'Id of the rate plan of the subscription.' })
  ratePlanId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its number in the subscription.' })
  subscriptionRatePlanNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the rate plan in the new version of the subscription.' })
  newRatePlanId!: string | null;

  @Field(() => String, { nullable: true, description: 'The token it was given when it was ordered.' })
  uniqueToken!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it counts, where later changes are there already.' })
  specificUpdateDate!: string | null;

  @Field(() => [ZuoraOrderChargeType], { description: 'The charges that change.' })
  charges!: ZuoraOrderChargeType[];
}

@ObjectType('ZuoraOrderRenewalTerm', { simpleResolvers: true, description: 'The length of a renewal.' })
class ZuoraOrderRenewalTermType {
  @Field(() => Int, { nullable: true, description: 'How many periods.' })
  period!: number | null;

  @Field(() => String, { nullable: true, description: '`Month`, `Year`, `Day` or `Week`.' })
  periodType!: string | null;
}

@ObjectType('ZuoraOrderTerms', { simpleResolvers: true, description: 'Term of a subscription and how it renews.' })
export class ZuoraOrderTermsType implements OrderedTerms {
  @Field(() => String, { nullable: true, description: '`TERMED` or `EVERGREEN`.' })
  termType!: string | null;

  @Field(() => Int, { nullable: true, description: 'Length of the term, in its period type.' })
  period!: number | null;

  @Field(() => String, { nullable: true, description: '`Month`, `Year`, `Day` or `Week`.' })
  periodType!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the term.' })
  startDate!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it renews by itself.' })
  autoRenew!: boolean | null;

  @Field(() => String, { nullable: true, description: '`RENEW_WITH_SPECIFIC_TERM` or `RENEW_TO_EVERGREEN`.' })
  renewalSetting!: string | null;

  @Field(() => [ZuoraOrderRenewalTermType], { description: 'The terms that follow.' })
  renewalTerms!: ZuoraOrderRenewalTermType[];
}

@ObjectType('ZuoraOrderSubscriptionCreation', {
  simpleResolvers: true,
  description: 'A subscription that an order makes.',
})
export class ZuoraOrderSubscriptionCreationType implements OrderedSubscription {
  @Field(() => String, { nullable: true, description: 'Number of the subscription.' })
  subscriptionNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the account that owns it.' })
  ownerAccountNumber!: string | null;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: "Its currency; null for the account's." })
  currency!: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks.' })
  notes!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it has invoices of its own.' })
  invoiceSeparately!: boolean | null;

  @Field(() => ZuoraOrderTermsType, { nullable: true, description: 'Its first term and how it renews.' })
  terms!: ZuoraOrderTermsType | null;

  @Field(() => [ZuoraOrderRatePlanType], { description: 'What is subscribed to.' })
  ratePlans!: ZuoraOrderRatePlanType[];
}
