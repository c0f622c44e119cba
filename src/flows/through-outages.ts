import type { Clock } from '../kernel/clock.js';
import { StoreUnavailable } from '../kernel/errors.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/** Does the work again for as long as the store is away. It begins anew each time, so it has to look where it stands. */
export async function throughOutages<T>(clock: Clock, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      signal.throwIfAborted();
      await clock.wait(wait, signal);
    }
  }
}
