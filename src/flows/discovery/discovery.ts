import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { ulid } from 'ulid';
import type { CustomerDirectory } from '../../domain/customers/ports.js';
import type { DiscoveryControl, DiscoveryStatus } from '../../domain/identity/discovery-status.js';
import type { DiscoverySource } from '../../domain/identity/ports.js';
import type { Clock } from '../../kernel/clock.js';
import { InvalidInput } from '../../kernel/errors.js';
import type { Database } from '../../store/schema.js';
import type { Engine } from '../engine.js';
import { PATIENT, type RetryPolicy } from './read-page.js';
import { discoveryRun } from './run.js';
import { keepSchedule, type Schedule } from './schedule.js';
import { readStatus } from './status.js';

/** Reads every customer of every system into the directory, durably: one run at a time for each system. */
export interface Discovery extends DiscoveryControl {
  /**
   * Starts the run of one system or of all. A run that was stopped or failed goes on where it stood; one that is under
   * way is left alone.
   * @throws InvalidInput for a system that has no source.
   */
  start(system?: string): Promise<void>;
  /** Stops the run of a system between two pages, wherever it runs; without one under way, does nothing. */
  stop(system: string): Promise<void>;
  /** One for each source, in their order. */
  status(): Promise<DiscoveryStatus[]>;
  /**
   * From now on starts each system `everyMs` after its last run ended, and at once if that is long ago or never was;
   * what was stopped by hand stays stopped. Ends with the engine, if not before.
   */
  schedule(everyMs: number): Schedule;
}

export interface DiscoveryOptions {
  engine: Engine;
  directory: CustomerDirectory;
  /** May change while the process runs. */
  sources: readonly DiscoverySource[];
  clock: Clock;
  db: Kysely<Database>;
  logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Makes the unique part of run ids; ULIDs unless given. */
  ids?: () => string;
  retry?: Partial<RetryPolicy>;
}

export function createDiscovery(options: DiscoveryOptions): Discovery {
  const { engine, sources, clock, db, logger } = options;
  const newId = options.ids ?? (() => ulid(clock.now()));
  const workflow = discoveryRun.attach(engine, { ...options, retry: { ...PATIENT, ...options.retry } });
  // Connections come and go while the process runs.
  const systems = () => sources.map((source) => source.system);

  const startOne = async (system: string): Promise<void> => {
    const runId = `discovery:${system}:${newId()}`;
    const last = await db.selectFrom('discovery').selectAll().where('system', '=', system).executeTakeFirst();
    if (last?.state === 'RUNNING' && (await engine.isLive(last.run_id))) return;
    const fresh = { stream: null, cursor: null, restarted: false, pages: 0, records: 0, created: 0 };
    const begun = { run_id: runId, state: 'RUNNING', finished_at: null, failure_code: null, failure_message: null };
    const startedAt = new Date(clock.now()).toISOString();
    // Of several processes that start it at once, one changes the row and runs.
    const mine =
      last === undefined
        ? await db
            .insertInto('discovery')
            .values({ system, ...fresh, ...begun, started_at: startedAt, last_succeeded_at: null })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst()
        : await db
            .updateTable('discovery')
            .set(
              last.state === 'SUCCEEDED'
                ? { ...fresh, ...begun, started_at: startedAt }
                : { ...begun, restarted: false },
            )
            .where('system', '=', system)
            .where('run_id', '=', last.run_id)
            .where('state', '=', last.state)
            .executeTakeFirst();
    const changed = 'numUpdatedRows' in mine ? mine.numUpdatedRows : mine.numInsertedOrUpdatedRows;
    if (changed !== 1n) return;
    await workflow.start(runId, system);
    if (last !== undefined) await workflow.forget([last.run_id]);
  };

  return {
    start: async (system) => {
      if (system !== undefined && !systems().includes(system)) {
        throw new InvalidInput(`${system} has nothing to discover. Known: ${systems().join(', ')}.`);
      }
      for (const one of system === undefined ? systems() : [system]) await startOne(one);
    },
    stop: async (system) => {
      const stopped = await db
        .updateTable('discovery')
        .set({ state: 'STOPPED', finished_at: new Date(clock.now()).toISOString() })
        .where('system', '=', system)
        .where('state', '=', 'RUNNING')
        .returning('run_id')
        .executeTakeFirst();
      if (stopped !== undefined) await workflow.cancel(stopped.run_id);
    },
    status: () => readStatus(db, systems()),
    schedule: (everyMs) =>
      keepSchedule({
        everyMs,
        clock,
        logger,
        stopping: engine.stopping,
        start: startOne,
        status: () => readStatus(db, systems()),
      }),
  };
}

/** Starts every system now; what somebody stopped stays stopped. */
export async function startUnlessStopped(discovery: Discovery): Promise<void> {
  for (const { system, state } of await discovery.status()) {
    if (state !== 'STOPPED') await discovery.start(system);
  }
}
