import { refuseSymbolic } from './symbolic-errors.js';

/** Zuora's samples of `next` name hosts that are not the tenant's. */
const HOST_OF_SAMPLES = 'https://api.zuora.com';

export interface StartPage<T> {
  readonly data: readonly T[];
  readonly next?: string;
}

/** Rows `start` (from 0) to `start` + `limit`, and the address of what follows. */
export function startPage<T>(
  rows: readonly T[],
  path: string,
  query: URLSearchParams,
  defaults: { start: number; limit: number; most: number },
): StartPage<T> {
  const start = whole(query, 'start', defaults.start, 0);
  const limit = Math.min(defaults.most, whole(query, 'limit', defaults.limit, 1));
  const data = rows.slice(start, start + limit);
  if (start + limit >= rows.length) return { data };
  const next = new URL(path, HOST_OF_SAMPLES);
  for (const [name, value] of query) next.searchParams.set(name, value);
  next.searchParams.set('start', String(start + limit));
  next.searchParams.set('limit', String(limit));
  return { data, next: next.href };
}

function whole(query: URLSearchParams, name: string, otherwise: number, least: number): number {
  const text = query.get(name);
  if (text === null || text === '') return otherwise;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (value < least) throw refuseSymbolic('InvalidValue', `${name} must be ${least} or more`);
  return value;
}
