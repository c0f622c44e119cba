import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { hasEnded, type SyncRun, type SyncRunStatus, type SyncStep } from '../../domain/syncs/model.js';
import type { SyncBook, SyncRunChanges } from '../../domain/syncs/ports.js';
import type { SyncKind, SyncSubject } from '../../domain/syncs/subjects.js';
import { systemClock } from '../../kernel/clock.js';
import { InvalidCursor } from '../../kernel/errors.js';
import { openAuditBook } from '../audit.js';
import type { Database } from '../schema.js';
import { noteBegun, noteEnded } from './run-audit.js';

const Cursor = z.tuple([z.iso.datetime(), z.string()]);
const OPEN: readonly SyncRunStatus[] = ['QUEUED', 'RUNNING', 'WAITING'];

/** Runs in the table `sync_run`. */
export function openSyncBook(db: Kysely<Database>, now = () => systemClock.now()): SyncBook {
  return {
    async add(run) {
      return await db.transaction().execute(async (tx) => {
        const { numInsertedOrUpdatedRows: added = 0n } = await tx
          .insertInto('sync_run')
          .values(rowOf(run))
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (added > 0n) await noteBegun(openAuditBook(tx), run, run.createdAt);
        return added > 0n;
      });
    },
    async read(id) {
      const row = await db.selectFrom('sync_run').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toRun(row) : null;
    },
    async change(id, from, changes, attempt) {
      const update = (tx: Kysely<Database>) =>
        tx
          .updateTable('sync_run')
          .set(columnsOf(changes))
          .where('id', '=', id)
          .where('status', 'in', [...from])
          .$if(attempt !== undefined, (query) => query.where('attempt', '=', attempt ?? 0))
          .returningAll()
          .executeTakeFirst();
      const ends = changes.status !== undefined && hasEnded({ status: changes.status });
      if (!ends && changes.attempt === undefined) return (await update(db)) !== undefined;
      return await db.transaction().execute(async (tx) => {
        const row = await update(tx);
        if (row && ends) await noteEnded(openAuditBook(tx), toRun(row));
        else if (row) await noteBegun(openAuditBook(tx), toRun(row), now());
        return row !== undefined;
      });
    },
    async takeTurn(id, attempt) {
      try {
        const { rows } = await sql<{ has_turn: boolean }>`
          update sync_run one set has_turn = true, turn_attempt = ${attempt}
          where id = ${id} and attempt = ${attempt} and not has_turn and status in (${sql.join(OPEN)})
            and (writer_key is null or not exists (
              select from sync_run other
              where other.writer_key = one.writer_key and other.turn < one.turn and other.status in (${sql.join(OPEN)})))
          returning has_turn`.execute(db);
        if (rows.length > 0) return true;
      } catch (error) {
        // Of two that find nobody before them the index lets one through.
        if (!isTaken(error)) throw error;
        return false;
      }
      const row = await db
        .selectFrom('sync_run')
        .select(['has_turn', 'turn_attempt', 'attempt', 'status'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row || row.attempt !== attempt || !OPEN.includes(row.status as SyncRunStatus)) return true;
      return row.has_turn && row.turn_attempt === attempt;
    },
    async giveTurnBack(id, attempt) {
      await db
        .updateTable('sync_run')
        .set({ has_turn: false })
        .where('id', '=', id)
        .where('has_turn', '=', true)
        .where('turn_attempt', '=', attempt)
        .execute();
    },
    async page({ first, after, filter: { kind, status, customerId, flowId, parentId } }) {
      let query = db
        .selectFrom('sync_run')
        .selectAll()
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(first + 1);
      if (status) query = query.where('status', '=', status);
      if (kind) query = query.where('kind', '=', kind);
      if (customerId) query = query.where('customer_id', '=', customerId);
      if (flowId) query = query.where('flow_id', '=', flowId);
      if (parentId) query = query.where('parent_id', '=', parentId);
      if (after !== null) {
        const [at, id] = placeOf(after);
        query = query.where(sql<boolean>`(created_at, id) < (${new Date(at)}::timestamptz, ${id})`);
      }
      const rows = await query.execute();
      const items = rows.slice(0, first).map((row) => ({ node: toRun(row), cursor: cursorOf(row) }));
      return { items, hasNextPage: rows.length > first };
    },
    async partsOf(id) {
      const rows = await db
        .selectFrom('sync_run')
        .select(['status', sql<string>`count(*)`.as('count')])
        .where('parent_id', '=', id)
        .groupBy('status')
        .execute();
      return new Map(rows.map(({ status, count }) => [status as SyncRunStatus, Number(count)]));
    },
    async known(ids) {
      if (ids.length === 0) return new Set();
      const rows = await db
        .selectFrom('sync_run')
        .select('id')
        .where('id', 'in', [...ids])
        .execute();
      return new Set(rows.map(({ id }) => id));
    },
  };
}

/** Whether a unique index refused it. https://www.postgresql.org/docs/current/errcodes-appendix.html */
function isTaken(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '23505';
}

function columnsOf({ status, subject, customerId, steps, failure, attempt, finishedAt }: SyncRunChanges) {
  return {
    ...(subject !== undefined && { subject: JSON.stringify(subject) }),
    ...(customerId !== undefined && { customer_id: customerId }),
    ...(status !== undefined && { status }),
    ...(steps !== undefined && { steps: JSON.stringify(steps) }),
    ...(failure !== undefined && { failure }),
    ...(attempt !== undefined && { attempt, turn: sql<string>`nextval('sync_run_turn')`, queued_at: sql<Date>`now()` }),
    ...(finishedAt !== undefined && { finished_at: finishedAt === null ? null : new Date(finishedAt) }),
  };
}

function rowOf(run: SyncRun): Insertable<Database['sync_run']> {
  return {
    id: run.id,
    kind: run.kind,
    status: run.status,
    subject: JSON.stringify(run.subject),
    customer_id: run.customerId,
    requested_by: run.requestedBy,
    steps: JSON.stringify(run.steps),
    failure: run.failure,
    attempt: run.attempt,
    created_at: new Date(run.createdAt),
    finished_at: run.finishedAt === null ? null : new Date(run.finishedAt),
    writer_key: run.writerKey,
    reason: run.reason,
    flow_id: run.flowId,
    parent_id: run.parentId,
  };
}

function toRun(row: Selectable<Database['sync_run']>): SyncRun {
  return {
    id: row.id,
    kind: row.kind as SyncKind,
    status: row.status as SyncRunStatus,
    subject: row.subject as SyncSubject,
    customerId: row.customer_id,
    writerKey: row.writer_key,
    requestedBy: row.requested_by,
    reason: row.reason,
    flowId: row.flow_id,
    parentId: row.parent_id,
    steps: row.steps as readonly SyncStep[],
    failure: row.failure,
    attempt: row.attempt,
    createdAt: row.created_at.getTime(),
    finishedAt: row.finished_at?.getTime() ?? null,
  };
}

function cursorOf({ created_at: at, id }: { created_at: Date; id: string }): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url');
}

function placeOf(cursor: string): readonly [string, string] {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new InvalidCursor();
  }
}
