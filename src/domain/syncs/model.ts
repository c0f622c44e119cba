/** Work that brings systems into step, and how far it has come. All of it survives JSON. */
export interface SyncRun {
  readonly id: string;
  readonly kind: SyncKind;
  readonly status: SyncRunStatus;
  /** What it is about, for example a subscription and an account. */
  readonly subject: SyncSubject;
  readonly customerId: string | null;
  /** Id of the caller who asked for it. */
  readonly requestedBy: string;
  readonly steps: readonly SyncStep[];
  /** Why it stopped, or waits; in words that say what a person has to do. */
  readonly failure: string | null;
  /** How often it was begun: each retry is a run of its own of the same work. */
  readonly attempt: number;
  readonly createdAt: number;
  readonly finishedAt: number | null;
}

export const SYNC_KINDS = ['SUBSCRIPTION'] as const;
export type SyncKind = (typeof SYNC_KINDS)[number];

export interface SyncSubject {
  /** As its system knows it. */
  readonly subscriptionKey: string;
  /** Of the system that prices usage. */
  readonly accountId: string;
}

/** PLANNED is a dry run. WAITING: a system does not answer, and it goes on by itself. NEEDS_ATTENTION: a person has to act. */
export const SYNC_RUN_STATUSES = [
  ...(['PLANNED', 'QUEUED', 'RUNNING', 'WAITING', 'SUCCEEDED', 'CANCELLED', 'NEEDS_ATTENTION'] as const),
] as const;
export type SyncRunStatus = (typeof SYNC_RUN_STATUSES)[number];

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
