import { type Clock, systemClock } from '../clock.js';
import type { Admission, Lane } from './lanes.js';

// A request is there soon after it was sent, however long its answer takes. What is later than this is an exception, and
// costs a refusal that is tried again.
const LONGEST_WAY_MS = 1_000;

/** A request that counts. */
interface Counted {
  readonly lane: Lane;
  /** Milliseconds since the epoch at which it no longer does. */
  until: number;
}

interface Waiting {
  start(): void;
}

/**
 * At most `limit` requests arrive within any `windowMs`, whatever the moment the window begins. When a request arrives
 * only its answer tells, so it counts until a window after that. Background work gets at most half, and none while
 * interactive work waits.
 */
export function rateLimit({
  limit,
  windowMs,
  clock = systemClock,
}: {
  limit: number;
  windowMs: number;
  clock?: Clock;
}): Admission {
  const share = Math.max(1, Math.floor(limit / 2));
  const queues: Record<Lane, Set<Waiting>> = { interactive: new Set(), background: new Set() };
  // Each in the order in which its requests stop to count, so that looking costs the same however many there are.
  const underWay = new Set<Counted>();
  const answered = new Set<Counted>();
  const inLane: Record<Lane, number> = { interactive: 0, background: 0 };
  let looksAgainAt = Number.POSITIVE_INFINITY;

  /** Whose turn it is as of now, if anybody's. */
  const next = (): Waiting | undefined => {
    if (underWay.size + answered.size >= limit) return undefined;
    const [person] = queues.interactive;
    if (person) return person;
    const [waiting] = queues.background;
    return inLane.background < share ? waiting : undefined;
  };

  const forgetOld = (requests: Set<Counted>, now: number): void => {
    for (const one of requests) {
      if (one.until > now) return;
      requests.delete(one);
      inLane[one.lane] -= 1;
    }
  };

  const look = (): void => {
    const now = clock.now();
    forgetOld(underWay, now);
    forgetOld(answered, now);
    for (let waiting = next(); waiting; waiting = next()) waiting.start();
    if (queues.interactive.size + queues.background.size === 0) return;
    const [[first], [second]] = [underWay, answered];
    const at = Math.min(first?.until ?? Number.POSITIVE_INFINITY, second?.until ?? Number.POSITIVE_INFINITY);
    if (at >= looksAgainAt) return;
    looksAgainAt = at;
    void clock.wait(Math.max(1, at - clock.now())).then(() => {
      if (looksAgainAt === at) looksAgainAt = Number.POSITIVE_INFINITY;
      look();
    });
  };

  const carryOut = async <T>(lane: Lane, work: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    const one: Counted = { lane, until: clock.now() + LONGEST_WAY_MS + windowMs };
    underWay.add(one);
    inLane[lane] += 1;
    try {
      return await work();
    } finally {
      // What was given up has no answer, and may be on its way still.
      if (!signal?.aborted && underWay.delete(one)) {
        one.until = Math.min(one.until, clock.now() + windowMs);
        answered.add(one);
      }
      look();
    }
  };

  return {
    run: (lane, work, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const queue = queues[lane];
        const giveUp = () => {
          queue.delete(waiting);
          reject(signal?.reason);
        };
        const waiting: Waiting = {
          start() {
            queue.delete(waiting);
            signal?.removeEventListener('abort', giveUp);
            carryOut(lane, work, signal).then(resolve, reject);
          },
        };
        signal?.addEventListener('abort', giveUp, { once: true });
        queue.add(waiting);
        look();
      }),
    get waiting() {
      return queues.interactive.size + queues.background.size;
    },
  };
}
