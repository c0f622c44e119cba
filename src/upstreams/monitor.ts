import type { Clock } from '../kernel/clock.js';
import type { FinishedCall } from '../kernel/http/upstream-http.js';

/** What the calls to one system have told about its health since the process started. */
export interface CallRecord {
  readonly requests: number;
  readonly failures: number;
  /** Milliseconds since the epoch; null if it never happened. */
  readonly lastSuccessAt: number | null;
  readonly lastFailureAt: number | null;
  /** Code and message of the last failure. */
  readonly lastFailure: { readonly code: string; readonly message: string } | null;
}

export class CallMonitor {
  readonly #clock: Clock;
  #record: CallRecord = { requests: 0, failures: 0, lastSuccessAt: null, lastFailureAt: null, lastFailure: null };

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get record(): CallRecord {
    return this.#record;
  }

  note({ error }: FinishedCall): void {
    const now = this.#clock.now();
    // That a record does not exist says nothing about the system's health.
    const failure = error && error.code !== 'UPSTREAM_NOT_FOUND' ? error : null;
    this.#record = {
      ...this.#record,
      requests: this.#record.requests + 1,
      ...(failure
        ? {
            failures: this.#record.failures + 1,
            lastFailureAt: now,
            lastFailure: { code: failure.code, message: failure.message },
          }
        : { lastSuccessAt: now }),
    };
  }
}
