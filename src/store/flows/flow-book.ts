import { type Kysely, type Selectable, sql } from 'kysely';
import type { EventName } from '../../domain/events/model.js';
import type { Flow, FlowAction } from '../../domain/flows/model.js';
import type { FlowBook } from '../../domain/flows/ports.js';
import { InvalidCursor } from '../../kernel/errors.js';
import type { Database } from '../schema.js';
import { gathered } from '../statements/gathered.js';

// ULIDs: ids in the order in which flows were made.
const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;
// One that is slow does not hold up all others.
const ASKED_AT_ONCE = { most: 100, atOnce: 2 };

/** Flows in the table `flow`. */
export function openFlowBook(db: Kysely<Database>): FlowBook {
  const living = () => db.selectFrom('flow').selectAll().where('deleted_at', 'is', null);
  const listening = gathered(async (connections: readonly string[]) => {
    const rows = await living()
      .where('trigger_connection', 'in', [...new Set(connections)])
      .where('enabled', '=', true)
      .execute();
    const flows = Map.groupBy(rows.map(toFlow), ({ trigger }) => trigger.connection);
    return connections.map((connection) => flows.get(connection) ?? []);
  }, ASKED_AT_ONCE);
  return {
    async page({ first, after }) {
      if (after !== null && !ID.test(after)) throw new InvalidCursor();
      const query = after === null ? living() : living().where('id', '>', after);
      const rows = await query
        .orderBy('id')
        .limit(first + 1)
        .execute();
      const items = rows.slice(0, first).map((row) => ({ node: toFlow(row), cursor: row.id }));
      return { items, hasNextPage: rows.length > first };
    },
    async read(id) {
      const row = await living().where('id', '=', id).executeTakeFirst();
      return row ? toFlow(row) : null;
    },
    async add(flow) {
      await db
        .insertInto('flow')
        .values({
          id: flow.id,
          ...columnsOf(flow),
          template: flow.template,
          created_by: flow.createdBy,
          created_at: new Date(flow.createdAt),
          deleted_at: null,
        })
        .execute();
    },
    async replace(flow) {
      const { numUpdatedRows } = await db
        .updateTable('flow')
        .set(columnsOf(flow))
        .where('id', '=', flow.id)
        .where('version', '=', flow.version - 1)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async remove(id, at) {
      const row = await db
        .updateTable('flow')
        .set({ deleted_at: new Date(at), updated_at: new Date(at), enabled: false, version: sql`version + 1` })
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .returningAll()
        .executeTakeFirst();
      return row ? toFlow(row) : null;
    },
    async all(removedSince) {
      const rows = await db
        .selectFrom('flow')
        .selectAll()
        .where(({ eb, or }) => or([eb('deleted_at', 'is', null), eb('deleted_at', '>=', new Date(removedSince))]))
        .orderBy('id')
        .execute();
      return rows.map(toFlow);
    },
    listening,
    async using(connection) {
      const rows = await living()
        .where(({ eb, or }) =>
          or([
            eb('trigger_connection', '=', connection),
            sql<boolean>`actions @> ${JSON.stringify([{ connection }])}::jsonb`,
          ]),
        )
        .orderBy('id')
        .execute();
      return rows.map(({ name }) => name);
    },
  };
}

function columnsOf(flow: Flow) {
  return {
    name: flow.name,
    description: flow.description,
    trigger_connection: flow.trigger.connection,
    trigger_event: flow.trigger.event,
    actions: JSON.stringify(flow.actions),
    enabled: flow.enabled,
    version: flow.version,
    since: flow.since === null ? null : new Date(flow.since),
    updated_at: new Date(flow.updatedAt),
  };
}

function toFlow(row: Selectable<Database['flow']>): Flow {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    trigger: { connection: row.trigger_connection, event: row.trigger_event as EventName },
    actions: row.actions as readonly FlowAction[],
    enabled: row.enabled,
    template: row.template,
    version: row.version,
    since: row.since?.getTime() ?? null,
    createdBy: row.created_by,
    createdAt: row.created_at.getTime(),
    updatedAt: row.updated_at.getTime(),
  };
}
