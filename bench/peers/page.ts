import { type Person, personOf } from '../upstream/data.js';

/**
 * A page of customers without any cost. Only Billgraph has a directory of them, in its store; the others are given it,
 * with the ids of both systems, so that their chains of calls are as short as Billgraph's.
 */
export function pageOf({ first, after }: { first: number; after?: string | null | undefined }, customers: number) {
  const from = after ? Number(after) : 0;
  const to = Math.min(from + first, customers);
  const nodes: Person[] = [];
  for (let number = from; number < to; number += 1) nodes.push(personOf(number));
  return { nodes, pageInfo: { hasNextPage: to < customers, endCursor: String(to) } };
}

export function personWith(accountNumber: string): Person {
  return personOf(Number(accountNumber.slice(1)));
}
