import { Field, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../../../schema-kit/scalars.js';
import { CancelPolicyEnum, PeriodTypeEnum, ResumePolicyEnum, SuspendPolicyEnum } from './subscription.enums.js';
import { BillingFields } from './subscription.inputs.js';

@InputType('ZuoraSubscriptionCancelInput', { description: 'When a subscription ends.' })
export class ZuoraSubscriptionCancelInput extends BillingFields {
  @Field(() => CancelPolicyEnum, { description: 'What decides the day.' })
  policy!: 'END_OF_CURRENT_TERM' | 'END_OF_LAST_INVOICE_PERIOD' | 'SPECIFIC_DATE';

  @Field(() => DateScalar, { nullable: true, description: 'The day, for SPECIFIC_DATE alone.' })
  effectiveDate?: string | null;
}

@InputType('ZuoraSubscriptionRenewInput', { description: 'How a renewal is billed.' })
export class ZuoraSubscriptionRenewInput extends BillingFields {}

@InputType('ZuoraSubscriptionSuspendInput', { description: 'When a subscription pauses, and perhaps goes on.' })
export class ZuoraSubscriptionSuspendInput extends BillingFields {
  @Field(() => SuspendPolicyEnum, { description: 'What decides the day.' })
  policy!: 'TODAY' | 'END_OF_LAST_INVOICE_PERIOD' | 'FIXED_PERIODS_FROM_TODAY' | 'SPECIFIC_DATE';

  @Field(() => DateScalar, { nullable: true, description: 'The day, for SPECIFIC_DATE alone.' })
  suspendDate?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many periods, for the policies that count them.' })
  periods?: number | null;

  @Field(() => PeriodTypeEnum, { nullable: true, description: 'What the periods are.' })
  periodsType?: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it goes on by itself.' })
  resumeDate?: string | null;

  @Field(() => Int, { nullable: true, description: 'After how many periods it goes on by itself, without resumeDate.' })
  resumePeriods?: number | null;

  @Field(() => PeriodTypeEnum, { nullable: true, description: 'What resumePeriods counts.' })
  resumePeriodsType?: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the term grows by the pause, if it goes on by itself.',
  })
  extendsTerm?: boolean | null;
}

@InputType('ZuoraSubscriptionResumeInput', { description: 'When a suspended subscription goes on.' })
export class ZuoraSubscriptionResumeInput extends BillingFields {
  @Field(() => ResumePolicyEnum, { description: 'What decides the day.' })
  policy!: 'TODAY' | 'SUSPEND_DATE' | 'FIXED_PERIODS_FROM_SUSPEND_DATE' | 'FIXED_PERIODS_FROM_TODAY' | 'SPECIFIC_DATE';

  @Field(() => DateScalar, { nullable: true, description: 'The day, for SPECIFIC_DATE alone.' })
  resumeDate?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many periods, for the policies that count them.' })
  periods?: number | null;

  @Field(() => PeriodTypeEnum, { nullable: true, description: 'What the periods are.' })
  periodsType?: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the term grows by the pause.' })
  extendsTerm?: boolean | null;
}
