import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.js';

/**
 * Counts the directory anew for the query planner, after much of it has changed. PostgreSQL does so by itself sooner or
 * later; PGlite has no autovacuum and would plan for ever as if the tables were unknown.
 */
export async function refreshStatistics(db: Kysely<Database>): Promise<void> {
  await sql`analyze customer, customer_record, customer_external_id, customer_reference`.execute(db);
}
