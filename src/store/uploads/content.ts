import { type Insertable, type Kysely, sql } from 'kysely';
import type { UploadChunk } from '../../domain/uploads/model.js';
import type { ChunkPlace, UploadBook } from '../../domain/uploads/ports.js';
import type { Database } from '../schema.js';
import type { UploadPartTable } from '../tables/uploads.js';
import { partColumns, uploadColumns } from './mapping.js';
import { numberRows } from './numbers.js';

type NewPart = Omit<Insertable<UploadPartTable>, 'upload_id' | 'number'>;
type Content = Pick<UploadBook, 'addChunk' | 'dropChunks' | 'chunks' | 'chunk' | 'accept' | 'replacePart'>;

/** What the parts of uploads hold, in pieces: `upload_chunk`. */
export function uploadContent(db: Kysely<Database>): Content {
  return {
    async addChunk(id, part, sequence, chunk) {
      await db.transaction().execute((tx) => insertChunk(tx, { uploadId: id, part, sequence }, chunk));
    },
    async dropChunks(id, part) {
      let query = db.deleteFrom('upload_chunk').where('upload_id', '=', id);
      if (part !== undefined) query = query.where('part', '=', part);
      await query.execute();
    },
    async *chunks(id, part) {
      const mine = () =>
        db
          .selectFrom('upload_chunk')
          .select(['sequence', 'bytes'])
          .where('upload_id', '=', id)
          .where('part', '=', part);
      for (let last = -1; ; ) {
        // One at a time: a part may be larger than what should be in memory.
        const chunk = await mine().where('sequence', '>', last).orderBy('sequence').limit(1).executeTakeFirst();
        if (!chunk) return;
        yield chunk.bytes;
        last = chunk.sequence;
      }
    },
    async chunk({ uploadId, part, sequence }) {
      const found = await db
        .selectFrom('upload_chunk')
        .select('bytes')
        .where('upload_id', '=', uploadId)
        .where('part', '=', part)
        .where('sequence', '=', sequence)
        .executeTakeFirst();
      return found?.bytes ?? null;
    },
    async accept(id, from, parts, changes, unlessTwin) {
      return await db.transaction().execute(async (tx) => {
        // Of two that are accepted at once, the second one sees the first.
        await sql`select pg_advisory_xact_lock(hashtextextended(${`upload-content:${changes.digest}`}, 0))`.execute(tx);
        if (unlessTwin && (await hasTwin(tx, id, changes.digest))) return 'TWIN';
        const changed = await tx
          .updateTable('upload')
          .set(uploadColumns(changes))
          .where('id', '=', id)
          .where('state', 'in', [...from])
          .executeTakeFirst();
        if (changed.numUpdatedRows === 0n) return 'MOVED';
        await tx.deleteFrom('upload_part').where('upload_id', '=', id).execute();
        for (const { number, ...part } of parts) {
          const row = { ...(partColumns(part) as NewPart), upload_id: id, number };
          await tx.insertInto('upload_part').values(row).execute();
        }
        return 'ACCEPTED';
      });
    },
    async replacePart(id, part, chunks, changes) {
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('upload_chunk').where('upload_id', '=', id).where('part', '=', part).execute();
        for (const [sequence, chunk] of chunks.entries()) {
          await insertChunk(tx, { uploadId: id, part, sequence }, chunk);
        }
        await tx
          .updateTable('upload_part')
          .set(partColumns(changes))
          .where('upload_id', '=', id)
          .where('number', '=', part)
          .execute();
      });
    },
  };
}

async function insertChunk(db: Kysely<Database>, place: ChunkPlace, { bytes, numbers }: UploadChunk): Promise<void> {
  const { uploadId, part, sequence } = place;
  const row = { upload_id: uploadId, part, sequence, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) };
  await db.insertInto('upload_chunk').values(row).execute();
  const carried = numberRows(place, numbers);
  if (carried.length > 0) await db.insertInto('upload_number').values(carried).execute();
}

async function hasTwin(db: Kysely<Database>, id: string, digest: string): Promise<boolean> {
  const twin = await db
    .selectFrom('upload as mine')
    .innerJoin('upload as other', (join) =>
      join.onRef('other.scope', '=', 'mine.scope').onRef('other.template', '=', 'mine.template'),
    )
    .select('other.id')
    .where('mine.id', '=', id)
    .where('other.id', '!=', id)
    .where('other.digest', '=', digest)
    .where('other.state', '!=', 'FAILED')
    .limit(1)
    .executeTakeFirst();
  return twin !== undefined;
}
