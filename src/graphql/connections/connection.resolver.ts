import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { systemOf } from '../../domain/connections/key.js';
import { type Problem, refusal } from '../../kernel/refusal.js';
import { Needs } from '../../schema-kit/access.js';
import { answered } from '../../schema-kit/mutation.js';
import { UserErrorType } from '../../schema-kit/user-error.type.js';
import type { GatewayContext } from '../context.js';
import { ConnectionInput, toWish } from './connection.inputs.js';
import { ConnectionKindType, ConnectionType, toConnection } from './connection.type.js';
import { connectionKeyOf } from './connection-id.js';

@ObjectType('ConnectionPayload', { simpleResolvers: true, description: 'What became of a change to a connection.' })
class ConnectionPayload {
  @Field(() => ConnectionType, {
    nullable: true,
    description: 'The connection as it is now; of a deleted one, as it was; null if nothing was done.',
  })
  connection?: ConnectionType | null;

  @Field(() => [UserErrorType], { description: 'Why nothing was done; empty if it was.' })
  userErrors!: readonly Problem[];
}

const CONNECTION_ID = 'The id of the connection, or its key: the system, a slash and its handle.';

@Resolver(() => ConnectionType)
export class ConnectionResolver {
  @Needs('sync')
  @Query(() => [ConnectionType], { description: 'The links to billing systems, those of the environment first.' })
  async connections(@Ctx() context: GatewayContext): Promise<ConnectionType[]> {
    return (await context.connections.list()).map(toConnection);
  }

  @Needs('sync')
  @Query(() => [ConnectionKindType], { description: 'What connections to each billing system need.' })
  connectionKinds(@Ctx() context: GatewayContext): readonly ConnectionKindType[] {
    return context.connections.kinds.all as ConnectionKindType[];
  }

  @Needs('admin')
  @Mutation(() => ConnectionPayload, {
    description:
      'Makes a connection to another tenant or entity. It is read at once, and its customers are discovered from the next scheduled run on.',
  })
  connectionCreate(
    @Arg('input', () => ConnectionInput, { description: 'What it is to be.' }) input: ConnectionInput,
    @Ctx() context: GatewayContext,
  ): Promise<ConnectionPayload> {
    return answered(async () => {
      if (!input.system) throw refusal('INVALID', 'Say which system it leads to.', ['input', 'system']);
      return { connection: toConnection(await context.connections.create(input.system, toWish(input))) };
    });
  }

  @Needs('admin')
  @Mutation(() => ConnectionPayload, { description: 'Changes a connection; what the input leaves out stays as it is.' })
  connectionUpdate(
    @Arg('id', () => ID, { description: CONNECTION_ID }) id: string,
    @Arg('input', () => ConnectionInput, { description: 'What is to be different.' }) input: ConnectionInput,
    @Ctx() context: GatewayContext,
  ): Promise<ConnectionPayload> {
    return answered(async () => {
      const key = connectionKeyOf(id);
      if (input.system && input.system !== systemOf(key)) {
        throw refusal('INVALID', 'A connection keeps its system: make another one.', ['input', 'system']);
      }
      return { connection: toConnection(await context.connections.update(key, toWish(input))) };
    });
  }

  @Needs('admin')
  @Mutation(() => ConnectionPayload, {
    description:
      'Ends a connection and forgets its secrets. Its name is not used again; what is known of customers stays.',
  })
  connectionDelete(
    @Arg('id', () => ID, { description: CONNECTION_ID }) id: string,
    @Ctx() context: GatewayContext,
  ): Promise<ConnectionPayload> {
    return answered(async () => ({ connection: toConnection(await context.connections.delete(connectionKeyOf(id))) }));
  }

  @Needs('sync')
  @Mutation(() => ConnectionPayload, {
    description: 'Looks whether a connection can be used and what its tenant can do, by calls that change nothing.',
  })
  connectionTest(
    @Arg('id', () => ID, { description: CONNECTION_ID }) id: string,
    @Ctx() context: GatewayContext,
  ): Promise<ConnectionPayload> {
    return answered(async () => ({
      connection: toConnection(await context.connections.test(connectionKeyOf(id), context.signal)),
    }));
  }
}
