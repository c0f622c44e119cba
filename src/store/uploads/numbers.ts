import { type Insertable, type Kysely, type RawBuilder, sql } from 'kysely';
import type { NumberKind, RowNumber } from '../../domain/uploads/model.js';
import type { ChunkPlace, NumberQuery, UploadBook } from '../../domain/uploads/ports.js';
import { InvalidCursor } from '../../kernel/errors.js';
import type { Database } from '../schema.js';

type Numbers = Pick<UploadBook, 'chunksWith' | 'rowCounts' | 'hasNumbers'>;

/** The rows of uploads by the numbers that they carry: `upload_number`, one row for a piece of a part and a kind. */
export function uploadNumbers(db: Kysely<Database>): Numbers {
  return {
    async chunksWith(query, { first, from }) {
      const rows = await sql<{ upload_id: string; part: number; sequence: number }>`
        select carried.upload_id, carried.part, carried.sequence
        from ${accepted(query)} and ${carriesOne(query)} and ${await notBefore(db, from)}
        group by upload.created_at, carried.upload_id, carried.part, carried.sequence
        order by upload.created_at desc, carried.upload_id desc, carried.part, carried.sequence
        limit ${first}`.execute(db);
      return rows.rows.map(({ upload_id, part, sequence }) => ({ uploadId: upload_id, part, sequence }));
    },
    async rowCounts(query) {
      const counts = await sql<{ kind: NumberKind; value: string; rows: string }>`
        select matching.kind, each.value, sum(each.rows) as rows
        from (select carried.* from ${accepted(query)} and ${carriesOne(query)}) as matching
        cross join lateral unnest(matching.numbers, matching.row_counts) as each (value, rows)
        where (matching.kind = 'ACCOUNT' and each.value = any(${query.numbers.ACCOUNT}::text[]))
          or (matching.kind = 'SUBSCRIPTION' and each.value = any(${query.numbers.SUBSCRIPTION}::text[]))
        group by matching.kind, each.value
        order by matching.kind, each.value collate "C"`.execute(db);
      return counts.rows.map(({ kind, value, rows }) => ({ kind, value, rows: Number(rows) }));
    },
    async hasNumbers(query, kind) {
      const found = await sql<{ found: boolean }>`
        select exists (select 1 from ${accepted(query)} and carried.kind = ${kind}) as found`.execute(db);
      return found.rows[0]?.found === true;
    },
  };
}

/** What is kept of the numbers of a piece. */
export function numberRows(
  { uploadId, part, sequence }: ChunkPlace,
  numbers: readonly RowNumber[],
): Insertable<Database['upload_number']>[] {
  return [...Map.groupBy(numbers, ({ kind }) => kind)].map(([kind, some]) => ({
    upload_id: uploadId,
    part,
    sequence,
    kind,
    numbers: some.map(({ value }) => value),
    row_counts: some.map(({ rows }) => rows),
  }));
}

/** Pieces of parts that exist: those of a file that is still being read have none yet. */
function accepted({ scope, endedAfter }: Omit<NumberQuery, 'numbers'>): RawBuilder<unknown> {
  return sql`upload_number as carried
    join upload on upload.id = carried.upload_id
    join upload_part on upload_part.upload_id = carried.upload_id and upload_part.number = carried.part
    where upload.scope = ${scope} and (upload.finished_at is null or upload.finished_at >= ${endedAfter})`;
}

function carriesOne({ numbers }: NumberQuery): RawBuilder<unknown> {
  return sql`((carried.kind = 'ACCOUNT' and carried.numbers && ${numbers.ACCOUNT}::text[])
    or (carried.kind = 'SUBSCRIPTION' and carried.numbers && ${numbers.SUBSCRIPTION}::text[]))`;
}

async function notBefore(db: Kysely<Database>, from: ChunkPlace | null): Promise<RawBuilder<unknown>> {
  if (from === null) return sql`true`;
  const { uploadId, part, sequence } = from;
  const last = await db.selectFrom('upload').select('created_at').where('id', '=', uploadId).executeTakeFirst();
  if (!last) throw new InvalidCursor();
  return sql`((upload.created_at, upload.id) < (${last.created_at}, ${uploadId})
    or (upload.id = ${uploadId} and (carried.part, carried.sequence) >= (${part}::integer, ${sequence}::integer)))`;
}
