import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { CallForEach, Needs } from '../../../../schema-kit/access.js';
import type { Connection } from '../../../../schema-kit/connection.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { DateTimeScalar } from '../../../../schema-kit/scalars.js';
import { zodInput } from '../../../../schema-kit/zod-input.js';
import { CHARGE_METRICS, DISCOUNT_ALLOCATIONS } from '../../metrics/metric-streams.js';
import type { ZuoraChargeMetric, ZuoraCurrencyMetrics, ZuoraDiscountAllocation } from '../../metrics/model.js';
import type { ZuoraAccount } from '../../model.js';
import { zuoraBilling } from '../../session.js';
import { ZuoraAccountType } from '../account.type.js';
import { ZuoraChargeMetricConnection, ZuoraDiscountAllocationConnection } from './charge-metric.type.js';
import { ZuoraAccountCurrencyMetricsType } from './currency-metrics.type.js';

const MAX_PAGE = 1_000;

@zodInput(z.object({ first: z.int().min(1).max(MAX_PAGE) }).loose())
@ArgsType()
class MetricsArgs {
  @Field(() => DateTimeScalar, { description: 'Rows that Zuora changed at this moment or later; whole seconds count.' })
  from!: string;

  @Field(() => DateTimeScalar, {
    description:
      'Rows that Zuora changed before this moment. It should lie in the past, so that nothing is added to it.',
  })
  to!: string;

  @Field(() => Int, { defaultValue: 100, description: `How many rows, 1 to ${MAX_PAGE}.` })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before this one.' })
  after?: string | null;
}

@Resolver()
export class ZuoraChargeMetricsResolver {
  @Needs('read')
  @Query(() => ZuoraChargeMetricConnection, {
    description:
      "What charges are worth, as far as it changed between two moments, for keeping a copy up to date; in Zuora's order. All pages are of one answer while that is kept (ten minutes after the last page); after that it is read again, and a cursor is refused if what was before it has changed.",
  })
  zuoraChargeMetrics(
    @Args(() => MetricsArgs) args: MetricsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ZuoraChargeMetric>> {
    return context.session(zuoraBilling).metrics.page(CHARGE_METRICS, args);
  }

  @Needs('read')
  @Query(() => ZuoraDiscountAllocationConnection, {
    description:
      'What discounts take off charges, as far as it changed between two moments; pages as in `zuoraChargeMetrics`.',
  })
  zuoraDiscountAllocations(
    @Args(() => MetricsArgs) args: MetricsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ZuoraDiscountAllocation>> {
    return context.session(zuoraBilling).metrics.page(DISCOUNT_ALLOCATIONS, args);
  }
}

@Resolver(() => ZuoraAccountType)
export class ZuoraAccountMetricsResolver {
  @CallForEach()
  @FieldResolver(() => [ZuoraAccountCurrencyMetricsType], {
    nullable: true,
    description:
      'Running totals in each currency of the account; null on tenants without Multiple Currencies. A call for each account.',
  })
  async metricsByCurrency(
    @Root() { zuoraId }: ZuoraAccount,
    @Ctx() context: RequestContext,
  ): Promise<readonly ZuoraCurrencyMetrics[] | null> {
    return await context.session(zuoraBilling).metrics.byCurrency.load(zuoraId);
  }
}
