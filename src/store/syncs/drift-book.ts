import { type Kysely, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { ComparedKind, Drift } from '../../domain/reconciliation/model.js';
import type { DriftBook } from '../../domain/reconciliation/ports.js';
import { InvalidCursor } from '../../kernel/errors.js';
import type { Database } from '../schema.js';

const PLACE = ['customer_id', 'kind', 'key', 'field', 'left_connection', 'right_connection'] as const;
const Cursor = z.array(z.string()).length(PLACE.length);

/** Differences in the table `drift`. */
export function openDriftBook(db: Kysely<Database>): DriftBook {
  return {
    async replace({ customerId, connections, kinds }, found) {
      await db.transaction().execute(async (tx) => {
        await tx
          .deleteFrom('drift')
          .where('customer_id', '=', customerId)
          .where('kind', 'in', [...kinds])
          .where('left_connection', 'in', [...connections])
          .where('right_connection', 'in', [...connections])
          .execute();
        if (found.length === 0) return;
        const rows = found.map((drift) => ({
          customer_id: drift.customerId,
          kind: drift.kind,
          key: drift.key,
          field: drift.field,
          left_connection: drift.left.connection,
          left_value: JSON.stringify(drift.left.value ?? null),
          right_connection: drift.right.connection,
          right_value: JSON.stringify(drift.right.value ?? null),
          problem: drift.problem,
          detected_at: new Date(drift.detectedAt),
        }));
        // Two steps may change a field of the same name: the first one tells enough.
        await tx
          .insertInto('drift')
          .values(rows)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      });
    },
    async page({ first, after, filter: { customerId, kind, needsPerson } }) {
      let query = db
        .selectFrom('drift')
        .selectAll()
        .orderBy('customer_id')
        .orderBy('kind')
        .orderBy('key')
        .orderBy('field')
        .orderBy('left_connection')
        .orderBy('right_connection')
        .limit(first + 1);
      if (customerId) query = query.where('customer_id', '=', customerId);
      if (kind) query = query.where('kind', '=', kind);
      if (needsPerson != null) query = query.where('problem', needsPerson ? 'is not' : 'is', null);
      if (after !== null) {
        const columns = sql.join(PLACE.map((name) => sql.ref(name)));
        query = query.where(sql<boolean>`(${columns}) > (${sql.join(placeOf(after))})`);
      }
      const rows = await query.execute();
      const items = rows.slice(0, first).map((row) => ({ node: toDrift(row), cursor: cursorOf(row) }));
      return { items, hasNextPage: rows.length > first };
    },
  };
}

function toDrift(row: Selectable<Database['drift']>): Drift {
  return {
    customerId: row.customer_id,
    kind: row.kind as ComparedKind,
    key: row.key,
    field: row.field,
    left: { connection: row.left_connection, value: row.left_value },
    right: { connection: row.right_connection, value: row.right_value },
    problem: row.problem,
    detectedAt: row.detected_at.getTime(),
  };
}

function cursorOf(row: Selectable<Database['drift']>): string {
  return Buffer.from(JSON.stringify(PLACE.map((name) => row[name]))).toString('base64url');
}

function placeOf(cursor: string): readonly string[] {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new InvalidCursor();
  }
}
