import { ArgsType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { BillingSystem } from '../../../../schema-kit/billing-system.js';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar } from '../../../../schema-kit/scalars.js';
import { zodInput } from '../../../../schema-kit/zod-input.js';
import { SYSTEM } from '../../names.js';
import { MOST_POINTS, pointsIn } from '../../usage/metrics.js';
import type { RevenuePoint, UsagePeriod, UsagePoint, UsageWindow } from '../../usage/model.js';

const UsagePeriodEnum: Record<UsagePeriod, UsagePeriod> = { HOUR: 'HOUR', DAY: 'DAY', WEEK: 'WEEK', MONTH: 'MONTH' };
registerEnumType(UsagePeriodEnum, {
  name: 'UsagePeriod',
  description: 'How finely usage is told.',
  valuesConfig: {
    HOUR: { description: 'By the hour.' },
    DAY: { description: 'By the day of the system.' },
    WEEK: { description: 'By the week of the system.' },
    MONTH: { description: 'By the month of the system.' },
  },
});

const Window = z
  .looseObject({ from: z.string(), to: z.string(), period: z.enum(['HOUR', 'DAY', 'WEEK', 'MONTH']) })
  .check(({ value, issues }) => {
    const wrong = (message: string) => issues.push({ code: 'custom', message, path: ['to'], input: value.to });
    if (Date.parse(value.to) <= Date.parse(value.from)) wrong('must be after from');
    else if (pointsIn(value) > MOST_POINTS) {
      wrong(`is too far from \`from\`: at most ${MOST_POINTS - 1} periods can be asked for`);
    }
  });

@zodInput(Window)
@ArgsType()
export class UsageArgs implements UsageWindow {
  @Field(() => DateTimeScalar, { description: 'Where to begin.' })
  from!: string;

  @Field(() => DateTimeScalar, { description: 'Where to end, this instant excluded: at most 299 periods later.' })
  to!: string;

  @Field(() => UsagePeriodEnum, { defaultValue: 'DAY', description: 'How finely.' })
  period!: UsagePeriod;
}

/** The same instants written the same way, so that all who ask for them share what was read. */
export function windowOf({ from, to, period }: UsageArgs): UsageWindow {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), period };
}

@ObjectType('UsagePoint', {
  simpleResolvers: true,
  description: 'What was used of one thing, on one account, in one period.',
})
export class UsagePointType implements UsagePoint {
  meterId!: string;

  @Field(() => BillingSystem, { description: 'The system that measured it.' })
  system!: string;

  @Field(() => String, { description: 'The account in that system.' })
  accountId!: string;

  @Field(() => String, { description: 'What was used: the name of the meter.' })
  meter!: string;

  @Field(() => DateTimeScalar, { description: 'When the period begins.' })
  at!: string;

  @Field(() => DecimalScalar, { description: 'How much, in the unit of the meter.' })
  quantity!: string;
}

export function toUsagePoint(point: UsagePoint): UsagePointType {
  return { system: SYSTEM, ...point };
}

@ObjectType('TogaiRevenuePoint', {
  simpleResolvers: true,
  description: 'What Togai reckons an account owes for one period; invoices may still differ.',
})
export class TogaiRevenuePointType implements RevenuePoint {
  @Field(() => DateTimeScalar, { description: 'When the period begins.' })
  at!: string;

  @Field(() => DecimalScalar, { description: "How much, in the currency of the account's invoices." })
  amount!: string;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: "The account's currency; null where that of the organisation counts.",
  })
  currency!: string | null;
}
