import { Field, InputType } from 'type-graphql';
import { DateScalar, DecimalScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import type { ChargeChange, ChargeInput, PricingInput, RatePlanInput } from '../../orders/request/action-inputs.js';
import { ZuoraPriceChangeEnum, ZuoraPriceFormatEnum, ZuoraPricingModelEnum } from './input-enums.js';

const TOKEN = 'A name of your choice, by which later actions of the order can speak of it.';

@InputType('ZuoraOrderTierInput', { description: 'The price of a charge for a range of units.' })
class ZuoraOrderTierInput {
  @Field(() => DecimalScalar, { description: 'First unit of the tier.' })
  startingUnit!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Last unit of the tier; left out in the last tier.' })
  endingUnit?: string | null;

  @Field(() => DecimalScalar, { description: 'Price of the tier, in the currency of the subscription.' })
  price!: string;

  @Field(() => ZuoraPriceFormatEnum, { description: 'What the price is for.' })
  priceFormat!: 'FlatFee' | 'PerUnit';
}

@InputType('ZuoraOrderPricingInput', {
  description: 'The price of a charge. What is left out is as in the catalog, or as before.',
})
class ZuoraOrderPricingInput implements PricingInput {
  @Field(() => ZuoraPricingModelEnum, { description: 'How the price is worked out.' })
  model!: PricingInput['model'];

  @Field(() => DecimalScalar, { nullable: true, description: 'The price, of one unit where there are units.' })
  listPrice?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How many units.' })
  quantity?: string | null;

  @Field(() => [ZuoraOrderTierInput], { nullable: true, description: 'Prices by quantity, from the first tier on.' })
  tiers?: ZuoraOrderTierInput[] | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of a percentage discount: 12.5 for 12.5%.' })
  discountPercentage?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of a fixed discount: the amount.' })
  discountAmount?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Units that are included before overage.' })
  includedUnits?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Price of a unit beyond the included ones.' })
  overagePrice?: string | null;

  @Field(() => ZuoraPriceChangeEnum, { nullable: true, description: 'What happens to the price at renewal.' })
  priceChangeOption?: PricingInput['priceChangeOption'];

  @Field(() => DecimalScalar, { nullable: true, description: 'By how much the price goes up at renewal: 5 for 5%.' })
  priceIncreasePercentage?: string | null;
}

@InputType('ZuoraOrderChargeInput', { description: 'A charge that is not to be as in the catalog.' })
class ZuoraOrderChargeInput implements ChargeInput {
  @Field(() => String, { description: 'Id of the charge in the catalog.' })
  productRatePlanChargeId!: string;

  @Field(() => String, { nullable: true, description: 'The number it shall have; left out, Zuora gives it one.' })
  chargeNumber?: string | null;

  @Field(() => String, { nullable: true, description: TOKEN })
  uniqueToken?: string | null;

  @Field(() => String, { nullable: true, description: 'Its description.' })
  description?: string | null;

  @Field(() => ZuoraOrderPricingInput, { nullable: true, description: 'Its price.' })
  pricing?: ZuoraOrderPricingInput | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Its custom fields, by API name (`…__c`).' })
  customFields?: Record<string, unknown> | null;
}

@InputType('ZuoraOrderRatePlanInput', { description: 'A rate plan of the catalog, by its id or number.' })
export class ZuoraOrderRatePlanInput implements RatePlanInput {
  @Field(() => String, { nullable: true, description: 'Id of the rate plan in the catalog.' })
  productRatePlanId?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the rate plan in the catalog.' })
  productRatePlanNumber?: string | null;

  @Field(() => String, { nullable: true, description: TOKEN })
  uniqueToken?: string | null;

  @Field(() => [ZuoraOrderChargeInput], {
    nullable: true,
    description: 'Charges that are not to be as in the catalog.',
  })
  charges?: ZuoraOrderChargeInput[] | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Custom fields of the rate plan, by API name (`…__c`).' })
  customFields?: Record<string, unknown> | null;
}

@InputType('ZuoraOrderChargeChangeInput', { description: 'The change of a charge, by its number or token.' })
export class ZuoraOrderChargeChangeInput implements ChargeChange {
  @Field(() => String, { nullable: true, description: 'Number of the charge.' })
  chargeNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'The token it was given earlier in the order.' })
  uniqueToken?: string | null;

  @Field(() => String, { nullable: true, description: 'Its new description.' })
  description?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'From which day; left out, from the contract date.' })
  effectiveDate?: string | null;

  @Field(() => ZuoraOrderPricingInput, { nullable: true, description: 'Its new price or quantity.' })
  pricing?: ZuoraOrderPricingInput | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Its custom fields, by API name (`…__c`).' })
  customFields?: Record<string, unknown> | null;
}
