import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Money } from '../../../kernel/money.js';
import { MoneyType } from '../../../schema-kit/money.type.js';
import { Node } from '../../../schema-kit/node.js';
import { DateTimeScalar } from '../../../schema-kit/scalars.js';
import type { Referral, ReferralCommission, ReferralPromoter, TrackingOutcome } from '../model.js';

@ObjectType('ReferralPromoter', { simpleResolvers: true, description: 'Who referred somebody.' })
class ReferralPromoterType implements ReferralPromoter {
  @Field(() => String, { description: "FirstPromoter's id of the promoter." })
  promoterId!: string;

  @Field(() => String, { nullable: true, description: 'Email of the promoter.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the promoter, where the call told it.' })
  name!: string | null;
}

@ObjectType('Referral', {
  implements: Node,
  simpleResolvers: true,
  description: 'Somebody who came through a promoter, as FirstPromoter last told it.',
})
export class ReferralType extends Node implements Omit<Referral, 'references'> {
  @Field(() => String, { description: "FirstPromoter's id of the referral." })
  referralId!: string;

  @Field(() => String, { nullable: true, description: 'Email that the person signed up with.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'The id that the person was given at sign-up.' })
  uid!: string | null;

  @Field(() => String, { nullable: true, description: "FirstPromoter's word for the state, for example `active`." })
  state!: string | null;

  @Field(() => ReferralPromoterType, { nullable: true, description: 'Who referred; null until a commission tells.' })
  promoter!: ReferralPromoter | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the person cancelled.' })
  cancelledAt!: string | null;
}

@ObjectType('ReferralCommission', { simpleResolvers: true, description: 'What a promoter gets for an event.' })
export class ReferralCommissionType implements ReferralCommission {
  @Field(() => String, { description: "FirstPromoter's id of the commission." })
  commissionId!: string;

  @Field(() => String, { nullable: true, description: "FirstPromoter's word for the state, for example `approved`." })
  status!: string | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'In the currency of the FirstPromoter account; negative for a refund, null where it is not money.',
  })
  amount!: Money | null;

  @Field(() => String, { nullable: true, description: 'The number of units where it is not money.' })
  units!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is paid in, for example `cash` or `points`.' })
  unit!: string | null;
}

const OUTCOMES: Record<TrackingOutcome, TrackingOutcome> = {
  TRACKED: 'TRACKED',
  ALREADY_TRACKED: 'ALREADY_TRACKED',
  NOT_REFERRED: 'NOT_REFERRED',
  NOTHING_TO_DO: 'NOTHING_TO_DO',
};
registerEnumType(OUTCOMES, {
  name: 'ReferralTrackingOutcome',
  description: 'What FirstPromoter made of an event.',
  valuesConfig: {
    TRACKED: { description: 'Recorded now.' },
    ALREADY_TRACKED: { description: 'Recorded before, which is just as well.' },
    NOT_REFERRED: { description: 'Nobody referred this person: normal, and no failure.' },
    NOTHING_TO_DO: { description: 'There was nothing to take back.' },
  },
});
export const TrackingOutcomeEnum = OUTCOMES;
