import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** In what the records of one customer differ, by the last look at them. */
export const drifts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table drift (
     customer_id text collate "C" not null,
     kind text collate "C" not null,
     key text collate "C" not null,
     field text collate "C" not null,
     left_connection text collate "C" not null,
     left_value jsonb,
     right_connection text collate "C" not null,
     right_value jsonb,
     problem text,
     detected_at timestamptz not null,
     primary key (customer_id, kind, key, field, left_connection, right_connection)
   )`,
];
