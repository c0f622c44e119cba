import { DBOS } from '@dbos-inc/dbos-sdk';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Store } from '../store/open-store.js';

export interface LivenessOptions {
  /** How often this process says that it is alive; default 2,000. Silent for five times as long, it counts as dead. */
  heartbeatMs?: number;
}

interface Liveness {
  isLive(workflowId: string): Promise<boolean>;
  stop(): Promise<void>;
}

/**
 * Says that this process is alive, and gives the unfinished workflows of processes that are not to those that are: the
 * library leaves that to its paid service. https://docs.dbos.dev/production/self-hosting/workflow-recovery
 */
export async function keepAlive(
  options: LivenessOptions & {
    store: Store;
    executorId: string;
    applicationVersion: string;
    logger: Pick<Logger, 'info' | 'warn'>;
  },
): Promise<Liveness> {
  const { store, executorId, applicationVersion, logger, heartbeatMs = 2_000 } = options;
  const silentMs = heartbeatMs * 5;

  const beat = () =>
    sql`insert into worker_heartbeat (executor_id, beat_at) values (${executorId}, now())
      on conflict (executor_id) do update set beat_at = excluded.beat_at`.execute(store.db);

  /** Executors that live; the database's clock judges, for those of processes differ. */
  const livingExecutors = async (): Promise<ReadonlySet<string>> => {
    // The lock file of an embedded database admits no other process.
    if (store.embedded) return new Set([executorId]);
    const { rows } = await sql<{ id: string }>`select executor_id as id from worker_heartbeat
      where beat_at > now() - ${silentMs} * interval '1 millisecond'`.execute(store.db);
    return new Set(rows.map((row) => row.id));
  };

  const adopt = async () => {
    const pending = await DBOS.listWorkflows({ status: 'PENDING', applicationVersion, ...WITHOUT_VALUES });
    if (pending.every((workflow) => workflow.executorId === executorId)) return;
    const living = await livingExecutors();
    const orphans = pending.filter((workflow) => !living.has(workflow.executorId ?? ''));
    if (orphans.length === 0) return;
    await DBOS.resumeWorkflows(orphans.map((workflow) => workflow.workflowID));
    logger.info({ workflows: orphans.length }, 'took over unfinished work of a process that ended');
  };

  // Whoever could not reach the database could not beat there either, and neither could the others: all get the time to.
  let blindUntil = 0;
  const tick = async () => {
    await beat();
    if (performance.now() >= blindUntil) await exclusively(store, adopt);
    await sql`delete from worker_heartbeat where beat_at < now() - interval '1 hour'`.execute(store.db);
  };

  await tick();
  let ticking: Promise<void> | null = null;
  const timer = setInterval(() => {
    if (ticking !== null) {
      // The last one still waits for an answer.
      blindUntil = performance.now() + silentMs;
      return;
    }
    ticking = tick()
      .catch((error: unknown) => {
        blindUntil = performance.now() + silentMs;
        logger.warn({ error }, 'the heartbeat of durable work failed');
      })
      .finally(() => {
        ticking = null;
      });
  }, heartbeatMs);
  timer.unref();

  return {
    isLive: async (workflowId) => {
      const [workflow] = await DBOS.listWorkflows({ workflowIDs: [workflowId], ...WITHOUT_VALUES });
      if (workflow === undefined) return false;
      // Of this version: running here or elsewhere, waiting, or about to be taken over.
      if (workflow.applicationVersion === applicationVersion) return ['PENDING', 'ENQUEUED'].includes(workflow.status);
      return workflow.status === 'PENDING' && (await livingExecutors()).has(workflow.executorId ?? '');
    },
    stop: async () => {
      clearInterval(timer);
      await ticking;
      await sql`delete from worker_heartbeat where executor_id = ${executorId}`.execute(store.db).catch(() => {});
    },
  };
}

const WITHOUT_VALUES = { loadInput: false, loadOutput: false } as const;

/** Any constant; every process takes the same one. */
const ONE_ADOPTION_AT_A_TIME = 4_115_201_828;

/** Two processes that adopt the same work would start it twice. Skips the work when another is at it. */
async function exclusively(store: Store, work: () => Promise<void>): Promise<void> {
  // An embedded database has no other process, and its only connection must be left to the work.
  if (store.embedded) return await work();
  await store.db.connection().execute(async (connection) => {
    const { rows } = await sql<{ taken: boolean }>`
      select pg_try_advisory_lock(${ONE_ADOPTION_AT_A_TIME}::bigint) as taken`.execute(connection);
    if (!rows[0]?.taken) return;
    try {
      await work();
    } finally {
      await sql`select pg_advisory_unlock(${ONE_ADOPTION_AT_A_TIME}::bigint)`.execute(connection);
    }
  });
}
