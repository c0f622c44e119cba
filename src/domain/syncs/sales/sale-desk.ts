import { isDeepStrictEqual } from 'node:util';
import { AccessDenied } from '../../../kernel/errors.js';
import { refusal } from '../../../kernel/refusal.js';
import { planned } from '../advance.js';
import type { SyncRun } from '../model.js';
import type { SaleRequest, SaleRuns, SyncBook, WaitingLine } from '../ports.js';
import { runIdOf } from '../run-id.js';
import type { SaleSubject } from '../subjects.js';
import { plannedSale, type SaleMeans } from './sale-sync.js';

export interface SaleDeskDeps extends SaleMeans {
  readonly book: SyncBook;
  readonly now: () => number;
}

/** For whom runs are begun. */
export interface SaleCaller {
  readonly id: string;
  mayAsk(system: string): boolean;
  readonly signal: AbortSignal;
}

const STOPPED = ['CANCELLED', 'NEEDS_ATTENTION'] as const;

/** Where sales that name a price plan are followed by it. The run of a sale is noted before the sale is told. */
export class SaleDesk {
  readonly #deps: SaleDeskDeps;
  readonly #line: WaitingLine;

  constructor(deps: SaleDeskDeps, line: WaitingLine) {
    this.#deps = deps;
    this.#line = line;
  }

  for(caller: SaleCaller): SaleRuns {
    return {
      plan: (request) => this.#plan(request, caller),
      begin: (request) => this.#begin(request, caller),
      follow: async (run) => {
        await this.#line.join(run);
        return await this.#existing(run.id);
      },
      refused: async (run, failure) => {
        await this.#deps.book.change(run.id, ['QUEUED'], {
          status: 'CANCELLED',
          failure,
          finishedAt: this.#deps.now(),
        });
        await this.#line.leaves(run);
      },
    };
  }

  async #plan(request: SaleRequest, caller: SaleCaller): Promise<SyncRun | null> {
    const run = this.#run(request, caller);
    if (run === null) return null;
    const { steps, customerId, failure } = await plannedSale(run, this.#deps, askingFor(caller));
    return { ...run, customerId, failure, status: 'PLANNED', steps: steps.map(planned) };
  }

  async #begin(request: SaleRequest, caller: SaleCaller): Promise<SyncRun | null> {
    const { book } = this.#deps;
    const run = this.#run(request, caller);
    if (run === null || (await book.add(run))) return run;
    const before = await this.#existing(run.id);
    const old = before.subject as SaleSubject;
    // What is not said anew stays as it was: the day above all, which would be another one tomorrow.
    const subject: SaleSubject = {
      ...(run.subject as SaleSubject),
      accountId: request.accountId ?? old.accountId,
      effectiveFrom: request.effectiveFrom ?? old.effectiveFrom,
      effectiveUntil: request.effectiveUntil ?? old.effectiveUntil,
    };
    const isSame = isDeepStrictEqual(subject, old);
    const isTold = before.steps.some(({ status }) => status === 'DONE');
    const isOther = !isDeepStrictEqual([subject.plan, subject.sale], [old.plan, old.sale]);
    if (isOther && isTold) throw taken('This eventId was used for something else: take a new one.');
    if (isSame && before.status === 'SUCCEEDED') return before;
    const again = { status: 'QUEUED', failure: null, finishedAt: null, attempt: before.attempt + 1, subject } as const;
    if (await book.change(run.id, STOPPED, again)) return await this.#existing(run.id);
    if (isSame) return before;
    throw taken(
      before.status === 'SUCCEEDED'
        ? 'The sale of this eventId was followed already, in another way.'
        : 'The sale of this eventId is being followed, in another way: cancel its run first.',
    );
  }

  /** Null where nothing follows the sale. */
  #run(request: SaleRequest, caller: SaleCaller): SyncRun | null {
    const { id: requestedBy, mayAsk } = caller;
    const asking = askingFor(caller);
    const { world, overrides, now } = this.#deps;
    const { eventId, plan, accountId = null, customerId, sale } = request;
    const target = world.planTarget(null, asking)?.end;
    const tracker = world.saleTracker(asking)?.end;
    const meant = overrides.salePlans[plan] ?? plan;
    if (!target || !tracker || typeof meant !== 'string') return null;
    if (!mayAsk(target.system)) throw new AccessDenied('FORBIDDEN', `This caller may not ask ${target.system}.`);
    const effectiveFrom = request.effectiveFrom ?? target.today();
    const effectiveUntil = request.effectiveUntil ?? overrides.evergreenUntil;
    if (effectiveUntil <= effectiveFrom) {
      throw refusal('INVALID', 'must be after effectiveFrom', ['input', 'effectiveUntil']);
    }
    return {
      id: saleRunId(tracker.system, eventId),
      kind: 'SALE',
      status: 'QUEUED',
      subject: { eventId, plan, accountId, effectiveFrom, effectiveUntil, sale },
      customerId,
      writerKey: customerId,
      requestedBy,
      reason: null,
      flowId: null,
      parentId: null,
      steps: [],
      failure: null,
      attempt: 1,
      createdAt: now(),
      finishedAt: null,
    };
  }

  async #existing(id: string): Promise<SyncRun> {
    const run = await this.#deps.book.read(id);
    if (run === null) throw new Error(`the run ${id} that was just noted is gone`);
    return run;
  }
}

const askingFor = ({ signal }: SaleCaller) => ({ signal, lane: 'interactive' }) as const;

const taken = (message: string) => refusal('CONFLICT', message, ['input', 'eventId']);

/** One event, one run, whoever tells of it and how often. */
export function saleRunId(system: string, eventId: string): string {
  return runIdOf('sale', [system, eventId]);
}
