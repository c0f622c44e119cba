import { type Kysely, type Selectable, sql } from 'kysely';
import type { Delivery, DeliveryState } from '../../domain/webhooks/model.js';
import type { Inbox } from '../../domain/webhooks/ports.js';
import { InvalidCursor } from '../../kernel/errors.js';
import type { Database } from '../schema.js';
import { gathered } from '../statements/gathered.js';
import { rowsOf } from '../statements/rows.js';

type TakenDelivery = Parameters<Inbox['take']>[0];

interface Settled {
  readonly ids: readonly string[];
  readonly note: string | null;
  readonly now: number;
}

const AT_ONCE = { most: 100 };
// ULIDs: ids in the order in which deliveries came.
const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Deliveries in the table `webhook_delivery`. */
export function openInbox(db: Kysely<Database>): Inbox {
  const take = gathered(async (taken: readonly TakenDelivery[]) => {
    const added = await db
      .insertInto('webhook_delivery')
      .values(taken.map(pendingRow))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    const ids = new Set(added.map(({ id }) => id));
    return taken.map(({ id }) => ids.has(id));
  }, AT_ONCE);
  const settle = gathered(async (settled: readonly Settled[]) => {
    const rows = settled.flatMap(({ ids, note, now }) => ids.map((id) => ({ id, note, at: new Date(now) })));
    await sql`update webhook_delivery d
      set state = 'DONE', done_at = row.at, note = row.note, owner = null, lease_until = null
      from ${rowsOf(rows, 'id text, note text, at timestamptz')} where d.id = row.id`.execute(db);
    return settled.map(() => undefined);
  }, AT_ONCE);
  return {
    take,
    async claim(most, { owner, now, until }) {
      const at = new Date(now);
      const { rows } = await sql<Selectable<Database['webhook_delivery']>>`
        update webhook_delivery set state = 'PROCESSING', owner = ${owner}, lease_until = ${new Date(until)}, attempts = attempts + 1
        where id in (
          select id from webhook_delivery
          where (state = 'PENDING' and due_at <= ${at}) or (state = 'PROCESSING' and lease_until < ${at})
          order by due_at, id limit ${most} for update skip locked)
        returning *`.execute(db);
      return rows.map(toDelivery).sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    async giveBack(owner) {
      const claimed = db
        .updateTable('webhook_delivery')
        .set({ state: 'PENDING', owner: null, lease_until: null })
        .where('state', '=', 'PROCESSING');
      await (owner === null ? claimed : claimed.where('owner', '=', owner)).execute();
    },
    done: (ids, note, now) => settle({ ids, note, now }),
    async failed(ids, note, dueAt) {
      await db
        .updateTable('webhook_delivery')
        .set({
          state: dueAt === null ? 'DEAD' : 'PENDING',
          ...(dueAt !== null && { due_at: new Date(dueAt) }),
          note,
          owner: null,
          lease_until: null,
        })
        .where('id', 'in', [...ids])
        .execute();
    },
    async revive(id, now) {
      const { numUpdatedRows } = await db
        .updateTable('webhook_delivery')
        .set({ state: 'PENDING', attempts: 0, due_at: new Date(now) })
        .where('id', '=', id)
        .where('state', '=', 'DEAD')
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async read(id) {
      const row = await db.selectFrom('webhook_delivery').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toDelivery(row) : null;
    },
    async page({ first, after, state, connection }) {
      if (after !== null && !ID.test(after)) throw new InvalidCursor();
      let query = db.selectFrom('webhook_delivery').selectAll();
      if (after !== null) query = query.where('id', '<', after);
      if (state !== undefined) query = query.where('state', '=', state);
      if (connection !== undefined) query = query.where('connection', '=', connection);
      const rows = await query
        .orderBy('id', 'desc')
        .limit(first + 1)
        .execute();
      const items = rows.slice(0, first).map((row) => ({ node: toDelivery(row), cursor: row.id }));
      return { items, hasNextPage: rows.length > first };
    },
    async clear(before) {
      await db.deleteFrom('webhook_delivery').where('done_at', '<', new Date(before)).execute();
    },
  };
}

function pendingRow({ id, connection, key, kind, ids, receivedAt, traceparent }: TakenDelivery) {
  const at = new Date(receivedAt);
  return {
    id,
    connection,
    delivery_key: key,
    kind,
    ids: JSON.stringify(ids),
    state: 'PENDING',
    attempts: 0,
    due_at: at,
    owner: null,
    lease_until: null,
    received_at: at,
    done_at: null,
    note: null,
    traceparent,
  };
}

function toDelivery(row: Selectable<Database['webhook_delivery']>): Delivery {
  return {
    id: row.id,
    connection: row.connection,
    key: row.delivery_key,
    kind: row.kind,
    ids: row.ids as Record<string, string>,
    state: row.state as DeliveryState,
    attempts: row.attempts,
    receivedAt: row.received_at.getTime(),
    doneAt: row.done_at?.getTime() ?? null,
    note: row.note,
    traceparent: row.traceparent,
  };
}
