import type { CustomerEntry } from '../customers/model.js';
import type { Page } from '../customers/ports.js';
import type { PlanMapping } from '../plan-mapping/blueprint.js';
import type { SoldSubscription } from '../plan-mapping/sold.js';
import type { SyncRun, SyncRunStatus, TargetStep } from './model.js';

export interface SyncRunFilter {
  readonly status?: SyncRunStatus | null | undefined;
  readonly customerId?: string | null | undefined;
}

export type SyncRunChanges = Partial<Pick<SyncRun, 'status' | 'steps' | 'failure' | 'attempt' | 'finishedAt'>>;

/** Where runs are kept. */
export interface SyncBook {
  add(run: SyncRun): Promise<void>;
  read(id: string): Promise<SyncRun | null>;
  /** Changes a run that is in one of these states; false if it is in none of them. */
  change(id: string, from: readonly SyncRunStatus[], changes: SyncRunChanges): Promise<boolean>;
  /** The newest first. A cursor that was not made here throws InvalidCursor. */
  page(request: { first: number; after: string | null; filter: SyncRunFilter }): Promise<Page<SyncRun>>;
  /** Runs that were begun and have not ended. */
  open(): Promise<readonly SyncRun[]>;
}

/** A system in which accounts are under price plans. */
export interface PlanTarget {
  readonly system: string;
  /** The accounts of a customer that are known. */
  accountsOf(customer: CustomerEntry): readonly string[];
  /** Whether there is such an account. */
  hasAccount(accountId: string): Promise<boolean>;
  /**
   * What is left to be done until the account is under these plans, by what is there now; empty when all is done. Changes
   * nothing. Throws a Refusal for what a person has to do first.
   */
  stepsFor(accountId: string, mapping: PlanMapping): Promise<readonly TargetStep[]>;
  /** Does one of these steps, the first that is left; safe to be repeated. */
  carryOut(accountId: string, mapping: PlanMapping, step: TargetStep): Promise<void>;
}

/** What syncs ask of the systems. */
export interface SyncWorld {
  sold(subscriptionKey: string, signal: AbortSignal): Promise<SoldSubscription | null>;
  /** Null where no system has price plans. */
  planTarget(signal: AbortSignal): PlanTarget | null;
}
