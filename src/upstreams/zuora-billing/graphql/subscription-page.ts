import { ArgsType, Field } from 'type-graphql';
import { type Connection, connectionOfList, PageArgs } from '../../../schema-kit/connection.js';
import type { ZuoraSubscription, ZuoraSubscriptionStatus } from '../model.js';
import { ZuoraSubscriptionStatusEnum } from './subscription.type.js';

@ArgsType()
export class SubscriptionPageArgs extends PageArgs {
  @Field(() => ZuoraSubscriptionStatusEnum, { nullable: true, description: 'Only subscriptions in this state.' })
  status?: ZuoraSubscriptionStatus | null;
}

/** The cursor holds the subscription's number, so it survives new versions and new subscriptions. */
export function subscriptionPage(
  subscriptions: readonly ZuoraSubscription[],
  { status, ...page }: SubscriptionPageArgs,
): Connection<ZuoraSubscription> {
  const wanted = status ? subscriptions.filter((subscription) => subscription.status === status) : subscriptions;
  return connectionOfList(wanted, page, ({ subscriptionNumber }) => subscriptionNumber);
}
