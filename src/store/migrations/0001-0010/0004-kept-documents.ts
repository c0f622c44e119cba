import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What systems told once and cannot be asked for again. */
export const keptDocuments: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table kept_document (
      scope text not null,
      kind text not null,
      key text not null,
      document jsonb not null,
      kept_at timestamptz not null,
      primary key (scope, kind, key)
    )`.execute(db);
  },
};
