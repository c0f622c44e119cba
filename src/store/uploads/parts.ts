import { type Kysely, sql } from 'kysely';
import type { UploadBook } from '../../domain/uploads/ports.js';
import type { Database } from '../schema.js';
import { partColumns, toPart } from './mapping.js';

type Parts = Pick<UploadBook, 'claimPart' | 'changePart' | 'partsIn' | 'knownRequests'>;

/** The parts of uploads and the turns that they wait for: `upload_part`. */
export function uploadParts(db: Kysely<Database>): Parts {
  return {
    async claimPart(id, scope, most, changes) {
      return await db.transaction().execute(async (tx) => {
        // Of all processes one at a time counts what is under way.
        await sql`select pg_advisory_xact_lock(hashtextextended(${`upload:${scope}`}, 0))`.execute(tx);
        const next = await tx
          .selectFrom('upload_part')
          .selectAll()
          .where('upload_id', '=', id)
          .where('state', '=', 'READY')
          .orderBy('number')
          .limit(1)
          .executeTakeFirst();
        if (!next) return null;
        const underWay = await tx
          .selectFrom('upload_part')
          .innerJoin('upload', 'upload.id', 'upload_part.upload_id')
          .select('upload_part.state')
          .where('upload.scope', '=', scope)
          .where('upload_part.state', 'in', ['SENDING', 'LOST', 'SENT'])
          .execute();
        if (underWay.length >= most || underWay.some(({ state }) => state === 'LOST')) return 'WAIT';
        const claimed = await tx
          .updateTable('upload_part')
          .set({ ...partColumns(changes), state: 'SENDING' })
          .where('upload_id', '=', id)
          .where('number', '=', next.number)
          .returningAll()
          .executeTakeFirstOrThrow();
        return toPart(claimed);
      });
    },
    async changePart(id, part, from, changes) {
      const changed = await db
        .updateTable('upload_part')
        .set(partColumns(changes))
        .where('upload_id', '=', id)
        .where('number', '=', part)
        .where('state', 'in', [...from])
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    },
    async partsIn(scope, states) {
      const rows = await db
        .selectFrom('upload_part')
        .innerJoin('upload', 'upload.id', 'upload_part.upload_id')
        .selectAll('upload_part')
        .where('upload.scope', '=', scope)
        .where('upload_part.state', 'in', [...states])
        .orderBy('upload_part.sent_at')
        .orderBy('upload_part.number')
        .execute();
      return rows.map((row) => ({ ...toPart(row), uploadId: row.upload_id }));
    },
    async knownRequests(scope, ids) {
      if (ids.length === 0) return new Set();
      const rows = await db
        .selectFrom('upload_part')
        .innerJoin('upload', 'upload.id', 'upload_part.upload_id')
        .select('upload_part.request_id')
        .where('upload.scope', '=', scope)
        .where('upload_part.request_id', 'in', ids.map(String) as never)
        .execute();
      return new Set(rows.map(({ request_id }) => Number(request_id)));
    },
  };
}
