import { Field, ObjectType } from 'type-graphql';
import type { Money } from '../../../../kernel/money.js';
import { MoneyType } from '../../../../schema-kit/money.type.js';
import { CurrencyCodeScalar } from '../../../../schema-kit/scalars.js';
import type { ZuoraCurrencyMetrics } from '../../metrics/model.js';

@ObjectType('ZuoraAccountCurrencyMetrics', {
  simpleResolvers: true,
  description: 'Running totals of an account in one of its currencies, as Zuora last computed them.',
})
export class ZuoraAccountCurrencyMetricsType implements ZuoraCurrencyMetrics {
  @Field(() => CurrencyCodeScalar, { description: 'The currency.' })
  currency!: string;

  @Field(() => MoneyType, { nullable: true, description: 'What is open, less what is unapplied.' })
  balance!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Monthly recurring revenue in this currency.' })
  contractedMrr!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What is open on posted invoices.' })
  totalInvoiceBalance!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What is open on posted debit memos.' })
  totalDebitMemoBalance!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Payments that are not applied to anything.' })
  unappliedPaymentAmount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Posted credit memos that are not applied to anything.' })
  unappliedCreditMemoAmount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Payments that are reserved for a purpose.' })
  reservedPaymentAmount!: Money | null;
}
