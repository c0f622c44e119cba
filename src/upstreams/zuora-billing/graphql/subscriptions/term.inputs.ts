import { Field, InputType } from 'type-graphql';
import { DateScalar } from '../../../../schema-kit/scalars.js';
import { CancelPolicyEnum, ResumePolicyEnum, SuspendPolicyEnum } from './subscription.enums.js';
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
  policy!: 'TODAY' | 'END_OF_LAST_INVOICE_PERIOD' | 'SPECIFIC_DATE';

  @Field(() => DateScalar, { nullable: true, description: 'The day, for SPECIFIC_DATE alone.' })
  suspendDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it goes on by itself.' })
  resumeDate?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the term grows by the pause; with resumeDate.' })
  extendsTerm?: boolean | null;
}

@InputType('ZuoraSubscriptionResumeInput', { description: 'When a suspended subscription goes on.' })
export class ZuoraSubscriptionResumeInput extends BillingFields {
  @Field(() => ResumePolicyEnum, { description: 'What decides the day.' })
  policy!: 'TODAY' | 'SPECIFIC_DATE';

  @Field(() => DateScalar, { nullable: true, description: 'The day, for SPECIFIC_DATE alone.' })
  resumeDate?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the term grows by the pause.' })
  extendsTerm?: boolean | null;
}
