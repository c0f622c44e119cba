import { OBJECT_FIELDS } from '../object-query/fields.js';
import { search } from '../object-query/search.js';
import { LATEST_FIRST } from '../object-query/sort-order.js';
import type { FieldValue, RecordKind } from '../state/record.js';
import type { Store } from '../state/store.js';

type Row = Readonly<Record<string, FieldValue>>;

const SELECT = /^select\s+(?<columns>[\w\s,*]+?)\s+from\s+(?<table>\w+)(\s+limit\s+(?<limit>\d{1,4}))?\s*;?$/i;
const MOST_ROWS = 1_000;

/** Rows of `SELECT a, b FROM table [LIMIT n]`, which is all the SQL there is here; null for anything else. */
export function selected(store: Store, sql: string): Row[] | null {
  const { columns, table, limit } = SELECT.exec(sql.trim())?.groups ?? {};
  const kind = (Object.keys(OBJECT_FIELDS) as RecordKind[]).find((one) => one.toLowerCase() === table?.toLowerCase());
  if (columns === undefined || kind === undefined) return null;
  const fields = OBJECT_FIELDS[kind];
  const asked = columns.split(',').map((name) => name.trim().toLowerCase());
  const names = asked.map((name) => fields.find((field) => field.toLowerCase() === name));
  const shown = columns.trim() === '*' ? fields : names;
  if (shown.some((name) => name === undefined)) return null;
  const pageSize = Math.min(Number(limit ?? MOST_ROWS), MOST_ROWS);
  const { records } = search(store, kind, { filters: [], order: LATEST_FIRST, after: null, pageSize });
  return records.map((record) =>
    Object.fromEntries(shown.map((name) => [String(name), record[String(name)] ?? null] as const)),
  );
}
