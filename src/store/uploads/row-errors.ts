import { type Kysely, type Selectable, sql } from 'kysely';
import type { PlacedError, UploadBook } from '../../domain/uploads/ports.js';
import type { Database } from '../schema.js';
import { rowsOf } from '../statements/rows.js';

type RowErrors = Pick<UploadBook, 'replaceErrors' | 'errors' | 'errorsAt' | 'countErrors'>;

// A statement stays small, whatever number of rows was refused.
const AT_ONCE = 1_000;
const COLUMNS =
  'upload_id text, place integer, error_id text, part integer, line integer, message text, keys jsonb, cells jsonb';

/** Rows that systems did not take: `upload_row_error`. */
export function uploadRowErrors(db: Kysely<Database>): RowErrors {
  return {
    async replaceErrors(id, errors) {
      const rows = errors.map(({ errorId, ...error }, place) => ({
        upload_id: id,
        place,
        error_id: errorId,
        ...error,
      }));
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('upload_row_error').where('upload_id', '=', id).execute();
        for (let at = 0; at < rows.length; at += AT_ONCE) {
          const some = rowsOf(rows.slice(at, at + AT_ONCE), COLUMNS);
          await sql`insert into upload_row_error
            (upload_id, place, error_id, part, line, message, keys, cells)
            select upload_id, place, error_id, part, line, message, keys, cells from ${some}`.execute(tx);
        }
      });
    },
    async errors(id, first, after) {
      const rows = await db
        .selectFrom('upload_row_error')
        .selectAll()
        .where('upload_id', '=', id)
        .where('place', '>', after ?? -1)
        .orderBy('place')
        .limit(first)
        .execute();
      return rows.map(toError);
    },
    async errorsAt(id, part, lines) {
      if (lines.length === 0) return [];
      const rows = await db
        .selectFrom('upload_row_error')
        .selectAll()
        .where('upload_id', '=', id)
        .where('part', '=', part)
        .where('line', 'in', [...lines])
        .orderBy('place')
        .execute();
      return rows.map(toError);
    },
    async countErrors(id) {
      const rows = await db
        .selectFrom('upload_row_error')
        .select((select) => ['part', select.fn.countAll<string>().as('errors')])
        .where('upload_id', '=', id)
        .groupBy('part')
        .execute();
      return new Map(rows.map(({ part, errors }) => [part, Number(errors)]));
    },
  };
}

function toError(row: Selectable<Database['upload_row_error']>): PlacedError {
  return {
    place: row.place,
    errorId: row.error_id,
    part: row.part,
    line: row.line,
    message: row.message,
    keys: row.keys as PlacedError['keys'],
    cells: row.cells as PlacedError['cells'],
  };
}
