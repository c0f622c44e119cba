import { Field, InputType } from 'type-graphql';
import { DateScalar, DecimalScalar } from '../../../../schema-kit/scalars.js';

@InputType('ZuoraCreditMemoChargeInput', { description: 'One line of a new credit memo.' })
export class ZuoraCreditMemoChargeInput {
  @Field(() => String, { description: 'Id of the product rate plan charge that is credited.' })
  productRatePlanChargeId!: string;

  @Field(() => DecimalScalar, { description: 'What is credited, more than nothing, in the currency of the account.' })
  amount!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much of it.' })
  quantity?: string | null;

  @Field(() => String, { nullable: true, description: 'Text of the line, at most 255 characters.' })
  description?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day that the line is about.' })
  serviceStartDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day that the line is about.' })
  serviceEndDate?: string | null;
}

@InputType('ZuoraCreditMemoCreateInput', { description: 'A new credit memo from charges of the catalog.' })
export class ZuoraCreditMemoCreateInput {
  @Field(() => String, { description: 'Account id (32 hexadecimal digits) or account number.' })
  accountKey!: string;

  @Field(() => [ZuoraCreditMemoChargeInput], { description: 'Its lines, 1 to 1,000.' })
  charges!: ZuoraCreditMemoChargeInput[];

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it counts; today without it.' })
  effectiveDate?: string | null;

  @Field(() => String, { nullable: true, description: "Why it is made: one of the tenant's reason codes." })
  reasonCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks.' })
  comment?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether to post it at once; else it is a draft.' })
  autoPost?: boolean | null;
}

@InputType('ZuoraCreditMemoApplicationInput', { description: 'A part of a credit memo and what it is applied to.' })
export class ZuoraCreditMemoApplicationInput {
  @Field(() => String, { description: "Zuora's id of the invoice or debit memo." })
  id!: string;

  @Field(() => DecimalScalar, { description: 'How much, in the currency of the memo.' })
  amount!: string;
}

@InputType('ZuoraCreditMemoApplyInput', { description: 'What a credit memo is applied to: all of it or nothing.' })
export class ZuoraCreditMemoApplyInput {
  @Field(() => [ZuoraCreditMemoApplicationInput], { nullable: true, description: 'Invoices.' })
  invoices?: ZuoraCreditMemoApplicationInput[] | null;

  @Field(() => [ZuoraCreditMemoApplicationInput], { nullable: true, description: 'Debit memos.' })
  debitMemos?: ZuoraCreditMemoApplicationInput[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it counts; today without it.' })
  effectiveDate?: string | null;
}
