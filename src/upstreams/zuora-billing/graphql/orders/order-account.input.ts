import { Field, InputType, Int } from 'type-graphql';
import { CurrencyCodeScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import type { OrderAccount } from '../../orders/request/order-account.js';
import { ZuoraContactInput } from '../accounts/contact.inputs.js';

@InputType('ZuoraOrderAccountInput', { description: 'An account that an order makes along with its subscriptions.' })
export class ZuoraOrderAccountInput implements OrderAccount {
  @Field(() => String, { description: 'Name of the customer.' })
  name!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency it is billed in.' })
  currency!: string;

  @Field(() => ZuoraContactInput, { description: 'To whom invoices go.' })
  billToContact!: ZuoraContactInput;

  @Field(() => ZuoraContactInput, { nullable: true, description: 'Who gets what is sold; the same without it.' })
  soldToContact?: ZuoraContactInput | null;

  @Field(() => String, { nullable: true, description: 'A number of your choice, at most 50 characters.' })
  accountNumber?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Day of the month that it is billed on; 0 or nothing: Zuora chooses.',
  })
  billCycleDay?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether what is due is collected by itself.' })
  autoPay?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Batch for bill runs.' })
  batch?: string | null;

  @Field(() => String, { nullable: true, description: 'Id in the CRM.' })
  crmId?: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks.' })
  notes?: string | null;

  @Field(() => String, { nullable: true, description: "Zuora's id of the parent account." })
  parentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the payment gateway.' })
  paymentGateway?: string | null;

  @Field(() => String, { nullable: true, description: 'Payment term, for example `Net 30`.' })
  paymentTerm?: string | null;

  @Field(() => String, { nullable: true, description: "The customer's purchase order number." })
  purchaseOrderNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the sales representative.' })
  salesRep?: string | null;

  @Field(() => [String], { nullable: true, description: 'Further addresses that get invoices.' })
  additionalEmailAddresses?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Payment method that a hosted page gave. Card numbers are not taken.',
  })
  hostedPagePaymentMethodId?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Custom fields by their API name (`…__c`).' })
  customFields?: OrderAccount['customFields'];
}
