import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What follows of itself when something happens. */
export const flows: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table flow (
     id text collate "C" primary key,
     name text not null,
     description text,
     trigger_connection text collate "C" not null,
     trigger_event text not null,
     actions jsonb not null,
     enabled boolean not null,
     template text,
     version integer not null,
     since timestamptz,
     created_by text not null,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     deleted_at timestamptz
   )`,
  'create index flow_trigger on flow (trigger_connection) where enabled and deleted_at is null',
  // How far what happened in a system has been read.
  `create table event_bookmark (
     connection text collate "C" not null,
     stream text not null,
     bookmark text not null,
     read_at timestamptz not null,
     primary key (connection, stream)
   )`,
];
