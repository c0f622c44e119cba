import { type Kysely, sql } from 'kysely';
import { StoreError } from '../store-error.js';

/**
 * Switches on `pg_trgm`, which searching in the middle of a text needs. It is a trusted extension: since PostgreSQL 13
 * the right to create in the database is enough. https://www.postgresql.org/docs/current/pgtrgm.html
 * @throws StoreError with the statement to run where this user may not, or the server does not have it.
 */
export async function requireTrigrams(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ database: string; user: string; installed: boolean }>`
    select current_database() as database, current_user as "user",
      exists (select 1 from pg_extension where extname = 'pg_trgm') as installed`.execute(db);
  const here = rows[0];
  if (here?.installed) return;
  try {
    await sql`create extension pg_trgm`.execute(db);
  } catch (error) {
    const why = REASONS.get(String((error as { code?: unknown }).code));
    if (why === undefined) throw error;
    throw new StoreError(
      `The database "${here?.database}" lacks the extension pg_trgm, and ${why} (connected as "${here?.user}"). ` +
        'Run this there as an administrator, then start again: create extension if not exists pg_trgm;',
    );
  }
}

const REASONS = new Map([
  ['42501', 'this user may not create it'],
  ['0A000', "the server has no such extension: install PostgreSQL's contrib package first"],
  ['58P01', "the server has no such extension: install PostgreSQL's contrib package first"],
]);
