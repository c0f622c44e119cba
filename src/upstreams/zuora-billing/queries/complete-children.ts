import type { ZuoraClient } from '../client.js';
import { anyOf, MAX_KEYS, type ObjectQuery, PAGE_SIZE, type QueryOptions, queryAll } from '../object-query.js';

/** How the children of one kind of parent are found again by foreign key. */
export interface Level<P, C> {
  readonly query: ObjectQuery<C>;
  readonly foreignKey: string;
  readonly parentOf: (child: C) => string | null;
  readonly children: (parent: P) => readonly C[];
  readonly withChildren: (parent: P, children: C[]) => P;
}

/**
 * Zuora cuts every expanded array at the page size and says nothing. An array of just that length may be cut, so the
 * children of its parent are read again by foreign key, with the cursor drained to the end. Gives `parents` itself where
 * nothing is cut.
 */
export async function refill<P extends { readonly id: string }, C>(
  client: ZuoraClient,
  level: Level<P, C>,
  parents: readonly P[],
  options: QueryOptions,
): Promise<readonly P[]> {
  const cut = parents.filter((parent) => level.children(parent).length >= PAGE_SIZE).map(({ id }) => id);
  if (cut.length === 0) return parents;
  const found: C[] = [];
  for (let start = 0; start < cut.length; start += MAX_KEYS) {
    const filter = [anyOf(level.foreignKey, cut.slice(start, start + MAX_KEYS))];
    found.push(...(await queryAll(client, { ...level.query, filter }, options)));
  }
  const byParent = Map.groupBy(found, level.parentOf);
  return parents.map((parent) =>
    cut.includes(parent.id) ? level.withChildren(parent, byParent.get(parent.id) ?? []) : parent,
  );
}

/** Gives the row with the same id out of `rows`, where it is among them. */
export function replacedFrom<T extends { readonly id: string }>(rows: readonly T[]): (row: T) => T {
  const whole = new Map(rows.map((row) => [row.id, row]));
  return (row) => whole.get(row.id) ?? row;
}
