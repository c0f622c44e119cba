import type { Clock } from '../../kernel/clock.js';

/** Whether a request may pass, and what is left of the quota. */
export interface QuotaDecision {
  readonly allowed: boolean;
  readonly limit: number;
  /** Requests still allowed in the window after this one. */
  readonly remaining: number;
  /** Milliseconds until the oldest counted request leaves the window; 0 when nothing is counted. */
  readonly resetMs: number;
}

/** At most `limit` requests in any `windowMs`; a request above it is refused at once and not counted. */
export class RequestQuota {
  #times: number[] = [];
  #first = 0;

  constructor(
    readonly limit: number,
    readonly windowMs: number,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  take(): QuotaDecision {
    const now = this.clock.now();
    this.#forget(now - this.windowMs);
    const used = this.#times.length - this.#first;
    const allowed = used < this.limit;
    if (allowed) this.#times.push(now);
    const oldest = this.#times[this.#first];
    return {
      allowed,
      limit: this.limit,
      remaining: Math.max(0, this.limit - used - (allowed ? 1 : 0)),
      resetMs: oldest === undefined ? 0 : oldest + this.windowMs - now,
    };
  }

  clear(): void {
    this.#times = [];
    this.#first = 0;
  }

  #forget(until: number): void {
    while ((this.#times[this.#first] ?? Number.POSITIVE_INFINITY) <= until) this.#first += 1;
    // Moved in bulk, so that each request costs a constant time on average.
    if (this.#first > this.#times.length / 2) {
      this.#times = this.#times.slice(this.#first);
      this.#first = 0;
    }
  }
}

/** At most `limit` requests at the same time; one more is refused at once. */
export class ConcurrencyLimit {
  #running = 0;

  constructor(readonly limit: number) {}

  get remaining(): number {
    return Math.max(0, this.limit - this.#running);
  }

  /** Returns what to call, once, when the request has ended; null if the limit is reached. */
  enter(): (() => void) | null {
    if (this.#running >= this.limit) return null;
    this.#running += 1;
    let left = false;
    return () => {
      if (!left) this.#running -= 1;
      left = true;
    };
  }
}
