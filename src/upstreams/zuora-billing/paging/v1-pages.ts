import { createHash } from 'node:crypto';
import { z } from 'zod';
import { InvalidCursor } from '../../../kernel/errors.js';
import { type Connection, connection } from '../../../schema-kit/connection.js';
import type { ZuoraClient } from '../client.js';
import type { QueryOptions } from '../object-query.js';

/** Most rows of one page; Zuora cuts a larger one to this. */
const MAX_V1_PAGE = 40;
// How far new rows may have pushed the one that a cursor names before it counts as gone.
const MOST_PAGES_TO_SEARCH = 5;

type Parameters = readonly (readonly [name: string, value: string])[];

/** A list of the v1 API: the same path with the same filters is the same list. */
export interface V1List<T> {
  /** Operation id of the vendor's reference. */
  readonly operation: string;
  readonly path: string;
  readonly filters: Parameters;
  /** Name of the property that holds the rows. */
  readonly rows: string;
  readonly row: z.ZodType<T>;
  /** What tells a row from all others in the list. */
  readonly keyOf: (row: T) => string;
}

interface V1Page<T> {
  readonly rows: readonly T[];
  /** Parameters that lead to the next page; null on the last one. */
  readonly next: Parameters | null;
}

/** Where a page begins: behind the row called `after`, on the page that `at` leads to or one that follows. */
const Place = z.tuple([z.string(), z.array(z.tuple([z.string(), z.string()])), z.string()]);

/** A page of a list as a connection. Throws InvalidCursor for a cursor of another list, or of a row that is gone. */
export async function v1Connection<T>(
  client: ZuoraClient,
  list: V1List<T>,
  { first, after }: { first: number; after?: string | null | undefined },
  options: QueryOptions,
): Promise<Connection<T>> {
  const place = after == null ? null : placeOf(list, after);
  const size = Math.min(MAX_V1_PAGE, Math.max(1, first));
  let at: Parameters | null = place?.at ?? [['pageSize', String(size)]];
  let behind = place?.key ?? null;
  const edges: { node: T; cursor: string }[] = [];
  let more = false;
  for (let page = 1; at !== null && (page === 1 || edges.length < first); page += 1) {
    const here: Parameters = at;
    const { rows, next } = await readPage(client, list, here, options);
    let start = 0;
    if (behind !== null) {
      start = rows.findIndex((row) => list.keyOf(row) === behind) + 1;
      // The last row of a page has a cursor that leads to the page behind it, where it only is if new rows pushed it there.
      if (start > 0 || place?.ahead) behind = null;
      else if (page === MOST_PAGES_TO_SEARCH || next === null) throw new InvalidCursor();
      else start = rows.length;
    }
    const taken = rows.slice(start, start + first - edges.length);
    for (const [index, node] of taken.entries()) {
      const last = start + index === rows.length - 1 && next !== null;
      edges.push({ node, cursor: cursorOf(list, last ? next : here, list.keyOf(node), last) });
    }
    more = start + taken.length < rows.length || next !== null;
    at = next;
  }
  return connection(edges, { hasNextPage: more, after: after ?? null });
}

/**
 * One page. Zuora's `nextPage` is a full address, at times of a host that is not ours to call; only what it asks for is
 * taken, never where.
 */
async function readPage<T>(
  client: ZuoraClient,
  list: V1List<T>,
  at: Parameters,
  options: QueryOptions,
): Promise<V1Page<T>> {
  const page = await client.read({
    operation: list.operation,
    path: list.path,
    query: [...list.filters, ...at],
    schema: z.looseObject({ [list.rows]: z.array(list.row).nullish(), nextPage: z.string().nullish() }),
    ...options,
  });
  const rows = (page as Readonly<Record<string, readonly T[] | null | undefined>>)[list.rows] ?? [];
  const address = page.nextPage as string | null | undefined;
  return { rows, next: address ? nextOf(list, at, address) : null };
}

/** What the address adds to what we asked already; null if it leads nowhere else. */
function nextOf<T>(list: V1List<T>, at: Parameters, address: string): Parameters | null {
  const mark = address.indexOf('?');
  const asked = new URLSearchParams(mark < 0 ? '' : address.slice(mark + 1));
  const ours = new Set(list.filters.map(([name]) => name));
  const next = new Map(at);
  for (const [name, value] of asked) if (!ours.has(name)) next.set(name, value);
  const parameters = [...next];
  return JSON.stringify(parameters) === JSON.stringify(at) ? null : parameters;
}

function cursorOf<T>(list: V1List<T>, at: Parameters, key: string, ahead: boolean): string {
  const place = [fingerprint(list) + (ahead ? '+' : ''), at, key];
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
}

function placeOf<T>(list: V1List<T>, cursor: string): { at: Parameters; key: string; ahead: boolean } {
  const parsed = Place.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) throw new InvalidCursor();
  const [of, at, key] = parsed.data;
  const ours = new Set(list.filters.map(([name]) => name));
  const ahead = of.endsWith('+');
  if (of !== fingerprint(list) + (ahead ? '+' : '') || at.some(([name]) => ours.has(name))) throw new InvalidCursor();
  return { at, key, ahead };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function fingerprint({ path, filters }: { path: string; filters: Parameters }): string {
  return createHash('sha256')
    .update(JSON.stringify([path, filters]))
    .digest('base64url')
    .slice(0, 12);
}
