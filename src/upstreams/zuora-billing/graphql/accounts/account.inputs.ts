import { Field, InputType, Int } from 'type-graphql';
import { CurrencyCodeScalar, DateScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import type { PaymentMethodInput } from '../../accounts/inputs.js';
import { ZuoraNewSubscriptionInput } from '../subscriptions/subscription.inputs.js';
import { ZuoraContactInput, ZuoraContactUpdateInput } from './contact.inputs.js';

@InputType('ZuoraPaymentMethodInput', {
  description: 'A payment method that is known to a payment gateway by a token.',
})
export class ZuoraPaymentMethodInput implements PaymentMethodInput {
  @Field(() => String, { description: "Zuora's name of the kind, for example `CreditCardReferenceTransaction`." })
  type!: string;

  @Field(() => String, { nullable: true, description: "The payment gateway's token." })
  tokenId?: string | null;

  @Field(() => String, { nullable: true, description: 'A second token, where the payment gateway has one.' })
  secondTokenId?: string | null;

  @Field(() => String, { nullable: true, description: 'What may be shown of the card, for example `*1112`.' })
  cardMask?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Always refused: card numbers must not pass through here. Use a hosted payment page and `hostedPagePaymentMethodId`.',
  })
  cardNumber?: string | null;
}

@InputType({ description: 'What new and changed accounts have in common.' })
abstract class AccountFields {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether invoices are paid by themselves; needs a payment method.',
  })
  autoPay?: boolean;

  @Field(() => String, { nullable: true, description: 'The batch that billing runs pick the account by.' })
  batch?: string;

  @Field(() => String, { nullable: true, description: "The account's id in the CRM, at most 100 characters." })
  crmId?: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks.' })
  notes?: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the parent account.' })
  parentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the payment gateway; without one the default.' })
  paymentGateway?: string | null;

  @Field(() => String, { nullable: true, description: 'When an invoice is due, for example `Net 30`.' })
  paymentTerm?: string;

  @Field(() => String, { nullable: true, description: 'Name of the sales representative.' })
  salesRep?: string | null;

  @Field(() => [String], { nullable: true, description: 'Who else gets emails about the account.' })
  additionalEmailAddresses?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether invoices are sent by email.' })
  invoiceDeliveryPrefsEmail?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether invoices are printed.' })
  invoiceDeliveryPrefsPrint?: boolean;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Custom fields by their API name, `{ "Region__c": "EMEA" }`.',
  })
  customFields?: Record<string, unknown> | null;
}

const BILL_CYCLE_DAY = 'Day of the month on which the account is billed, 1 to 31; 0 sets it automatically.';

@InputType('ZuoraAccountCreateInput', { description: 'A new account with its contacts.' })
export class ZuoraAccountCreateInput extends AccountFields {
  @Field(() => String, { description: 'Name of the account.' })
  name!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency that the account is billed in.' })
  currency!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A number of your choice; without one Zuora numbers the account.',
  })
  accountNumber?: string;

  @Field(() => Int, { nullable: true, description: BILL_CYCLE_DAY })
  billCycleDay?: number;

  @Field(() => ZuoraContactInput, { description: 'Who gets the invoices.' })
  billToContact!: ZuoraContactInput;

  @Field(() => ZuoraContactInput, {
    nullable: true,
    description: 'Who is sold to: decides the tax. Without one it is a copy of the bill-to contact.',
  })
  soldToContact?: ZuoraContactInput;

  @Field(() => String, {
    nullable: true,
    description: 'Id of a payment method that a hosted payment page made; becomes the default one.',
  })
  hostedPagePaymentMethodId?: string;

  @Field(() => ZuoraPaymentMethodInput, { nullable: true, description: 'A payment method by token instead.' })
  paymentMethod?: ZuoraPaymentMethodInput;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether to bill the first subscription at once. Needs Zuora-Version 211.0 or later.',
  })
  runBilling?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether to collect what was billed at once. Needs Zuora-Version 196.0 or later.',
  })
  collect?: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'Up to which day to bill; without it up to today.' })
  targetDate?: string;

  @Field(() => ZuoraNewSubscriptionInput, {
    nullable: true,
    description: 'A first subscription, made in the same call: both or neither.',
  })
  subscription?: ZuoraNewSubscriptionInput | null;
}

@InputType('ZuoraAccountUpdateInput', {
  description: 'Changes of an account: what is left out is left alone, null empties.',
})
export class ZuoraAccountUpdateInput extends AccountFields {
  @Field(() => String, { nullable: true, description: 'Name of the account; cannot be emptied.' })
  name?: string;

  @Field(() => Int, { nullable: true, description: BILL_CYCLE_DAY })
  billCycleDay?: number;

  @Field(() => String, { nullable: true, description: "The customer's purchase order number." })
  purchaseOrderNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the payment method to use from now on.' })
  defaultPaymentMethodId?: string;

  @Field(() => ZuoraContactUpdateInput, { nullable: true, description: 'Changes of the bill-to contact.' })
  billToContact?: ZuoraContactUpdateInput;

  @Field(() => ZuoraContactUpdateInput, { nullable: true, description: 'Changes of the sold-to contact.' })
  soldToContact?: ZuoraContactUpdateInput;
}
