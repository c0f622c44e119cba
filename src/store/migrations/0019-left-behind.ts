import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Since when a run waits for somebody to carry it on, by the database's clock: those of processes differ. */
export const leftBehind: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table sync_run add column queued_at timestamptz not null default now()`.execute(db);
    await sql`create index sync_run_queued on sync_run (queued_at)
      where status in ('QUEUED', 'RUNNING', 'WAITING')`.execute(db);
  },
};
