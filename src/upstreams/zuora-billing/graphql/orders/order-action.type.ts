import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import type {
  OrderedCancellation,
  OrderedPause,
  OrderedPlanChange,
  OrderedRemoval,
  OrderedResumption,
  OrderedTransfer,
  ZuoraOrderAction,
  ZuoraOrderActionKind,
} from '../../orders/model.js';
import { ZuoraOrderActionKindEnum } from './order-enums.js';
import {
  ZuoraOrderRatePlanType,
  ZuoraOrderSubscriptionCreationType,
  ZuoraOrderTermsType,
  ZuoraOrderUpdateType,
} from './ordered-product.type.js';

const POLICY_DATE = 'The day that the policy comes to.';

@ObjectType('ZuoraOrderRemoval', { simpleResolvers: true, description: 'A rate plan that an order removes.' })
class ZuoraOrderRemovalType implements OrderedRemoval {
  @Field(() => String, { nullable: true, description: 'Id of the rate plan of the subscription.' })
  ratePlanId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its number in the subscription.' })
  subscriptionRatePlanNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'The token it was given when it was ordered.' })
  uniqueToken!: string | null;
}

@ObjectType('ZuoraOrderCancellation', { simpleResolvers: true, description: 'How an order ends a subscription.' })
class ZuoraOrderCancellationType implements OrderedCancellation {
  @Field(() => String, {
    nullable: true,
    description: '`EndOfCurrentTerm`, `EndOfLastInvoicePeriod` or `SpecificDate`.',
  })
  policy!: string | null;

  @Field(() => DateScalar, { nullable: true, description: POLICY_DATE })
  effectiveDate!: string | null;
}

@ObjectType('ZuoraOrderPause', { simpleResolvers: true, description: 'How an order pauses a subscription.' })
class ZuoraOrderPauseType implements OrderedPause {
  @Field(() => String, {
    nullable: true,
    description: '`Today`, `EndOfLastInvoicePeriod`, `FixedPeriodsFromToday` or `SpecificDate`.',
  })
  policy!: string | null;

  @Field(() => DateScalar, { nullable: true, description: POLICY_DATE })
  date!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many periods from today.' })
  periods!: number | null;

  @Field(() => String, { nullable: true, description: '`Day`, `Week`, `Month` or `Year`.' })
  periodsType!: string | null;
}

@ObjectType('ZuoraOrderResumption', { simpleResolvers: true, description: 'How an order ends a pause.' })
class ZuoraOrderResumptionType implements OrderedResumption {
  @Field(() => String, {
    nullable: true,
    description: '`Today`, `FixedPeriodsFromSuspendDate`, `FixedPeriodsFromToday`, `SpecificDate` or `SuspendDate`.',
  })
  policy!: string | null;

  @Field(() => DateScalar, { nullable: true, description: POLICY_DATE })
  date!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many periods.' })
  periods!: number | null;

  @Field(() => String, { nullable: true, description: '`Day`, `Week`, `Month` or `Year`.' })
  periodsType!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the term gets longer by the pause.' })
  extendsTerm!: boolean | null;
}

@ObjectType('ZuoraOrderTransfer', { simpleResolvers: true, description: 'To whom an order gives a subscription.' })
class ZuoraOrderTransferType implements OrderedTransfer {
  @Field(() => String, { nullable: true, description: 'Number of the account that owns it from then on.' })
  accountNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the account that is invoiced from then on.' })
  invoiceAccountNumber!: string | null;
}

@ObjectType('ZuoraOrderPlanChange', { simpleResolvers: true, description: 'Which rate plan an order replaces.' })
class ZuoraOrderPlanChangeType implements OrderedPlanChange {
  @Field(() => String, { nullable: true, description: 'Id of the rate plan that goes.' })
  ratePlanId!: string | null;

  @Field(() => String, { nullable: true, description: 'Number in the subscription of the rate plan that goes.' })
  subscriptionRatePlanNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Id in the catalog of the rate plan that goes.' })
  productRatePlanId!: string | null;

  @Field(() => String, { nullable: true, description: '`Upgrade`, `Downgrade`, `Crossgrade` or `PlanChanged`.' })
  subType!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '`EffectiveImmediately`, `EffectiveEndOfBillingPeriod` or `SpecificDate`.',
  })
  effectivePolicy!: string | null;

  @Field(() => ZuoraOrderRatePlanType, { nullable: true, description: 'The rate plan that comes.' })
  newRatePlan!: ZuoraOrderRatePlanType | null;
}

@ObjectType('ZuoraOrderAction', {
  simpleResolvers: true,
  description: 'One step of an order. The field that is called like its kind has the details; a renewal has none.',
})
export class ZuoraOrderActionType implements ZuoraOrderAction {
  @Field(() => String, { nullable: true, description: "Zuora's id of the action." })
  zuoraId!: string | null;

  @Field(() => ZuoraOrderActionKindEnum, { description: 'What it does.' })
  kind!: ZuoraOrderActionKind;

  @Field(() => String, { nullable: true, description: 'The kind as Zuora writes it.' })
  kindText!: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place among the actions for the subscription.' })
  sequence!: number | null;

  @Field(() => String, { nullable: true, description: 'Why, in words for people.' })
  changeReason!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When the change of the contract counts.' })
  contractEffectiveDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When the service is switched on.' })
  serviceActivationDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When the customer accepts it.' })
  customerAcceptanceDate!: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Custom fields of the action, by API name.' })
  customFields!: Readonly<Record<string, unknown>> | null;

  @Field(() => ZuoraOrderSubscriptionCreationType, { nullable: true, description: 'The new subscription.' })
  createSubscription!: ZuoraOrderSubscriptionCreationType | null;

  @Field(() => ZuoraOrderRatePlanType, { nullable: true, description: 'The rate plan that is added.' })
  addProduct!: ZuoraOrderRatePlanType | null;

  @Field(() => ZuoraOrderUpdateType, { nullable: true, description: 'The rate plan that is changed.' })
  updateProduct!: ZuoraOrderUpdateType | null;

  @Field(() => ZuoraOrderRemovalType, { nullable: true, description: 'The rate plan that is removed.' })
  removeProduct!: ZuoraOrderRemovalType | null;

  @Field(() => ZuoraOrderCancellationType, { nullable: true, description: 'How the subscription ends.' })
  cancelSubscription!: ZuoraOrderCancellationType | null;

  @Field(() => ZuoraOrderPauseType, { nullable: true, description: 'How the subscription is paused.' })
  suspend!: ZuoraOrderPauseType | null;

  @Field(() => ZuoraOrderResumptionType, { nullable: true, description: 'How the pause ends.' })
  resume!: ZuoraOrderResumptionType | null;

  @Field(() => ZuoraOrderTermsType, { nullable: true, description: 'The new term and how it renews.' })
  termsAndConditions!: ZuoraOrderTermsType | null;

  @Field(() => ZuoraOrderTransferType, { nullable: true, description: 'To whom the subscription goes.' })
  ownerTransfer!: ZuoraOrderTransferType | null;

  @Field(() => ZuoraOrderPlanChangeType, { nullable: true, description: 'Which rate plan is replaced by which.' })
  changePlan!: ZuoraOrderPlanChangeType | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'The details as Zuora writes them; of a kind that is not known, the whole action.',
  })
  details!: unknown;
}
