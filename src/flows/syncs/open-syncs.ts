import type { CustomerDirectory } from '../../domain/customers/ports.js';
import type { MappingOverrides } from '../../domain/plan-mapping/overrides.js';
import type { DriftBook } from '../../domain/reconciliation/ports.js';
import type { Parts } from '../../domain/syncs/backfill/backfill.js';
import { customersIn, type KnownCustomers } from '../../domain/syncs/customers/known-customers.js';
import { SyncDesk } from '../../domain/syncs/desk.js';
import type { SetupMeans } from '../../domain/syncs/flow-setup/flow-setup.js';
import { hasEnded } from '../../domain/syncs/model.js';
import type { SyncWorld } from '../../domain/syncs/ports.js';
import { SYNC_TASK } from '../../domain/syncs/procedure.js';
import { type ProcedureMeans, procedures } from '../../domain/syncs/procedures.js';
import { buyersIn } from '../../domain/syncs/sales/buyers.js';
import { SaleDesk } from '../../domain/syncs/sales/sale-desk.js';
import type { Clock } from '../../kernel/clock.js';
import type { IdSource } from '../../kernel/ids.js';
import type { Logger } from '../../kernel/logger.js';
import type { DurableTask } from '../../kernel/writing/durable-task.js';
import { openFlowBook } from '../../store/flows/flow-book.js';
import type { Store } from '../../store/open-store.js';
import { openDriftBook } from '../../store/syncs/drift-book.js';
import { openSyncBook } from '../../store/syncs/sync-runs.js';
import { type Tasks, taskWorkflows } from '../tasks/tasks.js';
import { Line } from './line.js';
import { notedRuns } from './noted-runs.js';

export interface SyncOptions {
  readonly store: Pick<Store, 'db'>;
  readonly world: SyncWorld;
  /** All that may have given a customer an id; what is in it may change. */
  readonly systems: readonly { readonly upstream: { readonly id: string } }[];
  readonly directory: CustomerDirectory;
  readonly overrides: MappingOverrides;
  readonly tasks: Tasks;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Pick<Logger, 'warn'>;
  /** The whole address of a route of the gateway. */
  readonly addressOf: (path: string) => string;
  /** How many runs this process carries on at a time. */
  readonly atOnce: number;
  /** How old what was noted and not begun is before another process begins it. */
  readonly leftBehindMs: number;
}

/** All that brings systems into step. */
export interface Syncs {
  readonly desk: SyncDesk;
  readonly sales: SaleDesk;
  readonly world: SyncWorld;
  readonly customers: KnownCustomers;
  /** What reconciliations have found. */
  readonly drifts: DriftBook;
  /** Starts runs that were noted at least so long ago and that nobody carries on; how many there were. */
  startLeftBehind(minAgeMs: number): Promise<number>;
}

const REST_MS = 1_000;

/** What the tasks of syncs are kept under, where those of systems have their name. */
const SYNCS = 'SYNCS';

export function openSyncs({
  store,
  world,
  systems,
  directory,
  overrides,
  tasks,
  clock,
  ids,
  log,
  addressOf,
  atOnce,
  leftBehindMs,
}: SyncOptions): Syncs {
  const book = openSyncBook(store.db, () => clock.now());
  const line = new Line({
    tasks: tasks.of(SYNCS),
    noted: (wanted) => notedRuns(store.db, taskWorkflows(SYNCS, SYNC_TASK), wanted),
    ...{ atOnce, tellingMs: leftBehindMs, clock, log },
  });
  const customers = customersIn(directory);
  const flows = openFlowBook(store.db);
  const setup: SetupMeans = {
    announcer: world.announcer,
    flowsWaiting: async (connection, event) =>
      (await flows.listening(connection)).filter(({ trigger }) => trigger.event === event).map(({ id }) => id),
    webhookAddress: (connection) => addressOf(`/webhooks/${connection}`),
  };
  const parts: Parts = {
    start: (request) => desk.start(request),
    open: async (parentId) => {
      const counts = await book.partsOf(parentId);
      return [...counts].reduce((sum, [status, count]) => (hasEnded({ status }) ? sum : sum + count), 0);
    },
    isWanted: async (id) => (await book.read(id))?.status !== 'CANCELLED',
    rest: (signal) => clock.wait(REST_MS, signal),
  };
  const drifts = openDriftBook(store.db);
  const reconciliation: ProcedureMeans['reconciliation'] = {
    directory,
    drifts,
    now: () => clock.now(),
    begin: async (request) => {
      await desk.start(request);
    },
  };
  const means = {
    world,
    parts,
    overrides,
    customers,
    setup,
    book,
    reconciliation,
    buyers: buyersIn(directory, systems),
  };
  const desk: SyncDesk = new SyncDesk({
    book,
    procedures: procedures(means),
    line,
    nextId: () => ids.next(),
    clock,
  });
  const sales = new SaleDesk({ ...means, book, now: () => clock.now() }, line);
  return { desk, sales, world, customers, drifts, startLeftBehind: (minAgeMs) => line.look(minAgeMs) };
}

/** The task that carries runs on; undefined for any other. */
export function syncTask({ desk }: Syncs, system: string, kind: string): DurableTask | undefined {
  if (system !== SYNCS || kind !== SYNC_TASK) return undefined;
  return { kind, advance: (id, signal, attempt) => desk.advance(id, attempt, signal) };
}
