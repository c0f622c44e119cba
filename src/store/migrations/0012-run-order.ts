import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which runs go one after another, and what they belong to. */
export const runOrder: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // A new turn with each attempt: whoever is tried again stands at the end of the queue.
  'create sequence sync_run_turn',
  `alter table sync_run
     add column writer_key text collate "C",
     add column turn bigint not null default nextval('sync_run_turn'),
     add column has_turn boolean not null default false,
     add column reason text,
     add column flow_id text collate "C",
     add column parent_id text collate "C"`,
  'create unique index sync_run_writer on sync_run (writer_key) where has_turn',
  `create index sync_run_waiting on sync_run (writer_key, turn) where status in ('QUEUED', 'RUNNING', 'WAITING')`,
  'create index sync_run_flow on sync_run (flow_id, created_at desc, id desc) where flow_id is not null',
  'create index sync_run_parent on sync_run (parent_id, created_at desc, id desc) where parent_id is not null',
];
