import { LimitExceeded } from '../../kernel/errors.js';

/** Counts what callers keep open in this process. */
export class OpenCount {
  readonly #limit: string;
  readonly #most: number;
  readonly #open = new Map<string, number>();

  /** `limit` names what is counted, for example `subscriptions`. */
  constructor(limit: string, most: number) {
    this.#limit = limit;
    this.#most = most;
  }

  /** How many are open, of all callers together. */
  get total(): number {
    return [...this.#open.values()].reduce((sum, one) => sum + one, 0);
  }

  /** Counts one more, until what it gives is called. @throws LimitExceeded */
  take(callerId: string): () => void {
    const open = this.#open.get(callerId) ?? 0;
    if (open >= this.#most) {
      throw new LimitExceeded(
        this.#limit,
        this.#most,
        `At most ${this.#most} ${this.#limit} may be open at a time: end one of them first.`,
      );
    }
    this.#open.set(callerId, open + 1);
    let taken = true;
    return () => {
      if (!taken) return;
      taken = false;
      const left = (this.#open.get(callerId) ?? 1) - 1;
      if (left === 0) this.#open.delete(callerId);
      else this.#open.set(callerId, left);
    };
  }
}
