import type { CustomerEntry } from '../../../domain/customers/model.js';
import type { BilledLine, InvoiceSource, IssuedInvoice, MeteredUse } from '../../../domain/syncs/invoices/ports.js';
import { dayIn } from '../../../kernel/dates.js';
import { customerIdOf } from '../known-ids.js';
import { listAll } from '../lists.js';
import type { TogaiRateCard } from '../model.js';
import { ACCOUNT_ID, SYSTEM } from '../names.js';
import { invoiceList } from '../reading/invoices.js';
import { InvoiceInFull, type Line } from '../schemas/invoice.js';
import type { TogaiDesk } from '../writing/togai-desk.js';
import { meteredUses } from './metered-uses.js';

const STATES: Readonly<Record<string, IssuedInvoice['state']>> = {
  DRAFT: 'DRAFT',
  DUE: 'BILLED',
  PARTIALLY_PAID: 'BILLED',
  PAID: 'BILLED',
  UN_COLLECTIBLE: 'BILLED',
  VOID: 'VOID',
  MERGED: 'MERGED',
  REFUND_INITIATED: 'REFUNDED',
  REFUND_COMPLETED: 'REFUNDED',
};
/** Lines that are sums of others; every other one is something that is sold. */
const SUMS = /^(?:GRAND_TOTAL|TOTAL|NET|GROSS|SUB_TOTAL|PRICE_PLAN|USAGE_CYCLE)_AMOUNT$|^TOTAL_|^CUSTOM_TAG$/;

/** Invoices that other systems book. They are read past every cache: money follows them. */
export class TogaiInvoiceSource implements InvoiceSource {
  readonly system = SYSTEM;
  readonly #desk: TogaiDesk;
  readonly #cardsOf: (planId: string) => Promise<readonly TogaiRateCard[]>;
  /** The documents behind what was given: what is read twice is read once. */
  readonly #rows = new Map<string, InvoiceInFull>();

  constructor(desk: TogaiDesk, cardsOf: (planId: string) => Promise<readonly TogaiRateCard[]>) {
    this.#desk = desk;
    this.#cardsOf = cardsOf;
  }

  async invoice(id: string): Promise<IssuedInvoice | null> {
    const path = `/invoices/${encodeURIComponent(id)}`;
    const asked = { operation: 'getInvoice', path, schema: InvoiceInFull };
    const row = await this.#desk.client.find({ ...asked, ...this.#desk.options });
    if (row === null) return null;
    this.#rows.set(row.id, row);
    const day = (instant: string | null) =>
      instant === null ? null : dayIn(this.#desk.settings.timeZone, new Date(instant));
    return {
      id: row.id,
      number: row.sequenceId,
      account: row.ownerId === null ? null : { kind: ACCOUNT_ID, value: row.ownerId },
      state: stateOf(row),
      stateText: row.status ?? 'no state',
      currency: row.invoiceDetails?.account?.invoiceCurrency ?? row.revenueInfo?.units ?? null,
      total: row.totalAmount,
      day: day(row.invoiceDate ?? row.endDate),
      dueDay: day(row.dueDate),
      startsAt: row.startDate,
      endsAt: row.endDate,
      whole: row.revenueInfo ? toLine(row.revenueInfo) : null,
    };
  }

  async billed(customer: CustomerEntry): Promise<readonly string[]> {
    const id = customerIdOf(customer);
    if (id === null) return [];
    const rows = await listAll(this.#desk.client, invoiceList({ customer_id: id }, null), this.#desk.options);
    return rows.filter((row) => stateOf({ ...row, finalizingStatus: null }) === 'BILLED').map((row) => row.id);
  }

  async meteredUses({ id }: IssuedInvoice, by: 'QUANTITY' | 'REVENUE'): Promise<readonly MeteredUse[]> {
    const row = this.#rows.get(id);
    if (!row) throw new Error(`the invoice ${id} was not read here`);
    return await meteredUses(row, by, { desk: this.#desk, cardsOf: this.#cardsOf });
  }
}

function stateOf({
  status,
  invoiceClass,
  finalizingStatus,
}: Pick<InvoiceInFull, 'status' | 'invoiceClass' | 'finalizingStatus'>): IssuedInvoice['state'] {
  if (invoiceClass !== null && invoiceClass !== 'INVOICE') return 'NO_INVOICE';
  if (finalizingStatus === 'FINALIZING') return 'DRAFT';
  return STATES[status ?? ''] ?? 'UNKNOWN';
}

function toLine({ description, type, value, quantity, valuePerQuantity, lineItems }: Line): BilledLine {
  const isItem = !SUMS.test(type);
  return { description, amount: value, quantity, unitPrice: valuePerQuantity, isItem, parts: lineItems.map(toLine) };
}
