import { Field, InputType, registerEnumType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import type { InvoiceCreate, InvoiceUpdate } from '../../invoices/inputs.js';

type NewState = InvoiceCreate['status'];
const TogaiNewInvoiceStateEnum: Record<NewState, NewState> = { DRAFT: 'DRAFT', DUE: 'DUE', PAID: 'PAID' };
registerEnumType(TogaiNewInvoiceStateEnum, {
  name: 'TogaiNewInvoiceState',
  description: 'The state in which a custom invoice begins.',
  valuesConfig: {
    DRAFT: { description: 'Not sent yet: all of it can still be changed.' },
    DUE: { description: 'To be paid.' },
    PAID: { description: 'Paid already.' },
  },
});

type State = NonNullable<InvoiceUpdate['status']>;
const TogaiInvoiceStateEnum: Record<State, State> = {
  DUE: 'DUE',
  PAID: 'PAID',
  VOID: 'VOID',
  UN_COLLECTIBLE: 'UN_COLLECTIBLE',
  REFUND_INITIATED: 'REFUND_INITIATED',
};
registerEnumType(TogaiInvoiceStateEnum, {
  name: 'TogaiInvoiceState',
  description: 'The states that an invoice can be put into.',
  valuesConfig: {
    DUE: { description: 'To be paid.' },
    PAID: { description: 'Paid.' },
    VOID: { description: 'Without effect.' },
    UN_COLLECTIBLE: { description: 'Given up.' },
    REFUND_INITIATED: { description: 'Being paid back.' },
  },
});

@InputType('TogaiInvoiceLineInput', {
  description: 'A line of a custom invoice: an amount as a whole, or so many of so much each.',
})
class TogaiInvoiceLineInput {
  @Field(() => String, { description: 'What it is for.' })
  description!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "How much together, in the currency of the account's invoices.",
  })
  value?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How many.' })
  quantity?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much each.' })
  valuePerQuantity?: string | null;

  @Field(() => String, { nullable: true, description: 'What of the catalog it is about.' })
  billableId?: string | null;
}

const AUTO_ADVANCE = 'Whether a draft becomes due, or paid, by itself at the end of its time.';

@InputType('TogaiInvoiceCreateInput', { description: 'A custom invoice.' })
export class TogaiInvoiceCreateInput {
  @Field(() => String, { description: "The company's own id of the account." })
  accountId!: string;

  @Field(() => DateTimeScalar, { description: 'Where the time that it is for begins.' })
  startDate!: string;

  @Field(() => DateTimeScalar, { description: 'Where that time ends, this instant excluded.' })
  endDate!: string;

  @Field(() => TogaiNewInvoiceStateEnum, { defaultValue: 'DRAFT', description: 'The state in which it begins.' })
  status!: NewState;

  @Field(() => [TogaiInvoiceLineInput], { description: 'What it is made up of, 1 to 50 lines.' })
  lineItems!: TogaiInvoiceLineInput[];

  @Field(() => Boolean, { nullable: true, description: `${AUTO_ADVANCE} It does not without this.` })
  autoAdvance?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether credits pay for it; they do without this.' })
  applyCredits?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the wallet pays for it; it does without this.' })
  applyWalletBalance?: boolean | null;
}

@InputType('TogaiInvoiceUpdateInput', {
  description:
    'What to change of an invoice. Only custom invoices that are drafts can have more than their state changed.',
})
export class TogaiInvoiceUpdateInput {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Where the time that it is for begins.' })
  startDate?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Where that time ends, this instant excluded.' })
  endDate?: string | null;

  @Field(() => TogaiInvoiceStateEnum, { nullable: true, description: 'Its new state.' })
  status?: State | null;

  @Field(() => [TogaiInvoiceLineInput], {
    nullable: true,
    description: 'What it is made up of instead, 1 to 50 lines.',
  })
  lineItems?: TogaiInvoiceLineInput[] | null;

  @Field(() => Boolean, { nullable: true, description: AUTO_ADVANCE })
  autoAdvance?: boolean | null;
}

@InputType('TogaiMiscellaneousChargeInput', {
  description: 'A charge on an invoice: an amount, a formula, or so many at a rate.',
})
export class TogaiMiscellaneousChargeInput {
  @Field(() => String, { description: 'Its name: a charge of the same name is changed.' })
  name!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much together.' })
  amount?: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'JSON Logic over the ids of lines, such as `{"*": [{"var": "um.lineitem.id"}, 0.1]}`.',
  })
  formula?: Record<string, unknown> | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How many.' })
  quantity?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much each.' })
  rate?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it counts as revenue; it does not without this.' })
  considerForRevenue?: boolean | null;
}
