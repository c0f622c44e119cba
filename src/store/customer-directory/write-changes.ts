import { sql, type Transaction } from 'kysely';
import type { SystemRecord } from '../../domain/identity/model.js';
import type { CustomerChange, IdentityChanges } from '../../domain/identity/snapshot.js';
import type { Database } from '../schema.js';
import { rowsOf } from '../statements/rows.js';
import { searchTextOf, sortNameOf } from './search-text.js';

/** Writes what was decided: at most one statement for each kind of change, and none for what did not change. */
export async function writeChanges(
  tx: Transaction<Database>,
  changes: IdentityChanges,
  context: { now: string; newId: () => string },
): Promise<void> {
  await writeCustomers(tx, changes.customers, context.now);
  await writeRecords(tx, changes.records);
  await removeCustomers(tx, changes.removed);
  await writeConflicts(tx, changes);
  const events = changes.events.map((event) => ({ ...event, id: context.newId(), at: context.now }));
  if (events.length > 0) {
    await sql`insert into identity_event (id, at, kind, system, record_id, customer_id, customer_ids, reason)
      select id, at, kind, system, "recordId", "customerId", "customerIds", reason from ${rowsOf(
        events,
        `id text, at timestamptz, kind text, system text, "recordId" text, "customerId" text, "customerIds" text[], reason text`,
      )}`.execute(tx);
  }
}

async function writeCustomers(
  tx: Transaction<Database>,
  changes: readonly CustomerChange[],
  now: string,
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ customer, records }) => ({
    ...customer,
    sortName: sortNameOf(customer.name),
    searchText: searchTextOf(customer, records),
    systems: [...new Set(records.map((record) => record.system))].sort(),
  }));
  await sql`insert into customer (id, name, email, sort_name, search_text, systems, created_at, updated_at)
    select id, name, email, "sortName", "searchText", systems, "createdAt", ${now}::timestamptz from ${rowsOf(
      rows,
      'id text, name text, email text, "sortName" text, "searchText" text, systems text[], "createdAt" timestamptz',
    )}
    on conflict (id) do update set name = excluded.name, email = excluded.email, sort_name = excluded.sort_name,
      search_text = excluded.search_text, systems = excluded.systems, created_at = excluded.created_at,
      updated_at = excluded.updated_at`.execute(tx);
  await sql`insert into customer_change (customer_id) select id from ${rowsOf(rows, 'id text')}`.execute(tx);
}

async function writeRecords(tx: Transaction<Database>, changes: IdentityChanges['records']): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ after: { externalIds: _, references: __, ...record } }) => record);
  await sql`insert into customer_record (system, record_id, customer_id, part_of, name, email, created_at, updated_at)
    select system, id, "customerId", "partOf", name, email, "createdAt", "updatedAt" from ${rowsOf(
      rows,
      `system text, id text, "customerId" text, "partOf" text, name text, email text,
       "createdAt" timestamptz, "updatedAt" timestamptz`,
    )}
    on conflict (system, record_id) do update set customer_id = excluded.customer_id, part_of = excluded.part_of,
      name = excluded.name, email = excluded.email, created_at = excluded.created_at,
      updated_at = excluded.updated_at`.execute(tx);

  // Ids that pass from one record to another are given up before they are taken.
  const lostIds = changes.flatMap(({ before, after }) => (before === null ? [] : missing(idsOf(before), idsOf(after))));
  const newIds = changes.flatMap(({ before, after }) => missing(idsOf(after), before === null ? [] : idsOf(before)));
  const lostRefs = changes.flatMap(({ before, after }) =>
    before === null ? [] : missing(refsOf(before), refsOf(after)),
  );
  const newRefs = changes.flatMap(({ before, after }) => missing(refsOf(after), before === null ? [] : refsOf(before)));
  if (lostIds.length > 0) {
    await sql`delete from customer_external_id e using ${rowsOf(lostIds, ID_COLUMNS)}
      where e.system = row.system and e.kind = row.kind and e.value = row.value`.execute(tx);
  }
  if (newIds.length > 0) {
    await sql`insert into customer_external_id (system, record_id, kind, value)
      select system, record, kind, value from ${rowsOf(newIds, ID_COLUMNS)}`.execute(tx);
  }
  if (lostRefs.length > 0) {
    await sql`delete from customer_reference f using ${rowsOf(lostRefs, REFERENCE_COLUMNS)}
      where f.system = row.system and f.record_id = row.record and f.value = row.value`.execute(tx);
  }
  if (newRefs.length > 0) {
    await sql`insert into customer_reference (system, record_id, value)
      select system, record, value from ${rowsOf(newRefs, REFERENCE_COLUMNS)}`.execute(tx);
  }
}

async function removeCustomers(tx: Transaction<Database>, removed: IdentityChanges['removed']): Promise<void> {
  if (removed.length === 0) return;
  // Redirects never form a chain: those that led to a customer that goes now lead to where it went.
  await sql`update customer_redirect d set customer_id = row.into_id
    from ${rowsOf(namedInto(removed), 'id text, into_id text')} where d.customer_id = row.id`.execute(tx);
  await sql`insert into customer_redirect (old_id, customer_id)
    select id, into_id from ${rowsOf(namedInto(removed), 'id text, into_id text')}`.execute(tx);
  await sql`delete from customer where id = any(${removed.map((customer) => customer.id)})`.execute(tx);
}

async function writeConflicts(tx: Transaction<Database>, changes: IdentityChanges): Promise<void> {
  if (changes.resolved.length > 0) {
    await sql`delete from identity_conflict where id = any(${changes.resolved.map((conflict) => conflict.id)})`.execute(
      tx,
    );
  }
  if (changes.conflicts.length > 0) {
    await sql`insert into identity_conflict (id, system, record_id, customer_ids, reason, detected_at)
      select id, system, "recordId", "customerIds", reason, "detectedAt" from ${rowsOf(
        changes.conflicts,
        'id text, system text, "recordId" text, "customerIds" text[], reason text, "detectedAt" timestamptz',
      )}
      on conflict (system, record_id) do update
        set customer_ids = excluded.customer_ids, reason = excluded.reason`.execute(tx);
  }
}

const ID_COLUMNS = 'system text, record text, kind text, value text';
const REFERENCE_COLUMNS = 'system text, record text, value text';

const idsOf = ({ system, id, externalIds }: SystemRecord) =>
  externalIds.map(({ kind, value }) => ({ system, record: id, kind, value }));
const refsOf = ({ system, id, references }: SystemRecord) => references.map((value) => ({ system, record: id, value }));
const namedInto = (removed: IdentityChanges['removed']) => removed.map(({ id, into }) => ({ id, into_id: into }));

/** Rows of `from` that are not in `other`. */
function missing<T extends object>(from: readonly T[], other: readonly T[]): readonly T[] {
  const known = new Set(other.map((row) => JSON.stringify(row)));
  return from.filter((row) => !known.has(JSON.stringify(row)));
}
