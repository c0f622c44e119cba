import { Field, InputType, registerEnumType } from 'type-graphql';
import { DateScalar, DecimalScalar, JsonScalar } from '../../../../schema-kit/scalars.js';

export const ZuoraTransferEnum = { PROCESSING: 'Processing', YES: 'Yes', ERROR: 'Error', IGNORE: 'Ignore' } as const;
registerEnumType(ZuoraTransferEnum, {
  name: 'ZuoraTransferredToAccounting',
  description: 'Whether a document was handed over to the accounting system.',
  valuesConfig: {
    PROCESSING: { description: 'It is on its way.' },
    YES: { description: 'It was.' },
    ERROR: { description: 'It could not be.' },
    IGNORE: { description: 'It never will be.' },
  },
});

const CUSTOM_FIELDS = 'Custom fields by their API name, `{ "Region__c": "EMEA" }`; null empties one.';

@InputType('ZuoraInvoiceItemUpdateInput', { description: 'What changes on a line of an invoice.' })
export class ZuoraInvoiceItemUpdateInput {
  @Field(() => String, { description: "Zuora's id of the line: `ZuoraInvoiceItem.zuoraId`." })
  id!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Amount of the line, in the currency of the invoice and in whole coins of it.',
  })
  amount?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much, more than nothing.' })
  quantity?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Price of one.' })
  unitPrice?: string | null;

  @Field(() => String, { nullable: true, description: 'Text of the line, at most 255 characters; null empties it.' })
  description?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day that the line is about.' })
  serviceStartDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day that the line is about.' })
  serviceEndDate?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: CUSTOM_FIELDS })
  customFields?: Record<string, unknown> | null;
}

@InputType('ZuoraInvoiceUpdateInput', {
  description: 'What changes on an invoice. Of one that is posted Zuora takes some of it only.',
})
export class ZuoraInvoiceUpdateInput {
  @Field(() => DateScalar, { nullable: true, description: 'The day on the invoice.' })
  invoiceDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it is due.' })
  dueDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks, at most 255 characters; null empties them.' })
  comments?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether payment runs pick it up.' })
  autoPay?: boolean | null;

  @Field(() => ZuoraTransferEnum, { nullable: true, description: 'Whether the accounting system has it.' })
  transferredToAccounting?: 'Processing' | 'Yes' | 'Error' | 'Ignore' | null;

  @Field(() => JsonScalar, { nullable: true, description: CUSTOM_FIELDS })
  customFields?: Record<string, unknown> | null;

  @Field(() => [ZuoraInvoiceItemUpdateInput], {
    nullable: true,
    description: 'Lines that change; the others stay as they are.',
  })
  items?: ZuoraInvoiceItemUpdateInput[] | null;
}

@InputType('ZuoraInvoiceWriteOffInput', { description: 'The credit memo that writes an invoice off.' })
export class ZuoraInvoiceWriteOffInput {
  @Field(() => DateScalar, { nullable: true, description: 'The day of the memo; today without it.' })
  memoDate?: string | null;

  @Field(() => String, { nullable: true, description: "Why: one of the tenant's reason codes." })
  reasonCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks, at most 255 characters.' })
  comment?: string | null;
}

@InputType('ZuoraInvoiceReverseInput', { description: 'The credit memo that reverses an invoice.' })
export class ZuoraInvoiceReverseInput extends ZuoraInvoiceWriteOffInput {
  @Field(() => DateScalar, { nullable: true, description: 'The day on which the memo is applied; today without it.' })
  applyEffectiveDate?: string | null;
}

@InputType('ZuoraInvoiceEmailInput', { description: 'To whom an invoice is sent.' })
export class ZuoraInvoiceEmailInput {
  @Field(() => [String], { nullable: true, description: 'Addresses; left out, those that the email template has.' })
  to?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the account's additional addresses get it, too." })
  additionalAddresses?: boolean | null;
}
