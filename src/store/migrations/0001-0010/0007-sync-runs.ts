import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Runs that bring systems into step, with their steps. */
export const syncRuns: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table sync_run (
      id text primary key,
      kind text not null,
      status text not null,
      subject jsonb not null,
      customer_id text,
      requested_by text not null,
      steps jsonb not null,
      failure text,
      attempt integer not null,
      created_at timestamptz not null,
      finished_at timestamptz
    )`.execute(db);
    await sql`create index sync_run_newest on sync_run (created_at desc, id desc)`.execute(db);
  },
};
