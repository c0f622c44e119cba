import { createUnionType, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { INVOICE_STATUSES, type Invoice, type InvoiceStatus } from '../../domain/invoices/model.js';
import type { Money } from '../../kernel/money.js';
import { BillingSystem } from '../../schema-kit/billing-system.js';
import { connectionType } from '../../schema-kit/connection.js';
import { MoneyType } from '../../schema-kit/money.type.js';
import { nodeTypeOf } from '../../schema-kit/node.js';
import { DateScalar } from '../../schema-kit/scalars.js';
import { upstreams } from '../../upstreams/registry.js';

const InvoiceStatusEnum = Object.fromEntries(INVOICE_STATUSES.map((status) => [status, status])) as {
  [S in InvoiceStatus]: S;
};
registerEnumType(InvoiceStatusEnum, {
  name: 'InvoiceStatus',
  description: 'State of an invoice, in words for every system.',
  valuesConfig: {
    DRAFT: { description: 'It has not been sent yet, and may change.' },
    OPEN: { description: 'It is to be paid, and nothing of it is.' },
    PARTIALLY_PAID: { description: 'A part of it is paid or credited.' },
    PAID: { description: 'Nothing of it is open any more.' },
    VOID: { description: 'It was cancelled or reversed, and does not count.' },
    UNCOLLECTIBLE: { description: 'It was given up.' },
    REFUND_PENDING: { description: 'It is about to be paid back.' },
    REFUNDED: { description: 'It was paid back.' },
    MERGED: { description: 'Another invoice has taken it up.' },
    UNKNOWN: { description: 'A state that the gateway has no word for: `statusText` has that of the system.' },
  },
});

const NativeInvoice = createUnionType({
  name: 'NativeInvoice',
  description: 'An invoice with everything that its system tells of it.',
  types: () => upstreams.flatMap(({ schema }) => schema.invoice ?? []) as never,
  resolveType: ({ id }: { id: string }) => nodeTypeOf(id),
});

@ObjectType('Invoice', {
  simpleResolvers: true,
  description: 'An invoice of whichever billing system made it, in what all of them have.',
})
class InvoiceType implements Invoice {
  @Field(() => ID, { description: 'The id of `native`, to be given to `node`. Opaque.' })
  id!: string;

  @Field(() => BillingSystem, { description: 'The system that made it.' })
  system!: string;

  @Field(() => String, { nullable: true, description: 'The number that people know it by.' })
  number!: string | null;

  @Field(() => InvoiceStatusEnum, { description: 'State of the invoice.' })
  status!: InvoiceStatus;

  @Field(() => String, { nullable: true, description: 'The state as the system writes it.' })
  statusText!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day on the invoice, in its system's time zone." })
  invoiceDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day on which it is due, in its system's time zone." })
  dueDate!: string | null;

  @Field(() => MoneyType, {
    nullable: true,
    description:
      'The whole amount in the currency of the invoice: invoices of one customer may be in several, which do not add up.',
  })
  amount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What is still open; null where its system does not tell.' })
  balance!: Money | null;

  @Field(() => NativeInvoice, { description: 'The invoice with everything that its system tells of it.' })
  native!: object;
}

export const InvoiceConnection = connectionType('Invoice', () => InvoiceType);
