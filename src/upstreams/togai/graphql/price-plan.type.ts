import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../../../schema-kit/connection.js';
import { Node } from '../../../schema-kit/node.js';
import { CurrencyCodeScalar, DateScalar, DateTimeScalar } from '../../../schema-kit/scalars.js';
import type { TogaiPricePlan, TogaiPricePlanAssociation } from '../model.js';

@ObjectType('TogaiPricePlan', {
  implements: Node,
  simpleResolvers: true,
  description: 'A price plan of Togai, of either generation.',
})
export class TogaiPricePlanType extends Node implements TogaiPricePlan {
  generation!: 1 | 2;

  @Field(() => String, { description: "Togai's id of the plan." })
  togaiId!: string;

  @Field(() => String, { description: 'Name of the plan.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the plan is for.' })
  description!: string | null;

  @Field(() => Int, { nullable: true, description: 'Version, from 1.' })
  version!: number | null;

  @Field(() => String, {
    description: '`DRAFT`, `ACTIVE` or `ARCHIVED`; what Togai adds later comes as it is written there.',
  })
  status!: string;

  @Field(() => String, {
    nullable: true,
    description: '`BILLING` for a plan over time, `PURCHASE` for one bought once.',
  })
  type!: string | null;

  @Field(() => [CurrencyCodeScalar], { description: 'The currencies that it has prices in.' })
  currencies!: string[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the plan was created.' })
  createdAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the plan was last changed.' })
  updatedAt!: string | null;
}

export const TogaiPricePlanConnection = connectionType('TogaiPricePlan', () => TogaiPricePlanType);

@ObjectType('TogaiPricePlanAssociation', {
  simpleResolvers: true,
  description: 'A stretch of time in which an account is charged by a price plan.',
})
export class TogaiPricePlanAssociationType implements TogaiPricePlanAssociation {
  pricePlanId!: string;

  @Field(() => String, { description: "Togai's id of the schedule that the association is a part of." })
  scheduleId!: string;

  @Field(() => DateScalar, { description: 'First billing day.' })
  effectiveFrom!: string;

  @Field(() => DateScalar, {
    description: 'The billing day on which it ends; a day in 9999 means: until further notice.',
  })
  effectiveUntil!: string;
}
