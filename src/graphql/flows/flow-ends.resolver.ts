import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ConnectionType, toConnection } from '../connections/connection.type.js';
import type { GatewayContext } from '../context.js';
import { FlowActionType, FlowTriggerType } from './flow.type.js';

@Resolver(() => FlowTriggerType)
export class FlowTriggerResolver {
  @FieldResolver(() => ConnectionType, { nullable: true, description: 'Where it has to happen; null if it is gone.' })
  connection(
    @Root() { connectionKey }: FlowTriggerType,
    @Ctx() context: GatewayContext,
  ): Promise<ConnectionType | null> {
    return connectionOf(connectionKey, context);
  }
}

@Resolver(() => FlowActionType)
export class FlowActionResolver {
  @FieldResolver(() => ConnectionType, { nullable: true, description: 'Where it is done; null if it is gone.' })
  connection(
    @Root() { connectionKey }: FlowActionType,
    @Ctx() context: GatewayContext,
  ): Promise<ConnectionType | null> {
    return connectionOf(connectionKey, context);
  }
}

async function connectionOf(key: string, { connections }: GatewayContext): Promise<ConnectionType | null> {
  const found = await connections.read(key);
  return found && toConnection(found);
}
