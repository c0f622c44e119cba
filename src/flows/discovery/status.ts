import type { Kysely, Selectable } from 'kysely';
import type { Database, DiscoveryTable } from '../../store/schema.js';

type DiscoveryState = 'NEVER' | 'RUNNING' | 'STOPPED' | 'SUCCEEDED' | 'FAILED';

/** Where the discovery of a system stands. Instants are ISO 8601. */
export interface DiscoveryStatus {
  readonly system: string;
  readonly state: DiscoveryState;
  /** The stream that is read next; null before the first run and after a complete one. */
  readonly stream: string | null;
  /** Of the run, counting from its beginning also when it was stopped in between. */
  readonly pages: number;
  readonly records: number;
  /** Customers that the run found nobody knew. */
  readonly created: number;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly lastSucceededAt: string | null;
  /** Why it failed; while RUNNING, why the page under way is being tried again. */
  readonly failure: DiscoveryFailure | null;
}

export interface DiscoveryFailure {
  /** An upstream error code, or `INTERNAL`. */
  readonly code: string;
  /** Safe to show to callers. */
  readonly message: string;
}

export async function readStatus(db: Kysely<Database>, systems: readonly string[]): Promise<DiscoveryStatus[]> {
  const rows = await db.selectFrom('discovery').selectAll().execute();
  return systems.map((system) => statusOf(system, rows.find((row) => row.system === system) ?? null));
}

function statusOf(system: string, row: Selectable<DiscoveryTable> | null): DiscoveryStatus {
  const failure =
    row?.failure_code == null ? null : { code: row.failure_code, message: row.failure_message ?? row.failure_code };
  return {
    system,
    state: (row?.state as DiscoveryState | undefined) ?? 'NEVER',
    stream: row?.stream ?? null,
    pages: row?.pages ?? 0,
    records: row?.records ?? 0,
    created: row?.created ?? 0,
    startedAt: row?.started_at.toISOString() ?? null,
    finishedAt: row?.finished_at?.toISOString() ?? null,
    lastSucceededAt: row?.last_succeeded_at?.toISOString() ?? null,
    failure,
  };
}
