import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What was asked for under an idempotency key, and what came of it. */
export const writeIntents: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table write_intent (
      scope text not null,
      key text not null,
      fingerprint text not null,
      result jsonb,
      done boolean not null,
      owner text not null,
      lease_until timestamptz not null,
      started_at timestamptz not null,
      finished_at timestamptz,
      primary key (scope, key)
    )`.execute(db);
    await sql`create index write_intent_by_start on write_intent (started_at)`.execute(db);
  },
};
