import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { jsonNumber } from '../../../kernel/json.js';
import { minorDigits } from '../../../kernel/money.js';
import { type Problem, Refusal, refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { Invoice } from '../documents/schemas.js';
import type { ZuoraAccount } from '../model.js';
import { SYSTEM } from '../names.js';
import { queryAll } from '../object-query.js';
import { onlyOne } from '../writing/only-one.js';
import { requireReadable } from '../writing/readable.js';
import type { WriteDesk } from '../writing/write-desk.js';
import type { InvoiceCreate } from './inputs.js';

const MadeInvoice = z.object({ id: z.string(), invoiceNumber: z.string(), accountId: z.string() });
export type MadeInvoice = z.infer<typeof MadeInvoice>;

export function planInvoice(input: InvoiceCreate, account: ZuoraAccount): PlannedCall[] {
  return [{ system: SYSTEM, action: 'POST_StandaloneInvoice', target: null, after: plain(request(input, account)) }];
}

/** Makes an invoice of no subscription, exactly once for an idempotency key. */
export async function createInvoice(
  desk: WriteDesk,
  input: InvoiceCreate,
  account: ZuoraAccount,
  key: string | null,
): Promise<MadeInvoice> {
  const body = request(input, account);
  return await desk.once(
    { operation: 'POST_StandaloneInvoice', key, input: plain(body) },
    {
      result: MadeInvoice,
      replayed: true,
      send: (idempotencyKey) =>
        desk.client.write({
          operation: 'POST_StandaloneInvoice',
          method: 'POST',
          path: '/v1/invoices',
          body,
          schema: MadeInvoice,
          idempotencyKey,
          ...desk.options,
        }),
      find: (since) => findCreated(desk, input, account, since),
    },
  );
}

/** Throws a Refusal on tenants whose invoices all come from subscriptions: ask it before anything else. */
export async function requireStandalone(desk: WriteDesk): Promise<void> {
  await requireReadable(desk, 'Making invoices');
  if (await desk.capabilities.has('invoiceSettlement')) return;
  throw refusal('UNSUPPORTED', 'Standalone invoices need Invoice Settlement, which this tenant does not have.');
}

/**
 * Throws a Refusal for amounts that the currency has no coin for: Zuora would round them, and an invoice of another
 * amount than was asked for is neither billed as meant nor recognised after a lost answer.
 */
export function requireWholeCoins(items: readonly { amount?: string | null | undefined }[], currency: string): void {
  const most = minorDigits(currency);
  const problems = items.flatMap(({ amount }, at): Problem[] => {
    if (amount == null || new Decimal(amount).decimalPlaces() <= most) return [];
    const message = `must not have more than ${most} digits after the point in ${currency}`;
    return [{ code: 'INVALID', message, field: ['input', 'items', String(at), 'amount'] }];
  });
  if (problems.length > 0) throw new Refusal(problems);
}

function request({ accountKey: _, items, post, customFields, ...same }: InvoiceCreate, account: ZuoraAccount) {
  return given({
    ...same,
    accountId: account.zuoraId,
    status: post ? 'Posted' : 'Draft',
    invoiceItems: items.map(({ amount, quantity, unitPrice, unitOfMeasure, customFields: own, ...item }) =>
      given({
        ...item,
        amount: number(amount),
        quantity: quantity && number(quantity),
        unitPrice: unitPrice && number(unitPrice),
        uom: unitOfMeasure,
        ...own,
      }),
    ),
    ...customFields,
  });
}

// Clocks differ, and the invoice was made after its request was sent.
const SKEW_MS = 60_000;

/** The invoice that an attempt without an answer has made: by its number, else the only one that fits. */
async function findCreated(
  desk: WriteDesk,
  input: InvoiceCreate,
  account: ZuoraAccount,
  since: number,
): Promise<MadeInvoice | null> {
  const from = new Date(since - SKEW_MS).toISOString();
  const filter = input.invoiceNumber
    ? [`invoicenumber.EQ:${input.invoiceNumber}`]
    : [`accountid.EQ:${account.zuoraId}`, `updateddate.GE:${from}`];
  const rows = await queryAll(
    desk.client,
    { objects: 'invoices', operation: 'queryInvoices', row: Invoice, filter },
    desk.options,
  );
  const total = Decimal.sum(0, ...input.items.map(({ amount }) => amount));
  // With tax that is not part of it, an invoice is of more than its lines.
  const isTotal = (row: Invoice) => [row.amount, row.amountWithoutTax].some((sum) => sum !== null && total.eq(sum));
  const fits = rows.filter(
    (row) =>
      row.accountId === account.zuoraId &&
      (row.createdDate ?? '') >= from &&
      row.sourceType === 'Standalone' &&
      row.invoiceDate === input.invoiceDate &&
      isTotal(row),
  );
  return onlyOne(fits, 'invoices');
}

/** As JSON writes numbers: no zeros in front. */
const number = (text: string) => jsonNumber(text.replace(/^(-?)0+(?=\d)/, '$1'));

function given(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}

/** Plain JSON, for people and for telling one intention from another: exact numbers are no plain values. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
