import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Files on their way into a system, what their parts hold, and the rows that the system did not take. */
export const uploads: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table upload (
      id text primary key,
      scope text not null,
      key text,
      file_name text not null,
      template text not null,
      state text not null,
      options jsonb not null,
      rows integer not null,
      digest text,
      problems jsonb not null,
      problem_count integer not null,
      failure text,
      job_id text,
      put_token text unique,
      put_part integer,
      read_token text not null unique,
      lease_until timestamptz,
      runs integer not null,
      created_at timestamptz not null,
      finished_at timestamptz
    )`.execute(db);
    await sql`create unique index upload_by_key on upload (scope, key) where key is not null`.execute(db);
    await sql`create index upload_by_digest on upload (scope, digest)`.execute(db);
    await sql`create table upload_part (
      upload_id text not null references upload (id) on delete cascade,
      number integer not null,
      state text not null,
      rows integer not null,
      file_name text not null,
      attempt integer not null,
      request_id bigint,
      baseline bigint,
      message text,
      sent_at timestamptz,
      primary key (upload_id, number)
    )`.execute(db);
    await sql`create index upload_part_under_way on upload_part (state)
      where state in ('SENDING', 'LOST', 'SENT')`.execute(db);
    await sql`create index upload_part_by_request on upload_part (request_id)`.execute(db);
    await sql`create table upload_chunk (
      upload_id text not null references upload (id) on delete cascade,
      part integer not null,
      sequence integer not null,
      bytes bytea not null,
      primary key (upload_id, part, sequence)
    )`.execute(db);
    await sql`create table upload_row_error (
      upload_id text not null references upload (id) on delete cascade,
      place integer not null,
      error_id text not null,
      part integer not null,
      line integer,
      message text not null,
      keys jsonb not null,
      cells jsonb,
      primary key (upload_id, place)
    )`.execute(db);
  },
};
