import type { Clock } from '../clock.js';
import type { Admission } from './lanes.js';

/** What a system says of its quota. */
export interface QuotaNotice {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds until the quota is whole again. */
  readonly resetMs: number;
}

// Below this part of the quota calls are spread over the time that is left, and background work waits for the next one.
const LOW = 0.1;
// Longer than this nobody who has a person waiting should be kept; the person is told.
const LONGEST_HOLD_MS = 5_000;

/**
 * Slows calls down as their system asks for: spread over the rest of the window when little of the quota is left, and
 * held back altogether when nothing is.
 */
export class Pace {
  readonly #clock: Clock;
  readonly #refusal: (retryAfterMs: number) => Error;
  #heldUntil = 0;
  #lowUntil = 0;
  #gapMs = 0;
  #nextStart = 0;

  /** `refusal`: what interactive work is told that would have to wait for long. */
  constructor(clock: Clock, refusal: (retryAfterMs: number) => Error) {
    this.#clock = clock;
    this.#refusal = refusal;
  }

  notice({ limit, remaining, resetMs }: QuotaNotice): void {
    const now = this.#clock.now();
    if (remaining > limit * LOW) {
      this.#lowUntil = 0;
      return;
    }
    this.#lowUntil = now + resetMs;
    this.#gapMs = resetMs / Math.max(1, remaining);
    if (remaining === 0) this.hold(resetMs);
  }

  /** Nothing starts for so long. */
  hold(ms: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, this.#clock.now() + ms);
  }

  /** The admission with this pace before it. */
  before(admission: Admission): Admission {
    return {
      run: async (lane, work, signal) => {
        // Outside of the queue, so that waiting background work takes nobody's place in it.
        if (lane === 'background') await this.#until(() => Math.max(this.#heldUntil, this.#lowUntil), signal);
        return await admission.run(
          lane,
          async () => {
            if (lane === 'interactive') this.#refuseLongHold();
            await this.#turn(signal);
            return await work();
          },
          signal,
        );
      },
      get waiting() {
        return admission.waiting;
      },
    };
  }

  #refuseLongHold(): void {
    const left = this.#heldUntil - this.#clock.now();
    if (left > LONGEST_HOLD_MS) throw this.#refusal(left);
  }

  async #turn(signal?: AbortSignal): Promise<void> {
    await this.#until(() => this.#heldUntil, signal);
    const now = this.#clock.now();
    if (now >= this.#lowUntil) return;
    const start = Math.max(now, this.#nextStart);
    this.#nextStart = start + this.#gapMs;
    if (start > now) await this.#clock.wait(start - now, signal);
  }

  /** Until a moment that may become a later one while it is waited for. */
  async #until(moment: () => number, signal?: AbortSignal): Promise<void> {
    for (let until = 0; moment() > Math.max(until, this.#clock.now()); ) {
      until = moment();
      await this.#clock.wait(until - this.#clock.now(), signal);
    }
  }
}
