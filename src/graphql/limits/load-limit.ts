import { type LimitExceeded, Overloaded } from '../../kernel/errors.js';

export interface LoadBounds {
  /** Most requests under way at a time; 0: any number. */
  readonly mostRequests: number;
  /** How late the event loop may be, in milliseconds; 0: as late as it likes. */
  readonly mostDelayMs: number;
}

// So few are not why the loop is late, and to refuse one of them would help nobody.
const MOST_WHILE_LATE = 50;
const ASK_AGAIN_S = 1;

export type LoadReason = 'requests' | 'delay';

/**
 * Refuses requests at once while the process has as much to do as it can: whoever is refused can ask another one, and those
 * that are under way keep their time. Without it all of them are slow, and most come to nothing at their deadline.
 */
export class LoadLimit {
  readonly #bounds: LoadBounds;
  readonly #delay: { readonly ms: number };
  readonly refused: Record<LoadReason, number> = { requests: 0, delay: 0 };
  #underWay = 0;

  /** `delay`: how late the event loop is. */
  constructor(bounds: LoadBounds, delay: { readonly ms: number }) {
    this.#bounds = bounds;
    this.#delay = delay;
  }

  get underWay(): number {
    return this.#underWay;
  }

  /** Counts one more request, until what it gives is called. @throws Overloaded */
  enter(): () => void {
    const { mostRequests, mostDelayMs } = this.#bounds;
    if (mostRequests > 0 && this.#underWay >= mostRequests) {
      const message = `The gateway has ${mostRequests} requests under way, and takes no more: ask again shortly.`;
      throw this.#refusal('requests', mostRequests, message);
    }
    if (mostDelayMs > 0 && this.#underWay >= MOST_WHILE_LATE && this.#delay.ms > mostDelayMs) {
      throw this.#refusal('delay', mostDelayMs, 'The gateway cannot keep up with its requests: ask again shortly.');
    }
    this.#underWay += 1;
    let inside = true;
    return () => {
      if (inside) this.#underWay -= 1;
      inside = false;
    };
  }

  /** Does the work as one request. @throws Overloaded */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const leave = this.enter();
    try {
      return await work();
    } finally {
      leave();
    }
  }

  #refusal(reason: LoadReason, most: number, message: string): LimitExceeded {
    this.refused[reason] += 1;
    return new Overloaded(reason, most, message, ASK_AGAIN_S);
  }
}
