import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../../../../schema-kit/connection.js';
import { DateTimeScalar } from '../../../../schema-kit/scalars.js';
import type { TogaiAddOn, TogaiFeature } from '../../model.js';
import type { TogaiUsageMeter } from '../../usage/model.js';

@ObjectType('TogaiUsageMeter', { simpleResolvers: true, description: 'How events become a quantity that has a price.' })
class TogaiUsageMeterType implements TogaiUsageMeter {
  @Field(() => String, { description: "Togai's id of the meter." })
  togaiId!: string;

  @Field(() => String, { description: 'Name, by which usage is asked for.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What invoices call it.' })
  displayName!: string | null;

  @Field(() => String, { nullable: true, description: 'What it measures.' })
  description!: string | null;

  @Field(() => String, {
    description: '`DRAFT`, `ACTIVE`, `INACTIVE` or `ARCHIVED`; what Togai adds later comes as it is written there.',
  })
  status!: string;

  @Field(() => String, { nullable: true, description: '`COUNT` of the events or `SUM` of a number in them.' })
  aggregation!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was created.' })
  createdAt!: string | null;
}

@ObjectType('TogaiAddOn', { simpleResolvers: true, description: 'Something with a price that is not usage.' })
class TogaiAddOnType implements TogaiAddOn {
  @Field(() => String, { description: "Togai's id of the add-on." })
  togaiId!: string;

  @Field(() => String, { description: 'Name of the add-on.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What invoices call it.' })
  displayName!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '`FIXED_FEE`, `LICENSE`, `NAMED_LICENSE` or `CREDIT_GRANT`; what Togai adds later comes as it is written there.',
  })
  type!: string | null;

  @Field(() => String, { description: '`ACTIVE` or `ARCHIVED`; what Togai adds later comes as it is written there.' })
  status!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was created.' })
  createdAt!: string | null;
}

@ObjectType('TogaiFeature', { simpleResolvers: true, description: 'Something that accounts are entitled to.' })
class TogaiFeatureType implements TogaiFeature {
  @Field(() => String, { description: "Togai's id of the feature." })
  togaiId!: string;

  @Field(() => String, { description: 'Name of the feature.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What invoices call it.' })
  displayName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was created.' })
  createdAt!: string | null;
}

export const TogaiUsageMeterConnection = connectionType('TogaiUsageMeter', () => TogaiUsageMeterType);
export const TogaiAddOnConnection = connectionType('TogaiAddOn', () => TogaiAddOnType);
export const TogaiFeatureConnection = connectionType('TogaiFeature', () => TogaiFeatureType);
