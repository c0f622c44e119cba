import { Field, InputType, Int } from 'type-graphql';
import { DateScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import type { ActionInput } from '../../orders/request/action-inputs.js';
import {
  ZuoraCancellationPolicyEnum,
  ZuoraPeriodTypeEnum,
  ZuoraPlanChangePolicyEnum,
  ZuoraPlanChangeTypeEnum,
  ZuoraResumePolicyEnum,
  ZuoraSuspendPolicyEnum,
} from './input-enums.js';
import { ZuoraOrderChargeChangeInput, ZuoraOrderRatePlanInput } from './pricing.inputs.js';
import { BillingAttributes, ZuoraOrderSubscriptionCreationInput, ZuoraOrderTermsChangeInput } from './term.inputs.js';

type Action<K extends keyof ActionInput> = NonNullable<ActionInput[K]>;

@InputType({ description: 'Which rate plan of a subscription is meant.' })
abstract class RatePlanKeys {
  @Field(() => String, { nullable: true, description: 'Id of the rate plan of the subscription, of any version.' })
  ratePlanId?: string | null;

  @Field(() => String, { nullable: true, description: 'Its number in the subscription.' })
  subscriptionRatePlanNumber?: string | null;
}

@InputType('ZuoraOrderUpdateInput', { description: 'Changes of a rate plan, by its id, number or token.' })
class ZuoraOrderUpdateInput extends RatePlanKeys implements Action<'updateProduct'> {
  @Field(() => String, { nullable: true, description: 'The token it was given earlier in the order.' })
  uniqueToken?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it counts, if later changes are there already.' })
  specificUpdateDate?: string | null;

  @Field(() => [ZuoraOrderChargeChangeInput], { nullable: true, description: 'The charges that change.' })
  charges?: ZuoraOrderChargeChangeInput[] | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Custom fields of the rate plan, by API name (`…__c`).' })
  customFields?: Record<string, unknown> | null;
}

@InputType('ZuoraOrderRemovalInput', { description: 'A rate plan to be removed, by its id, number or token.' })
class ZuoraOrderRemovalInput extends RatePlanKeys implements Action<'removeProduct'> {
  @Field(() => String, { nullable: true, description: 'The token it was given earlier in the order.' })
  uniqueToken?: string | null;
}

@InputType('ZuoraOrderCancellationInput', { description: 'How a subscription ends.' })
class ZuoraOrderCancellationInput implements Action<'cancelSubscription'> {
  @Field(() => ZuoraCancellationPolicyEnum, { description: 'When.' })
  policy!: Action<'cancelSubscription'>['policy'];

  @Field(() => DateScalar, { nullable: true, description: 'The day, for `SPECIFIC_DATE` only.' })
  effectiveDate?: string | null;
}

@InputType('ZuoraOrderRenewalInput', {
  description: 'Begins the next term of a subscription. Everything in it may be left out.',
})
class ZuoraOrderRenewalInput extends BillingAttributes implements Action<'renewSubscription'> {}

@InputType({ description: 'When a pause begins or ends.' })
abstract class PauseFields {
  @Field(() => DateScalar, { nullable: true, description: 'The day, for `SPECIFIC_DATE` only.' })
  date?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many periods, for the policies that count them.' })
  periods?: number | null;

  @Field(() => ZuoraPeriodTypeEnum, { nullable: true, description: 'What the periods are.' })
  periodsType?: Action<'suspend'>['periodsType'];
}

@InputType('ZuoraOrderPauseInput', { description: 'How a subscription is paused.' })
class ZuoraOrderPauseInput extends PauseFields implements Action<'suspend'> {
  @Field(() => ZuoraSuspendPolicyEnum, { description: 'When the pause begins.' })
  policy!: Action<'suspend'>['policy'];
}

@InputType('ZuoraOrderResumptionInput', { description: 'How a pause ends.' })
class ZuoraOrderResumptionInput extends PauseFields implements Action<'resume'> {
  @Field(() => ZuoraResumePolicyEnum, { description: 'When the pause ends.' })
  policy!: Action<'resume'>['policy'];

  @Field(() => Boolean, { nullable: true, description: 'Whether the term gets longer by the pause.' })
  extendsTerm?: boolean | null;
}

@InputType('ZuoraOrderTermsAndConditionsInput', { description: 'Changes of how a subscription runs and is billed.' })
class ZuoraOrderTermsAndConditionsInput extends BillingAttributes implements Action<'termsAndConditions'> {
  @Field(() => ZuoraOrderTermsChangeInput, { nullable: true, description: 'Its term, and how it renews.' })
  terms?: ZuoraOrderTermsChangeInput | null;
}

@InputType('ZuoraOrderTransferInput', { description: 'To whom a subscription goes: owner, payer, or both.' })
class ZuoraOrderTransferInput implements Action<'ownerTransfer'> {
  @Field(() => String, { nullable: true, description: 'Number of the account that owns it from then on.' })
  accountNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the account that is invoiced from then on.' })
  invoiceAccountNumber?: string | null;
}

@InputType('ZuoraOrderPlanChangeInput', { description: 'Which rate plan is replaced by which.' })
class ZuoraOrderPlanChangeInput extends RatePlanKeys implements Action<'changePlan'> {
  @Field(() => String, { nullable: true, description: 'Id in the catalog of the rate plan that goes.' })
  productRatePlanId?: string | null;

  @Field(() => ZuoraPlanChangeTypeEnum, { nullable: true, description: 'What it counts as.' })
  subType?: Action<'changePlan'>['subType'];

  @Field(() => ZuoraPlanChangePolicyEnum, { nullable: true, description: 'When it counts.' })
  effectivePolicy?: Action<'changePlan'>['effectivePolicy'];

  @Field(() => Boolean, { nullable: true, description: 'Whether the bill cycle day becomes the day of the change.' })
  resetBillCycleDay?: boolean | null;

  @Field(() => ZuoraOrderRatePlanInput, { description: 'The rate plan that comes.' })
  newRatePlan!: ZuoraOrderRatePlanInput;
}

@InputType('ZuoraOrderActionInput', {
  description: 'One step of an order: just one of the fields from `createSubscription` to `changePlan` is given.',
})
export class ZuoraOrderActionInput implements ActionInput {
  @Field(() => ZuoraOrderSubscriptionCreationInput, { nullable: true, description: 'Makes the subscription.' })
  createSubscription?: ZuoraOrderSubscriptionCreationInput | null;

  @Field(() => ZuoraOrderRatePlanInput, { nullable: true, description: 'Adds a rate plan.' })
  addProduct?: ZuoraOrderRatePlanInput | null;

  @Field(() => ZuoraOrderUpdateInput, { nullable: true, description: 'Changes charges of a rate plan.' })
  updateProduct?: ZuoraOrderUpdateInput | null;

  @Field(() => ZuoraOrderRemovalInput, { nullable: true, description: 'Removes a rate plan.' })
  removeProduct?: ZuoraOrderRemovalInput | null;

  @Field(() => ZuoraOrderCancellationInput, { nullable: true, description: 'Ends the subscription.' })
  cancelSubscription?: ZuoraOrderCancellationInput | null;

  @Field(() => ZuoraOrderRenewalInput, { nullable: true, description: 'Begins the next term: `{}` will do.' })
  renewSubscription?: ZuoraOrderRenewalInput | null;

  @Field(() => ZuoraOrderPauseInput, { nullable: true, description: 'Pauses the subscription.' })
  suspend?: ZuoraOrderPauseInput | null;

  @Field(() => ZuoraOrderResumptionInput, { nullable: true, description: 'Ends a pause.' })
  resume?: ZuoraOrderResumptionInput | null;

  @Field(() => ZuoraOrderTermsAndConditionsInput, { nullable: true, description: 'Changes its terms.' })
  termsAndConditions?: ZuoraOrderTermsAndConditionsInput | null;

  @Field(() => ZuoraOrderTransferInput, { nullable: true, description: 'Gives it to another account.' })
  ownerTransfer?: ZuoraOrderTransferInput | null;

  @Field(() => ZuoraOrderPlanChangeInput, { nullable: true, description: 'Replaces a rate plan by another.' })
  changePlan?: ZuoraOrderPlanChangeInput | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the change of the contract counts; left out, the order date.',
  })
  contractEffectiveDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When the service is switched on.' })
  serviceActivationDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When the customer accepts it.' })
  customerAcceptanceDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Why, in words for people.' })
  changeReason?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Custom fields of the action, by API name (`…__c`).' })
  customFields?: Record<string, unknown> | null;
}
