import type { SyncKind, SyncSubject } from './subjects.js';

/** Work that brings systems into step, and how far it has come. All of it survives JSON. */
export interface SyncRun {
  readonly id: string;
  readonly kind: SyncKind;
  readonly status: SyncRunStatus;
  /** What it is about, for example a subscription and an account. */
  readonly subject: SyncSubject;
  readonly customerId: string | null;
  /** Runs of one key change things one after another, in the order in which they were asked for; null for a run of its own. */
  readonly writerKey: string | null;
  /** Id of the caller who asked for it, or `flow:` and the id of the flow that did. */
  readonly requestedBy: string;
  /** Why, in the words of who asked. */
  readonly reason: string | null;
  /** The flow that it is a run of. */
  readonly flowId: string | null;
  /** The run that it is a part of. */
  readonly parentId: string | null;
  readonly steps: readonly SyncStep[];
  /** Why it stopped, or waits; in words that say what a person has to do. */
  readonly failure: string | null;
  /** How often it was begun: each retry is a run of its own of the same work. */
  readonly attempt: number;
  readonly createdAt: number;
  readonly finishedAt: number | null;
}

/** PLANNED is a dry run. WAITING: a system does not answer, and it goes on by itself. NEEDS_ATTENTION: a person has to act. */
export const SYNC_RUN_STATUSES = [
  ...(['PLANNED', 'QUEUED', 'RUNNING', 'WAITING', 'SUCCEEDED', 'CANCELLED', 'NEEDS_ATTENTION'] as const),
] as const;
export type SyncRunStatus = (typeof SYNC_RUN_STATUSES)[number];

/** Whether a run stands where it is until somebody asks for more. */
export function hasEnded({ status }: Pick<SyncRun, 'status'>): boolean {
  return status !== 'QUEUED' && status !== 'RUNNING' && status !== 'WAITING';
}

export type SyncStepStatus = 'PLANNED' | 'RUNNING' | 'DONE' | 'FAILED';

export interface SyncStep extends TargetStep {
  readonly status: SyncStepStatus;
  readonly attempts: number;
  readonly error: string | null;
}

/** One thing that has to be done in a system. */
export interface TargetStep {
  /** For people, for example `Price plan A-S1`. */
  readonly name: string;
  readonly system: string;
  /** In the system's own words. */
  readonly action: string;
  readonly target: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** Two steps are the same if they do the same to the same. */
export function isSameStep(a: TargetStep, b: TargetStep): boolean {
  return a.system === b.system && a.action === b.action && a.target === b.target && a.name === b.name;
}
