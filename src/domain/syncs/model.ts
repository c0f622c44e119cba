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

export const SYNC_KINDS = ['SUBSCRIPTION', 'SALE'] as const;
export type SyncKind = (typeof SYNC_KINDS)[number];
export type SyncSubject = SubscriptionSubject | SaleSubject;

export interface SubscriptionSubject {
  /** As its system knows it. */
  readonly subscriptionKey: string;
  /** Of the system that prices usage. */
  readonly accountId: string;
}

/** A sale that names a price plan. */
export interface SaleSubject {
  /** The seller's id of the sale. */
  readonly eventId: string;
  /** The plan as the sale names it. */
  readonly plan: string;
  /** The account that the caller named; null for the only one that the buyer has. */
  readonly accountId: string | null;
  /** Billing days in the zone of the system with the plans; the second one excluded. */
  readonly effectiveFrom: string;
  readonly effectiveUntil: string;
  readonly sale: SaleNotice;
}

/** What the system that pays for referrals is told: data of a person, which is never shown. */
export interface SaleNotice {
  readonly email: string | null;
  readonly uid: string | null;
  /** The request, in that system's own words. */
  readonly told: unknown;
}

/** What a run is about, without data of persons. */
export function shownSubject(subject: SyncSubject): object {
  if (!('sale' in subject)) return subject;
  const { sale: _, ...shown } = subject;
  return shown;
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
