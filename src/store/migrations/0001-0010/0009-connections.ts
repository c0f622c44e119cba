import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Links to tenants beside those of the environment, and what tests of links found. */
export const connections: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table connection (
     key text collate "C" primary key,
     name text not null,
     endpoint text not null,
     settings jsonb not null,
     secret_names text[] not null,
     sealed text not null,
     charge_id text,
     charge_kind text,
     version integer not null,
     created_at timestamptz not null,
     deleted_at timestamptz
   )`,
  `create table connection_check (
     key text collate "C" primary key,
     ok boolean not null,
     findings jsonb not null,
     checked_at timestamptz not null
   )`,
];
