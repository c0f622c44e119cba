import type { Kysely, Selectable } from 'kysely';
import type { ApiKeyStore, KeptApiKey } from '../domain/access/api-keys.js';
import { scopesIn } from '../domain/access/model.js';
import type { Database } from './schema.js';

/** API keys in the table `api_key`. */
export function openApiKeys(db: Kysely<Database>): ApiKeyStore {
  const usable = (at: number) =>
    db
      .selectFrom('api_key')
      .where('revoked_at', 'is', null)
      .where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', new Date(at))]));
  return {
    async add(key) {
      await db
        .insertInto('api_key')
        .values({
          id: key.id,
          name: key.name,
          secret_hash: key.secretHash,
          scopes: [...key.scopes],
          systems: key.systems === null ? null : [...key.systems],
          created_at: new Date(key.createdAt),
          expires_at: key.expiresAt === null ? null : new Date(key.expiresAt),
          last_used_at: null,
          revoked_at: null,
        })
        .execute();
    },
    async find(id) {
      const row = await db.selectFrom('api_key').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toKey(row) : null;
    },
    async list() {
      const rows = await db.selectFrom('api_key').selectAll().orderBy('created_at', 'desc').orderBy('id').execute();
      return rows.map((row) => {
        const { secretHash: _, ...key } = toKey(row);
        return key;
      });
    },
    async revoke(id, at) {
      const { numUpdatedRows } = await db
        .updateTable('api_key')
        .set({ revoked_at: new Date(at) })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async used(id, at) {
      await db
        .updateTable('api_key')
        .set({ last_used_at: new Date(at) })
        .where('id', '=', id)
        .execute();
    },
    async hasUsable(at) {
      return (await usable(at).select('id').limit(1).execute()).length > 0;
    },
  };
}

function toKey(row: Selectable<Database['api_key']>): KeptApiKey {
  const instant = (at: Date | null) => at?.getTime() ?? null;
  return {
    id: row.id,
    name: row.name,
    secretHash: row.secret_hash,
    scopes: [...scopesIn(row.scopes)],
    systems: row.systems,
    createdAt: row.created_at.getTime(),
    expiresAt: instant(row.expires_at),
    lastUsedAt: instant(row.last_used_at),
    revokedAt: instant(row.revoked_at),
  };
}
