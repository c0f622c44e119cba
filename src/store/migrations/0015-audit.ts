import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who did what, when and why. The database itself refuses to change an entry. */
export const audit: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table audit_entry (
     id text collate "C" primary key,
     at timestamptz not null,
     who text not null,
     action text not null,
     reason text,
     detail jsonb not null,
     run_id text collate "C",
     request_id text
   )`,
  `create table audit_outcome (
     entry_id text collate "C" primary key references audit_entry (id),
     at timestamptz not null,
     state text not null,
     detail jsonb not null,
     run_id text collate "C"
   )`,
  'create index audit_entry_newest on audit_entry (at desc, id desc)',
  'create index audit_entry_who on audit_entry (who, at desc, id desc)',
  'create index audit_entry_run on audit_entry (run_id) where run_id is not null',
  'create index audit_outcome_run on audit_outcome (run_id) where run_id is not null',
  `create function keep_audit() returns trigger language plpgsql as $$
     begin
       raise exception 'what is in the audit is neither changed nor removed';
     end $$`,
  ...['audit_entry', 'audit_outcome'].flatMap((table) => [
    `create trigger keep_rows before update or delete on ${table} for each row execute function keep_audit()`,
    `create trigger keep_all before truncate on ${table} for each statement execute function keep_audit()`,
  ]),
];
