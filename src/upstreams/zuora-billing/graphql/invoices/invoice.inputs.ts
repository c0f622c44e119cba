import { Field, InputType, registerEnumType } from 'type-graphql';
import { CurrencyCodeScalar, DateScalar, DecimalScalar, JsonScalar } from '../../../../schema-kit/scalars.js';

const ZuoraTaxModeEnum = { TAX_INCLUSIVE: 'TaxInclusive', TAX_EXCLUSIVE: 'TaxExclusive' } as const;
registerEnumType(ZuoraTaxModeEnum, {
  name: 'ZuoraTaxMode',
  description: 'Whether an amount has the tax in it.',
  valuesConfig: {
    TAX_INCLUSIVE: { description: 'The tax is a part of it.' },
    TAX_EXCLUSIVE: { description: 'The tax comes on top.' },
  },
});

const CUSTOM_FIELDS = 'Custom fields by their API name, `{ "Region__c": "EMEA" }`.';

@InputType('ZuoraInvoiceItemInput', { description: 'A line of a new invoice.' })
export class ZuoraInvoiceItemInput {
  @Field(() => String, { nullable: true, description: 'Id of the charge in the catalog that it is of.' })
  productRatePlanChargeId?: string | null;

  @Field(() => String, { nullable: true, description: 'What is sold; needed on a line that is not of the catalog.' })
  chargeName?: string | null;

  @Field(() => DecimalScalar, {
    description: 'Amount of the line, in the currency of the invoice and in whole coins of it.',
  })
  amount!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much, more than nothing; 1 without it.' })
  quantity?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Price of one. Zuora does not work out the amount of it.',
  })
  unitPrice?: string | null;

  @Field(() => String, { nullable: true, description: 'What the quantity counts.' })
  unitOfMeasure?: string | null;

  @Field(() => String, { nullable: true, description: 'A SKU that no product of the catalog has.' })
  sku?: string | null;

  @Field(() => String, { nullable: true, description: 'Text of the line, at most 255 characters.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: "The customer's purchase order number." })
  purchaseOrderNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Accounting code of the line.' })
  accountingCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Accounting code of deferred revenue.' })
  deferredRevenueAccountingCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Accounting code of recognized revenue.' })
  recognizedRevenueAccountingCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the rule by which revenue is recognized.' })
  revenueRecognitionRuleName?: string | null;

  @Field(() => String, { nullable: true, description: 'The tax code that decides the tax.' })
  taxCode?: string | null;

  @Field(() => ZuoraTaxModeEnum, { nullable: true, description: 'Whether the amount has the tax in it.' })
  taxMode?: 'TaxInclusive' | 'TaxExclusive' | null;

  @Field(() => DateScalar, { description: 'First day that the line is about.' })
  serviceStartDate!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day that the line is about.' })
  serviceEndDate?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: CUSTOM_FIELDS })
  customFields?: Record<string, unknown> | null;
}

@InputType('ZuoraInvoiceCreateInput', { description: 'A new invoice for what belongs to no subscription.' })
export class ZuoraInvoiceCreateInput {
  @Field(() => String, { description: 'Account id (32 hexadecimal digits) or account number.' })
  accountKey!: string;

  @Field(() => DateScalar, { description: 'The day on the invoice; not in an accounting period that is closed.' })
  invoiceDate!: string;

  @Field(() => DateScalar, { nullable: true, description: 'When it is due; without it the payment term decides.' })
  dueDate?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A number of your choice: at most 32 letters, digits, - and _, not digits alone.',
  })
  invoiceNumber?: string | null;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: "Another currency than the account's, on tenants that allow it.",
  })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks, at most 255 characters.' })
  comments?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether payment runs pick it up.' })
  autoPay?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether to post it at once; else it is a draft.' })
  post?: boolean | null;

  @Field(() => JsonScalar, { nullable: true, description: CUSTOM_FIELDS })
  customFields?: Record<string, unknown> | null;

  @Field(() => [ZuoraInvoiceItemInput], { description: 'Its lines, 1 to 1,000.' })
  items!: ZuoraInvoiceItemInput[];
}
