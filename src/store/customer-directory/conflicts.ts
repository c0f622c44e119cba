import { type Kysely, sql } from 'kysely';
import type { Page } from '../../domain/customers/ports.js';
import type { IdentityConflict } from '../../domain/identity/model.js';
import type { Database } from '../schema.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { checkPageSize } from './page.js';

interface ConflictRow {
  id: string;
  system: string;
  record_id: string;
  customer_ids: string[];
  reason: string;
  detected_at: Date;
}

/** Open conflicts, oldest first. */
export async function readConflicts(
  db: Kysely<Database>,
  { first, after }: { first: number; after: string | null },
): Promise<Page<IdentityConflict>> {
  checkPageSize(first);
  const position = after === null ? null : decodeCursor('CONFLICT', after);
  const beyond =
    position === null ? sql`true` : sql`(f.detected_at, f.id) > (${position.key}::timestamptz, ${position.id})`;
  const { rows } = await sql<ConflictRow>`
    select f.id, f.system, f.record_id, f.reason, f.detected_at, array(
      select c.id from customer c where c.id in (
        select coalesce(d.customer_id, t.id)
        from unnest(f.customer_ids) as t (id) left join customer_redirect d on d.old_id = t.id)
      order by c.created_at, c.id) as customer_ids
    from identity_conflict f where ${beyond}
    order by f.detected_at, f.id
    limit ${first + 1}`.execute(db);
  return {
    items: rows.slice(0, first).map((row) => ({
      node: {
        id: row.id,
        system: row.system,
        recordId: row.record_id,
        customerIds: row.customer_ids,
        reason: row.reason,
        detectedAt: row.detected_at.toISOString(),
      },
      cursor: encodeCursor('CONFLICT', { key: row.detected_at.toISOString(), id: row.id }),
    })),
    hasNextPage: rows.length > first,
  };
}
