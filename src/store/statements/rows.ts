import { type RawBuilder, sql } from 'kysely';

/**
 * Rows as one parameter: any number of them in one statement of constant text. `columns` is a column definition list
 * in the order and with the names of the row's properties, for example `system text, value text`.
 */
export function rowsOf(rows: readonly object[], columns: string): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (${sql.raw(columns)})`;
}
