import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Where each discovery stands, and which processes are alive to carry durable work on. */
export const durableWork: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table discovery (
      system text primary key,
      run_id text not null,
      state text not null,
      stream text,
      cursor text,
      restarted boolean not null,
      pages integer not null,
      records integer not null,
      created integer not null,
      started_at timestamptz not null,
      finished_at timestamptz,
      last_succeeded_at timestamptz,
      failure_code text,
      failure_message text
    )`.execute(db);
    await sql`create table worker_heartbeat (
      executor_id text primary key,
      beat_at timestamptz not null
    )`.execute(db);
  },
};
