import { Field, ObjectType } from 'type-graphql';
import type { Money } from '../../../../kernel/money.js';
import { MoneyType } from '../../../../schema-kit/money.type.js';
import { DateScalar, DecimalScalar } from '../../../../schema-kit/scalars.js';
import type { ZuoraSubscriptionPreview, ZuoraSubscriptionPreviewItem } from '../../subscriptions/preview.js';

@ObjectType('ZuoraSubscriptionPreviewItem', { simpleResolvers: true, description: 'A line that would be billed.' })
class ZuoraSubscriptionPreviewItemType implements ZuoraSubscriptionPreviewItem {
  @Field(() => String, { nullable: true, description: 'Name of the charge.' })
  chargeName!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the product.' })
  productName!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much would be billed.' })
  quantity!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'Amount of the line without tax; negative for a credit.' })
  amount!: Money | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day that would be billed.' })
  serviceStartDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day that would be billed.' })
  serviceEndDate!: string | null;
}

@ObjectType('ZuoraSubscriptionPreview', {
  simpleResolvers: true,
  description: 'What Zuora would bill for a change, and what the change is worth. Nothing was changed.',
})
export class ZuoraSubscriptionPreviewType implements ZuoraSubscriptionPreview {
  @Field(() => MoneyType, { nullable: true, description: 'What would be billed, tax included.' })
  amount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'The tax on it.' })
  taxAmount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What would be credited; null for nothing.' })
  creditAmount!: Money | null;

  @Field(() => DateScalar, { nullable: true, description: 'Up to which day it bills.' })
  targetDate!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'Monthly recurring revenue; of an update, the difference.' })
  contractedMrr!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Total contracted value; of an update, the difference.' })
  totalContractedValue!: Money | null;

  @Field(() => [ZuoraSubscriptionPreviewItemType], { description: 'The lines that would be billed or credited.' })
  items!: ZuoraSubscriptionPreviewItemType[];
}
