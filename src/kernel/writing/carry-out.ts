import type { Clock } from '../clock.js';
import { UpstreamError } from '../errors.js';

/** How one change is made and how it is recognised afterwards. */
export interface WriteSteps<T> {
  /**
   * Makes the change. The key is the same for attempts that the system may take for one, and new after an answer that
   * the system would only repeat.
   */
  readonly send: (idempotencyKey: string) => Promise<T>;
  /**
   * Whether the system answers a key that it has seen with its first answer to it: then an attempt without an answer is
   * sent again rather than looked for, which is exact where a look can only compare.
   */
  readonly replayed?: boolean;
  /** The result if the change is there already, null if it is not. `since`: when it was first tried. */
  readonly find: (since: number) => Promise<T | null>;
}

export interface Carrying {
  readonly key: string;
  readonly clock: Clock;
  /** When it was first tried, milliseconds since the epoch. */
  readonly since: number;
  /** Whether an earlier attempt may have been applied. */
  readonly resumed: boolean;
  /** Whether the system has settled on this answer for the key, so that another try needs a new one. */
  readonly isSettled: (error: UpstreamError) => boolean;
}

// An hour less than what systems promise (24 h), for clocks that differ.
const REPLAYED_FOR_MS = 23 * 3_600_000;
const MAX_ATTEMPTS = 5;
// Another transaction holds the object: it is either gone a moment later, or stays for long.
const MAX_CONFLICTS = 2;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;

/**
 * Makes a change once, whatever is lost on the way: after an outcome that nobody knows it finds out before it repeats.
 * Throws the last UpstreamError; its outcome is `unknown` unless it is sure that nothing was changed.
 */
export async function carryOut<T>({ send, find, replayed = false }: WriteSteps<T>, carrying: Carrying): Promise<T> {
  const { key, clock, since, isSettled } = carrying;
  const isReplayed = () => replayed && clock.now() - since < REPLAYED_FOR_MS;
  let uncertain = carrying.resumed;
  let look = uncertain && !isReplayed();
  let generation = 0;
  let conflicts = 0;
  for (let attempt = 1; ; attempt += 1) {
    if (look) {
      const landed = await find(since).catch(stillUnknown);
      if (landed !== null) return landed;
    }
    try {
      return await send(generation === 0 ? key : `${key}.${generation}`);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      const settled = isSettled(error);
      if (error.outcome === 'unknown') uncertain = true;
      look = uncertain && (settled || !isReplayed());
      if (settled && error.code === 'UPSTREAM_CONFLICT') conflicts += 1;
      const again = isWorthRepeating(error) && attempt < MAX_ATTEMPTS && conflicts < MAX_CONFLICTS;
      if (!again) return await lastLook(error, uncertain, () => find(since));
      if (settled) generation += 1;
      await clock.wait(waitMs(attempt, error));
    }
  }
}

/** A look that fails says nothing of the change, whatever it says of itself. */
function stillUnknown(error: unknown): never {
  throw error instanceof UpstreamError ? error.withOutcome('unknown') : error;
}

/** A refusal after an attempt that may have been applied can be about the very object that was made. */
async function lastLook<T>(error: UpstreamError, uncertain: boolean, find: () => Promise<T | null>): Promise<T> {
  if (!uncertain) throw error;
  const landed = await find().catch(() => null);
  if (landed !== null) return landed;
  throw error.outcome === 'unknown' ? error : error.withOutcome('unknown');
}

function isWorthRepeating(error: UpstreamError): boolean {
  return (error.retryable || error.outcome === 'unknown') && (error.retryAfterMs ?? 0) <= LONGEST_WAIT_MS;
}

function waitMs(attempt: number, { retryAfterMs }: UpstreamError): number {
  return retryAfterMs ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
}
