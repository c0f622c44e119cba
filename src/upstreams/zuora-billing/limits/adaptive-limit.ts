import { type Admission, type ConcurrencyLimit, concurrencyLimit } from '../../../kernel/http/lanes.js';

// The rest is left to the tenant's other integrations.
const SHARE = 0.75;
const LESS = 0.5;
// Requests that left together are refused together: that is one sign, not many.
const SAME_BURST_MS = 1_000;

/**
 * How many requests of one kind may be under way: a share of what the tenant is allowed, less while others use theirs.
 * What Zuora says decides where it says something; else a refusal halves the number, and each answer after it adds one.
 */
export class AdaptiveLimit {
  readonly #queue: ConcurrencyLimit;
  #tenantLimit: number;
  #refusedAt = Number.NEGATIVE_INFINITY;

  constructor(tenantLimit: number) {
    this.#tenantLimit = tenantLimit;
    this.#queue = concurrencyLimit(shareOf(tenantLimit));
  }

  get admission(): Admission {
    return this.#queue;
  }

  get waiting(): number {
    return this.#queue.waiting;
  }

  get tenantLimit(): number {
    return this.#tenantLimit;
  }

  /** How many the gateway lets go at most, as of now. */
  get share(): number {
    return this.#queue.limit;
  }

  /** `remaining` is what the whole tenant has left while ours are under way. */
  told({ limit, remaining }: { limit: number; remaining: number }): void {
    this.#tenantLimit = limit;
    this.#queue.limit = Math.min(shareOf(limit), this.#queue.running + remaining);
  }

  refused(now: number): void {
    if (now - this.#refusedAt < SAME_BURST_MS) return;
    this.#refusedAt = now;
    this.#queue.limit = this.#queue.limit * LESS;
  }

  answered(): void {
    const share = shareOf(this.#tenantLimit);
    if (this.#queue.limit < share) this.#queue.limit += 1;
  }
}

function shareOf(tenantLimit: number): number {
  return Math.max(1, Math.floor(tenantLimit * SHARE));
}
