const TICK_MS = 50;
// Of the newest look: a single long stretch, of the garbage collector or a large answer, is soon forgotten.
const WEIGHT = 0.25;

/** How late the event loop comes to what is due, lately. */
export class LoopDelay {
  readonly #now: () => number;
  readonly #timer: NodeJS.Timeout;
  #dueAt: number;
  #usual = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#dueAt = now() + TICK_MS;
    this.#timer = setInterval(() => this.tick(), TICK_MS);
    this.#timer.unref();
  }

  /** Milliseconds; what is overdue at this moment is in it, so that it grows within a turn that takes long. */
  get ms(): number {
    return Math.max(this.#usual, this.#with(this.#now() - this.#dueAt));
  }

  tick(): void {
    const now = this.#now();
    this.#usual = this.#with(now - this.#dueAt);
    this.#dueAt = now + TICK_MS;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #with(late: number): number {
    return this.#usual + WEIGHT * (Math.max(0, late) - this.#usual);
  }
}
