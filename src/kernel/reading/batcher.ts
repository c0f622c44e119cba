import { activeSpan, inSpan, type Span } from '../tracing/spans.js';

export interface BatcherOptions<R> {
  /** What is read, for traces. */
  readonly name: string;
  /** Most keys of one run. */
  readonly maxBatch: number;
  /**
   * Answers every key. `signal` fires when nobody waits for the run any more; `isCurrent` says, once the answer is
   * there, whether the key was not forgotten since.
   */
  readonly run: (
    keys: readonly string[],
    signal: AbortSignal,
    isCurrent: (key: string) => boolean,
  ) => Promise<ReadonlyMap<string, R>>;
}

/** A key that somebody waits for. */
interface Pending {
  readonly key: string;
  waits: Wait[];
  /** How many of them wait still; at none, the run may be given up. */
  waiting: number;
  run: Run | null;
}

/** One caller's interest in a key: the place of it among all that the caller asked for at once. */
interface Wait {
  readonly caller: Caller;
  readonly position: number;
}

interface Run {
  readonly keys: readonly string[];
  readonly controller: AbortController;
  waiting: number;
  /** Null while nothing is traced. */
  readonly span: Span | null;
  /** On whose behalf it reads, as far as that is traced. */
  readonly askers: Set<Span>;
}

/** Who asked for some keys at once. One promise for all of them: most callers are lists, and promises are dear. */
class Caller {
  readonly answer: Promise<unknown[]>;
  readonly asker = activeSpan();
  readonly #answers: unknown[];
  #left: number;
  #resolve: (answers: unknown[]) => void = () => {};

  constructor(keys: number) {
    this.#left = keys;
    this.#answers = new Array(keys).fill(undefined);
    this.answer = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** False if the place has its answer already. */
  settle(position: number, answer: unknown): boolean {
    if (this.#answers[position] !== undefined) return false;
    this.#answers[position] = answer;
    this.#left -= 1;
    if (this.#left === 0) this.#resolve(this.#answers);
    return true;
  }
}

/**
 * Puts the keys that all callers of the process ask for in one turn of the event loop into as few runs as possible, and
 * lets a key that is under way serve everyone who asks for it meanwhile. A caller who gives up takes nothing from the
 * others: a run ends early only when all of its callers have gone. `R` is no Error and not undefined.
 */
export class Batcher<R> {
  readonly #options: BatcherOptions<R>;
  readonly #pending = new Map<string, Pending>();
  #queue: Pending[] = [];

  constructor(options: BatcherOptions<R>) {
    this.#options = options;
  }

  async load(key: string, signal: AbortSignal): Promise<R> {
    const [answer] = await this.loadMany([key], signal);
    if (answer instanceof Error) throw answer;
    return answer as R;
  }

  /** By position: what the key came to, or the error that kept it from coming. A caller gives up all keys at once. */
  async loadMany(keys: readonly string[], signal: AbortSignal): Promise<(R | Error)[]> {
    if (signal.aborted) return keys.map(() => asError(signal.reason));
    if (keys.length === 0) return [];
    const caller = new Caller(keys.length);
    const pending = keys.map((key, position) => this.#wait(key, { caller, position }));
    const giveUp = () => {
      const reason = asError(signal.reason);
      pending.forEach((one, position) => {
        if (caller.settle(position, reason)) this.#leave(one);
      });
    };
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      return (await caller.answer) as (R | Error)[];
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  }

  /** The next caller starts a run of its own, even if one for the key is under way. */
  forget(key: string): void {
    this.#pending.delete(key);
  }

  #wait(key: string, wait: Wait): Pending {
    const pending = this.#pending.get(key) ?? this.#enqueue(key);
    pending.waits.push(wait);
    pending.waiting += 1;
    if (pending.run) {
      pending.run.waiting += 1;
      link(pending.run, wait.caller.asker);
    }
    return pending;
  }

  #enqueue(key: string): Pending {
    const pending: Pending = { key, waits: [], waiting: 0, run: null };
    this.#pending.set(key, pending);
    // setImmediate lets every request that the loop serves in this turn add its keys.
    if (this.#queue.push(pending) === 1) setImmediate(() => this.#flush());
    return pending;
  }

  #leave(pending: Pending): void {
    pending.waiting -= 1;
    if (!pending.run) return;
    pending.run.waiting -= 1;
    if (pending.run.waiting === 0) {
      this.#end(pending.run);
      pending.run.controller.abort(new Error('nobody waits for this read any more'));
    }
  }

  #flush(): void {
    const queued = this.#queue;
    this.#queue = [];
    const wanted = queued.filter((pending) => {
      if (pending.waiting > 0) return true;
      if (this.#pending.get(pending.key) === pending) this.#pending.delete(pending.key);
      letGo(pending);
      return false;
    });
    for (let start = 0; start < wanted.length; start += this.#options.maxBatch) {
      void this.#traced(wanted.slice(start, start + this.#options.maxBatch));
    }
  }

  /** A run is a part of what asked first; who else asks is linked with it. */
  #traced(batch: readonly Pending[]): Promise<void> {
    const parent = batch[0]?.waits[0]?.caller.asker ?? undefined;
    const attributes = { 'billgraph.batch.keys': batch.length };
    return inSpan(`read ${this.#options.name}`, { parent, attributes }, (span) => this.#run(batch, span, parent));
  }

  async #run(batch: readonly Pending[], span: Span | null, parent: Span | undefined): Promise<void> {
    const keys = batch.map(({ key }) => key);
    const run: Run = { keys, controller: new AbortController(), waiting: 0, span, askers: new Set(parent && [parent]) };
    if (span) for (const { waits } of batch) for (const { caller } of waits) link(run, caller.asker);
    for (const pending of batch) {
      pending.run = run;
      run.waiting += pending.waiting;
    }
    const isCurrent = (key: string) => this.#pending.get(key)?.run === run;
    try {
      const answers = await this.#options.run(run.keys, run.controller.signal, isCurrent);
      this.#end(run);
      for (const pending of batch) {
        const answer = answers.get(pending.key);
        tell(pending, answer === undefined ? new Error(`the run left the key "${pending.key}" unanswered`) : answer);
      }
    } catch (error) {
      this.#end(run);
      for (const pending of batch) tell(pending, asError(error));
    }
  }

  /** Whoever asks from now on starts a run of its own. */
  #end(run: Run): void {
    for (const key of run.keys) {
      if (this.#pending.get(key)?.run === run) this.#pending.delete(key);
    }
  }
}

function link({ span, askers }: Run, asker: Span | null): void {
  if (!span || !asker || askers.has(asker)) return;
  askers.add(asker);
  span.addLink({ context: asker.spanContext() });
  asker.addLink({ context: span.spanContext() });
}

function tell(pending: Pending, answer: unknown): void {
  for (const { caller, position } of pending.waits) caller.settle(position, answer);
  letGo(pending);
}

/** V8 lets each table that a Map outgrew hold the next one until the old generation is collected: what is in it must be small. */
function letGo(pending: Pending): void {
  pending.waits = [];
  pending.run = null;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('read failed', { cause: error });
}
