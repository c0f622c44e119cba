import { type Kysely, sql } from 'kysely';
import type { CustomerEntry } from '../../domain/customers/model.js';
import type { ExternalRef } from '../../domain/identity/model.js';
import { isStorable } from '../../domain/identity/normalise.js';
import type { Database } from '../schema.js';
import { rowsOf } from '../statements/rows.js';
import { type EntryRow, entryColumns, entryOf } from './entries.js';

/** By the id that was asked for; the id of a customer that was joined into another one finds that one. */
export async function findByIds(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CustomerEntry>> {
  const asked = [...new Set(ids)].filter(isStorable);
  if (asked.length === 0) return new Map();
  const { rows } = await sql<EntryRow & { asked: string }>`
    select row.asked, ${entryColumns}
    from ${rowsOf(
      asked.map((id) => ({ asked: id })),
      'asked text',
    )}
    left join customer_redirect d on d.old_id = row.asked
    join customer c on c.id = coalesce(d.customer_id, row.asked)`.execute(db);
  return new Map(rows.map((row) => [row.asked, entryOf(row)]));
}

/** By position. Without a kind the ids of whole records go before those of parts, then the first kind by name. */
export async function findByRefs(
  db: Kysely<Database>,
  refs: readonly ExternalRef[],
): Promise<readonly (CustomerEntry | null)[]> {
  const asked = refs.flatMap(({ system, kind, value }, at) =>
    isStorable(system + (kind ?? '') + value) ? [{ at, system, kind: kind ?? null, value }] : [],
  );
  if (asked.length === 0) return refs.map(() => null);
  const { rows } = await sql<EntryRow & { at: number }>`
    select row.at, ${entryColumns}
    from ${rowsOf(asked, 'at integer, system text, kind text, value text')}
    cross join lateral (
      select r.customer_id
      from customer_external_id e join customer_record r on r.system = e.system and r.record_id = e.record_id
      where e.value = row.value and e.system = row.system and (row.kind is null or e.kind = row.kind)
      order by (r.part_of is not null), e.kind collate "C", e.record_id collate "C"
      limit 1
    ) found
    join customer c on c.id = found.customer_id`.execute(db);
  const found = new Map(rows.map((row) => [row.at, entryOf(row)]));
  return refs.map((_, at) => found.get(at) ?? null);
}
