import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Keys that let callers in: what they may do, and the hash of their secret. */
export const apiKeys: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table api_key (
      id text primary key,
      name text not null,
      secret_hash text not null,
      scopes text[] not null,
      systems text[],
      created_at timestamptz not null,
      expires_at timestamptz,
      last_used_at timestamptz,
      revoked_at timestamptz
    )`.execute(db);
  },
};
