import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { AuditEntry, AuditOutcome, AuditState } from '../domain/audit/model.js';
import type { AuditBook, AuditFilter } from '../domain/audit/ports.js';
import { InvalidCursor } from '../kernel/errors.js';
import type { Database } from './schema.js';
import { gathered } from './statements/gathered.js';

type BegunEntry = Parameters<AuditBook['begin']>[0];
type EndedEntry = AuditOutcome & { readonly id: string };

const WRITTEN_AT_ONCE = { most: 100 };
const Cursor = z.tuple([z.iso.datetime(), z.string()]);

/** The tables `audit_entry` and `audit_outcome`; within a transaction, too. */
export function openAuditBook(db: Kysely<Database>): AuditBook {
  const begin = gathered(async (entries: readonly BegunEntry[]) => {
    await db.insertInto('audit_entry').values(entries.map(entryRow)).execute();
    return entries.map(() => undefined);
  }, WRITTEN_AT_ONCE);
  const end = gathered(async (outcomes: readonly EndedEntry[]) => {
    const rows = outcomes.map(outcomeRow);
    await db
      .insertInto('audit_outcome')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return outcomes.map(() => undefined);
  }, WRITTEN_AT_ONCE);
  return {
    begin,
    end: (id, outcome) => end({ id, ...outcome }),
    async page({ first, after, filter }) {
      const rows = await selected(db, filter, after)
        .limit(first + 1)
        .execute();
      const items = rows.slice(0, first).map((row) => ({ node: toEntry(row), cursor: cursorOf(row) }));
      return { items, hasNextPage: rows.length > first };
    },
  };
}

function entryRow({ id, at, who, action, reason, detail, runId, requestId }: BegunEntry) {
  return {
    id,
    at: new Date(at),
    who,
    action,
    reason: reason?.replaceAll('\u0000', '\uFFFD') ?? null,
    detail: storableJson(detail),
    run_id: runId,
    request_id: requestId,
  };
}

function outcomeRow({ id, at, state, detail, runId = null }: EndedEntry) {
  return { entry_id: id, at: new Date(at), state, detail: storableJson(detail), run_id: runId };
}

/** PostgreSQL takes neither NUL nor half a surrogate pair; what was asked for is written down all the same. */
function storableJson(value: unknown): string {
  const stored = JSON.stringify(value);
  return stored.replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g, '$1\\ufffd');
}

function selected(db: Kysely<Database>, { who, action, runId, since, until }: AuditFilter, after: string | null) {
  let query = db
    .selectFrom('audit_entry as entry')
    .leftJoin('audit_outcome as outcome', 'outcome.entry_id', 'entry.id')
    .selectAll('entry')
    .select([
      'outcome.at as outcome_at',
      'outcome.state as outcome_state',
      'outcome.detail as outcome_detail',
      'outcome.run_id as outcome_run_id',
    ])
    .orderBy('entry.at', 'desc')
    .orderBy('entry.id', 'desc');
  if (who) query = query.where('entry.who', '=', who);
  if (action) query = query.where('entry.action', '=', action);
  if (runId) query = query.where((row) => row.or([row('entry.run_id', '=', runId), row('outcome.run_id', '=', runId)]));
  if (since) query = query.where('entry.at', '>=', new Date(since));
  if (until) query = query.where('entry.at', '<', new Date(until));
  if (after === null) return query;
  const [at, id] = placeOf(after);
  return query.where(sql<boolean>`(entry.at, entry.id) < (${new Date(at)}::timestamptz, ${id})`);
}

type Row = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number];

function toEntry(row: Row): AuditEntry {
  return {
    id: row.id,
    at: row.at.getTime(),
    who: row.who,
    action: row.action,
    reason: row.reason,
    detail: row.detail,
    runId: row.run_id ?? row.outcome_run_id,
    requestId: row.request_id,
    outcome: outcomeOf(row),
  };
}

function outcomeOf({ outcome_at: at, outcome_state: state, outcome_detail: detail }: Row): AuditOutcome | null {
  return at === null ? null : { at: at.getTime(), state: state as AuditState, detail };
}

function cursorOf({ at, id }: Row): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url');
}

function placeOf(cursor: string): readonly [string, string] {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new InvalidCursor();
  }
}
