import { Field, ID, InputType, Int } from 'type-graphql';
import { MoneyInput } from '../../../schema-kit/money.type.js';
import { DateScalar, DateTimeScalar } from '../../../schema-kit/scalars.js';

@InputType({ description: 'Who an event is about.' })
abstract class PersonFields {
  @Field(() => ID, { nullable: true, description: 'A customer of this gateway; gives the email where none is given.' })
  customer?: string | null;

  @Field(() => String, { nullable: true, description: 'Email of the person.' })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The id that the person was given at sign-up; an id of a billing system links them to their customer.',
  })
  uid?: string | null;
}

@InputType({ description: 'What all events but a cancellation have in common.' })
abstract class EventFields extends PersonFields {
  @Field(() => Boolean, { nullable: true, description: 'Whether the promoter is spared the email about it.' })
  skipEmailNotification?: boolean | null;
}

@InputType('ReferralSignupTrackInput', { description: 'Somebody signed up through a promoter.' })
export class ReferralSignupTrackInput extends EventFields {
  @Field(() => String, { nullable: true, description: "The visitor's cookie `_fprom_tid`; this or promoterRefId." })
  visitorId?: string | null;

  @Field(() => String, { nullable: true, description: "The promoter's referral id; this or visitorId." })
  promoterRefId?: string | null;

  @Field(() => String, { nullable: true, description: 'IP address of the visitor, for fraud analysis.' })
  ip?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was; now without it.' })
  signedUpAt?: string | null;
}

const EVENT_ID = 'Your id of the event, at most 255 characters: an event of one id counts once, for ever.';

@InputType('ReferralSaleTrackInput', { description: 'A person who may have been referred bought something.' })
export class ReferralSaleTrackInput extends EventFields {
  @Field(() => String, { description: EVENT_ID })
  eventId!: string;

  @Field(() => MoneyInput, {
    description: 'What was paid: no finer than the cent, and than the unit for JPY and the like.',
  })
  amount!: MoneyInput;

  @Field(() => String, {
    nullable: true,
    description:
      'The price plan that was sold: its id or exact name in the system that has price plans, or a name that MAPPING_FILE ' +
      '(`salePlans`) leads to one. The account of the buyer is put under it: see `run`.',
  })
  plan?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The account that is put under the plan; without it the only one that the buyer has.',
  })
  accountId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'From when on it is under the plan; today without it.' })
  effectiveFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it is not any more; without end where there is none.',
  })
  effectiveUntil?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many were sold; 1 without it.' })
  quantity?: number | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Monthly recurring revenue that the sale brings.' })
  mrr?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'The promotion code that was used.' })
  promoCode?: string | null;

  @Field(() => String, { nullable: true, description: "The visitor's cookie `_fprom_tid`." })
  visitorId?: string | null;

  @Field(() => String, { nullable: true, description: "The promoter's referral id." })
  promoterRefId?: string | null;
}

@InputType('ReferralRefundTrackInput', { description: 'A sale was paid back, in part or in whole.' })
export class ReferralRefundTrackInput extends EventFields {
  @Field(() => String, { description: EVENT_ID })
  eventId!: string;

  @Field(() => String, { nullable: true, description: 'The event id of the sale.' })
  saleEventId?: string | null;

  @Field(() => MoneyInput, { description: 'What was paid back.' })
  amount!: MoneyInput;

  @Field(() => Int, { nullable: true, description: 'How many were given back; 1 without it.' })
  quantity?: number | null;
}

@InputType('ReferralCancellationTrackInput', { description: 'A person cancelled.' })
export class ReferralCancellationTrackInput extends PersonFields {}
