import { Field, InputType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar } from '../../../../schema-kit/scalars.js';

@InputType('ZuoraUsageCreateInput', { description: 'What a customer used.' })
export class ZuoraUsageCreateInput {
  @Field(() => String, { description: 'Account id (32 hexadecimal digits) or account number.' })
  accountKey!: string;

  @Field(() => String, { description: "What the quantity counts: one of the tenant's units of measure." })
  unitOfMeasure!: string;

  @Field(() => DecimalScalar, { description: 'How much was used, 0 or more, at most 16 characters.' })
  quantity!: string;

  @Field(() => DateTimeScalar, { description: 'When the use began; decides the billing period.' })
  startAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the use ended; for reports alone.' })
  endAt?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the subscription; without it the account decides.' })
  subscriptionNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the charge.' })
  chargeNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Original id of the charge, in place of its number.' })
  chargeId?: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks, at most 200 characters.' })
  description?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A key of yours that Zuora takes only once, on tenants that have unique keys for usage.',
  })
  uniqueKey?: string | null;
}

@InputType('ZuoraUsageUpdateInput', { description: 'Changes of a usage record that has not been billed.' })
export class ZuoraUsageUpdateInput {
  @Field(() => DecimalScalar, { nullable: true, description: 'How much was used.' })
  quantity?: string;

  @Field(() => String, { nullable: true, description: 'What the quantity counts.' })
  unitOfMeasure?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the use began.' })
  startAt?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the use ended.' })
  endAt?: string | null;
}

@InputType('ZuoraUsageChangeInput', { description: 'Changes of one usage record of many.' })
export class ZuoraUsageChangeInput extends ZuoraUsageUpdateInput {
  @Field(() => String, { description: "Zuora's id of the record." })
  id!: string;
}
