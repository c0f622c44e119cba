import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  SYNC_RUN_STATUSES,
  type SyncRun,
  type SyncRunStatus,
  type SyncStep,
  type SyncStepStatus,
} from '../../domain/syncs/model.js';
import { shownSubject } from '../../domain/syncs/subjects.js';
import { Personal } from '../access.js';
import { BillingSystem } from '../billing-system.js';
import { connectionType } from '../connection.js';
import { globalId } from '../global-id.js';
import { Node } from '../node.js';
import { DateTimeScalar, JsonScalar } from '../scalars.js';

export const SYNC_RUN_PREFIX = 'syn';

const RUN_STATUSES: Readonly<Record<SyncRunStatus, string>> = {
  PLANNED: 'A dry run: its steps are what would be done.',
  QUEUED: 'Asked for; it begins in a moment.',
  RUNNING: 'A step is being done.',
  WAITING: 'A system does not answer; it goes on by itself.',
  SUCCEEDED: 'All is as it should be.',
  CANCELLED: 'Stopped between two steps.',
  NEEDS_ATTENTION: 'A person has to do something: `failure` says what. Then it can be repeated.',
};
export const SyncRunStatusEnum = Object.fromEntries(SYNC_RUN_STATUSES.map((status) => [status, status])) as {
  [S in SyncRunStatus]: S;
};
registerEnumType(SyncRunStatusEnum, {
  name: 'SyncRunStatus',
  description: 'Where a sync stands.',
  valuesConfig: Object.fromEntries(
    Object.entries(RUN_STATUSES).map(([status, description]) => [status, { description }]),
  ),
});

const SyncStepStatusEnum: Readonly<Record<SyncStepStatus, SyncStepStatus>> = {
  PLANNED: 'PLANNED',
  RUNNING: 'RUNNING',
  DONE: 'DONE',
  FAILED: 'FAILED',
};
registerEnumType(SyncStepStatusEnum, {
  name: 'SyncStepStatus',
  description: 'Where a step of a sync stands.',
  valuesConfig: {
    PLANNED: { description: 'Not begun.' },
    RUNNING: { description: 'Begun, and tried again if it does not come to an end.' },
    DONE: { description: 'Done, or found to be done.' },
    FAILED: { description: 'Refused: `error` says why.' },
  },
});

@ObjectType('SyncStep', { simpleResolvers: true, description: 'One thing that a sync does in a system.' })
export class SyncStepType implements SyncStep {
  @Field(() => String, { description: 'What it is, for people.' })
  name!: string;

  @Field(() => BillingSystem, { description: 'The system in which it is done.' })
  system!: string;

  @Field(() => String, { description: "The operation, named as in the system's own reference." })
  action!: string;

  @Field(() => String, { nullable: true, description: 'Name or id of what is changed.' })
  target!: string | null;

  @Field(() => SyncStepStatusEnum, { description: 'Where it stands.' })
  status!: SyncStepStatus;

  @Personal()
  @Field(() => JsonScalar, { nullable: true, description: 'What is there before; null for something new.' })
  before!: unknown;

  @Personal()
  @Field(() => JsonScalar, { nullable: true, description: 'What is there after.' })
  after!: unknown;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => String, { nullable: true, description: 'Why it failed, or is tried again.' })
  error!: string | null;
}

@ObjectType('SyncRun', {
  implements: Node,
  simpleResolvers: true,
  description: 'Work that brings systems into step. It survives crashes, and does nothing twice.',
})
export class SyncRunType extends Node {
  customerId!: string | null;

  @Field(() => String, { description: 'What is brought into step, such as `CUSTOMER`, `SUBSCRIPTION` or `INVOICE`.' })
  kind!: string;

  @Field(() => SyncRunStatusEnum, { description: 'Where it stands.' })
  status!: SyncRunStatus;

  @Field(() => Boolean, { description: 'Whether it only says what would be done.' })
  dryRun!: boolean;

  @Field(() => JsonScalar, { description: 'What it is about, by keys of the systems.' })
  subject!: unknown;

  @Field(() => Int, { description: 'How many steps there are.' })
  total!: number;

  @Field(() => Int, { description: 'How many are done.' })
  done!: number;

  @Field(() => Int, { description: 'How many were refused.' })
  failed!: number;

  @Field(() => [SyncStepType], { description: 'Its steps, in order.' })
  steps!: SyncStepType[];

  @Field(() => String, { nullable: true, description: 'Why it stopped or waits, and what a person has to do.' })
  failure!: string | null;

  @Field(() => String, { description: 'Who asked for it.' })
  requestedBy!: string;

  @Field(() => Int, { description: 'How often it was begun, the first time included.' })
  attempt!: number;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  startedAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null until then.' })
  finishedAt!: string | null;
}

export const SyncRunConnection = connectionType('SyncRun', () => SyncRunType);

export function toSyncRun(run: SyncRun): SyncRunType {
  const { id, steps, subject, createdAt, finishedAt, ...same } = run;
  const count = (status: SyncStepStatus) => steps.filter((step) => step.status === status).length;
  return {
    ...same,
    subject: shownSubject(subject),
    id: globalId(SYNC_RUN_PREFIX, id),
    dryRun: run.status === 'PLANNED',
    total: steps.length,
    done: count('DONE'),
    failed: count('FAILED'),
    steps: steps.map((step) => ({ ...step })),
    startedAt: new Date(createdAt).toISOString(),
    finishedAt: finishedAt === null ? null : new Date(finishedAt).toISOString(),
  };
}
