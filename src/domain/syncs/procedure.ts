import type { SyncRun, TargetStep } from './model.js';
import type { Asking } from './ports.js';
import type { SyncSubject } from './subjects.js';

/** The kind of the durable task that carries runs on; stored, so never changed. */
export const SYNC_TASK = 'sync';

/** How one kind of run finds out what is left of it. */
export interface Procedure {
  /** Looks, and changes nothing. Throws a Refusal for what a person has to do first. */
  look(run: LookedAt, asking: Asking): Promise<Work>;
}

/** What of a run its procedure may know. */
export type LookedAt = Pick<SyncRun, 'id' | 'subject' | 'customerId' | 'steps' | 'requestedBy'> &
  Partial<Pick<SyncRun, 'reason'>>;

/** What is left of a run, in order. */
export interface Work {
  readonly left: readonly TargetStep[];
  /** Does the first step that is left; safe to be repeated. What it gives takes the place of the step's `after`. */
  carryOut(step: TargetStep): Promise<{ readonly after: unknown } | undefined>;
  /** Whose run it is, where looking has told. */
  readonly customerId?: string;
  /** What it is about, where looking has told: it is not found out again. */
  readonly subject?: SyncSubject;
}
