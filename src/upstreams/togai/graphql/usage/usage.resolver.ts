import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { CustomerType } from '../../../../schema-kit/customer.type.js';
import { customerIdOf } from '../../known-ids.js';
import type { TogaiAccount } from '../../model.js';
import { knownAccountIds, togai } from '../../session.js';
import { TogaiAccountType } from '../account.type.js';
import { TogaiRevenuePointType, toUsagePoint, UsageArgs, UsagePointType, windowOf } from './usage.type.js';

@Resolver(() => TogaiAccountType)
export class TogaiAccountUsage {
  @FieldResolver(() => [UsagePointType], {
    nullable: true,
    description: 'What the meters counted for the account, by time and meter. Many accounts are asked for in one call.',
  })
  async usage(
    @Root() { togaiId }: TogaiAccount,
    @Args(() => UsageArgs) args: UsageArgs,
    @Ctx() context: RequestContext,
  ): Promise<UsagePointType[]> {
    return (await context.session(togai).usage([togaiId], windowOf(args))).map(toUsagePoint);
  }

  @FieldResolver(() => [TogaiRevenuePointType], {
    nullable: true,
    description: 'What Togai reckons the account owes, by time. Many accounts are asked for in one call.',
  })
  async revenue(
    @Root() { togaiId, invoiceCurrency: currency }: TogaiAccount,
    @Args(() => UsageArgs) args: UsageArgs,
    @Ctx() context: RequestContext,
  ): Promise<TogaiRevenuePointType[]> {
    const points = await context.session(togai).revenue(togaiId, windowOf(args));
    return points.map((point) => ({ ...point, currency }));
  }
}

@Resolver(() => CustomerType)
export class CustomerUsage {
  @FieldResolver(() => [UsagePointType], {
    nullable: true,
    description:
      'What was used on all Togai accounts, by time; null if the customer is not in Togai, or with an error if one of ' +
      'them cannot be read. At most 30 seconds old.',
  })
  async usage(
    @Root() { entry }: CustomerType,
    @Args(() => UsageArgs) args: UsageArgs,
    @Ctx() context: RequestContext,
  ): Promise<UsagePointType[] | null> {
    const id = customerIdOf(entry);
    if (id === null) return null;
    const points = await context.session(togai).usage(knownAccountIds(entry, id), windowOf(args));
    return points.map(toUsagePoint);
  }
}
