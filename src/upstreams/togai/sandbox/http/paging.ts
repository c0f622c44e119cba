import { z } from 'zod';
import { LazyTable, listSeed, type Position, START } from '../state/lazy-table.js';
import type { Asked } from './query.js';
import { badRequest } from './refusals.js';

/** How one list is paged. */
export interface ListRule {
  readonly defaultSize: number;
  readonly maxSize: number;
  /** Whether `{pageSize, sortOrder}` is in the answer; the newer lists leave it out. */
  readonly context?: boolean;
  /** Whether the last page hands out a token too: the page behind it is empty. */
  readonly tokenAtEnd?: boolean;
  /** Query parameters that choose rows. The token carries them, so later calls need nothing else. */
  readonly filters?: readonly string[];
}

/** https://docs.togai.com/docs/pagination */
export const STANDARD: ListRule = { defaultSize: 20, maxSize: 100 };
export const WITH_CONTEXT: ListRule = { ...STANDARD, context: true };
/** Credits and wallet entries. https://docs.togai.com/api-reference/credits/list-all-credits */
export const FIFTY: ListRule = { defaultSize: 50, maxSize: 50 };

const Token = z.strictObject({
  list: z.string(),
  slot: z.int().min(0),
  offset: z.int().min(0),
  pageSize: z.int().min(1),
  sortOrder: z.literal('asc'),
  filters: z.record(z.string(), z.string()),
});

export interface PageRequest {
  readonly list: string;
  readonly rule: ListRule;
  readonly size: number;
  readonly from: Position;
  readonly filters: URLSearchParams;
}

export interface PageAnswer<D> {
  readonly data: readonly D[];
  readonly nextToken?: string;
  readonly context?: { readonly pageSize: number; readonly sortOrder: 'ASC' };
}

export function pageRequest({ path, query }: Asked, rule: ListRule): PageRequest {
  const size = sizeOf(query.get('pageSize'), rule);
  const token = query.get('nextToken');
  if (token !== null) {
    const { slot, offset, pageSize, filters } = readToken(token, path, rule);
    return { list: path, rule, size: pageSize, from: { slot, offset }, filters: new URLSearchParams(filters) };
  }
  const filters = new URLSearchParams([...query].filter(([name]) => rule.filters?.includes(name)));
  return { list: path, rule, size, from: START, filters };
}

export function pageOf<T, D>(
  rows: LazyTable<T> | readonly T[],
  request: PageRequest,
  show: (row: T) => D,
  accept?: (row: T) => boolean,
): PageAnswer<D> {
  const { rule, size, from } = request;
  const table = rows instanceof LazyTable ? rows : tableOf(rows);
  const page = table.page(from, size, accept);
  const next = page.next ?? (rule.tokenAtEnd && page.rows.length > 0 ? table.end : null);
  return {
    data: page.rows.map(show),
    ...(next && { nextToken: writeToken(request, next) }),
    ...(rule.context && { context: { pageSize: size, sortOrder: 'ASC' } }),
  };
}

function tableOf<T>(rows: readonly T[]): LazyTable<T> {
  const keys = new Map(rows.map((row, index) => [row, String(index)]));
  const keyOf = (row: T) => keys.get(row) ?? '';
  return new LazyTable(listSeed(rows, keyOf), keyOf);
}

function sizeOf(text: string | null, { defaultSize, maxSize }: ListRule): number {
  if (text === null) return defaultSize;
  const size = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (size < 1 || size > maxSize) throw badRequest(`pageSize must be a whole number from 1 to ${maxSize}`);
  return size;
}

function writeToken({ list, size, filters }: PageRequest, { slot, offset }: Position): string {
  const token: z.infer<typeof Token> = {
    list,
    slot,
    offset,
    pageSize: size,
    sortOrder: 'asc',
    filters: Object.fromEntries(filters),
  };
  return Buffer.from(JSON.stringify(token)).toString('base64');
}

function readToken(text: string, list: string, { maxSize }: ListRule): z.infer<typeof Token> {
  const { success, data } = Token.safeParse(jsonIn(text));
  if (!success || data.list !== list || data.pageSize > maxSize) throw badRequest('nextToken is invalid');
  return data;
}

/** Undefined if there is none. */
function jsonIn(base64: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}
