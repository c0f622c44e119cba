import { Field, ObjectType } from 'type-graphql';
import type { Money } from '../../../../kernel/money.js';
import { connectionType } from '../../../../schema-kit/connection.js';
import { MoneyType } from '../../../../schema-kit/money.type.js';
import { Node } from '../../../../schema-kit/node.js';
import { DateScalar, DateTimeScalar, DecimalScalar, UrlScalar } from '../../../../schema-kit/scalars.js';
import type { DocumentStatus, ZuoraInvoice, ZuoraInvoiceFile, ZuoraInvoiceItem } from '../../documents/model.js';
import { DocumentStatusEnum } from './document-status.enum.js';

@ObjectType('ZuoraInvoice', {
  implements: Node,
  simpleResolvers: true,
  description: 'An invoice of Zuora Billing.',
})
export class ZuoraInvoiceType extends Node implements ZuoraInvoice {
  @Field(() => String, { description: "Zuora's id: 32 hexadecimal digits." })
  zuoraId!: string;

  @Field(() => String, { description: "Zuora's id of the account." })
  accountId!: string;

  @Field(() => String, { description: 'The number that people know the invoice by.' })
  invoiceNumber!: string;

  @Field(() => DocumentStatusEnum, { description: 'State of the document.' })
  status!: DocumentStatus;

  @Field(() => String, { nullable: true, description: 'The state as Zuora writes it.' })
  statusText!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on the invoice.' })
  invoiceDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it is due.' })
  dueDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Up to which day it bills.' })
  targetDate!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'The whole amount, tax included.' })
  amount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'The amount without tax.' })
  amountWithoutTax!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'The tax.' })
  taxAmount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What is still open.' })
  balance!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What was paid on it.' })
  paymentAmount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What was credited on it.' })
  creditMemoAmount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What was paid back.' })
  refundAmount!: Money | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was reversed.' })
  reversed!: boolean | null;

  @Field(() => String, { nullable: true, description: 'What made it, for example `BillRun`.' })
  source!: string | null;

  @Field(() => String, { nullable: true, description: 'What it bills, for example `Subscription`.' })
  sourceType!: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks.' })
  comments!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was posted.' })
  postedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was created.' })
  createdAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last changed.' })
  updatedAt!: string | null;
}

export const ZuoraInvoiceConnection = connectionType('ZuoraInvoice', () => ZuoraInvoiceType);

@ObjectType('ZuoraInvoiceItem', {
  simpleResolvers: true,
  description: 'A line of an invoice.',
})
export class ZuoraInvoiceItemType implements ZuoraInvoiceItem {
  @Field(() => String, { description: "Zuora's id: 32 hexadecimal digits." })
  zuoraId!: string;

  @Field(() => String, { nullable: true, description: 'Name of the charge.' })
  chargeName!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the charge; null on lines of no subscription.' })
  chargeNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the subscription.' })
  subscriptionNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Text of the line.' })
  description!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day that is billed.' })
  serviceStartDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day that is billed.' })
  serviceEndDate!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much is billed.' })
  quantity!: string | null;

  @Field(() => String, { nullable: true, description: 'What the quantity counts.' })
  unitOfMeasure!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'Price of one.' })
  unitPrice!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Amount of the line without tax.' })
  amount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Tax on the line.' })
  taxAmount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What is still open of it.' })
  balance!: Money | null;
}

@ObjectType('ZuoraInvoiceFile', {
  simpleResolvers: true,
  description: 'A PDF of an invoice.',
})
export class ZuoraInvoiceFileType implements ZuoraInvoiceFile {
  @Field(() => String, { description: "Zuora's id: 32 hexadecimal digits." })
  zuoraId!: string;

  @Field(() => String, { nullable: true, description: 'A whole number that grows with every new file.' })
  version!: string | null;

  @Field(() => UrlScalar, { description: 'Address of the PDF in Zuora; fetching it needs credentials for Zuora.' })
  url!: string;
}
