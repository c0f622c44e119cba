import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Money } from '../../../kernel/money.js';
import { MoneyType } from '../../../schema-kit/money.type.js';
import { Node } from '../../../schema-kit/node.js';
import { CurrencyCodeScalar, DateTimeScalar, JsonScalar } from '../../../schema-kit/scalars.js';
import type { ZuoraAccount, ZuoraAccountMetrics, ZuoraAccountStatus } from '../model.js';
import { ZuoraContactType } from './contact.type.js';

export const ZuoraAccountStatusEnum: Record<ZuoraAccountStatus, ZuoraAccountStatus> = {
  DRAFT: 'DRAFT',
  ACTIVE: 'ACTIVE',
  CANCELED: 'CANCELED',
  UNKNOWN: 'UNKNOWN',
};
registerEnumType(ZuoraAccountStatusEnum, {
  name: 'ZuoraAccountStatus',
  description: 'State of a Zuora account.',
  valuesConfig: {
    DRAFT: { description: 'Not yet billed.' },
    ACTIVE: { description: 'In use.' },
    CANCELED: { description: 'Closed; nothing is billed any more.' },
    UNKNOWN: { description: 'A state that this gateway does not know; `statusText` has it.' },
  },
});

@ObjectType('ZuoraAccountMetrics', {
  simpleResolvers: true,
  description: 'Running totals of an account as Zuora last computed them, in the currency of the account.',
})
export class ZuoraAccountMetricsType implements ZuoraAccountMetrics {
  @Field(() => MoneyType, {
    nullable: true,
    description: 'What is open on invoices and debit memos, less what is unapplied.',
  })
  balance!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Monthly recurring revenue of all subscriptions.' })
  contractedMrr!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Credit balance, on tenants without Invoice Settlement.' })
  creditBalance!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What is open on posted invoices.' })
  totalInvoiceBalance!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What is open on posted debit memos.' })
  totalDebitMemoBalance!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Payments that are not applied to any invoice.' })
  unappliedPaymentAmount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Posted credit memos that are not applied to any invoice.' })
  unappliedCreditMemoAmount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Payments that are reserved for a purpose.' })
  reservedPaymentAmount!: Money | null;
}

@ObjectType('ZuoraAccount', {
  implements: Node,
  simpleResolvers: true,
  description: 'A customer account of Zuora Billing.',
})
export class ZuoraAccountType extends Node implements ZuoraAccount {
  @Field(() => String, { description: "Zuora's id: 32 hexadecimal digits." })
  zuoraId!: string;

  @Field(() => String, { description: 'The number that people know the account by.' })
  accountNumber!: string;

  @Field(() => String, { description: 'Name of the account.' })
  name!: string;

  @Field(() => ZuoraAccountStatusEnum, { description: 'State of the account.' })
  status!: ZuoraAccountStatus;

  @Field(() => String, { nullable: true, description: 'The state as Zuora writes it.' })
  statusText!: string | null;

  @Field(() => CurrencyCodeScalar, { description: 'The currency that the account is billed in.' })
  currency!: string;

  @Field(() => MoneyType, { nullable: true, description: 'What the customer owes.' })
  balance!: Money | null;

  @Field(() => ZuoraAccountMetricsType, { nullable: true, description: 'Running totals.' })
  metrics!: ZuoraAccountMetrics;

  @Field(() => Int, {
    nullable: true,
    description: 'Day of the month on which the account is billed, 1 to 31; 0 sets it automatically.',
  })
  billCycleDay!: number | null;

  @Field(() => String, { nullable: true, description: 'When an invoice is due, for example `Net 30`.' })
  paymentTerm!: string | null;

  @Field(() => String, { nullable: true, description: 'The batch that billing runs pick the account by.' })
  batch!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether invoices are paid from the default payment method by themselves.',
  })
  autoPay!: boolean | null;

  @Field(() => String, { nullable: true, description: "The account's id in the CRM." })
  crmId!: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks.' })
  notes!: string | null;

  @Field(() => ZuoraContactType, { nullable: true, description: 'Who gets the invoices.' })
  billToContact!: ZuoraContactType | null;

  @Field(() => ZuoraContactType, { nullable: true, description: 'Who was sold to: decides the tax.' })
  soldToContact!: ZuoraContactType | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Custom fields by their API name (`Region__c`); null if none is set.',
  })
  customFields!: Readonly<Record<string, unknown>> | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the account was created.' })
  createdAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the account was last changed.' })
  updatedAt!: string | null;
}
