import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Money } from '../../../kernel/money.js';
import { connectionType } from '../../../schema-kit/connection.js';
import { MoneyType } from '../../../schema-kit/money.type.js';
import { Node } from '../../../schema-kit/node.js';
import { DateScalar, DateTimeScalar } from '../../../schema-kit/scalars.js';
import type { ZuoraSubscription, ZuoraSubscriptionStatus } from '../model.js';
import { ZuoraRatePlanType } from './rate-plan.type.js';

export const ZuoraSubscriptionStatusEnum: Record<ZuoraSubscriptionStatus, ZuoraSubscriptionStatus> = {
  DRAFT: 'DRAFT',
  PENDING_ACTIVATION: 'PENDING_ACTIVATION',
  PENDING_ACCEPTANCE: 'PENDING_ACCEPTANCE',
  ACTIVE: 'ACTIVE',
  CANCELLED: 'CANCELLED',
  SUSPENDED: 'SUSPENDED',
  EXPIRED: 'EXPIRED',
  UNKNOWN: 'UNKNOWN',
};
registerEnumType(ZuoraSubscriptionStatusEnum, {
  name: 'ZuoraSubscriptionStatus',
  description: 'State of a Zuora subscription.',
  valuesConfig: {
    DRAFT: { description: 'Being written; has no contract date yet.' },
    PENDING_ACTIVATION: { description: 'Signed; waits for its service to be activated.' },
    PENDING_ACCEPTANCE: { description: 'Activated; waits for the customer to accept.' },
    ACTIVE: { description: 'Running.' },
    CANCELLED: { description: 'Ended before its term, or about to.' },
    SUSPENDED: { description: 'Paused: nothing is billed.' },
    EXPIRED: { description: 'Its term is over and was not renewed.' },
    UNKNOWN: { description: 'A state that this gateway does not know; `statusText` has it.' },
  },
});

@ObjectType('ZuoraSubscription', {
  implements: Node,
  simpleResolvers: true,
  description: 'The latest version of a subscription of Zuora Billing. All dates are billing days of the tenant.',
})
export class ZuoraSubscriptionType extends Node implements ZuoraSubscription {
  accountId!: string;

  @Field(() => String, { description: "Zuora's id of this version." })
  zuoraId!: string;

  @Field(() => String, { description: 'The number that stays the same over all versions.' })
  subscriptionNumber!: string;

  @Field(() => Int, { description: 'Version, from 1.' })
  version!: number;

  @Field(() => ZuoraSubscriptionStatusEnum, { description: 'State of the subscription.' })
  status!: ZuoraSubscriptionStatus;

  @Field(() => String, { nullable: true, description: 'The state as Zuora writes it.' })
  statusText!: string | null;

  @Field(() => String, { description: '`TERMED` or `EVERGREEN`; an evergreen one has no term end.' })
  termType!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the current term.' })
  termStartDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day after the current term; null for evergreen.' })
  termEndDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When the contract was signed.' })
  contractEffectiveDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When the service was switched on.' })
  serviceActivationDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When the customer accepted the service.' })
  customerAcceptanceDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the subscription.' })
  subscriptionStartDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day after the last; null while it goes on.' })
  subscriptionEndDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the cancellation.' })
  cancelledDate!: string | null;

  @Field(() => Int, { nullable: true, description: 'Length of the first term, in its period type.' })
  initialTerm!: number | null;

  @Field(() => String, { nullable: true, description: '`Month`, `Year`, `Day` or `Week`.' })
  initialTermPeriodType!: string | null;

  @Field(() => Int, { nullable: true, description: 'Length of a renewal term, in its period type.' })
  renewalTerm!: number | null;

  @Field(() => String, { nullable: true, description: '`Month`, `Year`, `Day` or `Week`.' })
  renewalTermPeriodType!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it renews by itself at the end of the term.' })
  autoRenew!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Remarks.' })
  notes!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'Monthly recurring revenue of the contract.' })
  contractedMrr!: Money | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When this version was created.' })
  createdAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When this version was last changed.' })
  updatedAt!: string | null;

  @Field(() => [ZuoraRatePlanType], { description: 'What was subscribed to; removed products are left out.' })
  ratePlans!: ZuoraRatePlanType[];
}

export const ZuoraSubscriptionConnection = connectionType('ZuoraSubscription', () => ZuoraSubscriptionType);
