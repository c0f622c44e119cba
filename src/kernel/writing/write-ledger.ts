/** What somebody wants done exactly once, noted before it is begun. */
export interface WriteIntent {
  /** The system and tenant that it is done in: keys of two tenants never meet. */
  readonly scope: string;
  /** The caller's idempotency key. */
  readonly key: string;
  /** What is asked for: the same key with another fingerprint is a mistake of the caller. */
  readonly fingerprint: string;
}

export type BegunWrite =
  /** It is this caller's to do. `resumed`: an earlier attempt may have been applied, so look first. */
  | { readonly state: 'OURS'; readonly startedAt: number; readonly resumed: boolean }
  /** Somebody is at it right now. */
  | { readonly state: 'RUNNING' }
  | { readonly state: 'DONE'; readonly result: unknown }
  /** The key stands for something else. */
  | { readonly state: 'TAKEN' };

/** Remembers intents and their results beyond the life of the process. */
export interface WriteLedger {
  /** Takes the intent for `owner` until `leaseUntil`, unless it is done or in somebody else's hands. */
  begin(intent: WriteIntent, lease: WriteLease): Promise<BegunWrite>;
  /** Keeps it in the owner's hands for longer. */
  renew(intent: WriteIntent, lease: WriteLease): Promise<void>;
  /** It was applied; asked again, this is the answer. */
  finish(intent: WriteIntent, result: unknown, now: number): Promise<void>;
  /** It surely was not applied: as if it had never been asked for. */
  forget(intent: WriteIntent): Promise<void>;
  /** Nobody knows whether it was applied: whoever asks next has to look. */
  release(intent: WriteIntent, now: number): Promise<void>;
}

export interface WriteLease {
  readonly owner: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly until: number;
}
