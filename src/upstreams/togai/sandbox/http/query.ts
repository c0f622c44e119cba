import { badRequest } from './refusals.js';

/** What a request asks for, without what transport and authentication needed. */
export interface Asked {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** Parameters that the operation does not know are ignored. */
  readonly query: URLSearchParams;
  /** The parsed JSON; an empty object where there is none. */
  readonly body: Readonly<Record<string, unknown>>;
}

const LONGEST_ID = 50;

/** A key in the path. */
export function idOf({ params }: Asked, name: string): string {
  const id = params[name] ?? '';
  if (id.length > LONGEST_ID) throw badRequest(`${name} must not be longer than ${LONGEST_ID} characters`);
  return id;
}

export function flag(query: URLSearchParams, name: string): boolean {
  return choice(query, name, ['true', 'false']) === 'true';
}

export function choice<const C extends string>(query: URLSearchParams, name: string, of: readonly C[]): C | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  const chosen = of.find((one) => one === value);
  if (chosen === undefined) throw badRequest(`${name} must be one of [${of.join(', ')}]`);
  return chosen;
}

/** A day or an instant, in milliseconds since the epoch. */
export function instant(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  const ms = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) throw badRequest(`${name} must be a valid ISO 8601 date`);
  return ms;
}
