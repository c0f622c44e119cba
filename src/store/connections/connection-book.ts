import type { Kysely, Selectable } from 'kysely';
import type { ChargeKind, CheckFinding } from '../../domain/connections/model.js';
import type { ConnectionBook, KeptConnection } from '../../domain/connections/ports.js';
import type { Database } from '../schema.js';

/** Connections in the tables `connection` and `connection_check`. */
export function openConnectionBook(db: Kysely<Database>): ConnectionBook {
  const living = () => db.selectFrom('connection').selectAll().where('deleted_at', 'is', null);
  return {
    list: async () => (await living().orderBy('key').execute()).map(toConnection),
    async read(key) {
      const row = await living().where('key', '=', key).executeTakeFirst();
      return row ? toConnection(row) : null;
    },
    async add(connection) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('connection')
        .values({
          key: connection.key,
          ...columnsOf(connection),
          created_at: new Date(connection.createdAt),
          deleted_at: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    async replace(connection) {
      const { numUpdatedRows } = await db
        .updateTable('connection')
        .set(columnsOf(connection))
        .where('key', '=', connection.key)
        .where('version', '=', connection.version - 1)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async remove(key, at) {
      const { numUpdatedRows } = await db
        .updateTable('connection')
        .set({ deleted_at: new Date(at), sealed: '', secret_names: [] })
        .where('key', '=', key)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async checks() {
      const rows = await db.selectFrom('connection_check').selectAll().execute();
      return new Map(
        rows.map(({ key, ok, findings, checked_at }) => [
          key,
          { ok, findings: findings as CheckFinding[], at: checked_at.getTime() },
        ]),
      );
    },
    async noteCheck(key, { ok, findings, at }) {
      const columns = { ok, findings: JSON.stringify(findings), checked_at: new Date(at) };
      await db
        .insertInto('connection_check')
        .values({ key, ...columns })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(columns))
        .execute();
    },
  };
}

function columnsOf(connection: KeptConnection) {
  return {
    name: connection.name,
    endpoint: connection.endpoint,
    settings: JSON.stringify(connection.settings),
    secret_names: [...connection.secretNames],
    sealed: connection.sealed,
    charge_id: connection.chargeId,
    charge_kind: connection.chargeKind,
    version: connection.version,
  };
}

function toConnection(row: Selectable<Database['connection']>): KeptConnection {
  return {
    key: row.key,
    name: row.name,
    endpoint: row.endpoint,
    settings: row.settings as Record<string, string>,
    secretNames: row.secret_names,
    sealed: row.sealed,
    chargeId: row.charge_id,
    chargeKind: row.charge_kind as ChargeKind | null,
    version: row.version,
    createdAt: row.created_at.getTime(),
  };
}
