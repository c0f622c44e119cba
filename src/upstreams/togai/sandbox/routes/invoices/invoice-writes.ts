import { chargeable } from '../../catalog/prices.js';
import { knownOnly, list, optionalText, text } from '../../http/body.js';
import { badRequest, notFound } from '../../http/refusals.js';
import { madeId } from '../../seed/ids.js';
import { BASE_CURRENCY } from '../../seed/settings.js';
import type { ChargeDocument, CustomLine, InvoiceDocument } from '../../wire/documents.js';
import { type Routes, Sent } from '../routes.js';
import { invoiceIn, shownInvoice } from './invoices.js';

type Body = Readonly<Record<string, unknown>>;

const MOST_LINES = 50;
const DAY_MS = 86_400_000;
const CREATE_FIELDS = [
  ...['accountId', 'ownerType', 'startDate', 'endDate', 'idempotencyKey', 'status', 'lineItems', 'autoAdvance'],
  ...['applyCredits', 'applyWalletBalance'],
];
const UPDATE_FIELDS = ['startDate', 'endDate', 'status', 'lineItems', 'autoAdvance'];
/** What a state can become. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  DRAFT: ['DUE', 'PAID', 'VOID'],
  DUE: ['PAID', 'VOID', 'UN_COLLECTIBLE'],
  PARTIALLY_PAID: ['PAID', 'VOID', 'UN_COLLECTIBLE'],
  PAID: ['REFUND_INITIATED'],
};

/** https://docs.togai.com/api-reference/invoices. Credits and wallets pay for nothing here. */
export const invoiceWriteRoutes: Routes = {
  'POST /invoices': ({ body }, organisation, now) => {
    knownOnly(body, CREATE_FIELDS);
    const accountId = text(body, 'accountId', 50);
    const account = organisation.accounts.find(accountId);
    if (!account) throw notFound('Account', accountId);
    const idempotencyKey = optionalText(body, 'idempotencyKey', 100);
    // A key that was seen before makes nothing: the invoice that it made is told again.
    const seen = organisation.invoicesOf(accountId).find(({ own }) => own && own.idempotencyKey === idempotencyKey);
    if (seen && idempotencyKey !== undefined) return new Sent(201, shownInvoice(organisation, seen));
    const status = oneOf(body, 'status', ['DRAFT', 'DUE', 'PAID']);
    const at = new Date(now).toISOString();
    const invoice: InvoiceDocument = totalled(
      {
        id: madeId(organisation.seed, 'inv', organisation.nextIndex()),
        customerId: account.customerId,
        ownerId: accountId,
        ...{ invoiceClass: 'INVOICE', invoiceType: 'CUSTOM', status, totalAmount: 0, paidAmount: 0 },
        ...(account.netTermDays !== undefined && { netTermDays: account.netTermDays }),
        ...span(text(body, 'startDate', 50), text(body, 'endDate', 50)),
        ...{ invoiceDate: at, dueDate: new Date(now + (account.netTermDays ?? 0) * DAY_MS).toISOString() },
        updatedAt: at,
        autoAdvance: body.autoAdvance === true,
        revenueInfo: { units: account.invoiceCurrency ?? BASE_CURRENCY, value: 0 },
        own: { ...(idempotencyKey && { idempotencyKey }), lines: linesIn(body), charges: [] },
      },
      at,
    );
    organisation.invoices.put(invoice);
    return new Sent(201, shownInvoice(organisation, invoice));
  },

  'PATCH /invoices/:invoice_id': (asked, organisation, now) => {
    const invoice = invoiceIn(asked, organisation);
    knownOnly(asked.body, UPDATE_FIELDS);
    const { status, startDate, endDate, lineItems, autoAdvance } = asked.body;
    const others = [startDate, endDate, lineItems, autoAdvance].some((value) => value !== undefined);
    if (others && !(invoice.own && invoice.status === 'DRAFT')) {
      throw badRequest('Only custom invoices in DRAFT state can be updated');
    }
    const next = status === undefined ? invoice.status : oneOf(asked.body, 'status', AFTER[invoice.status] ?? []);
    const changed = totalled(
      {
        ...invoice,
        status: next,
        ...span(String(startDate ?? invoice.startDate), String(endDate ?? invoice.endDate)),
        ...(typeof autoAdvance === 'boolean' && { autoAdvance }),
        ...(invoice.own && lineItems !== undefined && { own: { ...invoice.own, lines: linesIn(asked.body) } }),
      },
      new Date(now).toISOString(),
    );
    organisation.invoices.put(changed);
    return shownInvoice(organisation, changed);
  },

  'DELETE /invoices/:invoice_id': (asked, organisation) => {
    const invoice = invoiceIn(asked, organisation);
    if (!invoice.own || invoice.status !== 'DRAFT')
      throw badRequest('Only custom invoices in DRAFT state can be deleted');
    organisation.invoices.delete(invoice.id);
    return { success: true };
  },

  'PUT /invoices/:invoice_id/miscellaneous_charges': (asked, organisation, now) => {
    const invoice = invoiceIn(asked, organisation);
    if (!invoice.own || invoice.status !== 'DRAFT') throw badRequest('Invoice is not in DRAFT state');
    knownOnly(asked.body, ['items']);
    const items = list(asked.body, 'items', MOST_LINES).map((item) => {
      knownOnly(item, ['name', 'rate', 'quantity', 'value', 'considerForRevenue'], 'items');
      return { ...item, name: text(item, 'name', 255) } as ChargeDocument;
    });
    const charges = new Map([...invoice.own.charges, ...items].map((charge) => [charge.name, charge]));
    const own = { ...invoice.own, charges: [...charges.values()] };
    const changed = totalled({ ...invoice, own }, new Date(now).toISOString());
    organisation.invoices.put(changed);
    return { data: own.charges };
  },
};

