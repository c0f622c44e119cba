import { Field, InputType } from 'type-graphql';
import { DateScalar, DecimalScalar, JsonScalar } from '../../../../schema-kit/scalars.js';
import { ZuoraTransferEnum } from '../invoices/invoice-change.inputs.js';

const CUSTOM_FIELDS = 'Custom fields by their API name, `{ "Region__c": "EMEA" }`; null empties one.';
const COMMENT = 'Remarks, at most 255 characters; null empties them.';

@InputType('ZuoraCreditMemoItemUpdateInput', { description: 'What changes on a line of a credit memo.' })
export class ZuoraCreditMemoItemUpdateInput {
  @Field(() => String, { description: "Zuora's id of the line: `ZuoraMemoItem.zuoraId`." })
  id!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Amount of the line, more than nothing, in the currency of the memo and in whole coins of it.',
  })
  amount?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much, more than nothing.' })
  quantity?: string | null;

  @Field(() => String, { nullable: true, description: 'Unit that is counted.' })
  unitOfMeasure?: string | null;

  @Field(() => String, { nullable: true, description: COMMENT })
  comment?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day that the line is about.' })
  serviceStartDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day that the line is about.' })
  serviceEndDate?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: CUSTOM_FIELDS })
  customFields?: Record<string, unknown> | null;
}

@InputType('ZuoraCreditMemoUpdateInput', {
  description: 'What changes on a credit memo. Of one that is posted Zuora takes some of it only.',
})
export class ZuoraCreditMemoUpdateInput {
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it counts.' })
  effectiveDate?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it was made: one of the tenant's reason codes; null empties it.",
  })
  reasonCode?: string | null;

  @Field(() => String, { nullable: true, description: COMMENT })
  comment?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether posting applies it to its invoice at once.' })
  autoApplyUponPosting?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether payment runs leave it alone.' })
  excludeFromAutoApplyRules?: boolean | null;

  @Field(() => ZuoraTransferEnum, { nullable: true, description: 'Whether the accounting system has it.' })
  transferredToAccounting?: 'Processing' | 'Yes' | 'Error' | 'Ignore' | null;

  @Field(() => JsonScalar, { nullable: true, description: CUSTOM_FIELDS })
  customFields?: Record<string, unknown> | null;

  @Field(() => [ZuoraCreditMemoItemUpdateInput], {
    nullable: true,
    description: 'Lines that change; the others stay as they are.',
  })
  items?: ZuoraCreditMemoItemUpdateInput[] | null;
}
