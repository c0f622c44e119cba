import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CustomerFilter, CustomerOrder } from '../../domain/customers/model.js';
import type { CustomerPage, CustomerPageRequest } from '../../domain/customers/ports.js';
import { isStorable } from '../../domain/identity/normalise.js';
import { InvalidInput } from '../../kernel/errors.js';
import type { Database } from '../schema.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { type EntryRow, entryColumns, entryOf } from './entries.js';
import { searchPatternOf } from './search-text.js';

const LARGEST_PAGE = 1_000;

/** One statement a page, external ids included: a place in the order, not an offset, so inserts shift nothing. */
export async function readPage(db: Kysely<Database>, request: CustomerPageRequest): Promise<CustomerPage> {
  checkPageSize(request.first);
  const { column, newestFirst, cast } = ORDERS[request.orderBy];
  const conditions = conditionsOf(request.filter);
  if (request.after !== null) {
    const { key, id } = decodeCursor(request.orderBy, request.after);
    const beyond = sql.raw(newestFirst ? '<' : '>');
    conditions.push(sql<boolean>`(c.${column}, c.id) ${beyond} (${key}::${cast}, ${id})`);
  }
  const direction = sql.raw(newestFirst ? 'desc' : 'asc');
  const { rows } = await sql<EntryRow & { sort_name: string }>`
    select c.sort_name, ${entryColumns} from customer c
    where ${sql.join(conditions, sql` and `)}
    order by c.${column} ${direction}, c.id ${direction}
    limit ${request.first + 1}`.execute(db);
  const items = rows.slice(0, request.first).map((row) => ({
    node: entryOf(row),
    cursor: encodeCursor(request.orderBy, { key: keyOf(row, request.orderBy), id: row.id }),
  }));
  return { items, hasNextPage: rows.length > request.first };
}

/** @throws InvalidInput unless 1 to 1,000. */
export function checkPageSize(first: number): void {
  if (!Number.isInteger(first) || first < 1 || first > LARGEST_PAGE) {
    throw new InvalidInput(`A page has 1 to ${LARGEST_PAGE} entries.`);
  }
}

const ORDERS = {
  NAME: { column: sql.ref('sort_name'), newestFirst: false, cast: sql.raw('text collate "C"') },
  CREATED_AT: { column: sql.ref('created_at'), newestFirst: true, cast: sql.raw('timestamptz') },
  UPDATED_AT: { column: sql.ref('updated_at'), newestFirst: true, cast: sql.raw('timestamptz') },
} satisfies Record<CustomerOrder, object>;

function keyOf(row: EntryRow & { sort_name: string }, order: CustomerOrder): string {
  if (order === 'NAME') return row.sort_name;
  return (order === 'CREATED_AT' ? row.created_at : row.updated_at).toISOString();
}

const NOTHING = sql<boolean>`false`;

function conditionsOf(filter: CustomerFilter): RawBuilder<boolean>[] {
  const conditions = [sql<boolean>`true`];
  const { search, system, externalId } = filter;
  if (![search, system, externalId?.system, externalId?.value].every((text) => isStorable(text ?? '')))
    return [NOTHING];
  const pattern = search === undefined ? null : searchPatternOf(search);
  if (pattern !== null) conditions.push(sql<boolean>`c.search_text like ${pattern}`);
  if (system !== undefined) {
    conditions.push(sql<boolean>`(${system} = any(c.systems) or exists (
      select from unnest(c.systems) as t (key) where starts_with(t.key, ${`${system}/`})))`);
  }
  if (filter.linked !== undefined) {
    conditions.push(sql<boolean>`cardinality(c.systems) ${sql.raw(filter.linked ? '>' : '<=')} 1`);
  }
  if (externalId !== undefined) {
    conditions.push(sql<boolean>`c.id in (
      select r.customer_id from customer_external_id e
      join customer_record r on r.system = e.system and r.record_id = e.record_id
      where (e.system = ${externalId.system} or starts_with(e.system, ${`${externalId.system}/`}))
        and e.value = ${externalId.value})`);
  }
  return conditions;
}
