import { type Clock, systemClock } from '../clock.js';
import { type Admission, type Lane, Waiters } from './lanes.js';

// A request is there soon after it was sent, however long its answer takes. What is later than this is an exception, and
// costs a refusal that is tried again.
const LONGEST_WAY_MS = 1_000;

/** People first. */
const LANES: readonly Lane[] = ['interactive', 'background'];

/** A request that counts, until it is over. */
interface Counted {
  readonly lane: Lane;
  state: 'under way' | 'answered' | 'over';
  /** Milliseconds since the epoch at which it no longer does. */
  until: number;
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
  const waiters = new Waiters();
  // Each in the order in which its requests stop to count, so that looking costs the same however many there are. Those that were
  // answered stay among those under way until they are the first.
  const underWay: Counted[] = [];
  const answered: Counted[] = [];
  const inLane: Record<Lane, number> = { interactive: 0, background: 0 };
  let looksAgainAt = Number.POSITIVE_INFINITY;

  /** Whether there is room for one more, of those whose turn it is. */
  const hasRoom = (lane: Lane): boolean => {
    if (inLane.interactive + inLane.background >= limit) return false;
    return lane === 'interactive' || (inLane.background < share && waiters.in('interactive') === 0);
  };

  const forgetOld = (requests: Counted[], state: Counted['state'], now: number): void => {
    for (let [one] = requests; one && (one.state !== state || one.until <= now); [one] = requests) {
      requests.shift();
      if (one.state !== state) continue;
      one.state = 'over';
      inLane[one.lane] -= 1;
    }
  };

  const look = (): void => {
    const now = clock.now();
    forgetOld(underWay, 'under way', now);
    forgetOld(answered, 'answered', now);
    for (const lane of LANES) while (waiters.in(lane) > 0 && hasRoom(lane)) waiters.startNext(lane);
    if (waiters.size === 0) return;
    const never = Number.POSITIVE_INFINITY;
    const at = Math.min(underWay[0]?.until ?? never, answered[0]?.until ?? never);
    if (at >= looksAgainAt) return;
    looksAgainAt = at;
    void clock.wait(Math.max(1, at - clock.now())).then(() => {
      if (looksAgainAt === at) looksAgainAt = never;
      look();
    });
  };

  const carryOut = async <T>(lane: Lane, work: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    const one: Counted = { lane, state: 'under way', until: clock.now() + LONGEST_WAY_MS + windowMs };
    underWay.push(one);
    inLane[lane] += 1;
    try {
      return await work();
    } finally {
      // What was given up has no answer, and may be on its way still.
      if (!signal?.aborted && one.state === 'under way') {
        one.state = 'answered';
        one.until = Math.min(one.until, clock.now() + windowMs);
        answered.push(one);
      }
      look();
    }
  };

  return {
    async run(lane, work, signal) {
      signal?.throwIfAborted();
      look();
      if (waiters.in(lane) === 0 && hasRoom(lane)) return await carryOut(lane, work, signal);
      const turn = waiters.wait(lane, () => carryOut(lane, work, signal), signal);
      look();
      return await turn;
    },
    get waiting() {
      return waiters.size;
    },
  };
}
