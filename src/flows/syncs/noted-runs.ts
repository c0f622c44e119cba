import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { SyncRun } from '../../domain/syncs/model.js';
import type { Database } from '../../store/schema.js';

export type NotedRun = Pick<SyncRun, 'id' | 'kind' | 'attempt'>;

export interface Wanted {
  /** One run, or one writer's; without both any. */
  readonly id?: string;
  readonly writerKey?: string;
  /** Noted at least so long ago, by the database's clock. */
  readonly minAgeMs: number;
  /** The same for sales, which are noted before they are told. */
  readonly minSaleAgeMs: number;
  readonly most: number;
}

/**
 * The oldest runs that were noted, have no workflow and wait for no other one. `workflows` is what the ids of their workflows begin
 * with, before the run's and its attempt. https://docs.dbos.dev/explanations/system-tables
 */
export async function notedRuns(
  db: Kysely<Database>,
  workflows: string,
  { id, writerKey, minAgeMs, minSaleAgeMs, most }: Wanted,
): Promise<readonly NotedRun[]> {
  let which: RawBuilder<unknown> = sql`true`;
  if (id !== undefined) which = sql`run.id = ${id}`;
  else if (writerKey !== undefined) which = sql`run.writer_key = ${writerKey}`;
  const { rows } = await sql<NotedRun>`
    select run.id, run.kind, run.attempt from sync_run run
    where ${which} and run.status in ('QUEUED', 'RUNNING', 'WAITING')
      and run.queued_at <= now() - ${minAgeMs} * interval '1 millisecond'
      and (run.kind <> 'SALE' or run.queued_at <= now() - ${minSaleAgeMs} * interval '1 millisecond')
      and not exists (
        select from dbos.workflow_status workflow
        where workflow.workflow_uuid = ${workflows}::text || run.id || ':' || run.attempt)
      and not exists (
        select from sync_run other
        where other.writer_key = run.writer_key and other.turn < run.turn
          and other.status in ('QUEUED', 'RUNNING', 'WAITING'))
      and not exists (
        select from sync_run other
        where other.writer_key = run.writer_key and other.has_turn and other.id <> run.id)
    order by run.queued_at, run.turn limit ${most}`.execute(db);
  return rows;
}
