import { Field, InputType, Int, registerEnumType } from 'type-graphql';
import { DateScalar, DecimalScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import type {
  OrderInput,
  OrderSubscription,
  PreviewOptions,
  ProcessingInput,
} from '../../orders/request/order-inputs.js';
import { ZuoraOrderAccountInput } from './order-account.input.js';
import { ZuoraOrderActionInput } from './order-action.inputs.js';

const ZuoraOrderCategoryEnum = { NEW_SALES: 'NewSales', RETURN: 'Return' } as const;
registerEnumType(ZuoraOrderCategoryEnum, {
  name: 'ZuoraOrderCategory',
  description: 'What an order is for.',
  valuesConfig: { NEW_SALES: { description: 'A sale.' }, RETURN: { description: 'A return.' } },
});

const ZuoraPreviewTypeEnum = {
  BILLING_DOCUMENTS: 'BillingDocs',
  CHARGE_METRICS: 'ChargeMetrics',
  DELTA_METRICS: 'OrderDeltaMetrics',
} as const;
registerEnumType(ZuoraPreviewTypeEnum, {
  name: 'ZuoraOrderPreviewType',
  description: 'What a preview is to show.',
  valuesConfig: {
    BILLING_DOCUMENTS: { description: 'Invoices and credit memos.' },
    CHARGE_METRICS: { description: 'Figures of each charge.' },
    DELTA_METRICS: { description: 'How the figures change over time.' },
  },
});

const ZuoraPreviewThroughEnum = {
  SPECIFIC_DATE: 'SpecificDate',
  TERM_END: 'TermEnd',
  NUMBER_OF_PERIODS: 'NumberOfPeriods',
} as const;
registerEnumType(ZuoraPreviewThroughEnum, {
  name: 'ZuoraOrderPreviewThrough',
  description: 'How far a preview looks ahead.',
  valuesConfig: {
    SPECIFIC_DATE: { description: 'To `date`.' },
    TERM_END: { description: 'To the end of the term.' },
    NUMBER_OF_PERIODS: { description: 'So many billing periods.' },
  },
});

@InputType('ZuoraOrderSubscriptionInput', { description: 'What is done to one subscription.' })
class ZuoraOrderSubscriptionInput implements OrderSubscription {
  @Field(() => String, { nullable: true, description: 'Number of the subscription; left out for a new one.' })
  subscriptionNumber?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Custom fields of the subscription, by API name (`…__c`).' })
  customFields?: Record<string, unknown> | null;

  @Field(() => [ZuoraOrderActionInput], { description: 'What is done, in this order.' })
  actions!: ZuoraOrderActionInput[];
}

@InputType('ZuoraOrderProcessingInput', { description: 'What happens right after the order was made.' })
class ZuoraOrderProcessingInput implements ProcessingInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether to invoice.' })
  runBilling?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'Up to which day to invoice.' })
  targetDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The date on the invoice.' })
  documentDate?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the invoice stays a draft.' })
  generateDraftInvoice?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether to collect the payment; needs `runBilling`.' })
  collectPayment?: boolean | null;

  @Field(() => String, { nullable: true, description: "Id of the payment method; left out, the account's default." })
  paymentMethodId?: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the payment gateway; left out, the default.' })
  paymentGatewayId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether to use credit memos and unapplied payments first.' })
  applyCredit?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether to use the credit balance of the account first.' })
  applyCreditBalance?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether to refund after a cancellation.' })
  refund?: boolean | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much to refund.' })
  refundAmount?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the reason for the refund.' })
  refundReasonCode?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether to write off what is still open after the refund.' })
  writeOff?: boolean | null;
}

@InputType('ZuoraOrderCreateInput', {
  description:
    'A new order. More than 50 subscriptions or actions are made by a job of Zuora; more than 300 are refused.',
})
export class ZuoraOrderCreateInput implements OrderInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The number it shall have. Left out, it gets one of its own, by which it is found if an answer is lost.',
  })
  orderNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the account that is invoiced, if there is one.' })
  accountNumber?: string | null;

  @Field(() => ZuoraOrderAccountInput, {
    nullable: true,
    description: 'The account that is invoiced, if the order is to make it: all of the order is done or nothing.',
  })
  newAccount?: ZuoraOrderAccountInput | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it was signed: the contract date of actions without one; left out, today.',
  })
  orderDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks, at most 500 characters.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the reason, from the billing settings of the tenant.' })
  reasonCode?: string | null;

  @Field(() => ZuoraOrderCategoryEnum, { nullable: true, description: 'What it is for; left out, a sale.' })
  category?: OrderInput['category'];

  @Field(() => JsonScalar, { nullable: true, description: 'Custom fields of the order, by API name (`…__c`).' })
  customFields?: Record<string, unknown> | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether to write it down only: `zuoraOrderActivate` does it later.',
  })
  draft?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which to do it; left out, at once.' })
  scheduledDate?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a job of Zuora makes it, however small it is.' })
  asynchronous?: boolean | null;

  @Field(() => ZuoraOrderProcessingInput, { nullable: true, description: 'Invoice and payment.' })
  processing?: ZuoraOrderProcessingInput | null;

  @Field(() => [ZuoraOrderSubscriptionInput], { description: 'What is done, subscription by subscription.' })
  subscriptions!: ZuoraOrderSubscriptionInput[];
}

@InputType('ZuoraOrderPreviewOptionsInput', { description: 'What a preview of an order shows.' })
export class ZuoraOrderPreviewOptionsInput implements PreviewOptions {
  @Field(() => [ZuoraPreviewTypeEnum], {
    defaultValue: ['BillingDocs', 'ChargeMetrics'],
    description: 'What to show.',
  })
  types!: PreviewOptions['types'];

  @Field(() => ZuoraPreviewThroughEnum, { defaultValue: 'NumberOfPeriods', description: 'How far to look ahead.' })
  through!: PreviewOptions['through'];

  @Field(() => DateScalar, { nullable: true, description: 'The last day, for `SPECIFIC_DATE` only.' })
  date?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many billing periods; left out, one.' })
  periods?: number | null;
}
