import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which customers have changed, for those who follow them. Whoever listens on `billgraph_changes` hears `customer_change`. */
export const customerChanges: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  // Read in the order of transactions, and only those that no open one can come before: nothing is passed over.
  `create table customer_change (
     tx xid8 not null default pg_current_xact_id(),
     seq bigserial,
     customer_id text collate "C" not null,
     system text,
     at timestamptz not null default now(),
     primary key (tx, seq)
   )`,
  'create index customer_change_at on customer_change (at)',
  `create function notice_table() returns trigger language plpgsql as $$
     begin
       perform pg_notify('billgraph_changes', tg_argv[0]);
       return null;
     end $$`,
  `create trigger notice_table after insert on customer_change
     for each statement execute function notice_table('customer_change')`,
];
