import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Money } from '../../../../kernel/money.js';
import { connectionType } from '../../../../schema-kit/connection.js';
import { MoneyType } from '../../../../schema-kit/money.type.js';
import { Node } from '../../../../schema-kit/node.js';
import { DateScalar, DateTimeScalar } from '../../../../schema-kit/scalars.js';
import type { PaymentStatus, ZuoraPayment, ZuoraPaymentApplication } from '../../documents/model.js';

const PaymentStatusEnum: Record<PaymentStatus, PaymentStatus> = {
  DRAFT: 'DRAFT',
  PROCESSING: 'PROCESSING',
  PROCESSED: 'PROCESSED',
  ERROR: 'ERROR',
  CANCELED: 'CANCELED',
  POSTED: 'POSTED',
  UNKNOWN: 'UNKNOWN',
};
registerEnumType(PaymentStatusEnum, {
  name: 'ZuoraPaymentStatus',
  description: 'State of a payment.',
  valuesConfig: {
    DRAFT: { description: 'Not submitted.' },
    PROCESSING: { description: 'With the payment gateway.' },
    PROCESSED: { description: 'Done.' },
    ERROR: { description: 'Refused or failed.' },
    CANCELED: { description: 'Withdrawn.' },
    POSTED: { description: 'In the books.' },
    UNKNOWN: { description: 'A state that this gateway does not know; `statusText` has it.' },
  },
});

@ObjectType('ZuoraPayment', {
  implements: Node,
  simpleResolvers: true,
  description: 'A payment in Zuora Billing.',
})
export class ZuoraPaymentType extends Node implements ZuoraPayment {
  @Field(() => String, { description: "Zuora's id: 32 hexadecimal digits." })
  zuoraId!: string;

  @Field(() => String, { description: "Zuora's id of the account." })
  accountId!: string;

  @Field(() => String, { description: 'The number that people know the payment by.' })
  paymentNumber!: string;

  @Field(() => PaymentStatusEnum, { description: 'State of the payment.' })
  status!: PaymentStatus;

  @Field(() => String, { nullable: true, description: 'The state as Zuora writes it.' })
  statusText!: string | null;

  @Field(() => String, { nullable: true, description: '`Electronic` or `External`.' })
  type!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it counts.' })
  effectiveDate!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'The whole amount.' })
  amount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What was applied to documents.' })
  appliedAmount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What was not applied yet.' })
  unappliedAmount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What was paid back.' })
  refundAmount!: Money | null;

  @Field(() => String, { nullable: true, description: 'Name of the payment gateway.' })
  gateway!: string | null;

  @Field(() => String, { nullable: true, description: 'How far the payment gateway is.' })
  gatewayState!: string | null;

  @Field(() => String, { nullable: true, description: 'What the payment gateway said.' })
  gatewayResponse!: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks.' })
  comment!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was created.' })
  createdAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last changed.' })
  updatedAt!: string | null;
}

export const ZuoraPaymentConnection = connectionType('ZuoraPayment', () => ZuoraPaymentType);

@ObjectType('ZuoraPaymentApplication', {
  simpleResolvers: true,
  description: 'A part of a payment and what it was applied to.',
})
export class ZuoraPaymentApplicationType implements ZuoraPaymentApplication {
  @Field(() => String, { description: "Zuora's id: 32 hexadecimal digits." })
  zuoraId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Zuora's id of the invoice; null where it was applied to something else.",
  })
  invoiceId!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'What was applied.' })
  amount!: Money | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it counts.' })
  effectiveDate!: string | null;
}
