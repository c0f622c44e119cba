import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { DiscoveryState, DiscoveryStatus } from '../../domain/identity/discovery-status.js';
import type { BreakerState } from '../../kernel/http/upstream-http.js';
import { BillingSystem } from '../../schema-kit/billing-system.js';
import { DateTimeScalar } from '../../schema-kit/scalars.js';

export type SystemMode = 'SANDBOX' | 'TENANT';
export type SystemState = 'UNKNOWN' | 'OK' | 'FAILING' | 'DOWN';

const SystemModeEnum: Record<SystemMode, SystemMode> = { SANDBOX: 'SANDBOX', TENANT: 'TENANT' };
registerEnumType(SystemModeEnum, {
  name: 'SystemMode',
  description: 'What stands behind a billing system.',
  valuesConfig: {
    SANDBOX: { description: 'A sandbox with made-up data.' },
    TENANT: { description: 'A tenant at the vendor, with real data.' },
  },
});

const SystemStateEnum: Record<SystemState, SystemState> = {
  UNKNOWN: 'UNKNOWN',
  OK: 'OK',
  FAILING: 'FAILING',
  DOWN: 'DOWN',
};
registerEnumType(SystemStateEnum, {
  name: 'SystemState',
  description: 'How a billing system is doing, as its last calls told.',
  valuesConfig: {
    UNKNOWN: { description: 'It has not been called yet.' },
    OK: { description: 'The last call succeeded.' },
    FAILING: { description: 'The last call failed.' },
    DOWN: { description: 'So many calls failed in a row that it is left alone for a moment.' },
  },
});

const BreakerStateEnum: Record<BreakerState, BreakerState> = {
  CLOSED: 'CLOSED',
  OPEN: 'OPEN',
  HALF_OPEN: 'HALF_OPEN',
};
registerEnumType(BreakerStateEnum, {
  name: 'BreakerState',
  description: 'Whether calls to a billing system are let through.',
  valuesConfig: {
    CLOSED: { description: 'Calls go through.' },
    OPEN: { description: 'Calls are refused at once, because many in a row failed.' },
    HALF_OPEN: { description: 'One call is let through to see whether the system is back.' },
  },
});

const DiscoveryStateEnum: Record<DiscoveryState, DiscoveryState> = {
  NEVER: 'NEVER',
  RUNNING: 'RUNNING',
  STOPPED: 'STOPPED',
  SUCCEEDED: 'SUCCEEDED',
  FAILED: 'FAILED',
};
registerEnumType(DiscoveryStateEnum, {
  name: 'DiscoveryState',
  description: "State of the last reading of a system's lists.",
  valuesConfig: {
    NEVER: { description: 'There was none yet.' },
    RUNNING: { description: 'It is under way, or goes on as soon as a process is free.' },
    STOPPED: { description: 'Somebody stopped it; it goes on from its page when it is started again.' },
    SUCCEEDED: { description: 'Every list was read to its end.' },
    FAILED: { description: 'It gave up; the next scheduled run tries again.' },
  },
});

@ObjectType('DiscoveryStatus', {
  simpleResolvers: true,
  description: "The reading of a system's lists, which finds its customers and fills the cache.",
})
export class DiscoveryStatusType {
  @Field(() => BillingSystem, { description: 'The system.' })
  system!: string;

  @Field(() => DiscoveryStateEnum, { description: 'State of the last run.' })
  state!: DiscoveryState;

  @Field(() => String, { nullable: true, description: 'The list that is or was read last.' })
  stream!: string | null;

  @Field(() => Int, { description: 'Pages read in the run.' })
  pages!: number;

  @Field(() => Int, { description: 'Records met in the run.' })
  records!: number;

  @Field(() => Int, { description: 'Customers that the run added to the directory.' })
  created!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the run began.' })
  startedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the run ended.' })
  finishedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a run last read every list to its end.' })
  lastSucceededAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the run failed; of one that is running, why its page is being tried again.',
  })
  failure!: string | null;
}

@ObjectType('SystemQuota', {
  simpleResolvers: true,
  description: 'One limit of a billing system, which all integrations of the tenant share.',
})
export class SystemQuotaType {
  @Field(() => String, { description: "What it counts, in the system's words." })
  name!: string;

  @Field(() => Int, { description: 'The limit.' })
  limit!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'What everybody together has left; null if the system has not said.',
  })
  remaining!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many the gateway uses at most as of now; null if it uses what there is.',
  })
  share!: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the limit is whole again; null where that is not a matter of time.',
  })
  resetsAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the system said so; null if it has not.' })
  asOf!: string | null;
}

@ObjectType('SystemStatus', { simpleResolvers: true, description: 'How a billing system is doing.' })
export class SystemStatusType {
  @Field(() => BillingSystem, { description: 'The system.' })
  system!: string;

  @Field(() => ID, { nullable: true, description: 'The connection; null for the default connection of the system.' })
  connectionId!: string | null;

  @Field(() => String, { description: 'Its name for people.' })
  title!: string;

  @Field(() => SystemModeEnum, { description: 'What stands behind it.' })
  mode!: SystemMode;

  @Field(() => SystemStateEnum, { description: 'How it is doing.' })
  state!: SystemState;

  @Field(() => BreakerStateEnum, { description: 'Whether calls are let through.' })
  breaker!: BreakerState;

  @Field(() => Int, { description: "Calls that wait for their turn under the system's limits." })
  waiting!: number;

  @Field(() => [SystemQuotaType], { description: 'What is left of its limits; empty where it does not say so.' })
  quota!: SystemQuotaType[];

  @Field(() => Int, { description: 'Calls since the gateway started.' })
  requests!: number;

  @Field(() => Int, { description: 'How many of them failed.' })
  failures!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a call last succeeded.' })
  lastSuccessAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a call last failed.' })
  lastFailureAt!: string | null;

  @Field(() => String, { nullable: true, description: 'What went wrong then.' })
  lastFailure!: string | null;

  /** Of all systems, from the store: the only part that can fail. */
  discoveries!: () => Promise<readonly DiscoveryStatus[]>;
}
