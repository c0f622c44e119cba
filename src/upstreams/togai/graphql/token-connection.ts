import { z } from 'zod';
import { InvalidCursor } from '../../../kernel/errors.js';
import { type Connection, connection, type Edge } from '../../../schema-kit/connection.js';
import type { ListPage } from '../lists.js';

/** The list, the token of the page inside it, and the id of the element on that page. */
const Cursor = z.tuple([z.string(), z.string().nullable(), z.string()]);

export interface Sieve<T> {
  /** Which elements to show; all of them without it. For what Togai cannot be asked for. */
  readonly accepts?: (row: T) => boolean;
  /** How many of Togai's pages to look through at most before the rest is left to the next page. */
  readonly mostPages?: number;
}

/**
 * A page of a list that Togai hands out by token. Togai's pages keep their size whatever `first` is, so that all who
 * ask share what was read. `list` names the list with its filters: a token leads back to the list that it came from,
 * so a cursor of another one is refused. Behind a sieve `hasNextPage` says that there is more to look at, and
 * `endCursor` how far it was looked.
 */
export async function connectionOfTokens<T extends { readonly togaiId: string }>(
  list: string,
  { first, after = null }: { first: number; after?: string | null | undefined },
  read: (token: string | null) => Promise<ListPage<T>>,
  { accepts = () => true, mostPages = Number.POSITIVE_INFINITY }: Sieve<T> = {},
): Promise<Connection<T>> {
  const [, startToken, startId] = after === null ? [list, null, null] : parseCursor(after, list);
  let token = startToken;
  let page = await read(token);
  let at = 0;
  if (startId !== null) {
    at = page.rows.findIndex(({ togaiId }) => togaiId === startId) + 1;
    if (at === 0) throw new InvalidCursor();
  }
  const edges: Edge<T>[] = [];
  let endCursor: string | null = null;
  let cut = false;
  for (let pages = 1; ; pages += 1) {
    for (; at < page.rows.length && edges.length < first; at += 1) {
      const node = page.rows[at] as T;
      endCursor = cursorOf([list, token, node.togaiId]);
      if (accepts(node)) edges.push({ node, cursor: endCursor });
    }
    // The last page may hand out a token, too: only the page behind it tells whether there is more.
    if (at < page.rows.length || page.next === null) break;
    cut = pages >= mostPages;
    if (cut) break;
    token = page.next;
    page = await read(token);
    at = 0;
  }
  const shown = connection(edges, { hasNextPage: cut || at < page.rows.length, after });
  return { ...shown, pageInfo: { ...shown.pageInfo, endCursor } };
}

function cursorOf(cursor: z.infer<typeof Cursor>): string {
  return Buffer.from(JSON.stringify(cursor), 'utf8').toString('base64url');
}

function parseCursor(text: string, list: string): z.infer<typeof Cursor> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw new InvalidCursor();
  }
  const { success, data } = Cursor.safeParse(parsed);
  if (!success || data[0] !== list) throw new InvalidCursor();
  return data;
}
