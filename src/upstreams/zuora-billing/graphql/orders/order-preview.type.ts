import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Money } from '../../../../kernel/money.js';
import { MoneyType } from '../../../../schema-kit/money.type.js';
import { DateScalar, DecimalScalar } from '../../../../schema-kit/scalars.js';
import type {
  PreviewedCharge,
  PreviewedDelta,
  PreviewedDocument,
  PreviewedFigure,
  PreviewedItem,
  ZuoraOrderPreview,
} from '../../orders/preview/preview.js';

const ZuoraOrderMetricEnum = { MRR: 'MRR', TCB: 'TCB', TCV: 'TCV' } as const;
registerEnumType(ZuoraOrderMetricEnum, {
  name: 'ZuoraOrderMetric',
  description: 'A figure that an order changes.',
  valuesConfig: {
    MRR: { description: 'Monthly recurring revenue.' },
    TCB: { description: 'Total contracted billing: what will be invoiced in all.' },
    TCV: { description: 'Total contracted value.' },
  },
});

const SUBSCRIPTION = 'Number of the subscription; null for one that has none yet.';
const CHARGE = 'Number of the charge; null for one that has none yet.';
const CATALOG_CHARGE = 'Id of the charge in the catalog.';

@ObjectType('ZuoraPreviewItem', { simpleResolvers: true, description: 'A line of an invoice or memo to come.' })
export class ZuoraPreviewItemType implements PreviewedItem {
  @Field(() => String, { nullable: true, description: SUBSCRIPTION })
  subscriptionNumber!: string | null;

  @Field(() => String, { nullable: true, description: CHARGE })
  chargeNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the charge.' })
  chargeName!: string | null;

  @Field(() => String, { nullable: true, description: 'Description of the charge.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the product.' })
  productName!: string | null;

  @Field(() => String, { nullable: true, description: CATALOG_CHARGE })
  productRatePlanChargeId!: string | null;

  @Field(() => String, { nullable: true, description: '`Charge`, `Discount` or `Tax`.' })
  processingType!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day that is billed.' })
  serviceStartDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day that is billed.' })
  serviceEndDate!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How many units.' })
  quantity!: string | null;

  @Field(() => String, { nullable: true, description: 'Of what.' })
  unitOfMeasure!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'Price of one unit.' })
  unitPrice!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'The amount without tax.' })
  amountWithoutTax!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'The tax on it.' })
  taxAmount!: Money | null;
}

@ObjectType('ZuoraPreviewDocument', { simpleResolvers: true, description: 'An invoice or credit memo to come.' })
export class ZuoraPreviewDocumentType implements PreviewedDocument {
  @Field(() => DateScalar, { nullable: true, description: 'The day up to which charges are in it.' })
  targetDate!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'The amount with tax.' })
  amount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'The amount without tax.' })
  amountWithoutTax!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'The tax.' })
  taxAmount!: Money | null;

  @Field(() => [ZuoraPreviewItemType], { description: 'Its lines.' })
  items!: ZuoraPreviewItemType[];
}

@ObjectType('ZuoraPreviewFigure', { simpleResolvers: true, description: 'A figure of a charge after an order.' })
class ZuoraPreviewFigureType implements PreviewedFigure {
  @Field(() => MoneyType, { nullable: true, description: 'The figure before discounts.' })
  amount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'By how much the order changes it.' })
  change!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What discounts take off it.' })
  discount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'By how much the order changes that.' })
  discountChange!: Money | null;
}

@ObjectType('ZuoraPreviewCharge', { simpleResolvers: true, description: 'What an order makes of a charge.' })
class ZuoraPreviewChargeType implements PreviewedCharge {
  @Field(() => String, { nullable: true, description: SUBSCRIPTION })
  subscriptionNumber!: string | null;

  @Field(() => String, { nullable: true, description: CHARGE })
  chargeNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Id of the rate plan in the catalog.' })
  productRatePlanId!: string | null;

  @Field(() => String, { nullable: true, description: CATALOG_CHARGE })
  productRatePlanChargeId!: string | null;

  @Field(() => ZuoraPreviewFigureType, { nullable: true, description: 'Monthly recurring revenue.' })
  mrr!: ZuoraPreviewFigureType | null;

  @Field(() => ZuoraPreviewFigureType, { nullable: true, description: 'Total contracted value.' })
  totalContractedValue!: ZuoraPreviewFigureType | null;

  @Field(() => ZuoraPreviewFigureType, { nullable: true, description: 'Total contracted billing.' })
  totalContractedBilling!: ZuoraPreviewFigureType | null;

  @Field(() => ZuoraPreviewFigureType, { nullable: true, description: 'Tax.' })
  tax!: ZuoraPreviewFigureType | null;
}

@ObjectType('ZuoraPreviewDelta', { simpleResolvers: true, description: 'How a figure changes over a period.' })
class ZuoraPreviewDeltaType implements PreviewedDelta {
  @Field(() => ZuoraOrderMetricEnum, { description: 'The figure.' })
  metric!: PreviewedDelta['metric'];

  @Field(() => String, { nullable: true, description: SUBSCRIPTION })
  subscriptionNumber!: string | null;

  @Field(() => String, { nullable: true, description: CHARGE })
  chargeNumber!: string | null;

  @Field(() => String, { nullable: true, description: CATALOG_CHARGE })
  productRatePlanChargeId!: string | null;

  @Field(() => String, { nullable: true, description: 'The kind of action that changes it, as Zuora writes it.' })
  actionKindText!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'From this day.' })
  startDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'To this day.' })
  endDate!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'By how much, before discounts.' })
  gross!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'By how much, after discounts.' })
  net!: Money | null;
}

@ObjectType('ZuoraOrderPreview', {
  simpleResolvers: true,
  description: "What an order would do, by Zuora's own reckoning; nothing of it has happened.",
})
export class ZuoraOrderPreviewType implements ZuoraOrderPreview {
  @Field(() => [ZuoraPreviewDocumentType], { description: 'Invoices that would be made.' })
  invoices!: ZuoraPreviewDocumentType[];

  @Field(() => [ZuoraPreviewDocumentType], { description: 'Credit memos that would be made.' })
  creditMemos!: ZuoraPreviewDocumentType[];

  @Field(() => [ZuoraPreviewChargeType], { description: 'Figures of the charges; empty if not asked for.' })
  chargeMetrics!: ZuoraPreviewChargeType[];

  @Field(() => [ZuoraPreviewDeltaType], { description: 'Figures over time; empty if not asked for.' })
  deltaMetrics!: ZuoraPreviewDeltaType[];
}
