/** What went wrong with a billing system, in words that every upstream shares. */
export type UpstreamErrorCode =
  | 'UPSTREAM_UNAVAILABLE' // cannot be reached, or answers 5xx
  | 'UPSTREAM_TIMEOUT' // did not answer in its own time
  | 'UPSTREAM_RATE_LIMITED' // refused for quota, after waiting as it asked
  | 'UPSTREAM_UNAUTHENTICATED' // our credentials are wrong or expired
  | 'UPSTREAM_FORBIDDEN' // our credentials lack a permission
  | 'UPSTREAM_REJECTED' // a rule of the system, or a value it does not take
  | 'UPSTREAM_NOT_FOUND'
  | 'UPSTREAM_CONFLICT' // locked, or running already
  | 'UPSTREAM_UNSUPPORTED' // not switched on for this tenant
  | 'UPSTREAM_INVALID_RESPONSE'; // not what its contract says

const RETRYABLE: ReadonlySet<UpstreamErrorCode> = new Set([
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_RATE_LIMITED',
  'UPSTREAM_CONFLICT',
  'UPSTREAM_INVALID_RESPONSE',
]);

const RETRIES = 3;

/**
 * A failure of a billing system. `message` is safe to show to callers: it holds no credentials and no internal address.
 * `outcome` says whether a write may have been applied; `unknown` means: look before repeating it.
 */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly outcome: 'not_applied' | 'unknown';
  /** Whether the same call may succeed later without a change. */
  readonly retryable: boolean;
  /** How often it is worth the while to repeat the call at once, where repeating is harmless. */
  readonly retries: number;
  /** Whether it tells that the system is down, and not only this call. */
  readonly outage: boolean;
  /** How long the system asked us to wait, in milliseconds; null where it did not say. */
  readonly retryAfterMs: number | null;
  /** The system's own codes, for people who know it. */
  readonly reasons: readonly UpstreamReason[];

  constructor(
    readonly system: string,
    readonly code: UpstreamErrorCode,
    message: string,
    options: {
      outcome?: 'not_applied' | 'unknown';
      retryable?: boolean;
      retries?: number;
      outage?: boolean;
      retryAfterMs?: number | null;
      reasons?: readonly UpstreamReason[];
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.outcome = options.outcome ?? 'not_applied';
    this.retryable = options.retryable ?? RETRYABLE.has(code);
    this.retries = this.retryable ? (options.retries ?? RETRIES) : 0;
    this.outage = options.outage ?? (code === 'UPSTREAM_UNAVAILABLE' || code === 'UPSTREAM_TIMEOUT');
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.reasons = options.reasons ?? [];
  }

  /** The same failure with what has been learned since about whether the write was applied. */
  withOutcome(outcome: 'not_applied' | 'unknown'): UpstreamError {
    const { system, code, message, ...rest } = this;
    return new UpstreamError(system, code, message, { ...rest, outcome, cause: this.cause });
  }
}

export interface UpstreamReason {
  readonly code: string;
  readonly message: string;
}

/** The caller's time is over; what was asked may still arrive and be there on the next try. */
export class DeadlineExceeded extends Error {
  override readonly name = 'DeadlineExceeded';
  constructor(message = 'The request took longer than its deadline.') {
    super(message);
  }
}

/**
 * The gateway's own database cannot be used right now. Nothing is said of what was asked of it last: a statement that got
 * no answer may have been carried out.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  /** What PostgreSQL calls a lost connection: libraries that work on the same pool know it, and try again. */
  readonly code = '08006';
  constructor(cause: unknown, message = "The gateway's own database does not answer: ask again shortly.") {
    super(message, { cause });
  }
}

/** The database answers, but had no connection to spare for this in time. Nothing of it was begun there. */
export class StoreBusy extends StoreUnavailable {
  constructor(
    cause: unknown,
    /** How many statements it takes at a time. */
    readonly most: number,
  ) {
    super(cause, "The gateway's own database is busy: ask again shortly.");
  }
}

/** An argument that the caller can correct; `message` says how. */
export class InvalidInput extends Error {
  override readonly name: string = 'InvalidInput';
}

/** A pagination cursor that was not made here, or was made for another order or list. */
export class InvalidCursor extends InvalidInput {
  override readonly name = 'InvalidCursor';
  constructor(message = 'The cursor is malformed or belongs to another list: start again without "after".') {
    super(message);
  }
}

/** The caller is not known (`UNAUTHENTICATED`) or may not do what was asked for (`FORBIDDEN`). */
export class AccessDenied extends Error {
  override readonly name = 'AccessDenied';
  constructor(
    readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN',
    message: string,
  ) {
    super(message);
  }
}

/** More than is allowed was asked for. `limit` names what, `most` says how much is. */
export class LimitExceeded extends Error {
  override readonly name = 'LimitExceeded';
  constructor(
    readonly limit: string,
    readonly most: number,
    message: string,
    /** After how many seconds the same may be asked again; null if never. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }
}

/** The process has as much to do as it can. Nothing was begun of what was asked for. */
export class Overloaded extends LimitExceeded {}
