import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../../../schema-kit/scalars.js';
import type { ZuoraAmendment } from '../../subscriptions/amendment.js';

@ObjectType('ZuoraAmendment', {
  simpleResolvers: true,
  description: 'What made a version of a subscription out of the one before.',
})
export class ZuoraAmendmentType implements ZuoraAmendment {
  @Field(() => String, { description: "Zuora's id of the amendment." })
  zuoraId!: string;

  @Field(() => Int, { description: 'The version that was changed.' })
  ofVersion!: number;

  @Field(() => String, { nullable: true, description: 'Its number, for example `A-AM00000001`.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it did, for example `NewProduct`, `RemoveProduct`, `UpdateProduct`, `Renewal`, `Cancellation`.',
  })
  type!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a change of plans: `Upgrade`, `Downgrade` and so on.' })
  subType!: string | null;

  @Field(() => String, { nullable: true, description: 'For example `Completed`.' })
  status!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it takes effect by contract.' })
  contractEffectiveDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which the service is activated.' })
  serviceActivationDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which the customer accepts.' })
  customerAcceptanceDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it took effect.' })
  effectiveDate!: string | null;

  @Field(() => String, { nullable: true, description: 'What decided that day.' })
  effectivePolicy!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Of a change of terms: the first day of the term.' })
  termStartDate!: string | null;

  @Field(() => Int, { nullable: true, description: 'Of a change of terms: the length of the term.' })
  currentTerm!: number | null;

  @Field(() => String, { nullable: true, description: 'What it counts.' })
  currentTermPeriodType!: string | null;

  @Field(() => Int, { nullable: true, description: 'Of a change of terms: the length of the next terms.' })
  renewalTerm!: number | null;

  @Field(() => String, { nullable: true, description: 'What it counts.' })
  renewalTermPeriodType!: string | null;

  @Field(() => String, { nullable: true, description: 'The rate plan that joined or changed.' })
  newRatePlanId!: string | null;

  @Field(() => String, { nullable: true, description: 'The rate plan that left.' })
  removedRatePlanId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made.' })
  createdAt!: string | null;
}
