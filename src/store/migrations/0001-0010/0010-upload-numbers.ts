import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which numbers of accounts and subscriptions the rows of uploads carry: found by number, gone with the rows. */
export const uploadNumbers: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table upload_number (
      upload_id text not null,
      part integer not null,
      sequence integer not null,
      kind text not null,
      numbers text[] not null,
      row_counts integer[] not null,
      primary key (upload_id, part, sequence, kind),
      foreign key (upload_id, part, sequence) references upload_chunk (upload_id, part, sequence) on delete cascade
    )`.execute(db);
    await sql`create index upload_number_by_number on upload_number using gin (numbers)`.execute(db);
  },
};
