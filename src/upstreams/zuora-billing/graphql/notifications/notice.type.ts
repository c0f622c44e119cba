import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../../../schema-kit/node.js';
import { DateTimeScalar } from '../../../../schema-kit/scalars.js';

/** What templates and definitions have in common. */
@ObjectType({ simpleResolvers: true })
export abstract class NoticeType extends Node {
  @Field(() => String, { description: "Zuora's id." })
  zuoraId!: string;

  @Field(() => String, { description: 'Its name, unique among its kind.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Remarks.' })
  description!: string | null;

  @Field(() => Boolean, { description: 'Whether it is in use.' })
  active!: boolean;

  @Field(() => String, { nullable: true, description: 'The event that it is for, by its name.' })
  eventTypeName!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Whose event: `user.notification` for those of the tenant, `com.zuora.notification` for those of Zuora.',
  })
  eventTypeNamespace!: string | null;

  @Field(() => String, { nullable: true, description: "Zuora's id of the user who made it." })
  createdBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made.' })
  createdAt!: string | null;

  @Field(() => String, { nullable: true, description: "Zuora's id of the user who last changed it." })
  updatedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last changed.' })
  updatedAt!: string | null;
}
