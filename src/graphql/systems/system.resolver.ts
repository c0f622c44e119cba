import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { type ConnectionKey, systemOf } from '../../domain/connections/key.js';
import type { DiscoveryStatus } from '../../domain/identity/discovery-status.js';
import { Needs } from '../../schema-kit/access.js';
import { BillingSystem } from '../../schema-kit/billing-system.js';
import { UserErrorType } from '../../schema-kit/user-error.type.js';
import type { ConnectedSystem } from '../../upstreams/connected.js';
import { connectionIdOf, connectionKeyOf, keyOfConnection } from '../connections/connection-id.js';
import type { GatewayContext } from '../context.js';
import { DiscoveryStatusType, type SystemState, SystemStatusType } from './system-status.type.js';

const CONNECTION = 'Another connection than the default one of the system.';

@ObjectType('DiscoveryPayload', {
  simpleResolvers: true,
  description: 'What became of a request to start or stop discovery.',
})
export class DiscoveryPayload {
  @Field(() => DiscoveryStatusType, { nullable: true, description: 'The state right after the request.' })
  discovery!: DiscoveryStatusType | null;

  @Field(() => [UserErrorType], { description: 'Why nothing was done; empty if it was.' })
  userErrors!: UserErrorType[];
}

@Resolver(() => SystemStatusType)
export class SystemResolver {
  @Needs('read')
  @Query(() => [SystemStatusType], { description: 'Every billing system and how it is doing, without asking it.' })
  async systems(@Ctx() context: GatewayContext): Promise<SystemStatusType[]> {
    let asked: Promise<readonly DiscoveryStatus[]> | undefined;
    const discoveries = () => {
      asked ??= context.discovery.status();
      return asked;
    };
    return context.systems.map((system) => ({ ...statusOf(system), discoveries }));
  }

  @FieldResolver(() => DiscoveryStatusType, { nullable: true, description: 'The reading of its lists.' })
  async discovery(
    @Root() { system, connectionId, discoveries }: SystemStatusType,
  ): Promise<DiscoveryStatusType | null> {
    return discoveryOf(connectionId === null ? system : connectionKeyOf(connectionId), await discoveries());
  }

  @Needs('sync')
  @Mutation(() => DiscoveryPayload, {
    description:
      'Reads all lists of a system now, for new and changed customers; a run that was stopped goes on where it was.',
  })
  async discoveryStart(
    @Arg('system', () => BillingSystem, { description: 'The system to read.' }) system: string,
    @Arg('connection', () => ID, { nullable: true, description: CONNECTION }) connection: string | null,
    @Ctx() context: GatewayContext,
  ): Promise<DiscoveryPayload> {
    const key = keyOfConnection(connection, system, context);
    await context.discovery.start(key);
    return { discovery: await statusOfDiscovery(key, context), userErrors: [] };
  }

  @Needs('sync')
  @Mutation(() => DiscoveryPayload, { description: 'Stops the reading of a system between two pages.' })
  async discoveryStop(
    @Arg('system', () => BillingSystem, { description: 'The system whose reading to stop.' }) system: string,
    @Arg('connection', () => ID, { nullable: true, description: CONNECTION }) connection: string | null,
    @Ctx() context: GatewayContext,
  ): Promise<DiscoveryPayload> {
    const key = keyOfConnection(connection, system, context);
    const before = await statusOfDiscovery(key, context);
    if (before?.state !== 'RUNNING') {
      const message = `Nothing to stop: the discovery of ${key} is not running.`;
      return { discovery: before, userErrors: [{ code: 'CONFLICT', message, field: ['system'] }] };
    }
    await context.discovery.stop(key);
    return { discovery: await statusOfDiscovery(key, context), userErrors: [] };
  }
}

async function statusOfDiscovery(
  key: ConnectionKey,
  { discovery }: GatewayContext,
): Promise<DiscoveryStatusType | null> {
  return discoveryOf(key, await discovery.status());
}

function discoveryOf(key: ConnectionKey, all: readonly DiscoveryStatus[]): DiscoveryStatusType | null {
  const status = all.find((each) => each.system === key);
  if (!status) return null;
  const { failure } = status;
  return { ...status, system: systemOf(key), failure: failure && `${failure.code}: ${failure.message}` };
}

function statusOf({
  key,
  name,
  upstream,
  connection,
  monitor,
  sandbox,
}: ConnectedSystem): Omit<SystemStatusType, 'discoveries'> {
  const { breaker, waiting, quota = [] } = connection.health();
  const { requests, failures, lastSuccessAt, lastFailureAt, lastFailure } = monitor.record;
  return {
    system: upstream.id,
    connectionId: connectionIdOf(key),
    title: name,
    mode: sandbox ? 'SANDBOX' : 'TENANT',
    state: breaker === 'OPEN' ? 'DOWN' : stateOf(lastSuccessAt, lastFailureAt),
    breaker,
    waiting,
    quota: quota.map(({ readAt, resetsAt, ...reading }) => ({
      ...reading,
      resetsAt: instant(resetsAt),
      asOf: instant(readAt),
    })),
    requests,
    failures,
    lastSuccessAt: instant(lastSuccessAt),
    lastFailureAt: instant(lastFailureAt),
    lastFailure: lastFailure && `${lastFailure.code}: ${lastFailure.message}`,
  };
}

function stateOf(lastSuccessAt: number | null, lastFailureAt: number | null): SystemState {
  if (lastSuccessAt === null && lastFailureAt === null) return 'UNKNOWN';
  return (lastFailureAt ?? 0) > (lastSuccessAt ?? 0) ? 'FAILING' : 'OK';
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
