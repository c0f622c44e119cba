import { z } from 'zod';
import { InvalidCursor } from '../../../kernel/errors.js';
import type { ZuoraClient } from '../client.js';
import { PAGE_SIZE, type QueryOptions, queryPage } from '../object-query.js';
import type { DocumentKind, Keyed } from './document-kinds.js';

/** Documents of one account in their order, as far as they were asked for. */
export interface DocumentRows<D> {
  readonly rows: readonly PlacedDocument<D>[];
  readonly hasMore: boolean;
}

/** A document with what orders it among the others. */
export interface PlacedDocument<D> {
  readonly document: D;
  readonly order: string;
}

// How many documents of one day or instant can be paged through.
const MOST_SHOWN = 1_000;

/**
 * Where a page ends: behind everything newer than `order`, and behind those of that very day or instant that were shown.
 * Not Zuora's own cursor, which dies, and which a page that was read together with those of other accounts does not have.
 */
const Place = z.object({ of: z.string(), order: z.string(), shown: z.array(z.string()).max(MOST_SHOWN) });
type Place = z.infer<typeof Place>;

/** The `first` documents of an account behind a cursor, newest first. Throws InvalidCursor. */
export async function documentPage<Row, D extends Keyed>(
  client: ZuoraClient,
  kind: DocumentKind<Row, D>,
  accountId: string,
  { first, after }: { first: number; after: string | null },
  options: QueryOptions,
): Promise<DocumentRows<D>> {
  const place = after === null ? null : placeOf(after, listOf(kind, accountId));
  const shown = new Set(place?.shown);
  const filter = [`accountid.EQ:${accountId}`, ...(place === null ? [] : [`${kind.orderField}.LE:${place.order}`])];
  const wanted = first + 1;
  const rows: PlacedDocument<D>[] = [];
  let cursor: string | null = null;
  do {
    const pageSize = Math.min(PAGE_SIZE, wanted + shown.size - rows.length);
    const page: Awaited<ReturnType<typeof queryPage<Row>>> = await queryPage(
      client,
      { ...kind, filter, sort: `${kind.orderField}.DESC`, pageSize },
      cursor,
      options,
    );
    for (const row of page.rows) {
      const placed = placedOf(kind, row);
      if (!(shown.has(placed.document.zuoraId) && placed.order === place?.order)) rows.push(placed);
    }
    cursor = page.next;
  } while (cursor !== null && rows.length < wanted);
  return { rows: rows.slice(0, first), hasMore: rows.length > first || cursor !== null };
}

export function placedOf<Row, D>(kind: DocumentKind<Row, D>, row: Row): PlacedDocument<D> {
  return { document: kind.present(row), order: kind.orderOf(row) ?? '' };
}

/** The cursor of each row of a page, in order. */
export function cursorsOf<D extends Keyed>(
  kind: { readonly objects: string },
  accountId: string,
  rows: readonly PlacedDocument<D>[],
  after: string | null,
): string[] {
  const list = listOf(kind, accountId);
  let place: Place = after === null ? { of: list, order: '', shown: [] } : placeOf(after, list);
  return rows.map(({ document, order }) => {
    const before = order === place.order ? place.shown : [];
    place = { of: list, order, shown: [...before, document.zuoraId] };
    return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
  });
}

const listOf = ({ objects }: { readonly objects: string }, accountId: string) => `${objects}:${accountId}`;

function placeOf(cursor: string, list: string): Place {
  try {
    const place = Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (place.of === list) return place;
  } catch {
    // Falls through: a cursor that is none.
  }
  throw new InvalidCursor();
}
