import { Field, ObjectType } from 'type-graphql';
import { Personal } from '../../../schema-kit/access.js';
import { Node } from '../../../schema-kit/node.js';
import { DateTimeScalar } from '../../../schema-kit/scalars.js';
import type { TogaiCustomer } from '../model.js';

@ObjectType('TogaiCustomer', { implements: Node, simpleResolvers: true, description: 'A customer of Togai.' })
export class TogaiCustomerType extends Node implements TogaiCustomer {
  @Field(() => String, { description: "The company's own id of the customer in Togai." })
  togaiId!: string;

  @Field(() => String, { nullable: true, description: 'The id that Togai itself gave.' })
  togaiUid!: string | null;

  @Field(() => String, { description: 'Name of the customer.' })
  name!: string;

  @Personal()
  @Field(() => String, { nullable: true, description: 'Email for billing.' })
  primaryEmail!: string | null;

  @Field(() => String, { description: '`ACTIVE` or `ARCHIVED`; what Togai adds later comes as it is written there.' })
  status!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the customer was created.' })
  createdAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the customer was last changed.' })
  updatedAt!: string | null;
}
