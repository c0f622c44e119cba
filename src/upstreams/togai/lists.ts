import { z } from 'zod';
import type { Lane } from '../../kernel/http/lanes.js';
import { oncePerRow, pageShape } from '../../kernel/http/page-shape.js';
import type { TogaiClient } from './client.js';

export interface TogaiList<T> {
  readonly operation: string;
  readonly path: string;
  readonly row: z.ZodType<T>;
  readonly query?: Readonly<Record<string, string>>;
  /** 100 by the guide; some lists say 50, and some do not take one. */
  readonly pageSize?: number;
  /** Where the rows are, if not in `data`. */
  readonly rowsIn?: 'data' | 'events';
}

/** As the cache keeps it: all of it survives JSON. */
export interface ListPage<T> {
  readonly rows: readonly T[];
  /** The token of the page behind it; null on the last one. */
  readonly next: string | null;
}

const pageOf = oncePerRow((row) =>
  pageShape({ data: z.array(row).nullish(), events: z.array(row).nullish(), nextToken: z.string().nullish() }, [
    'context',
  ]),
);

/**
 * One page of a list. The token carries filters and size. The last page may still hand out a token: the page behind it
 * is empty and has none that leads further.
 */
export async function listPage<T>(
  client: TogaiClient,
  { operation, path, row, query, pageSize, rowsIn = 'data' }: TogaiList<T>,
  token: string | null,
  options: { signal: AbortSignal; lane: Lane },
): Promise<ListPage<T>> {
  const page = await client.read({
    operation,
    path,
    query: { ...query, ...(pageSize && { pageSize: String(pageSize) }), ...(token && { nextToken: token }) },
    schema: pageOf(row),
    ...options,
  });
  const rows = (page[rowsIn] ?? []) as T[];
  return { rows, next: rows.length > 0 && page.nextToken ? page.nextToken : null };
}

/** Every row of a list, page after page. */
export async function listAll<T>(
  client: TogaiClient,
  list: TogaiList<T>,
  options: { signal: AbortSignal; lane: Lane },
): Promise<T[]> {
  const all: T[] = [];
  let token: string | null = null;
  do {
    const page: ListPage<T> = await listPage(client, list, token, options);
    all.push(...page.rows);
    token = page.next;
  } while (token);
  return all;
}
