import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { decimal } from '../../../kernel/money.js';
import { listAll } from '../lists.js';
import { toInvoiceInFull } from '../mapping/invoice.js';
import type { TogaiAccount, TogaiInvoice } from '../model.js';
import { SYSTEM, TITLE } from '../names.js';
import { invoiceList } from '../reading/invoices.js';
import { type Invoice, InvoiceInFull } from '../schemas/invoice.js';
import { Amount, listOf, Text } from '../schemas/wire.js';
import type { TogaiDesk } from '../writing/togai-desk.js';
import type { InvoiceCreate, InvoiceUpdate, MiscellaneousCharges } from './inputs.js';
import { changeBody, chargesBody, createBody } from './requests.js';

export interface MiscellaneousCharge {
  readonly name: string;
  readonly quantity: string | null;
  readonly rate: string | null;
  /** A number or JSON Logic, as text. */
  readonly value: string | null;
  readonly considerForRevenue: boolean;
}

const Made = z.object({ id: z.string() });
// Togai's clock may be this far behind ours.
const SKEW_MS = 5_000;

/**
 * Makes a custom invoice, once for a key. Gives its id. Togai takes an `idempotencyKey`, but shows it nowhere: after a lost
 * answer a new custom invoice of the account for the same time and lines is looked for, and the same key is sent again.
 */
export async function createInvoice(
  desk: TogaiDesk,
  { customerId }: TogaiAccount,
  input: InvoiceCreate,
  key: string | null,
): Promise<string> {
  const own = desk.keyFor('invoice', key);
  const invoices = () => listAll(desk.client, invoiceList({ owner_id: input.accountId }, null), desk.options);
  let known: ReadonlySet<string> | null = null;
  const { id } = await desk.once(
    { operation: 'createCustomInvoice', key, input },
    {
      result: Made,
      send: async () => {
        known ??= new Set((await invoices()).map((invoice) => invoice.id));
        return await desk.client.write({
          operation: 'createCustomInvoice',
          method: 'POST',
          path: '/invoices',
          body: createBody(input, own),
          schema: Made,
          ...desk.options,
        });
      },
      find: async (since) => {
        const isNew = ({ id: one, updatedAt }: Invoice) =>
          known ? !known.has(one) : updatedAt !== null && Date.parse(updatedAt) >= since - SKEW_MS;
        const candidates = (await invoices()).filter(
          (invoice) => invoice.invoiceType === 'CUSTOM' && isNew(invoice) && isFor(input, invoice),
        );
        const fits = [];
        for (const { id: one } of candidates) {
          const invoice = await readInvoice(desk, one);
          if (invoice && hasLines(invoice, input)) fits.push({ id: one });
        }
        if (fits.length > 1) throw several(fits.length);
        return fits[0] ?? null;
      },
    },
  );
  await desk.invoiceChanged({ id, accountId: input.accountId, customerId });
  return id;
}

/** Changes an invoice; it then tells whether that was done. */
export async function updateInvoice(desk: TogaiDesk, before: TogaiInvoice, input: InvoiceUpdate): Promise<void> {
  const id = before.togaiId;
  await desk.once(
    { operation: 'updateInvoice', key: null, input: { id, input } },
    {
      result: z.unknown(),
      send: () =>
        desk.client.write({
          operation: 'updateInvoice',
          method: 'PATCH',
          path: pathOf(id),
          body: changeBody(input),
          schema: z.unknown(),
          ...desk.options,
        }),
      find: async () => {
        const invoice = await readInvoice(desk, id);
        if (invoice === null) return null;
        // A state may have gone on by itself: due to paid, refund begun to refund done.
        const moved = !input.status || invoice.status === input.status || invoice.status !== before.status;
        const advances = input.autoAdvance == null || invoice.autoAdvance === input.autoAdvance;
        return moved && advances && isFor(input, invoice) && hasLines(invoice, input) ? invoice : null;
      },
    },
  );
}

/** Removes a custom invoice that is a draft. */
export async function deleteInvoice(desk: TogaiDesk, { togaiId: id }: TogaiInvoice): Promise<void> {
  await desk.once(
    { operation: 'deleteCustomInvoice', key: null, input: { id } },
    {
      result: z.unknown(),
      send: () =>
        desk.client.write({
          operation: 'deleteCustomInvoice',
          method: 'DELETE',
          path: pathOf(id),
          schema: z.unknown(),
          ...desk.options,
        }),
      find: async () => ((await readInvoice(desk, id)) === null ? { deleted: true } : null),
    },
  );
}

const Charges = z.object({
  data: listOf(
    z.object({
      ...{ name: z.string(), quantity: Amount, rate: Amount, value: z.union([Text, z.number().transform(String)]) },
      considerForRevenue: z
        .boolean()
        .nullish()
        .transform((value) => value ?? false),
    }),
  ),
});

/** Adds charges to an invoice, or changes those of the same names: made twice it leaves the same. */
export async function putCharges(
  desk: TogaiDesk,
  { togaiId: id }: TogaiInvoice,
  charges: MiscellaneousCharges,
): Promise<readonly MiscellaneousCharge[]> {
  const { data } = await desk.client.write({
    operation: 'manageMiscellaneousChargesInInvoice',
    method: 'PUT',
    path: `${pathOf(id)}/miscellaneous_charges`,
    body: chargesBody(charges),
    schema: Charges,
    repeatable: true,
    ...desk.options,
  });
  return data;
}

const Watched = InvoiceInFull.extend({ autoAdvance: z.boolean().nullish() });

async function readInvoice(desk: TogaiDesk, id: string) {
  const row = await desk.client.find({ operation: 'getInvoice', path: pathOf(id), schema: Watched, ...desk.options });
  return row && { ...toInvoiceInFull(row), autoAdvance: row.autoAdvance };
}

const pathOf = (id: string) => `/invoices/${encodeURIComponent(id)}`;

type Span = { readonly startDate?: string | null | undefined; readonly endDate?: string | null | undefined };

function isFor(wanted: Span, invoice: Span): boolean {
  const same = (a: string | null | undefined, b: string | null | undefined) => !a || a === b;
  return same(wanted.startDate, invoice.startDate) && same(wanted.endDate, invoice.endDate);
}

/** By what they are for and by every number that Togai shows; where it shows no lines they say nothing. */
function hasLines({ lines }: TogaiInvoice, { lineItems }: Pick<InvoiceUpdate, 'lineItems'>): boolean {
  if (!lines || lines.length === 0) return true;
  const same = (wanted: string | null | undefined, told: string | null) =>
    wanted == null || told === null || decimal(wanted) === told;
  return (lineItems ?? []).every(({ description, value, quantity, valuePerQuantity }) =>
    lines.some(
      (line) =>
        line.description === description &&
        same(value, line.value) &&
        same(quantity, line.quantity) &&
        same(valuePerQuantity, line.valuePerQuantity),
    ),
  );
}

function several(count: number): UpstreamError {
  const message = `${TITLE} did not answer, and ${count} invoices could be what was asked for: look there before you ask again.`;
  return new UpstreamError(SYSTEM, 'UPSTREAM_CONFLICT', message, { outcome: 'unknown', retryable: false });
}
