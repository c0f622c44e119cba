import type { Clock } from '../../kernel/clock.js';
import type { Logger } from '../../kernel/logger.js';

export interface LeftBehindOptions {
  /** Starts what was noted at least so long ago and has nobody who carries it on; how much that was. */
  readonly start: (minAgeMs: number) => Promise<number>;
  readonly minAgeMs: number;
  readonly lookMs: number;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}

/**
 * Starts what was asked for and noted, but not started because its process ended in between, or could not reach the store. Every
 * process has one: what two of them start is started once.
 */
export class LeftBehind {
  readonly #options: LeftBehindOptions;
  readonly #ended = new AbortController();
  #working: Promise<void> | null = null;

  constructor(options: LeftBehindOptions) {
    this.#options = options;
  }

  /** Looks at once, whatever its age; then again and again. */
  async start(): Promise<void> {
    await this.#options.start(0);
    this.#working ??= this.#work();
  }

  async stop(): Promise<void> {
    this.#ended.abort(new Error('the gateway ends'));
    await this.#working;
  }

  async #work(): Promise<void> {
    const { start, minAgeMs, lookMs, clock, log } = this.#options;
    const { signal } = this.#ended;
    for (;;) {
      await clock.wait(lookMs, signal).catch(() => {});
      if (signal.aborted) return;
      try {
        const started = await start(minAgeMs);
        if (started > 0) log.info({ started }, 'started what was noted and nobody carried on');
      } catch (error) {
        if (!signal.aborted) log.warn({ err: error }, 'what was noted and not started will be looked for again');
      }
    }
  }
}
