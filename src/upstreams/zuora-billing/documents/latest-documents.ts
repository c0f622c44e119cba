import type { ZuoraClient } from '../client.js';
import { anyOf, PAGE_SIZE, type QueryOptions, queryPage } from '../object-query.js';
import type { DocumentKind, Keyed } from './document-kinds.js';
import { type DocumentRows, documentPage, type PlacedDocument, placedOf } from './document-page.js';

/** How many of the newest documents of an account are read together with those of other accounts. */
export const LATEST = 20;

/**
 * The newest documents of many accounts. They are asked for together, page by page, for as long as that costs fewer calls
 * than asking for each account: one customer with thousands of documents must not make everybody wait.
 */
export async function latestDocuments<Row, D extends Keyed>(
  client: ZuoraClient,
  kind: DocumentKind<Row, D>,
  accountIds: readonly string[],
  options: QueryOptions,
): Promise<Map<string, DocumentRows<D>>> {
  const found = new Map<string, PlacedDocument<D>[]>(accountIds.map((id) => [id, []]));
  const isFull = (id: string) => (found.get(id)?.length ?? 0) > LATEST;
  let cursor: string | null = null;
  let pages = 0;
  do {
    const page: Awaited<ReturnType<typeof queryPage<Row>>> = await queryPage(
      client,
      { ...kind, filter: [anyOf('accountid', accountIds)], sort: `${kind.orderField}.DESC`, pageSize: PAGE_SIZE },
      cursor,
      options,
    );
    for (const row of page.rows) {
      const placed = placedOf(kind, row);
      found.get(placed.document.accountId)?.push(placed);
    }
    cursor = page.next;
    pages += 1;
  } while (cursor !== null && pages < mostPages(accountIds) && !accountIds.every(isFull));

  const isCut = cursor !== null;
  const entries = await Promise.all(
    accountIds.map(async (id): Promise<[string, DocumentRows<D>]> => {
      const rows = found.get(id) ?? [];
      // What is missing of this account lies behind the documents of others.
      if (isCut && !isFull(id)) {
        return [id, await documentPage(client, kind, id, { first: LATEST, after: null }, options)];
      }
      return [id, { rows: rows.slice(0, LATEST), hasMore: rows.length > LATEST }];
    }),
  );
  return new Map(entries);
}

/** As many as it takes if the documents are spread evenly. */
const mostPages = (accountIds: readonly string[]) => Math.ceil((accountIds.length * (LATEST + 1)) / PAGE_SIZE);
