import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { RecordId, SystemRecord } from '../../domain/identity/model.js';
import type { IdentitySnapshot } from '../../domain/identity/snapshot.js';
import type { Database } from '../schema.js';
import { rowsOf } from '../statements/rows.js';

/** Everything that registering `records` can touch, in four statements however many they are. */
export async function loadSnapshot(
  tx: Transaction<Database>,
  records: readonly SystemRecord[],
): Promise<IdentitySnapshot> {
  const ids = await matchingCustomers(tx, records);
  if (ids.length === 0) return { customers: [], records: [], conflicts: [] };

  const customers = await tx
    .selectFrom('customer')
    .select(['id', 'name', 'email', 'created_at'])
    .where('id', '=', sql<string>`any(${ids})`)
    .execute();
  const known = await tx
    .selectFrom('customer_record as r')
    .selectAll('r')
    .select(
      sql<RecordId[]>`(
      select coalesce(json_agg(json_build_object('kind', e.kind, 'value', e.value)), '[]')
      from customer_external_id e where e.system = r.system and e.record_id = r.record_id)`.as('external_ids'),
    )
    .select(
      sql<string[]>`(
      select coalesce(json_agg(f.value), '[]')
      from customer_reference f where f.system = r.system and f.record_id = r.record_id)`.as('reference_values'),
    )
    .where('r.customer_id', '=', sql<string>`any(${ids})`)
    .execute();
  const conflicts = await tx
    .selectFrom('identity_conflict as c')
    .innerJoin('customer_record as r', (on) =>
      on.onRef('r.system', '=', 'c.system').onRef('r.record_id', '=', 'c.record_id'),
    )
    .select(['c.id', 'c.system', 'c.record_id', 'c.reason', 'c.detected_at'])
    .select(
      sql<string[]>`array(
      select distinct coalesce(d.customer_id, t.id)
      from unnest(c.customer_ids) as t (id) left join customer_redirect d on d.old_id = t.id)`.as('customer_ids'),
    )
    .where('r.customer_id', '=', sql<string>`any(${ids})`)
    .execute();

  return {
    customers: customers.map(({ created_at, ...customer }) => ({ ...customer, createdAt: created_at.toISOString() })),
    records: known.map((row) => ({
      system: row.system,
      id: row.record_id,
      customerId: row.customer_id,
      externalIds: row.external_ids,
      partOf: row.part_of,
      name: row.name,
      email: row.email,
      createdAt: row.created_at?.toISOString() ?? null,
      updatedAt: row.updated_at?.toISOString() ?? null,
      references: row.reference_values,
    })),
    conflicts: conflicts.map((row) => ({
      id: row.id,
      system: row.system,
      recordId: row.record_id,
      customerIds: row.customer_ids,
      reason: row.reason,
      detectedAt: row.detected_at.toISOString(),
    })),
  };
}

/** Customers that a record of the batch is in or is linked with, and those that their open conflicts name. */
async function matchingCustomers(
  tx: Transaction<Database>,
  records: readonly SystemRecord[],
): Promise<readonly string[]> {
  const seen = records.map(({ system, id, partOf }) => ({ system, id, whole: partOf ?? id }));
  const ids = records.flatMap(({ system, externalIds }) => externalIds.map((id) => ({ system, ...id })));
  const references = records.flatMap(({ system, references }) => references.map((value) => ({ system, value })));
  const { rows } = await sql<{ id: string }>`
    with seen as materialized (select * from ${rowsOf(seen, 'system text, id text, whole text')}),
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
    )
    select customer_id as id from matched
    union
    select coalesce(d.customer_id, n.id) from named n left join customer_redirect d on d.old_id = n.id`.execute(tx);
  return rows.map((row) => row.id);
}

/**
 * One index look-up for each row on the left. The planner does not know how few rows a batch has, nor in an embedded
 * database, which gathers no statistics, how many the tables have: left to itself it reads whole tables for a batch.
 */
function eachUses(lookup: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`lateral (${lookup} offset 0)`;
}
