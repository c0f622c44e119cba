import { Field, ObjectType } from 'type-graphql';
import type { Money } from '../../../../kernel/money.js';
import { connectionType } from '../../../../schema-kit/connection.js';
import { MoneyType } from '../../../../schema-kit/money.type.js';
import type { ZuoraChargeMetric, ZuoraDiscountAllocation } from '../../metrics/model.js';
import { MetricRowType } from './metric-row.type.js';

@ObjectType('ZuoraChargeMetric', {
  simpleResolvers: true,
  description: 'What one charge is worth between two days.',
})
class ZuoraChargeMetricType extends MetricRowType implements ZuoraChargeMetric {
  @Field(() => MoneyType, { nullable: true, description: 'Monthly recurring revenue before discounts.' })
  mrrGross!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What discounts take off it.' })
  mrrDiscount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Monthly recurring revenue after discounts.' })
  mrrNet!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Total contracted value before discounts.' })
  tcvGross!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What discounts take off it.' })
  tcvDiscount!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Total contracted value after discounts.' })
  tcvNet!: Money | null;
}

@ObjectType('ZuoraDiscountAllocation', {
  simpleResolvers: true,
  description: 'What one discount takes off one charge between two days.',
})
class ZuoraDiscountAllocationType extends MetricRowType implements ZuoraDiscountAllocation {
  @Field(() => String, { nullable: true, description: '`zuoraId` of the charge metric that it is a part of.' })
  chargeMetricId!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the charge that is the discount.' })
  discountChargeNumber!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'What it takes off the monthly recurring revenue.' })
  discountMrr!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'What it takes off the total contracted value.' })
  discountTcv!: Money | null;
}

export const ZuoraChargeMetricConnection = connectionType<ZuoraChargeMetric>(
  'ZuoraChargeMetric',
  () => ZuoraChargeMetricType,
);
export const ZuoraDiscountAllocationConnection = connectionType<ZuoraDiscountAllocation>(
  'ZuoraDiscountAllocation',
  () => ZuoraDiscountAllocationType,
);
