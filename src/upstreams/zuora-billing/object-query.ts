import { z } from 'zod';
import type { Lane } from '../../kernel/http/lanes.js';
import { oncePerRow, pageShape } from '../../kernel/http/page-shape.js';
import type { ZuoraClient } from './client.js';

/** Rows of one page, and the size at which Zuora cuts every expanded array without a word. */
export const PAGE_SIZE = 99;

/** Most keys of one IN list. Zuora documents no limit; 99 ids of 32 digits make an address of about 3.4 kB. */
export const MAX_KEYS = 99;

export interface ObjectQuery<T> {
  /** Path name of the objects, for example `rate-plans`, and the operation id of their list. */
  readonly objects: string;
  readonly operation: string;
  readonly row: z.ZodType<T>;
  /** `field.OP:value`, all of which have to hold. */
  readonly filter?: readonly string[];
  readonly expand?: readonly string[];
  /** `field.ASC` or `field.DESC`; one field only. */
  readonly sort?: string;
  /** 1 to 99; the most without it. */
  readonly pageSize?: number;
}

export interface QueryOptions {
  readonly signal: AbortSignal;
  readonly lane: Lane;
}

const pageOf = oncePerRow((row) =>
  pageShape({ data: z.array(row).nullish(), nextPage: z.string().nullish() }, ['success']),
);

/**
 * One page of an object query. `nextPage` is a cursor here, not an address.
 * https://developer.zuora.com/v1-api-reference/api/tag/Object-Queries/
 */
export async function queryPage<T>(
  client: ZuoraClient,
  query: ObjectQuery<T>,
  cursor: string | null,
  options: QueryOptions,
): Promise<{ rows: readonly T[]; next: string | null }> {
  const { objects, operation, row, filter = [], expand = [], sort, pageSize = PAGE_SIZE } = query;
  const page = await client.read({
    operation,
    path: `/object-query/${objects}`,
    query: [
      ['pageSize', String(pageSize)],
      ...filter.map((condition) => ['filter[]', condition] as const),
      ...expand.map((name) => ['expand[]', name] as const),
      ...(sort ? [['sort[]', sort] as const] : []),
      ...(cursor ? [['cursor', cursor] as const] : []),
    ],
    schema: pageOf(row),
    ...options,
  });
  return { rows: (page.data ?? []) as T[], next: page.nextPage || null };
}

/** Every row of an object query, page after page. */
export async function queryAll<T>(client: ZuoraClient, query: ObjectQuery<T>, options: QueryOptions): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof queryPage<T>>> = await queryPage(client, query, cursor, options);
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor);
  return rows;
}

/** `field.IN:[a,b]`. The values must not hold commas or brackets: ids and numbers do not. */
export function anyOf(field: string, values: readonly string[]): string {
  return `${field}.IN:[${values.join(',')}]`;
}

// A comma or bracket inside a key would change the list that Zuora reads.
const KEY = /^[\w.:@/+ -]{1,100}$/u;

/** Whether a key can be part of an IN list; one that cannot is no key of any Zuora object. */
export function isKey(text: string): boolean {
  return KEY.test(text);
}
