import { Field, ObjectType } from 'type-graphql';
import type { Money } from '../../../../kernel/money.js';
import { connectionType } from '../../../../schema-kit/connection.js';
import { MoneyType } from '../../../../schema-kit/money.type.js';
import { Node } from '../../../../schema-kit/node.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../../schema-kit/scalars.js';
import type {
  DocumentStatus,
  ZuoraCreditMemo,
  ZuoraCreditMemoApplication,
  ZuoraDebitMemo,
  ZuoraMemoItem,
} from '../../documents/model.js';
import { DocumentStatusEnum } from './document-status.enum.js';

@ObjectType('ZuoraCreditMemo', {
  implements: Node,
  simpleResolvers: true,
  description: 'A credit memo of Zuora Billing: it lowers what a customer owes.',
})
export class ZuoraCreditMemoType extends Node implements ZuoraCreditMemo {
  @Field(() => String, { description: "Zuora's id: 32 hexadecimal digits." })
  zuoraId!: string;

  @Field(() => String, { description: "Zuora's id of the account." })
  accountId!: string;

  @Field(() => String, { description: 'The number that people know the memo by.' })
  memoNumber!: string;

  @Field(() => DocumentStatusEnum, { description: 'State of the document.' })
  status!: DocumentStatus;

  @Field(() => String, { nullable: true, description: 'The state as Zuora writes it.' })
  statusText!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on the memo.' })
  memoDate!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'The whole amount, tax included.' })
  amount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'The tax.' })
  taxAmount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What is still open of it.' })
  balance!: Money | null;

  @Field(() => String, { nullable: true, description: 'Why it was made.' })
  reasonCode!: string | null;

  @Field(() => String, { nullable: true, description: 'What made it.' })
  source!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'What was applied to documents.' })
  appliedAmount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What was paid back.' })
  refundAmount!: Money | null;

  @Field(() => String, { nullable: true, description: "Zuora's id of the invoice that it is about; null for none." })
  invoiceId!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was created.' })
  createdAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last changed.' })
  updatedAt!: string | null;
}

@ObjectType('ZuoraCreditMemoApplication', {
  simpleResolvers: true,
  description: 'A part of a credit memo and what it was applied to.',
})
export class ZuoraCreditMemoApplicationType implements ZuoraCreditMemoApplication {
  @Field(() => String, { description: "Zuora's id: 32 hexadecimal digits." })
  zuoraId!: string;

  @Field(() => String, { nullable: true, description: "Zuora's id of the invoice; null where it is a debit memo." })
  invoiceId!: string | null;

  @Field(() => String, { nullable: true, description: "Zuora's id of the debit memo; null where it is an invoice." })
  debitMemoId!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'What was applied, in the currency of the memo.' })
  amount!: Money | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it counts.' })
  effectiveDate!: string | null;
}

export const ZuoraCreditMemoConnection = connectionType('ZuoraCreditMemo', () => ZuoraCreditMemoType);

@ObjectType('ZuoraDebitMemo', {
  implements: Node,
  simpleResolvers: true,
  description: 'A debit memo of Zuora Billing: it raises what a customer owes.',
})
export class ZuoraDebitMemoType extends Node implements ZuoraDebitMemo {
  @Field(() => String, { description: "Zuora's id: 32 hexadecimal digits." })
  zuoraId!: string;

  @Field(() => String, { description: "Zuora's id of the account." })
  accountId!: string;

  @Field(() => String, { description: 'The number that people know the memo by.' })
  memoNumber!: string;

  @Field(() => DocumentStatusEnum, { description: 'State of the document.' })
  status!: DocumentStatus;

  @Field(() => String, { nullable: true, description: 'The state as Zuora writes it.' })
  statusText!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on the memo.' })
  memoDate!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'The whole amount, tax included.' })
  amount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'The tax.' })
  taxAmount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What is still open of it.' })
  balance!: Money | null;

  @Field(() => String, { nullable: true, description: 'Why it was made.' })
  reasonCode!: string | null;

  @Field(() => String, { nullable: true, description: 'What made it.' })
  source!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it is due.' })
  dueDate!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was created.' })
  createdAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last changed.' })
  updatedAt!: string | null;
}

export const ZuoraDebitMemoConnection = connectionType('ZuoraDebitMemo', () => ZuoraDebitMemoType);

@ObjectType('ZuoraMemoItem', {
  simpleResolvers: true,
  description: 'A line of a credit or debit memo.',
})
export class ZuoraMemoItemType implements ZuoraMemoItem {
  @Field(() => String, { description: "Zuora's id: 32 hexadecimal digits." })
  zuoraId!: string;

  @Field(() => String, { nullable: true, description: 'Name of the charge.' })
  chargeName!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day that it is about.' })
  serviceStartDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day that it is about.' })
  serviceEndDate!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much.' })
  quantity!: string | null;

  @Field(() => String, { nullable: true, description: 'What the quantity counts.' })
  unitOfMeasure!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'Amount of the line, tax included.' })
  amount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Tax on the line.' })
  taxAmount!: Money | null;
}
