import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { SystemRecord } from '../../domain/identity/model.js';
import type { IdentitySnapshot, KnownConflict, KnownCustomer, KnownRecord } from '../../domain/identity/snapshot.js';
import type { Database } from '../schema.js';
import { rowsOf } from '../statements/rows.js';

/** As one JSON value each, so that all of it is of one moment, in a transaction or without one. */
interface SnapshotRow {
  readonly customers: readonly KnownCustomer[];
  readonly records: readonly KnownRecord[];
  readonly conflicts: readonly KnownConflict[];
}

/** Everything that registering `records` can touch, in one statement however many they are. */
export async function loadSnapshot(db: Kysely<Database>, records: readonly SystemRecord[]): Promise<IdentitySnapshot> {
  const { rows } = await sql<SnapshotRow>`
    with ${matchingCustomers(records)},
    known as materialized (
      select r.* from matching m, ${eachUses(sql`select * from customer_record where customer_id = m.id`)} r
    )
    select
      (select ${listOf(sql`'id', c.id, 'name', c.name, 'email', c.email, 'createdAt', c.created_at`)}
        from matching m, ${eachUses(sql`select * from customer where id = m.id`)} c) as customers,
      (select ${listOf(sql`'system', r.system, 'id', r.record_id, 'customerId', r.customer_id, 'partOf', r.part_of,
          'name', r.name, 'email', r.email, 'createdAt', r.created_at, 'updatedAt', r.updated_at,
          'externalIds', (
            select ${listOf(sql`'kind', e.kind, 'value', e.value`)}
            from customer_external_id e where e.system = r.system and e.record_id = r.record_id),
          'references', (
            select coalesce(json_agg(f.value), '[]')
            from customer_reference f where f.system = r.system and f.record_id = r.record_id)`)}
        from known r) as records,
      (select ${listOf(sql`'id', c.id, 'system', c.system, 'recordId', c.record_id, 'reason', c.reason,
          'detectedAt', c.detected_at, 'customerIds', array(
            select distinct coalesce(d.customer_id, t.id)
            from unnest(c.customer_ids) as t (id) left join customer_redirect d on d.old_id = t.id)`)}
        from known r, ${eachUses(sql`
          select * from identity_conflict where system = r.system and record_id = r.record_id`)} c) as conflicts
  `.execute(db);
  const [{ customers, records: known, conflicts } = { customers: [], records: [], conflicts: [] }] = rows;
  return {
    customers: customers.map((row) => ({ ...row, createdAt: instant(row.createdAt) })),
    records: known.map((row) => ({
      ...row,
      createdAt: row.createdAt && instant(row.createdAt),
      updatedAt: row.updatedAt && instant(row.updatedAt),
    })),
    conflicts: conflicts.map((row) => ({ ...row, detectedAt: instant(row.detectedAt) })),
  };
}

const listOf = (properties: RawBuilder<unknown>) => sql`coalesce(json_agg(json_build_object(${properties})), '[]')`;

/** PostgreSQL writes instants with the offset of its session. */
const instant = (text: string) => new Date(text).toISOString();

/** Customers that a record of the batch is in or is linked with, and those that their open conflicts name: `matching (id)`. */
function matchingCustomers(records: readonly SystemRecord[]): RawBuilder<unknown> {
  const seen = records.map(({ system, id, partOf }) => ({ system, id, whole: partOf ?? id }));
  const ids = records.flatMap(({ system, externalIds }) => externalIds.map((id) => ({ system, ...id })));
  const references = records.flatMap(({ system, references }) => references.map((value) => ({ system, value })));
  return sql`
    seen as materialized (select * from ${rowsOf(seen, 'system text, id text, whole text')}),
    ids as materialized (select * from ${rowsOf(ids, 'system text, kind text, value text')}),
    refs as materialized (select * from ${rowsOf(references, 'system text, value text')}),
    found (system, record_id) as (
      select system, id from seen
      union
      select system, whole from seen
      union
      select s.system, r.record_id from seen s, ${eachUses(sql`
        select record_id from customer_record where system = s.system and part_of = s.whole`)} r
      union
      select i.system, e.record_id from ids i, ${eachUses(sql`
        select record_id from customer_external_id where system = i.system and kind = i.kind and value = i.value`)} e
      union
      select e.system, e.record_id from refs f, ${eachUses(sql`
        select system, record_id from customer_external_id where value = f.value and system <> f.system`)} e
      union
      select f.system, f.record_id from ids i, ${eachUses(sql`
        select system, record_id from customer_reference where value = i.value and system <> i.system`)} f
    ),
    matched as (
      select distinct r.customer_id from found f, ${eachUses(sql`
        select customer_id from customer_record where system = f.system and record_id = f.record_id`)} r
    ),
    named as (
      select t.id from matched m, ${eachUses(sql`
        select c.customer_ids from customer_record r
        join identity_conflict c on c.system = r.system and c.record_id = r.record_id
        where r.customer_id = m.customer_id`)} c
        cross join unnest(c.customer_ids) as t (id)
    ),
    matching (id) as materialized (
      select customer_id from matched
      union
      select coalesce(d.customer_id, n.id) from named n left join customer_redirect d on d.old_id = n.id
    )`;
}

/**
 * One index look-up for each row on the left. The planner does not know how few rows a batch has, nor in an embedded
 * database, which gathers no statistics, how many the tables have: left to itself it reads whole tables for a batch.
 */
function eachUses(lookup: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`lateral (${lookup} offset 0)`;
}
