import { DBOS } from '@dbos-inc/dbos-sdk';
import { getLifecycleListeners } from '@dbos-inc/dbos-sdk/internal/decorators';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { ulid } from 'ulid';
import { systemClock } from '../kernel/clock.js';
import type { Store } from '../store/open-store.js';
import { engineLogger } from './engine-logger.js';
import { keepAlive, type LivenessOptions } from './liveness.js';

/** Runs durable workflows in this process. There is one at a time: the library below keeps global state. */
export interface Engine {
  readonly store: Store;
  /** This start of this process, and no other. */
  readonly executorId: string;
  readonly applicationVersion: string;
  /** Fires when the engine stops; a workflow that notices comes to rest and goes on after the next start. */
  readonly stopping: AbortSignal;
  /** Counts `work` as running here until it settles, so that `stop` waits for it. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Whether a process that can carry the workflow on has it; false for one that ended or was never started. */
  isLive(workflowId: string): Promise<boolean>;
  /** Comes to rest within `graceMs` (5 s) and leaves unfinished workflows to the next start or to another process. */
  stop(graceMs?: number): Promise<void>;
}

export interface EngineOptions extends LivenessOptions {
  store: Store;
  /** What this process is called in logs and tables; it need not be unique. */
  executorId: string;
  /** Workflows of another version are not replayed: their steps may have been others. */
  applicationVersion: string;
  logger: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
}

let running: Engine | null = null;

/** Starts the engine on the store's own pool, and takes over what dead processes left unfinished. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  if (running !== null) throw new Error('A durable engine is running in this process already.');
  const { store, applicationVersion, logger } = options;
  // Unique for each start, so that nothing takes a restarted process for its dead predecessor.
  const executorId = `${options.executorId}:${ulid()}`;
  DBOS.setConfig({
    name: 'billgraph',
    executorID: executorId,
    applicationVersion,
    logger: engineLogger(logger),
    systemDatabasePool: store.pool,
    // Asked for although the pool is used in its place.
    systemDatabaseUrl: 'postgres://unused@localhost/unused',
    // PGlite has no second connection to listen on, and nothing here waits for a notification.
    useListenNotify: false,
  });
  await oneAtATime(store, () => DBOS.launch());
  const liveness = await keepAlive({ ...options, executorId }).catch(async (error: unknown) => {
    await shutdown();
    throw error;
  });

  const stopping = new AbortController();
  const active = new Set<Promise<unknown>>();
  let stopped: Promise<void> | undefined;
  const stop = async (graceMs: number) => {
    stopping.abort(new Error('The engine is stopping.'));
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise((resolve) => {
      timer = setTimeout(resolve, graceMs);
    });
    await Promise.race([Promise.allSettled(active), grace]);
    clearTimeout(timer);
    await liveness.stop();
    await shutdown();
    running = null;
  };
  const engine: Engine = {
    store,
    executorId,
    applicationVersion,
    stopping: stopping.signal,
    track: (work) => {
      const settled = work.catch(() => {}).finally(() => active.delete(settled));
      active.add(settled);
      return work;
    },
    isLive: (workflowId) => liveness.isLive(workflowId),
    stop: (graceMs = 5_000) => {
      stopped ??= stop(graceMs);
      return stopped;
    },
  };
  running = engine;
  return engine;
}

async function shutdown(): Promise<void> {
  await DBOS.shutdown();
  // The library would keep the scheduler of every launch, and with it all that the launch was called from.
  (getLifecycleListeners() as unknown[]).length = 0;
}

/** Any constant; every process takes the same one. */
const ONE_LAUNCH_AT_A_TIME = 4_115_201_827;

/** The library's own migrations fail when two processes run them at once. */
async function oneAtATime(store: Store, launch: () => Promise<void>): Promise<void> {
  // An embedded database has one process, and its only connection must be left to the launch.
  if (store.embedded) return await launch();
  return await store.db.connection().execute(async (connection) => {
    // Asked for again and again: a statement that waits for the lock is a transaction, and the migrations build indexes
    // concurrently, which waits for all transactions.
    const take = sql<{ taken: boolean }>`select pg_try_advisory_lock(${ONE_LAUNCH_AT_A_TIME}::bigint) as taken`;
    while (!(await take.execute(connection)).rows[0]?.taken) await systemClock.wait(50);
    try {
      await launch();
    } finally {
      await sql`select pg_advisory_unlock(${ONE_LAUNCH_AT_A_TIME}::bigint)`.execute(connection);
    }
  });
}
