import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Needs } from '../../../schema-kit/access.js';
import type { RequestContext } from '../../../schema-kit/context.js';
import type { ZuoraAccount, ZuoraSubscription } from '../model.js';
import { zuoraBilling } from '../session.js';
import { ZuoraAccountType } from './account.type.js';
import { ZuoraSubscriptionType } from './subscription.type.js';

@Resolver(() => ZuoraSubscriptionType)
export class ZuoraSubscriptionResolver {
  @Needs('read')
  @Query(() => ZuoraSubscriptionType, {
    nullable: true,
    description: 'The latest version of a subscription of Zuora Billing; null if there is none.',
  })
  zuoraSubscription(
    @Arg('key', () => String, { description: 'Subscription number, or the id of any of its versions.' }) key: string,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraSubscription | null> {
    return context.session(zuoraBilling).subscription(key);
  }

  @FieldResolver(() => ZuoraAccountType, { nullable: true, description: 'The account that owns the subscription.' })
  account(@Root() subscription: ZuoraSubscription, @Ctx() context: RequestContext): Promise<ZuoraAccount | null> {
    return context.session(zuoraBilling).accounts.load(subscription.accountId);
  }
}
