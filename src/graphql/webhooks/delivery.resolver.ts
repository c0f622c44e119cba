import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { DeliveryState } from '../../domain/webhooks/model.js';
import { type Problem, refusal } from '../../kernel/refusal.js';
import { Needs } from '../../schema-kit/access.js';
import { type Connection, connection, PageArgs } from '../../schema-kit/connection.js';
import { answered } from '../../schema-kit/mutation.js';
import { UserErrorType } from '../../schema-kit/user-error.type.js';
import { connectionKeyOf } from '../connections/connection-id.js';
import type { GatewayContext } from '../context.js';
import { DeliveryStateEnum, toDelivery, WebhookDeliveryConnection, WebhookDeliveryType } from './delivery.type.js';

@ObjectType('WebhookDeliveryPayload', { simpleResolvers: true, description: 'What became of another try.' })
class WebhookDeliveryPayload {
  @Field(() => WebhookDeliveryType, { nullable: true, description: 'The delivery; null if nothing was done.' })
  delivery?: WebhookDeliveryType | null;

  @Field(() => [UserErrorType], { description: 'Why nothing was done; empty if it was.' })
  userErrors!: readonly Problem[];
}

@Resolver(() => WebhookDeliveryType)
export class WebhookDeliveryResolver {
  @Needs('sync')
  @Query(() => WebhookDeliveryConnection, { description: 'What systems told unasked, the newest first, for 30 days.' })
  async webhookDeliveries(
    @Args(() => PageArgs) { first, after = null }: PageArgs,
    @Arg('state', () => DeliveryStateEnum, { nullable: true, description: 'Those in this state.' })
    state: DeliveryState | null,
    @Arg('connection', () => ID, { nullable: true, description: 'Those of this connection.' }) id: string | null,
    @Ctx() { inbox }: GatewayContext,
  ): Promise<Connection<WebhookDeliveryType>> {
    const page = await inbox.page({
      first,
      after,
      ...(state && { state }),
      ...(id && { connection: connectionKeyOf(id) }),
    });
    const edges = page.items.map(({ node, cursor }) => ({ node: toDelivery(node), cursor }));
    return connection(edges, { hasNextPage: page.hasNextPage, after });
  }

  @Needs('sync')
  @Mutation(() => WebhookDeliveryPayload, { description: 'Tries a delivery again that was given up.' })
  webhookDeliveryRetry(
    @Arg('id', () => ID, { description: 'The id of the delivery.' }) id: string,
    @Ctx() { inbox }: GatewayContext,
  ): Promise<WebhookDeliveryPayload> {
    return answered(async () => {
      const found = await inbox.read(id);
      if (!found) throw refusal('NOT_FOUND', 'There is no such delivery.', ['id']);
      if (!(await inbox.revive(id))) {
        throw refusal('CONFLICT', `It was not given up: it is ${found.state}.`, ['id']);
      }
      inbox.wake();
      const delivery = await inbox.read(id);
      return { delivery: delivery && toDelivery(delivery) };
    });
  }
}
