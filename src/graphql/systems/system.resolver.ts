import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { DiscoveryStatus } from '../../domain/identity/discovery-status.js';
import { Needs } from '../../schema-kit/access.js';
import { BillingSystem } from '../../schema-kit/billing-system.js';
import { UserErrorType } from '../../schema-kit/user-error.type.js';
import type { ConnectedSystem } from '../../upstreams/connected.js';
import type { GatewayContext } from '../context.js';
import { DiscoveryStatusType, type SystemState, SystemStatusType } from './system-status.type.js';

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
    const discovery = await context.discovery.status();
    return context.systems.map((system) => statusOf(system, discovery));
  }

  @Needs('sync')
  @Mutation(() => DiscoveryPayload, {
    description:
      'Reads all lists of a system now, for new and changed customers; a run that was stopped goes on where it was.',
  })
  async discoveryStart(
    @Arg('system', () => BillingSystem, { description: 'The system to read.' }) system: string,
    @Ctx() context: GatewayContext,
  ): Promise<DiscoveryPayload> {
    await context.discovery.start(system);
    return { discovery: await statusOfDiscovery(system, context), userErrors: [] };
  }

  @Needs('sync')
  @Mutation(() => DiscoveryPayload, { description: 'Stops the reading of a system between two pages.' })
  async discoveryStop(
    @Arg('system', () => BillingSystem, { description: 'The system whose reading to stop.' }) system: string,
    @Ctx() context: GatewayContext,
  ): Promise<DiscoveryPayload> {
    const before = await statusOfDiscovery(system, context);
    if (before?.state !== 'RUNNING') {
      const message = `Nothing to stop: the discovery of ${system} is not running.`;
      return { discovery: before, userErrors: [{ code: 'CONFLICT', message, field: ['system'] }] };
    }
    await context.discovery.stop(system);
    return { discovery: await statusOfDiscovery(system, context), userErrors: [] };
  }
}

async function statusOfDiscovery(system: string, { discovery }: GatewayContext): Promise<DiscoveryStatusType | null> {
  return discoveryOf(system, await discovery.status());
}

function discoveryOf(system: string, all: readonly DiscoveryStatus[]): DiscoveryStatusType | null {
  const status = all.find((each) => each.system === system);
  if (!status) return null;
  const { failure } = status;
  return { ...status, failure: failure && `${failure.code}: ${failure.message}` };
}

function statusOf(
  { upstream, connection, monitor, sandbox }: ConnectedSystem,
  discovery: readonly DiscoveryStatus[],
): SystemStatusType {
  const { breaker, waiting, quota = [] } = connection.health();
  const { requests, failures, lastSuccessAt, lastFailureAt, lastFailure } = monitor.record;
  return {
    system: upstream.id,
    title: upstream.title,
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
    discovery: discoveryOf(upstream.id, discovery),
  };
}

function stateOf(lastSuccessAt: number | null, lastFailureAt: number | null): SystemState {
  if (lastSuccessAt === null && lastFailureAt === null) return 'UNKNOWN';
  return (lastFailureAt ?? 0) > (lastSuccessAt ?? 0) ? 'FAILING' : 'OK';
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
