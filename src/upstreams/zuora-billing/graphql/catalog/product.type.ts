import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../../../../schema-kit/connection.js';
import { Node } from '../../../../schema-kit/node.js';
import { DateScalar, DateTimeScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import type { ZuoraProduct, ZuoraProductRatePlan, ZuoraProductRatePlanCharge } from '../../catalog/model.js';
import { ZuoraProductRatePlanChargeType } from './product-charge.type.js';

@ObjectType({ simpleResolvers: true })
abstract class CatalogEntry extends Node {
  @Field(() => String, { description: "Zuora's id." })
  zuoraId!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it is.' })
  description!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it can be subscribed to.' })
  effectiveStartDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day from which it cannot be subscribed to any more.' })
  effectiveEndDate!: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Custom fields that have a value, by their API names.' })
  customFields!: Readonly<Record<string, unknown>> | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made.' })
  createdAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was changed last.' })
  updatedAt!: string | null;
}

@ObjectType('ZuoraProductRatePlan', {
  implements: Node,
  simpleResolvers: true,
  description: 'A rate plan of the catalog: a set of charges that is subscribed to as one.',
})
export class ZuoraProductRatePlanType extends CatalogEntry implements ZuoraProductRatePlan {
  readonly productId!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the plan, `PRP-00000001`.' })
  productRatePlanNumber!: string | null;

  @Field(() => [ZuoraProductRatePlanChargeType], { description: 'Its prices, in the order in which they were made.' })
  charges!: readonly ZuoraProductRatePlanCharge[];
}

@ObjectType('ZuoraProduct', {
  implements: Node,
  simpleResolvers: true,
  description: 'A product of the catalog with everything that is sold of it.',
})
export class ZuoraProductType extends CatalogEntry implements ZuoraProduct {
  @Field(() => String, { nullable: true, description: 'The unique SKU.' })
  sku!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the product, `PC-00000001`.' })
  productNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Category, for example `Base Products`.' })
  category!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether subscriptions may add and remove features.' })
  allowFeatureChanges!: boolean | null;

  @Field(() => [ZuoraProductRatePlanType], { description: 'Its rate plans, in the order in which they were made.' })
  ratePlans!: readonly ZuoraProductRatePlan[];
}

export const ZuoraProductConnection = connectionType<ZuoraProduct>('ZuoraProduct', () => ZuoraProductType);