function oneOf(body: Body, name: string, of: readonly string[]): string {
  const value = text(body, name, 50);
  if (!of.includes(value)) throw badRequest(`${name} must be one of [${of.join(', ')}]`);
  return value;
}

function span(startDate: string, endDate: string) {
  const [start, end] = [Date.parse(startDate), Date.parse(endDate)];
  if (!(start < end)) throw badRequest('endDate must be after startDate');
  return { startDate: new Date(start).toISOString(), endDate: new Date(end).toISOString() };
}

function linesIn(body: Body): CustomLine[] {
  const lines = list(body, 'lineItems', MOST_LINES).map((line) => {
    knownOnly(line, ['id', 'description', 'valuePerQuantity', 'quantity', 'value', 'billableId'], 'lineItems');
    const { description = '', value, quantity, valuePerQuantity } = line as Partial<CustomLine>;
    const amount = value ?? (quantity ?? 0) * (valuePerQuantity ?? 0);
    if (typeof amount !== 'number') throw badRequest('lineItems must have numbers');
    return {
      description,
      value: amount,
      ...(quantity !== undefined && { quantity }),
      ...(valuePerQuantity !== undefined && { valuePerQuantity }),
    };
  });
  if (lines.length === 0) throw badRequest('lineItems must not be empty');
  return lines;
}

/** With its lines, and what they and its charges come to. Formulas count for nothing. */
function totalled(invoice: InvoiceDocument, updatedAt: string): InvoiceDocument {
  if (!invoice.own) return { ...invoice, updatedAt };
  const { units } = invoice.revenueInfo;
  const row = (type: string, { description, value, ...rest }: CustomLine) => ({
    ...{ description, type, units, value: chargeable(units, value), ...rest },
    lineItems: [],
  });
  const lineItems = [
    ...invoice.own.lines.map((line) => row('CUSTOM_AMOUNT', line)),
    ...invoice.own.charges.map(({ name, rate = 0, quantity = 0, value }) =>
      row('MISCELLANEOUS_CHARGE', {
        description: name,
        value: (value === undefined ? rate * quantity : Number(value)) || 0,
      }),
    ),
  ];
  const total = chargeable(
    units,
    lineItems.reduce((sum, { value }) => sum + value, 0),
  );
  const grand = { description: 'Grand Total Amount', type: 'GRAND_TOTAL_AMOUNT', units, value: total, lineItems };
  const paidAmount = invoice.status === 'PAID' ? total : invoice.paidAmount;
  return { ...invoice, totalAmount: total, paidAmount, revenueInfo: grand, updatedAt };
}
