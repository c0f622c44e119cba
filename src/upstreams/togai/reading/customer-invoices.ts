import { z } from 'zod';
import type { InvoicePage, InvoicePageRequest } from '../../../domain/invoices/ports.js';
import { InvalidCursor } from '../../../kernel/errors.js';
import type { RequestLoader } from '../../../kernel/reading/request-loader.js';
import type { ListPage } from '../lists.js';
import { toUnifiedInvoice } from '../mapping/unified-invoice.js';
import type { TogaiAccount, TogaiInvoice } from '../model.js';

export interface InvoiceMeans {
  readonly accounts: RequestLoader<TogaiAccount>;
  readonly invoices: RequestLoader<TogaiInvoice>;
  readonly timeZone: string;
  /** A page of all invoices of a customer, in whatever order Togai has them. */
  page(token: string | null): Promise<ListPage<TogaiInvoice>>;
}

/** The customer, and the instant and id of the last invoice that was shown. */
const Place = z.tuple([z.string(), z.string(), z.string()]);

/**
 * A page of a customer's invoices, newest first. Togai promises no order, so all of them are looked at; its pages stay in the
 * cache for a moment, so that what a deadline cuts short goes on with the next try.
 */
export async function customerInvoices(
  customerId: string,
  { first, after }: InvoicePageRequest,
  means: InvoiceMeans,
): Promise<InvoicePage> {
  const last = after === null ? null : placeIn(after, customerId);
  const ordered = (await allOf(means)).toSorted(newestFirst);
  const behind = last === null ? ordered : ordered.filter((invoice) => newestFirst(last, invoice) < 0);
  const rows = await Promise.all(
    behind.slice(0, first).map(async (invoice) => ({
      invoice: toUnifiedInvoice(invoice, await currencyOf(invoice, means), means.timeZone),
      place: JSON.stringify([customerId, invoice.invoiceDate ?? '', invoice.togaiId]),
    })),
  );
  return { rows, hasMore: behind.length > first };
}

async function allOf({ page }: InvoiceMeans): Promise<TogaiInvoice[]> {
  const all: TogaiInvoice[] = [];
  let token: string | null = null;
  do {
    const { rows, next }: ListPage<TogaiInvoice> = await page(token);
    all.push(...rows.filter(isInvoice));
    token = next;
  } while (token !== null);
  return all;
}

/** Togai keeps orders, and what invoices of a group are put together from, in the same list. */
const isInvoice = ({ invoiceClass }: TogaiInvoice) => invoiceClass === null || invoiceClass === 'INVOICE';

/**
 * Lists do not tell the currency: it is the one that the account is invoiced in. Where the account does not say one, the
 * organisation's own counts, which only the invoice itself tells.
 */
async function currencyOf({ togaiId, ownerId, currency }: TogaiInvoice, { accounts, invoices }: InvoiceMeans) {
  if (currency !== null) return currency;
  const account = ownerId === null ? null : await accounts.load(ownerId);
  return account?.invoiceCurrency ?? (await invoices.load(togaiId))?.currency ?? null;
}

type Placed = Pick<TogaiInvoice, 'invoiceDate' | 'togaiId'>;

/** Instants are all written alike, so they compare as text. */
function newestFirst(a: Placed, b: Placed): number {
  const [one, other] = [a.invoiceDate ?? '', b.invoiceDate ?? ''];
  if (one !== other) return one < other ? 1 : -1;
  return a.togaiId < b.togaiId ? -1 : a.togaiId > b.togaiId ? 1 : 0;
}

function placeIn(text: string, customer: string): Placed {
  try {
    const [of, invoiceDate, togaiId] = Place.parse(JSON.parse(text));
    if (of === customer) return { invoiceDate, togaiId };
  } catch {
    // Falls through: a place that is none.
  }
  throw new InvalidCursor();
}
