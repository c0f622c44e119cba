import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, InputType, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { Needs } from '../../../../schema-kit/access.js';
import type { Connection } from '../../../../schema-kit/connection.js';
import { PageArgs } from '../../../../schema-kit/connection.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { parseGlobalId } from '../../../../schema-kit/global-id.js';
import { DateScalar } from '../../../../schema-kit/scalars.js';
import { zodInput } from '../../../../schema-kit/zod-input.js';
import type { ZuoraAccount, ZuoraSubscription } from '../../model.js';
import { JOB_PREFIX } from '../../names.js';
import type { ZuoraAsyncJob } from '../../orders/job.js';
import type { ZuoraOrder, ZuoraOrderStatus, ZuoraOrderSubscription } from '../../orders/model.js';
import { zuoraBilling } from '../../session.js';
import { ZuoraAccountType } from '../account.type.js';
import { ZuoraSubscriptionType } from '../subscription.type.js';
import { ZuoraAsyncJobType } from './async-job.type.js';
import { ZuoraOrderConnection, ZuoraOrderSubscriptionType, ZuoraOrderType } from './order.type.js';
import { ZuoraOrderDateFieldEnum, ZuoraOrderStatusEnum } from './order-enums.js';

const LISTS = ['accountNumber', 'invoiceAccountNumber', 'subscriptionNumber'] as const;

/** What Zuora cannot look for. */
const Filter = z.looseObject({}).check(({ value, issues }) => {
  const given = LISTS.filter((name) => value[name] != null);
  const complain = (path: string[], message: string) => issues.push({ code: 'custom', message, path, input: value });
  if (given.length > 1) complain([], `Zuora lists orders by one of ${LISTS.join(', ')}, not by ${given.join(' and ')}`);
  if (value.status === 'UNKNOWN') complain(['status'], 'cannot be looked for');
  if (value.status != null && value.accountNumber != null) {
    complain(['status'], 'cannot be combined with accountNumber: Zuora does not filter that list by status');
  }
});

@InputType('ZuoraOrderFilter', {
  description: 'Which orders: of one account or subscription, or of all; of a period; in a state.',
})
class ZuoraOrderFilter {
  @Field(() => String, { nullable: true, description: 'Number of the account that owns the subscriptions.' })
  accountNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the account that is invoiced.' })
  invoiceAccountNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of a subscription.' })
  subscriptionNumber?: string | null;

  @Field(() => ZuoraOrderDateFieldEnum, {
    defaultValue: 'orderDate',
    description: 'Which date `from` and `to` are about.',
  })
  dateField!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Not before this day.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Not after this day.' })
  to?: string | null;

  @Field(() => ZuoraOrderStatusEnum, { nullable: true, description: 'Only orders in this state.' })
  status?: ZuoraOrderStatus | null;
}

@zodInput(z.looseObject({ filter: Filter.nullish() }))
@ArgsType()
class ZuoraOrdersArgs extends PageArgs {
  @Field(() => ZuoraOrderFilter, { nullable: true, description: 'Which orders; left out, all.' })
  filter?: ZuoraOrderFilter | null;
}

@Resolver(() => ZuoraOrderType)
export class ZuoraOrderResolver {
  @Needs('read')
  @Query(() => ZuoraOrderType, { nullable: true, description: 'An order of Zuora Billing; null if there is none.' })
  zuoraOrder(
    @Arg('orderNumber', () => String, { description: 'Its number.' }) orderNumber: string,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraOrder | null> {
    return context.session(zuoraBilling).orders.load(orderNumber);
  }

  @Needs('read')
  @Query(() => ZuoraOrderConnection, { description: "Orders of Zuora Billing, in Zuora's own order." })
  zuoraOrders(
    @Args(() => ZuoraOrdersArgs) { filter, ...page }: ZuoraOrdersArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ZuoraOrder>> {
    const status = filter?.status?.toLowerCase();
    return context.session(zuoraBilling).orders.page({ ...filter, status }, page);
  }

  @Needs('read')
  @Query(() => ZuoraAsyncJobType, {
    nullable: true,
    description: 'A job that makes a large order, as it is now; null if Zuora knows no such job.',
  })
  zuoraAsyncJob(
    @Arg('id', () => String, { description: "Its id, here or in Zuora's own words." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraAsyncJob | null> {
    const global = parseGlobalId(id);
    return jobNow(context, global?.prefix === JOB_PREFIX ? global.key : id);
  }

  @FieldResolver(() => ZuoraAccountType, { nullable: true, description: 'The account that is invoiced.' })
  account(@Root() order: ZuoraOrder, @Ctx() context: RequestContext): Promise<ZuoraAccount | null> | null {
    return order.accountNumber === null ? null : context.session(zuoraBilling).account(order.accountNumber);
  }
}

/** A job that is done has changed what was known of its subscriptions. */
export async function jobNow(context: RequestContext, jobId: string): Promise<ZuoraAsyncJob | null> {
  const session = context.session(zuoraBilling);
  const job = await session.orders.job(jobId);
  if (job?.result) await session.orderLanded(await session.orders.afresh(job.result.orderNumber));
  return job;
}

@Resolver(() => ZuoraOrderSubscriptionType)
export class ZuoraOrderSubscriptionResolver {
  @FieldResolver(() => ZuoraSubscriptionType, {
    nullable: true,
    description: 'The subscription as it is now; null while there is none.',
  })
  subscription(
    @Root() { subscriptionNumber }: ZuoraOrderSubscription,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraSubscription | null> | null {
    return subscriptionNumber === null ? null : context.session(zuoraBilling).subscription(subscriptionNumber);
  }
}

@Resolver(() => ZuoraAsyncJobType)
export class ZuoraAsyncJobResolver {
  @FieldResolver(() => ZuoraOrderType, { nullable: true, description: 'The order; null until the job is done.' })
  order(@Root() { result }: ZuoraAsyncJob, @Ctx() context: RequestContext): Promise<ZuoraOrder | null> | null {
    return result === null ? null : context.session(zuoraBilling).orders.load(result.orderNumber);
  }
}

@Resolver(() => ZuoraAccountType)
export class ZuoraAccountOrdersResolver {
  @FieldResolver(() => ZuoraOrderConnection, {
    nullable: true,
    description:
      "Orders for subscriptions that the account owns, in Zuora's own order; an error on tenants without Orders.",
  })
  orders(
    @Root() { accountNumber }: ZuoraAccount,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ZuoraOrder>> {
    return context.session(zuoraBilling).orders.page({ accountNumber }, page);
  }
}

@Resolver(() => ZuoraSubscriptionType)
export class ZuoraSubscriptionOrdersResolver {
  @FieldResolver(() => ZuoraOrderConnection, {
    nullable: true,
    description: "Orders for the subscription, in Zuora's own order; an error on tenants without Orders.",
  })
  orders(
    @Root() { subscriptionNumber }: ZuoraSubscription,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ZuoraOrder>> {
    return context.session(zuoraBilling).orders.page({ subscriptionNumber }, page);
  }
}
