import { Field, InputType, Int } from 'type-graphql';
import { CurrencyCodeScalar, DateScalar } from '../../../../schema-kit/scalars.js';
import type { ActionInput, TermsChange, TermsInput } from '../../orders/request/action-inputs.js';
import { ZuoraPeriodTypeEnum, ZuoraRenewalSettingEnum, ZuoraTermTypeEnum } from './input-enums.js';
import { ZuoraOrderRatePlanInput } from './pricing.inputs.js';

type PeriodType = NonNullable<TermsInput['periodType']>;

@InputType('ZuoraOrderRenewalTermInput', { description: 'The length of a renewal.' })
class ZuoraOrderRenewalTermInput {
  @Field(() => Int, { description: 'How many periods.' })
  period!: number;

  @Field(() => ZuoraPeriodTypeEnum, { description: 'What the periods are.' })
  periodType!: PeriodType;
}

@InputType({ description: 'What terms have in common.' })
abstract class TermFields {
  @Field(() => Int, { nullable: true, description: 'Length of the term; needed for `TERMED`.' })
  period?: number | null;

  @Field(() => ZuoraPeriodTypeEnum, { nullable: true, description: 'What the length is counted in.' })
  periodType?: PeriodType | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the term; left out, the contract date.' })
  startDate?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it renews by itself.' })
  autoRenew?: boolean | null;

  @Field(() => ZuoraRenewalSettingEnum, { nullable: true, description: 'What follows the term.' })
  renewalSetting?: TermsInput['renewalSetting'];

  @Field(() => [ZuoraOrderRenewalTermInput], { nullable: true, description: 'The terms that follow.' })
  renewalTerms?: ZuoraOrderRenewalTermInput[] | null;
}

@InputType('ZuoraOrderTermsInput', { description: 'First term of a subscription, and how it renews.' })
export class ZuoraOrderTermsInput extends TermFields implements TermsInput {
  @Field(() => ZuoraTermTypeEnum, { description: 'Whether it ends by itself.' })
  termType!: TermsInput['termType'];
}

@InputType('ZuoraOrderTermsChangeInput', { description: 'Changes of the current term and of how it renews.' })
export class ZuoraOrderTermsChangeInput extends TermFields implements TermsChange {
  @Field(() => ZuoraTermTypeEnum, { nullable: true, description: 'Whether it ends by itself; left out, it stays.' })
  termType?: TermsInput['termType'] | null;
}

@InputType({ description: 'How a subscription is billed, where the tenant has Flexible Billing Attributes.' })
export abstract class BillingAttributes {
  @Field(() => String, { nullable: true, description: 'When its invoices are due, for example `Net 30`.' })
  paymentTerm?: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the contact that its invoices go to.' })
  billToContactId?: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the contact that it was sold to.' })
  soldToContactId?: string | null;
}

@InputType('ZuoraOrderSubscriptionCreationInput', { description: 'A subscription to be made.' })
export class ZuoraOrderSubscriptionCreationInput
  extends BillingAttributes
  implements NonNullable<ActionInput['createSubscription']>
{
  @Field(() => String, { nullable: true, description: 'The number it shall have; left out, Zuora gives it one.' })
  subscriptionNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the account that owns it; left out, the account of the order.',
  })
  ownerAccountNumber?: string | null;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: "Its currency; left out, the account's." })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks.' })
  notes?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it gets invoices of its own.' })
  invoiceSeparately?: boolean | null;

  @Field(() => ZuoraOrderTermsInput, { description: 'Its first term, and how it renews.' })
  terms!: ZuoraOrderTermsInput;

  @Field(() => [ZuoraOrderRatePlanInput], { description: 'What is subscribed to.' })
  ratePlans!: ZuoraOrderRatePlanInput[];
}
