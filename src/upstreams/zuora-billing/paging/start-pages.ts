import { createHash } from 'node:crypto';
import { z } from 'zod';
import { InvalidCursor } from '../../../kernel/errors.js';
import { type Connection, connection, type Edge } from '../../../schema-kit/connection.js';
import type { ZuoraClient } from '../client.js';
import type { QueryOptions } from '../object-query.js';

/** Most rows of one page. https://developer.zuora.com/v1-api-reference/api/operation/GET_Query_Email_Templates/ */
const MAX_PAGE = 100;
// More than ten times what a tenant may have of anything that is listed so.
const MOST_PAGES = 150;

/** A list of `/events` or `/notifications`: the same path with the same filters is the same list. */
export interface StartList<T> {
  /** Operation id of the vendor's reference. */
  readonly operation: string;
  readonly path: string;
  readonly filters: readonly (readonly [name: string, value: string])[];
  readonly row: z.ZodType<T>;
  /** What tells a row from all others in the list. */
  readonly keyOf: (row: T) => string;
}

interface Placed<T> {
  readonly row: T;
  readonly index: number;
}

interface Stretch<T> {
  readonly placed: readonly Placed<T>[];
  readonly more: boolean;
}

/** Where a page begins: behind the row called `key`, which was at `index` when the cursor was made. */
const Place = z.tuple([z.string(), z.int().min(0), z.string()]);

/**
 * A page of a list as a connection. A row that was added or removed since moves the others: the one that the cursor names
 * is looked for up to a page to both sides. Throws InvalidCursor for a cursor of another list, or of a row that is gone.
 */
export async function startConnection<T>(
  client: ZuoraClient,
  list: StartList<T>,
  { first, after }: { first: number; after?: string | null | undefined },
  options: QueryOptions,
): Promise<Connection<T>> {
  const place = after == null ? null : placeOf(list, after);
  const begin =
    place === null ? await read(client, list, 0, first, options) : await behind(client, list, place, first, options);
  const edges: Edge<T>[] = [];
  const seen = new Set<string>(place ? [place.key] : []);
  let { placed, more } = begin;
  let left = 0;
  for (let page = 1; ; page += 1) {
    for (const { row, index } of placed) {
      const key = list.keyOf(row);
      if (seen.has(key)) continue;
      if (edges.length >= first) {
        left += 1;
        continue;
      }
      seen.add(key);
      edges.push({ node: row, cursor: cursorOf(list, index, key) });
    }
    const last = placed.at(-1);
    if (edges.length >= first || !more || last === undefined || page === MOST_PAGES) break;
    ({ placed, more } = await read(client, list, last.index + 1, first - edges.length, options));
  }
  return connection(edges, { hasNextPage: left > 0 || more, after: after ?? null });
}

/** All rows of a list, each once. */
export async function everyRow<T>(client: ZuoraClient, list: StartList<T>, options: QueryOptions): Promise<T[]> {
  const rows = new Map<string, T>();
  let start = 0;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { placed, more } = await read(client, list, start, MAX_PAGE, options);
    for (const { row } of placed) rows.set(list.keyOf(row), row);
    const last = placed.at(-1);
    if (!more || last === undefined) break;
    start = last.index + 1;
  }
  return [...rows.values()];
}

/** What follows the row of a cursor. */
async function behind<T>(
  client: ZuoraClient,
  list: StartList<T>,
  { index, key }: { index: number; key: string },
  first: number,
  options: QueryOptions,
): Promise<Stretch<T>> {
  const looks: (readonly [start: number, size: number])[] = [
    [index, first + 1],
    [Math.max(0, index - MAX_PAGE), MAX_PAGE],
    [index + 1, MAX_PAGE],
  ];
  for (const [start, size] of looks) {
    const { placed, more } = await read(client, list, start, size, options);
    const at = placed.findIndex(({ row }) => list.keyOf(row) === key);
    if (at >= 0 && at < placed.length - 1) return { placed: placed.slice(at + 1), more };
    const found = placed[at];
    if (found) return more ? await read(client, list, found.index + 1, first, options) : { placed: [], more };
  }
  throw new InvalidCursor();
}

/**
 * Rows from a place on. Zuora's `next` is a full address, at times of a host that is not ours to call: only that there is
 * one is taken from it. It counts rows from 0, and `start` has to be said: left out, it is 1 for some lists.
 */
async function read<T>(
  client: ZuoraClient,
  list: StartList<T>,
  start: number,
  size: number,
  options: QueryOptions,
): Promise<Stretch<T>> {
  const limit = Math.min(MAX_PAGE, Math.max(1, size));
  const { data, next } = await client.read({
    operation: list.operation,
    path: list.path,
    query: [...list.filters, ['start', String(start)], ['limit', String(limit)]],
    schema: z.object({ data: z.array(list.row).nullish(), next: z.string().nullish() }),
    ...options,
  });
  return { placed: (data ?? []).map((row, at) => ({ row, index: start + at })), more: Boolean(next) };
}

function cursorOf<T>(list: StartList<T>, index: number, key: string): string {
  return Buffer.from(JSON.stringify([fingerprint(list), index, key]), 'utf8').toString('base64url');
}

function placeOf<T>(list: StartList<T>, cursor: string): { index: number; key: string } {
  const parsed = Place.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success || parsed.data[0] !== fingerprint(list)) throw new InvalidCursor();
  const [, index, key] = parsed.data;
  return { index, key };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function fingerprint<T>({ path, filters }: StartList<T>): string {
  return createHash('sha256')
    .update(JSON.stringify([path, filters]))
    .digest('base64url')
    .slice(0, 12);
}
