import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { connectionType, PageArgs } from '../../../../schema-kit/connection.js';
import { Node } from '../../../../schema-kit/node.js';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar } from '../../../../schema-kit/scalars.js';
import type { TogaiInvoice, TogaiInvoiceLine } from '../../model.js';

@ObjectType('TogaiInvoiceLine', {
  simpleResolvers: true,
  description: 'A line of an invoice of Togai. Lines are a tree, told depth first: `level` says how deep one lies.',
})
export class TogaiInvoiceLineType implements TogaiInvoiceLine {
  @Field(() => Int, { description: '0 for the grand total; the lines behind one, a level deeper, make it up.' })
  level!: number;

  @Field(() => String, {
    description: "Togai's word for it, such as `GRAND_TOTAL_AMOUNT`, `USAGE_RATE_CARD_AMOUNT` or `TAX_AMOUNT`.",
  })
  type!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  description!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How many.' })
  quantity!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much each.' })
  valuePerQuantity!: string | null;

  @Field(() => DecimalScalar, { description: 'How much together.' })
  value!: string;

  @Field(() => String, { nullable: true, description: 'The unit of `value`, mostly a currency.' })
  units!: string | null;
}

@ObjectType('TogaiInvoice', { implements: Node, simpleResolvers: true, description: 'An invoice that Togai made.' })
export class TogaiInvoiceType extends Node implements TogaiInvoice {
  ownerId!: string | null;
  lines!: readonly TogaiInvoiceLine[] | null;

  @Field(() => String, { description: "Togai's id of the invoice." })
  togaiId!: string;

  @Field(() => String, { nullable: true, description: 'Its number for the customer.' })
  sequenceId!: string | null;

  @Field(() => String, {
    description:
      '`DRAFT`, `DUE`, `PAID`, `PARTIALLY_PAID`, `VOID`, `UN_COLLECTIBLE`, `MERGED`, `REFUND_INITIATED` or ' +
      '`REFUND_COMPLETED`; what Togai adds later comes as it is written there.',
  })
  status!: string;

  @Field(() => String, { nullable: true, description: '`INVOICE`, `ORDER` or `BILLABLE`, or what Togai adds later.' })
  invoiceClass!: string | null;

  @Field(() => String, { nullable: true, description: '`STANDARD`, `AD_HOC`, `CUSTOM` or another kind of Togai.' })
  invoiceType!: string | null;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Its currency; null where Togai does not say it.' })
  currency!: string | null;

  @Field(() => DecimalScalar, { description: 'What it comes to.' })
  totalAmount!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'What of it has been paid.' })
  paidAmount!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Where the time that it is for begins.' })
  startDate!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Where that time ends, this instant excluded.' })
  endDate!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Of when it is.' })
  invoiceDate!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it is due.' })
  dueDate!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last changed.' })
  updatedAt!: string | null;
}

export const TogaiInvoiceConnection = connectionType('TogaiInvoice', () => TogaiInvoiceType);

@ArgsType()
export class TogaiInvoicesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: "Only those in this state, in Togai's word." })
  status?: string | null;
}
