import { Field, InputType, Int } from 'type-graphql';
import { CurrencyCodeScalar, DateScalar, JsonScalar } from '../../../../../schema-kit/scalars.js';

export const CUSTOM_FIELDS = 'Custom fields by their API name, `{ "Region__c": "EMEA" }`; null empties one.';

@InputType({ description: 'What new and changed products have in common.' })
abstract class ProductFields {
  @Field(() => String, { nullable: true, description: 'The unique SKU, at most 50 characters; Zuora makes one up.' })
  sku?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The unique number, at most 100 characters; Zuora makes one up.',
  })
  productNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Category, for example `Base Products`.' })
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is, at most 500 characters.' })
  description?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether subscriptions may add and remove features.' })
  allowFeatureChanges?: boolean | null;

  @Field(() => JsonScalar, { nullable: true, description: CUSTOM_FIELDS })
  customFields?: Record<string, unknown> | null;
}

@InputType('ZuoraProductCreateInput', { description: 'A new product of the catalog.' })
export class ZuoraProductCreateInput extends ProductFields {
  @Field(() => String, { description: 'Its name, at most 100 characters.' })
  name!: string;

  @Field(() => DateScalar, { description: 'First day on which it can be subscribed to.' })
  effectiveStartDate!: string;

  @Field(() => DateScalar, { description: 'The day from which it cannot be subscribed to any more.' })
  effectiveEndDate!: string;
}

@InputType('ZuoraProductUpdateInput', {
  description: 'What to change of a product: what is left out is left alone, null empties category and description.',
})
export class ZuoraProductUpdateInput extends ProductFields {
  @Field(() => String, { nullable: true, description: 'Its name, at most 100 characters.' })
  name?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it can be subscribed to.' })
  effectiveStartDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which it cannot be subscribed to any more.' })
  effectiveEndDate?: string | null;
}

@InputType({ description: 'What new and changed rate plans of the catalog have in common.' })
abstract class RatePlanFields {
  @Field(() => String, {
    nullable: true,
    description: 'The unique number, at most 100 characters; Zuora makes one up.',
  })
  productRatePlanNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is, at most 500 characters.' })
  description?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it can be subscribed to.' })
  effectiveStartDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which it cannot be subscribed to any more.' })
  effectiveEndDate?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its rank among the plans of the product, from 1; for upgrades and downgrades.',
  })
  grade?: number | null;

  @Field(() => [CurrencyCodeScalar], {
    nullable: true,
    description:
      'All currencies that it can be sold in. Zuora takes at most four differences from those of today a call.',
  })
  activeCurrencies?: string[] | null;

  @Field(() => JsonScalar, { nullable: true, description: CUSTOM_FIELDS })
  customFields?: Record<string, unknown> | null;
}

@InputType('ZuoraProductRatePlanCreateInput', { description: 'A new rate plan of a product.' })
export class ZuoraProductRatePlanCreateInput extends RatePlanFields {
  @Field(() => String, { description: "Zuora's id of the product." })
  productId!: string;

  @Field(() => String, { description: 'Its name, unique within the product, at most 255 characters.' })
  name!: string;
}

@InputType('ZuoraProductRatePlanUpdateInput', {
  description: 'What to change of a rate plan: what is left out is left alone, null empties the description.',
})
export class ZuoraProductRatePlanUpdateInput extends RatePlanFields {
  @Field(() => String, { nullable: true, description: 'Its name, unique within the product, at most 255 characters.' })
  name?: string | null;
}
