import { Field, ObjectType } from 'type-graphql';
import { CurrencyCodeScalar, DateScalar, DateTimeScalar } from '../../../../schema-kit/scalars.js';
import type { MetricRow } from '../../metrics/model.js';

@ObjectType({ simpleResolvers: true })
export abstract class MetricRowType implements MetricRow {
  @Field(() => String, { description: "Zuora's id of the row: a later row of the same id replaces it." })
  zuoraId!: string;

  @Field(() => Boolean, {
    description: 'Whether the row does not count any more: take what it said before out of your sums.',
  })
  deleted!: boolean;

  @Field(() => String, { nullable: true, description: 'Number of the charge, `C-00000001`.' })
  chargeNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the subscription.' })
  subscriptionNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the account that owns the subscription.' })
  subscriptionOwnerAccountNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the account that pays for it.' })
  invoiceOwnerAccountNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the charge.' })
  ratePlanChargeId!: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the product in the catalog.' })
  productId!: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the rate plan in the catalog.' })
  productRatePlanId!: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the charge in the catalog.' })
  productRatePlanChargeId!: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the amendment that brought it about.' })
  amendmentId!: string | null;

  @Field(() => String, { nullable: true, description: 'Kind of that amendment, for example `NewProduct`.' })
  amendmentType!: string | null;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Currency of the amounts.' })
  currency!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day that the amounts are about.' })
  startDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day that they are not about; null without an end.' })
  endDate!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When Zuora worked it out first.' })
  createdAt!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When Zuora changed it last: what `from` and `to` ask for.',
  })
  updatedAt!: string | null;
}
