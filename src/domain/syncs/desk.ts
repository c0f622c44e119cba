import { refusal } from '../../kernel/refusal.js';
import type { TaskStarter } from '../../kernel/writing/durable-task.js';
import type { CustomerEntry } from '../customers/model.js';
import type { ExternalRef } from '../identity/model.js';
import { advance, planned } from './advance.js';
import type { SubscriptionSubject, SyncKind, SyncRun } from './model.js';
import type { SyncBook } from './ports.js';
import { type Procedure, SYNC_TASK } from './procedure.js';
import { SaleDesk, type SaleDeskDeps } from './sale-desk.js';
import { saleProcedure } from './sale-sync.js';
import { subscriptionProcedure } from './subscription-sync.js';

export interface SyncRequest {
  readonly subject: SubscriptionSubject;
  readonly customerId: string | null;
  readonly requestedBy: string;
}

/** Where syncs are asked for, stopped and repeated. */
export class SyncDesk {
  readonly #deps: SaleDeskDeps;
  readonly #tasks: TaskStarter;
  readonly #nextId: () => string;
  readonly #procedures: Readonly<Record<SyncKind, Procedure>>;
  readonly sales: SaleDesk;

  constructor(deps: SaleDeskDeps, tasks: TaskStarter, nextId: () => string) {
    this.#deps = deps;
    this.#tasks = tasks;
    this.#nextId = nextId;
    this.sales = new SaleDesk(deps, tasks);
    this.#procedures = {
      SUBSCRIPTION: subscriptionProcedure(deps.world, deps.overrides),
      SALE: saleProcedure(deps),
    };
  }

  get book(): SyncBook {
    return this.#deps.book;
  }

  /**
   * Which account a subscription is for: the one that is named, else the only one that its customer has.
   * @throws Refusal
   */
  async requestFor(
    { subscriptionKey, accountId }: { subscriptionKey: string; accountId?: string | null | undefined },
    customerOf: (ref: ExternalRef) => Promise<CustomerEntry | null>,
    requestedBy: string,
    signal: AbortSignal,
  ): Promise<SyncRequest> {
    const { world } = this.#deps;
    const field = ['input', 'subscriptionKey'];
    const sold = await world.sold(subscriptionKey, signal);
    if (sold === null) throw refusal('NOT_FOUND', `There is no subscription ${subscriptionKey}.`, field);
    const customer = await customerOf(sold.owner);
    const customerId = customer?.id ?? null;
    if (accountId) return { subject: { subscriptionKey: sold.number, accountId }, customerId, requestedBy };
    const known = (customer && world.planTarget(signal)?.accountsOf(customer)) ?? [];
    const [only] = known;
    if (only === undefined) {
      const message = `The customer of ${sold.number} has no account for price plans: make and link one, or name it in accountId.`;
      throw refusal('NOT_LINKED', message, field);
    }
    if (known.length > 1) {
      const message = `The customer of ${sold.number} has ${known.length} accounts (${known.join(', ')}): name one in accountId.`;
      throw refusal('CONFLICT', message, ['input', 'accountId']);
    }
    return { subject: { subscriptionKey: sold.number, accountId: only }, customerId, requestedBy };
  }

  /** The steps that a run would take, kept nowhere. @throws Refusal */
  async plan({ subject, customerId, requestedBy }: SyncRequest, signal: AbortSignal): Promise<SyncRun> {
    const run = this.#run({ subject, customerId, requestedBy });
    const { left } = await this.#procedures.SUBSCRIPTION.look(run, signal);
    return { ...run, status: 'PLANNED', steps: left.map(planned) };
  }

  /** Begins a run that goes on by itself, and gives it at once. */
  async start(request: SyncRequest): Promise<SyncRun> {
    const run = this.#run(request);
    await this.book.add(run);
    await this.#tasks.start(SYNC_TASK, run.id, run.attempt);
    return run;
  }

  /** Stops a run between two steps. @throws Refusal */
  async cancel(id: string): Promise<SyncRun> {
    const changes = { status: 'CANCELLED', finishedAt: this.#deps.now() } as const;
    const done = await this.book.change(id, ['QUEUED', 'RUNNING', 'WAITING'], changes);
    const run = await this.#existing(id);
    if (!done) throw refusal('CONFLICT', `The run is ${run.status} and cannot be cancelled.`, ['id']);
    return run;
  }

  /** Goes on with a run that was cancelled or needs somebody, from what is left of it. @throws Refusal */
  async retry(id: string): Promise<SyncRun> {
    const before = await this.#existing(id);
    const attempt = before.attempt + 1;
    const changes = { status: 'QUEUED', failure: null, finishedAt: null, attempt } as const;
    if (!(await this.book.change(id, ['CANCELLED', 'NEEDS_ATTENTION'], changes))) {
      throw refusal('CONFLICT', `The run is ${before.status} and cannot be repeated.`, ['id']);
    }
    await this.#tasks.start(SYNC_TASK, id, attempt);
    return await this.#existing(id);
  }

  /** Starts what was noted and not started because the process ended in between. */
  async resume(): Promise<void> {
    for (const { id, attempt } of await this.book.open()) await this.#tasks.start(SYNC_TASK, id, attempt);
  }

  advance(id: string, signal: AbortSignal): Promise<boolean> {
    return advance(id, ({ kind }) => this.#procedures[kind], this.#deps, signal);
  }

  async #existing(id: string): Promise<SyncRun> {
    const run = await this.book.read(id);
    if (run === null) throw refusal('NOT_FOUND', `There is no run ${id}.`, ['id']);
    return run;
  }

  #run({ subject, customerId, requestedBy }: SyncRequest): SyncRun {
    return {
      id: this.#nextId(),
      kind: 'SUBSCRIPTION',
      status: 'QUEUED',
      subject,
      customerId,
      requestedBy,
      steps: [],
      failure: null,
      attempt: 1,
      createdAt: this.#deps.now(),
      finishedAt: null,
    };
  }
}
