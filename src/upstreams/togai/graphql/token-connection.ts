import { z } from 'zod';
import { InvalidCursor } from '../../../kernel/errors.js';
import { type Connection, connection, type Edge } from '../../../schema-kit/connection.js';
import type { ListPage } from '../lists.js';

/** The list, the token of the page inside it, and the id of the element on that page. */
const Cursor = z.tuple([z.string(), z.string().nullable(), z.string()]);

/**
 * A page of a list that Togai hands out by token. Togai's pages keep their size whatever `first` is, so that all who
 * ask share what was read. `list` names the list with its filters: a token leads back to the list that it came from,
 * so a cursor of another one is refused.
 */
export async function connectionOfTokens<T extends { readonly togaiId: string }>(
  list: string,
  { first, after = null }: { first: number; after?: string | null | undefined },
  read: (token: string | null) => Promise<ListPage<T>>,
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
  for (;;) {
    const taken = page.rows.slice(at, at + first - edges.length);
    for (const node of taken) edges.push({ node, cursor: cursorOf([list, token, node.togaiId]) });
    at += taken.length;
    // The last page may hand out a token, too: only the page behind it tells whether there is more.
    if (at < page.rows.length || page.next === null) break;
    token = page.next;
    page = await read(token);
    at = 0;
  }
  return connection(edges, { hasNextPage: at < page.rows.length, after });
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
