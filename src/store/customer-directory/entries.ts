import { type RawBuilder, sql } from 'kysely';
import type { CustomerEntry, CustomerExternalId } from '../../domain/customers/model.js';

/** A customer with its external ids, as `entryColumns` selects it from `customer as c`. */
export interface EntryRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly external_ids: readonly CustomerExternalId[];
}

/** Everything of a customer in one statement, so that a customer joined meanwhile is never seen half. Wholes stand before parts. */
export const entryColumns: RawBuilder<EntryRow> = sql`
  c.id, c.name, c.email, c.created_at, c.updated_at,
  (select coalesce(json_agg(json_build_object('system', e.system, 'kind', e.kind, 'value', e.value,
      'recordId', e.record_id, 'partOf', r.part_of)
      order by e.system collate "C", r.part_of is not null, e.kind collate "C", e.value collate "C"), '[]')
    from customer_record r join customer_external_id e on e.system = r.system and e.record_id = r.record_id
    where r.customer_id = c.id) as external_ids`;

export function entryOf(row: EntryRow): CustomerEntry {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    externalIds: row.external_ids,
  };
}
