/** Interactive work has a person waiting for it; background work fills caches and directories. */
export type Lane = 'interactive' | 'background';

/** Lets requests through one by one or many at a time, people first. */
export interface Admission {
  /** Runs `work` when its turn comes; rejects with the signal's reason if that fires while it still waits. */
  run<T>(lane: Lane, work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** How many requests wait for their turn. */
  readonly waiting: number;
}

export interface ConcurrencyLimit extends Admission {
  /** How many requests may be under way; those that are go on when it is lowered. */
  limit: number;
  /** How many are under way. */
  readonly running: number;
}

/**
 * Who waits for a turn. In arrays, and not in Sets or in a queue that is made of them: V8 lets each table that a Set outgrew hold
 * the next one, and with it all that was waited for, until the old generation is collected.
 */
export class Waiters {
  readonly #starts: Readonly<Record<Lane, (() => void)[]>> = { interactive: [], background: [] };

  get size(): number {
    return this.#starts.interactive.length + this.#starts.background.length;
  }

  in(lane: Lane): number {
    return this.#starts[lane].length;
  }

  startNext(lane: Lane): void {
    this.#starts[lane].shift()?.();
  }

  /** What `carryOut` comes to, which is called at its turn; rejects with the signal's reason if that fires before. */
  wait<T>(lane: Lane, carryOut: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      const starts = this.#starts[lane];
      const giveUp = () => {
        starts.splice(starts.indexOf(start), 1);
        reject(signal?.reason);
      };
      const start = () => {
        signal?.removeEventListener('abort', giveUp);
        carryOut().then(resolve, reject);
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      starts.push(start);
    });
  }
}

/** At most `limit` requests at the same time. */
export function concurrencyLimit(limit: number): ConcurrencyLimit {
  const waiters = new Waiters();
  let most = limit;
  let running = 0;

  const startOthers = (): void => {
    while (running < most && waiters.size > 0) {
      waiters.startNext(waiters.in('interactive') > 0 ? 'interactive' : 'background');
    }
  };

  const carryOut = async <T>(work: () => Promise<T>): Promise<T> => {
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      startOthers();
    }
  };

  return {
    async run(lane, work, signal) {
      signal?.throwIfAborted();
      if (running < most) return await carryOut(work);
      return await waiters.wait(lane, () => carryOut(work), signal);
    },
    get waiting() {
      return waiters.size;
    },
    get running() {
      return running;
    },
    get limit() {
      return most;
    },
    set limit(to: number) {
      most = Math.max(1, Math.floor(to));
      startOthers();
    },
  };
}
