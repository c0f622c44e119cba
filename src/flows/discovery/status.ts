import type { Kysely, Selectable } from 'kysely';
import type { DiscoveryState, DiscoveryStatus } from '../../domain/identity/discovery-status.js';
import type { Database } from '../../store/schema.js';
import type { DiscoveryTable } from '../../store/tables/customers.js';

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
