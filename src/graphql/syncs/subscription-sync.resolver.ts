import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { subscriptionRequest } from '../../domain/syncs/subscriptions/subscription-request.js';
import { Needs } from '../../schema-kit/access.js';
import type { GatewayContext } from '../context.js';
import { connectionNamed, DryRun, Reason, SyncPayload, syncAsked } from './sync-payload.js';

@InputType('SubscriptionSyncInput', {
  description: 'A subscription, and the account that is put under its price plans.',
})
class SubscriptionSyncInput {
  @Field(() => String, { description: 'Number of the subscription, or any key that its system knows it by.' })
  subscriptionKey!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The account in the system that has price plans; without it the only one that the customer has.',
  })
  accountId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The connection that sold the subscription; without it the first one that knows it.',
  })
  from?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The connection whose price plans it comes to; without it the first one that has price plans.',
  })
  to?: string | null;
}

@Resolver()
export class SubscriptionSyncResolver {
  @Needs('sync')
  @Mutation(() => SyncPayload, {
    description:
      'Puts an account under the price plans that a subscription comes to: makes what is missing, and changes what differs. Gives the run at once, which goes on by itself; a dry run gives its steps.',
  })
  subscriptionSync(
    @Arg('input', () => SubscriptionSyncInput, { description: 'What to bring into step.' })
    { from, to, ...asked }: SubscriptionSyncInput,
    @DryRun() dryRun: boolean,
    @Reason() reason: string | null,
    @Ctx() context: GatewayContext,
  ): Promise<SyncPayload> {
    return syncAsked(context, { dryRun, reason }, (who) => {
      const connections = {
        from: from == null ? null : connectionNamed(from, 'from', context),
        to: to == null ? null : connectionNamed(to, 'to', context),
      };
      const customerOf = (ref: Parameters<typeof context.customers.byRef>[0]) => context.customers.byRef(ref);
      return subscriptionRequest({ ...asked, ...connections }, context.syncWorld, customerOf, who);
    });
  }
}
