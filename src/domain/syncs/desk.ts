import PQueue from 'p-queue';
import type { Clock } from '../../kernel/clock.js';
import { Refusal, refusal } from '../../kernel/refusal.js';
import { advance, planned } from './advance.js';
import type { SyncRun, TargetStep } from './model.js';
import type { Asking, SyncBook, SyncRunChanges, WaitingLine } from './ports.js';
import type { Procedure } from './procedure.js';
import type { SyncKind, SyncSubject } from './subjects.js';

export interface SyncRequest {
  /** Makes the same request the same run; without it each one is another. */
  readonly id?: string;
  readonly kind: SyncKind;
  readonly subject: SyncSubject;
  readonly customerId: string | null;
  /** See `SyncRun.writerKey`. */
  readonly writerKey: string | null;
  readonly requestedBy: string;
  readonly reason?: string | null;
  readonly flowId?: string | null;
  readonly parentId?: string | null;
}

export interface SyncDeskDeps {
  readonly book: SyncBook;
  readonly procedures: Readonly<Record<SyncKind, Procedure>>;
  readonly line: WaitingLine;
  readonly nextId: () => string;
  readonly clock: Clock;
}

// Each reads and writes systems with limits of their own: more of them would only wait there.
const AT_ONCE = 8;
const PARTS_AT_ONCE = 100;
const FIRST_LOOK_MS = 100;
const LAST_LOOK_MS = 2_000;
const MOST_WOKEN = 100;

/** Where syncs are asked for, carried on, stopped and repeated. */
export class SyncDesk {
  readonly #deps: SyncDeskDeps;
  readonly #gate = new PQueue({ concurrency: AT_ONCE });

  constructor(deps: SyncDeskDeps) {
    this.#deps = deps;
  }

  get book(): SyncBook {
    return this.#deps.book;
  }

  /** The steps that a run would take, kept nowhere. @throws Refusal */
  async plan(request: SyncRequest, asking: Asking): Promise<SyncRun> {
    const run = this.#run(request);
    const { left, customerId = run.customerId } = await this.#deps.procedures[run.kind].look(run, asking);
    return { ...run, customerId, status: 'PLANNED', steps: left.map(planned) };
  }

  /** The same, where what a person has to do first is no end of it but the plan's failure. */
  async outlook(request: SyncRequest, asking: Asking): Promise<SyncRun> {
    try {
      return await this.plan(request, asking);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const failure = error.problems.map(({ message }) => message).join('\n');
      return { ...this.#run(request), status: 'PLANNED', failure };
    }
  }

  /** A dry run whose steps are known. */
  planned(request: SyncRequest, steps: readonly TargetStep[]): SyncRun {
    return { ...this.#run(request), status: 'PLANNED', steps: steps.map(planned) };
  }

  /** Begins a run that goes on by itself, and gives it at once; one that was begun before is given as it is. */
  async start(request: SyncRequest): Promise<SyncRun> {
    const run = this.#run(request);
    const isNew = await this.book.add(run);
    const there = isNew ? run : await this.#existing(run.id);
    await this.#deps.line.join(there);
    return there;
  }

  /** Stops a run between two steps. @throws Refusal */
  async cancel(id: string): Promise<SyncRun> {
    const changes = { status: 'CANCELLED', finishedAt: this.#deps.clock.now() } as const;
    const done = await this.book.change(id, ['QUEUED', 'RUNNING', 'WAITING'], changes);
    const run = await this.#existing(id);
    if (!done) throw refusal('CONFLICT', `The run is ${run.status} and cannot be cancelled.`, ['id']);
    await this.#deps.line.leaves(run);
    await this.#cancelParts(id, changes);
    return run;
  }

  /** Those that have begun end by themselves. */
  async #cancelParts(parentId: string, changes: SyncRunChanges): Promise<void> {
    const filter = { parentId, status: 'QUEUED' } as const;
    for (let more = true; more; ) {
      const { items, hasNextPage } = await this.book.page({ first: PARTS_AT_ONCE, after: null, filter });
      for (const { node } of items) {
        if (await this.book.change(node.id, ['QUEUED'], changes)) await this.#deps.line.leaves(node);
      }
      more = hasNextPage;
    }
  }

  /** Goes on with a run that was cancelled or needs somebody, from what is left of it. @throws Refusal */
  async retry(id: string): Promise<SyncRun> {
    const before = await this.#existing(id);
    const attempt = before.attempt + 1;
    const changes = { status: 'QUEUED', failure: null, finishedAt: null, attempt } as const;
    if (!(await this.book.change(id, ['CANCELLED', 'NEEDS_ATTENTION'], changes))) {
      throw refusal('CONFLICT', `The run is ${before.status} and cannot be repeated.`, ['id']);
    }
    await this.#deps.line.join(before);
    return await this.#existing(id);
  }

  /** Takes an attempt of a run a step on when it is its turn; false when there is nothing left for it to do. */
  async advance(id: string, attempt: number, signal: AbortSignal): Promise<boolean> {
    const { book, line, procedures, clock } = this.#deps;
    const run = await book.read(id);
    if (run === null) return false;
    line.carries(run);
    try {
      for (let wait = FIRST_LOOK_MS; !(await book.takeTurn(id, attempt)); wait = Math.min(wait * 2, LAST_LOOK_MS)) {
        await clock.wait(wait, signal);
      }
      const means = { book, now: () => clock.now() };
      const work = () => advance({ id, attempt }, ({ kind }) => procedures[kind], means, signal);
      // Whoever waits for its parts must not stand in their way.
      const more = run.kind === 'BACKFILL' ? await work() : await this.#gate.add(work, { signal });
      if (more) return true;
      await this.#wakeWhatWaitedFor(id);
      await book.giveTurnBack(id, attempt);
      await line.leaves(run);
      return false;
    } catch (error) {
      // A process that ends begins nothing more.
      if (!signal.aborted) {
        // While it waits to be tried again it changes nothing. Those after it wait for it all the same; another attempt need not.
        await book.giveTurnBack(id, attempt).catch(() => {});
        await line.rests(id);
      }
      throw error;
    }
  }

  /**
   * What happened to a customer before they were known on both sides had to wait for a person: now it need not. Done again after a
   * crash in between, it changes nothing.
   */
  async #wakeWhatWaitedFor(id: string): Promise<void> {
    const run = await this.book.read(id);
    if (run?.kind !== 'CUSTOMER' || run.status !== 'SUCCEEDED' || run.customerId === null) return;
    const filter = { customerId: run.customerId, status: 'NEEDS_ATTENTION' } as const;
    const { items } = await this.book.page({ first: MOST_WOKEN, after: null, filter });
    // What was once found out of them has another reason to wait.
    for (const { node } of items) if ('happened' in node.subject) await this.retry(node.id).catch(unlessRefused);
  }

  async #existing(id: string): Promise<SyncRun> {
    const run = await this.book.read(id);
    if (run === null) throw refusal('NOT_FOUND', `There is no run ${id}.`, ['id']);
    return run;
  }

  #run({ id, reason = null, flowId = null, parentId = null, ...asked }: SyncRequest): SyncRun {
    return {
      ...asked,
      id: id ?? this.#deps.nextId(),
      status: 'QUEUED',
      reason,
      flowId,
      parentId,
      steps: [],
      failure: null,
      attempt: 1,
      createdAt: this.#deps.clock.now(),
      finishedAt: null,
    };
  }
}

/** Somebody else was faster. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
