import { z } from 'zod';
import { InvalidCursor, InvalidInput } from '../../kernel/errors.js';
import type { Invoice } from './model.js';
import type { InvoicePage, InvoiceSource, PlacedInvoice } from './ports.js';

/** Invoices of several systems in one list. */
export interface MergedInvoices {
  readonly items: readonly { readonly node: Invoice; readonly cursor: string }[];
  /** True as well where a system failed: what it has comes behind the last cursor when it is back. */
  readonly hasNextPage: boolean;
  readonly failures: readonly { readonly system: string; readonly error: unknown }[];
}

/** How far the list was shown, system by system. */
const Places = z.record(z.string(), z.string());
type Places = z.infer<typeof Places>;

/**
 * Merges the invoices of a customer, newest first; those of one day in the order of the sources. A cursor holds the place in
 * every system: a system that could not be read keeps its place, so that nothing of it is left out, and nothing comes twice.
 * @throws the failure of the first source if none could be read, and InvalidCursor.
 */
export async function mergedInvoices(
  sources: readonly InvoiceSource[],
  { first, after }: { first: number; after: string | null },
): Promise<MergedInvoices> {
  let places = after === null ? {} : placesIn(after);
  const answers = await Promise.allSettled(
    sources.map((source) => source.page({ first, after: places[source.system] ?? null })),
  );
  const pages: { system: string; page: InvoicePage }[] = [];
  const failures: { system: string; error: unknown }[] = [];
  for (const [at, { system }] of sources.entries()) {
    const answer = answers[at];
    if (answer?.status === 'fulfilled') pages.push({ system, page: answer.value });
    else failures.push({ system, error: answer?.reason });
  }
  // A wrong cursor is the caller's mistake, and no failure of a system.
  const wrong = failures.find(({ error }) => error instanceof InvalidInput);
  if (wrong) throw wrong.error;
  if (failures[0] && pages.length === 0) throw failures[0].error;

  const queues = pages.map(({ system, page }) => ({ system, rows: [...page.rows] }));
  const items: { node: Invoice; cursor: string }[] = [];
  while (items.length < first) {
    const next = newest(queues);
    const row = next?.rows.shift();
    if (!next || !row) break;
    places = { ...places, [next.system]: row.place };
    items.push({ node: row.invoice, cursor: cursorOf(places) });
  }
  const isCut = queues.some(({ rows }) => rows.length > 0) || pages.some(({ page }) => page.hasMore);
  return { items, hasNextPage: isCut || failures.length > 0, failures };
}

interface Queue {
  readonly system: string;
  readonly rows: PlacedInvoice[];
}

/** The queue whose head is newest, the first of several; undefined if all are empty. */
function newest(queues: readonly Queue[]): Queue | undefined {
  const dayOf = ({ rows }: Queue) => rows[0]?.invoice.invoiceDate ?? '';
  return queues
    .filter(({ rows }) => rows.length > 0)
    .reduce<Queue | undefined>((best, queue) => (best && dayOf(best) >= dayOf(queue) ? best : queue), undefined);
}

function cursorOf(places: Places): string {
  return Buffer.from(JSON.stringify(places), 'utf8').toString('base64url');
}

function placesIn(cursor: string): Places {
  try {
    return Places.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new InvalidCursor();
  }
}
