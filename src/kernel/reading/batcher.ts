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

interface Pending<R> {
  readonly key: string;
  readonly answer: Promise<R>;
  readonly settle: { resolve(value: R): void; reject(reason: unknown): void };
  /** How many callers wait; at none, the run may be given up. */
  waiting: number;
  run: Run | null;
  /** On whose behalf it is read; null while nothing is traced. */
  askers: Set<Span> | null;
}

/** One caller's interest in a key. */
interface Wait<R> {
  readonly pending: Pending<R>;
  readonly reject: (reason: unknown) => void;
  settled: boolean;
}

interface Run {
  span: Span | null;
  readonly keys: readonly string[];
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Puts the keys that all callers of the process ask for in one turn of the event loop into as few runs as possible, and
 * lets a key that is under way serve everyone who asks for it meanwhile. A caller who gives up takes nothing from the
 * others: a run ends early only when all of its callers have gone.
 */
export class Batcher<R> {
  readonly #options: BatcherOptions<R>;
  readonly #pending = new Map<string, Pending<R>>();
  #queue: Pending<R>[] = [];

  constructor(options: BatcherOptions<R>) {
    this.#options = options;
  }

  load(key: string, signal: AbortSignal): Promise<R> {
    const [answer] = this.loadMany([key], signal);
    return answer ?? Promise.reject(new Error('there is no answer to no key'));
  }

  /** One promise a key, for a caller who gives all of them up at once. */
  loadMany(keys: readonly string[], signal: AbortSignal): Promise<R>[] {
    if (signal.aborted) return keys.map(() => Promise.reject(signal.reason));
    const asker = activeSpan();
    const waits: Wait<R>[] = [];
    let left = keys.length;
    const giveUp = () => {
      for (const wait of waits) {
        if (wait.settled) continue;
        wait.settled = true;
        wait.reject(signal.reason);
        this.#leave(wait.pending);
      }
    };
    const settled = (wait: Wait<R>) => {
      wait.settled = true;
      left -= 1;
      if (left === 0) signal.removeEventListener('abort', giveUp);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    return keys.map((key) => {
      const pending = this.#pending.get(key) ?? this.#enqueue(key);
      pending.waiting += 1;
      if (pending.run) pending.run.waiting += 1;
      if (asker) join(asker, pending);
      return new Promise<R>((resolve, reject) => {
        const wait = { pending, reject, settled: false };
        waits.push(wait);
        pending.answer.then(
          (value) => {
            settled(wait);
            resolve(value);
          },
          (error: unknown) => {
            settled(wait);
            reject(error);
          },
        );
      });
    });
  }

  /** The next caller starts a run of its own, even if one for the key is under way. */
  forget(key: string): void {
    this.#pending.delete(key);
  }

  #enqueue(key: string): Pending<R> {
    const { promise: answer, ...settle } = Promise.withResolvers<R>();
    answer.catch(() => {}); // every caller hears of it; with none left nobody needs to
    const pending: Pending<R> = { key, answer, settle, waiting: 0, run: null, askers: null };
    this.#pending.set(key, pending);
    // setImmediate lets every request that the loop serves in this turn add its keys.
    if (this.#queue.push(pending) === 1) setImmediate(() => this.#flush());
    return pending;
  }

  #leave(pending: Pending<R>): void {
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
      return false;
    });
    for (let start = 0; start < wanted.length; start += this.#options.maxBatch) {
      void this.#traced(wanted.slice(start, start + this.#options.maxBatch));
    }
  }

  /** A run is a part of what asked first; who else asked is linked with it. */
  async #traced(batch: readonly Pending<R>[]): Promise<void> {
    const [parent, ...links] = new Set(batch.flatMap(({ askers }) => (askers ? [...askers] : [])));
    const attributes = { 'billgraph.batch.keys': batch.length };
    await inSpan(`read ${this.#options.name}`, { parent, links, attributes }, async (span) => {
      if (span) for (const asker of links) asker.addLink({ context: span.spanContext() });
      await this.#run(batch, span);
    });
  }

  async #run(batch: readonly Pending<R>[], span: Span | null): Promise<void> {
    const run: Run = { keys: batch.map(({ key }) => key), controller: new AbortController(), waiting: 0, span };
    for (const pending of batch) {
      pending.run = run;
      run.waiting += pending.waiting;
    }
    const isCurrent = (key: string) => this.#pending.get(key)?.run === run;
    try {
      const answers = await this.#options.run(run.keys, run.controller.signal, isCurrent);
      for (const { key, settle } of batch) {
        const answer = answers.get(key);
        if (answer === undefined) settle.reject(new Error(`the run left the key "${key}" unanswered`));
        else settle.resolve(answer);
      }
    } catch (error) {
      for (const { settle } of batch) settle.reject(error);
    } finally {
      this.#end(run);
    }
  }

  /** Whoever asks from now on starts a run of its own. */
  #end(run: Run): void {
    for (const key of run.keys) {
      if (this.#pending.get(key)?.run === run) this.#pending.delete(key);
    }
  }
}

/** Notes on whose behalf a key is read, also while it is being read. */
function join(asker: Span, pending: { askers: Set<Span> | null; readonly run: Run | null }): void {
  const { run } = pending;
  pending.askers ??= new Set();
  if (pending.askers.has(asker)) return;
  pending.askers.add(asker);
  if (!run?.span) return;
  run.span.addLink({ context: asker.spanContext() });
  asker.addLink({ context: run.span.spanContext() });
}
