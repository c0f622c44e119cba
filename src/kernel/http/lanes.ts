import PQueue from 'p-queue';

/** Interactive work has a person waiting for it; background work fills caches and directories. */
export type Lane = 'interactive' | 'background';

const PRIORITY: Record<Lane, number> = { interactive: 1, background: 0 };

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

/** At most `limit` requests at the same time. */
export function concurrencyLimit(limit: number): ConcurrencyLimit {
  const queue = new PQueue({ concurrency: limit });
  return {
    run: (lane, work, signal) => enqueue(queue, lane, work, signal),
    get waiting() {
      return queue.size;
    },
    get running() {
      return queue.pending;
    },
    get limit() {
      return queue.concurrency;
    },
    set limit(to: number) {
      queue.concurrency = Math.max(1, Math.floor(to));
    },
  };
}

function enqueue<T>(queue: PQueue, lane: Lane, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  return queue.add(work, { priority: PRIORITY[lane], ...(signal && { signal }) });
}
