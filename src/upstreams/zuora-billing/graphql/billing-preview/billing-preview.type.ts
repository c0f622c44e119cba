import { Field, ObjectType } from 'type-graphql';
import type { Money } from '../../../../kernel/money.js';
import { MoneyType } from '../../../../schema-kit/money.type.js';
import { DateScalar, DecimalScalar } from '../../../../schema-kit/scalars.js';
import type { ZuoraBillingPreview, ZuoraBillingPreviewItem } from '../../billing-preview/model.js';

@ObjectType('ZuoraBillingPreviewItem', {
  simpleResolvers: true,
  description: 'A line that would be billed or credited.',
})
class ZuoraBillingPreviewItemType implements ZuoraBillingPreviewItem {
  @Field(() => String, { nullable: true, description: 'Number of the subscription.' })
  subscriptionNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the charge.' })
  chargeNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the charge; null on lines of credit memos.' })
  chargeName!: string | null;

  @Field(() => String, { nullable: true, description: 'Description of the charge; on lines of credit memos, remarks.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the product; on lines of credit memos, of its SKU.' })
  productName!: string | null;

  @Field(() => String, { nullable: true, description: '`OneTime`, `Recurring` or `Usage`, as Zuora writes it.' })
  chargeTypeText!: string | null;

  @Field(() => String, { nullable: true, description: '`charge`, `discount`, `prepayment` or `tax`.' })
  processingType!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day that would be billed.' })
  serviceStartDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day that would be billed.' })
  serviceEndDate!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much.' })
  quantity!: string | null;

  @Field(() => String, { nullable: true, description: 'What the quantity counts.' })
  unitOfMeasure!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'Amount of the line without tax.' })
  amountWithoutTax!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Tax on the line; null on lines of credit memos.' })
  taxAmount!: Money | null;
}

@ObjectType('ZuoraBillingPreview', {
  simpleResolvers: true,
  description:
    'What Zuora would bill an account for, from its next billing period up to a day, in the currency of the account. Nothing of it has happened.',
})
export class ZuoraBillingPreviewType implements ZuoraBillingPreview {
  @Field(() => String, { description: "Zuora's id of the account." })
  accountId!: string;

  @Field(() => DateScalar, { description: 'Up to which day it bills.' })
  targetDate!: string;

  @Field(() => MoneyType, { description: 'The exact sum of the lines to be invoiced, without tax.' })
  amountWithoutTax!: Money;

  @Field(() => MoneyType, { description: 'The exact sum of the tax on them.' })
  taxAmount!: Money;

  @Field(() => MoneyType, { description: 'The exact sum of the lines to be credited, without tax.' })
  creditAmountWithoutTax!: Money;

  @Field(() => [ZuoraBillingPreviewItemType], { description: 'The lines that would be invoiced.' })
  invoiceItems!: readonly ZuoraBillingPreviewItem[];

  @Field(() => [ZuoraBillingPreviewItemType], { description: 'The lines that would be credited.' })
  creditMemoItems!: readonly ZuoraBillingPreviewItem[];
}
