import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Clock } from '../clock.js';
import { DeadlineExceeded, UpstreamError } from '../errors.js';
import type { IdSource } from '../ids.js';
import { Refusal, refusal } from '../refusal.js';
import { carryOut, type WriteSteps } from './carry-out.js';
import type { WriteIntent, WriteLedger } from './write-ledger.js';

export interface Intention {
  /** What is done, in the vendor's words. */
  readonly operation: string;
  /** The caller's idempotency key; null if each call is an intention of its own. */
  readonly key: string | null;
  /** Where the caller gave the key; `idempotencyKey` unless said otherwise. */
  readonly keyField?: readonly string[];
  /** Everything that makes this intention differ from another one. */
  readonly input: unknown;
}

export interface OnceSteps<T> extends WriteSteps<T> {
  /** The shape of the result: it is kept under the caller's key and read again. */
  readonly result: z.ZodType<T>;
}

export interface WriterOptions {
  readonly scope: string;
  readonly ledger: WriteLedger;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly isSettled: (error: UpstreamError) => boolean;
}

const LEASE_MS = 15_000;
const RENEW_MS = 5_000;
const LOOK_AGAIN_MS = 250;

/** Makes changes in one tenant of a billing system exactly once for each intention. */
export class Writer {
  readonly #options: WriterOptions;
  /** Names this process in leases. */
  readonly #owner: string;

  constructor(options: WriterOptions) {
    this.#options = options;
    this.#owner = options.ids.next();
  }

  /**
   * Does what is intended, or gives the result of having done it before under the same key. The work goes on when the
   * caller gives up; the same key gives its result then. Throws a Refusal for a key that stands for something else.
   */
  async once<T>(intention: Intention, steps: OnceSteps<T>, signal: AbortSignal): Promise<T> {
    // Nothing is begun for a caller whose time is over: who would hear of it, or of its failure?
    signal.throwIfAborted();
    const work = intention.key === null ? this.#anonymous(steps) : this.#keyed(intention, intention.key, steps, signal);
    return await orGiveUp(work, signal);
  }

  #anonymous<T>(steps: OnceSteps<T>): Promise<T> {
    const { clock, ids, isSettled } = this.#options;
    return carryOut(steps, { key: ids.next(), clock, since: clock.now(), resumed: false, isSettled });
  }

  async #keyed<T>(intention: Intention, key: string, steps: OnceSteps<T>, signal: AbortSignal): Promise<T> {
    const { scope, ledger, clock, isSettled } = this.#options;
    const intent: WriteIntent = { scope, key, fingerprint: digest(['v1', intention.operation, intention.input]) };
    for (;;) {
      const begun = await ledger.begin(intent, this.#lease());
      if (begun.state === 'DONE') return steps.result.parse(begun.result);
      if (begun.state === 'TAKEN') {
        const { keyField = ['idempotencyKey'] } = intention;
        throw refusal('CONFLICT', `This ${keyField.at(-1)} was used for something else: take a new one.`, keyField);
      }
      if (begun.state === 'RUNNING') {
        await clock.wait(LOOK_AGAIN_MS, signal);
        continue;
      }
      const stopRenewing = this.#keepLease(intent);
      try {
        // Hashed, because the vendor limits length and characters, and made of the intention, so that another process
        // that takes the work over sends the same.
        const sent = digest([intent.scope, key, intent.fingerprint]);
        const { startedAt: since, resumed } = begun;
        const result = await carryOut(steps, { key: sent, clock, since, resumed, isSettled });
        await ledger.finish(intent, result, clock.now());
        return result;
      } catch (error) {
        if (surelyNotApplied(error)) await ledger.forget(intent);
        else await ledger.release(intent, clock.now());
        throw error;
      } finally {
        stopRenewing();
      }
    }
  }

  #lease() {
    const now = this.#options.clock.now();
    return { owner: this.#owner, now, until: now + LEASE_MS };
  }

  #keepLease(intent: WriteIntent): () => void {
    const timer = setInterval(() => {
      // A lease that cannot be renewed runs out; whoever takes over looks before it repeats.
      this.#options.ledger.renew(intent, this.#lease()).catch(() => {});
    }, RENEW_MS);
    timer.unref();
    return () => clearInterval(timer);
  }
}

/** After any other failure, one of our own making included, nobody knows. */
function surelyNotApplied(error: unknown): boolean {
  return error instanceof Refusal || (error instanceof UpstreamError && error.outcome === 'not_applied');
}

/** Stops waiting when the signal fires; the work itself goes on. */
async function orGiveUp<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let giveUp = () => {};
  const gaveUp = new Promise<never>((_resolve, reject) => {
    giveUp = () =>
      reject(
        signal.reason instanceof DeadlineExceeded
          ? new DeadlineExceeded(
              'The change takes longer than the deadline and goes on: ask again with the same idempotency key for its result.',
            )
          : signal.reason,
      );
    signal.addEventListener('abort', giveUp, { once: true });
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, gaveUp]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

/** Equal for equal values, whatever the order of their properties. */
function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, sorted)).digest('hex');
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
