import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What systems told the gateway unasked. */
export const webhookInbox: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table webhook_delivery (
     id text collate "C" primary key,
     connection text collate "C" not null,
     delivery_key text collate "C" not null,
     kind text,
     ids jsonb not null,
     state text not null,
     attempts integer not null,
     due_at timestamptz not null,
     owner text,
     lease_until timestamptz,
     received_at timestamptz not null,
     done_at timestamptz,
     note text,
     unique (connection, delivery_key)
   )`,
  `create index webhook_delivery_due on webhook_delivery (due_at, id) where state in ('PENDING', 'PROCESSING')`,
  'create index webhook_delivery_done on webhook_delivery (done_at) where done_at is not null',
];
