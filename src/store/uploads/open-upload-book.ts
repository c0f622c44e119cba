import type { Insertable } from 'kysely';
import type { UploadPart, UploadRecord } from '../../domain/uploads/model.js';
import type { UploadBook, UploadChanges } from '../../domain/uploads/ports.js';
import { InvalidCursor } from '../../kernel/errors.js';
import type { Store } from '../open-store.js';
import type { UploadTable } from '../tables/uploads.js';
import { uploadContent } from './content.js';
import { toPart, toUpload, uploadColumns } from './mapping.js';
import { uploadNumbers } from './numbers.js';
import { uploadParts } from './parts.js';
import { uploadRowErrors } from './row-errors.js';

type NewUpload = Omit<Insertable<UploadTable>, 'id' | 'scope' | 'key' | 'created_at' | 'read_token'>;

const KEPT_MS = 30 * 86_400_000;

/** Uploads in the tables `upload` and `upload_*`. Those that ended are forgotten with their rows after thirty days. */
export async function openUploadBook({ db, embedded }: Pick<Store, 'db' | 'embedded'>): Promise<UploadBook> {
  // No other process has an embedded store open, so whoever was sending a file to it is gone.
  if (embedded)
    await db.updateTable('upload').set({ lease_until: null }).where('lease_until', 'is not', null).execute();
  const partsOf = async (ids: readonly string[]): Promise<Map<string, UploadPart[]>> => {
    if (ids.length === 0) return new Map();
    const rows = await db
      .selectFrom('upload_part')
      .selectAll()
      .where('upload_id', 'in', [...ids])
      .orderBy('number')
      .execute();
    const grouped = Map.groupBy(rows, ({ upload_id }) => upload_id);
    return new Map([...grouped].map(([id, parts]) => [id, parts.map(toPart)]));
  };
  const whole = async (row: Parameters<typeof toUpload>[0] | undefined): Promise<UploadRecord | null> =>
    row ? toUpload(row, (await partsOf([row.id])).get(row.id) ?? []) : null;
  const get = async (id: string) =>
    whole(await db.selectFrom('upload').selectAll().where('id', '=', id).executeTakeFirst());
  const update = (id: string, from: readonly string[], changes: UploadChanges) =>
    db
      .updateTable('upload')
      .set(uploadColumns(changes))
      .where('id', '=', id)
      .where('state', 'in', [...from]);

  return {
    ...uploadContent(db),
    ...uploadNumbers(db),
    ...uploadParts(db),
    ...uploadRowErrors(db),
    get,
    async create(upload, key) {
      const before = new Date(Date.parse(upload.createdAt) - KEPT_MS);
      await db.deleteFrom('upload').where('finished_at', '<', before).execute();
      const { id, scope, parts: _parts, createdAt, readToken, ...rest } = upload;
      const added = await db
        .insertInto('upload')
        .values({ ...(uploadColumns(rest) as NewUpload), id, scope, key, created_at: createdAt, read_token: readToken })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (added || key === null) return upload;
      const known = db.selectFrom('upload').selectAll().where('scope', '=', scope).where('key', '=', key);
      return (await whole(await known.executeTakeFirst())) ?? upload;
    },
    async byToken(token) {
      const found = db.selectFrom('upload').selectAll();
      return await whole(
        await found.where((where) => where.or({ put_token: token, read_token: token })).executeTakeFirst(),
      );
    },
    async page({ scope, states, first, after }) {
      let query = db.selectFrom('upload').selectAll().where('scope', '=', scope);
      if (states !== null) query = query.where('state', 'in', [...states]);
      if (after !== null) {
        const last = await db.selectFrom('upload').select('created_at').where('id', '=', after).executeTakeFirst();
        if (!last) throw new InvalidCursor();
        query = query.where((where) =>
          where.or([
            where('created_at', '<', last.created_at),
            where.and([where('created_at', '=', last.created_at), where('id', '<', after)]),
          ]),
        );
      }
      const rows = await query
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(first + 1)
        .execute();
      const shown = rows.slice(0, first);
      const parts = await partsOf(shown.map(({ id }) => id));
      return { uploads: shown.map((row) => toUpload(row, parts.get(row.id) ?? [])), more: rows.length > first };
    },
    async twins(scope, template, digest) {
      const found = db.selectFrom('upload').selectAll().where('scope', '=', scope).where('digest', '=', digest);
      const rows = await found.where('template', '=', template).orderBy('created_at').execute();
      const parts = await partsOf(rows.map(({ id }) => id));
      return rows.map((row) => toUpload(row, parts.get(row.id) ?? []));
    },
    async change(id, from, changes) {
      return (await update(id, from, changes).executeTakeFirst()).numUpdatedRows > 0n;
    },
    async claimFile(id, from, changes, now) {
      const free = update(id, from, changes).where((where) =>
        where.or([where('lease_until', 'is', null), where('lease_until', '<', new Date(now))]),
      );
      return (await free.executeTakeFirst()).numUpdatedRows > 0n;
    },
  };
}
