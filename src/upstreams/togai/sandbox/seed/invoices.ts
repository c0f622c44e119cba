import type { Scenario } from '../../../sandbox-kit/scenario.js';
import { amountIn, chargeable } from '../catalog/prices.js';
import type { Seed } from '../state/lazy-table.js';
import type { InvoiceDocument } from '../wire/documents.js';
import { ACCOUNTS_PER_CUSTOMER, accountsOf, type SeededAccount } from './accounts.js';
import { madeId, madeIndex } from './ids.js';
import { BASE_CURRENCY } from './settings.js';

const INVOICES_PER_ACCOUNT = 4;
const MONTH_MS = 30 * 86_400_000;
const STATUSES = ['PAID', 'PAID', 'DUE', 'PARTIALLY_PAID', 'VOID'] as const;

/** Up to three months of bills an account. */
export function invoiceSeed(story: Scenario): Seed<InvoiceDocument> {
  return {
    slots: story.size,
    at: (slot) => accountsOf(story.customer(slot)).flatMap((account) => invoicesOf(story.seed, account)),
    slotOf: (id) => {
      const index = madeIndex(story.seed, 'inv', id);
      return index === null ? null : Math.floor(index / (INVOICES_PER_ACCOUNT * ACCOUNTS_PER_CUSTOMER));
    },
  };
}

function invoicesOf(seed: string, account: SeededAccount): InvoiceDocument[] {
  if (account.status === 'DRAFT') return [];
  const count = account.customer.random(`togai-invoices-${account.position}`).int(INVOICES_PER_ACCOUNT);
  return Array.from({ length: count }, (_, i) => invoiceOf(seed, account, i));
}

function invoiceOf(seed: string, { customer, position, id, currency, index }: SeededAccount, i: number) {
  const random = customer.random(`togai-invoice-${position}-${i}`);
  const units = currency ?? BASE_CURRENCY;
  const quantity = 1 + random.int(40);
  const valuePerQuantity = amountIn(units, 12.5);
  const [fee, usage] = [amountIn(units, 49), chargeable(units, quantity * valuePerQuantity)];
  const total = chargeable(units, fee + usage);
  const status = random.pick(STATUSES);
  const paid = { PAID: total, PARTIALLY_PAID: fee, DUE: 0, VOID: 0 }[status];
  const end = customer.since.getTime() + (i + 1) * MONTH_MS;
  const line = (description: string, type: string, value: number, more: object = {}) => ({
    ...{ description, type, units, value },
    lineItems: [],
    ...more,
  });
  return {
    id: madeId(seed, 'inv', index * INVOICES_PER_ACCOUNT + i),
    sequenceId: `${iso(end).slice(0, 7)}-${index}${i}`,
    customerId: customer.ids.usageCustomerId,
    ownerId: id,
    invoiceClass: 'INVOICE',
    invoiceType: 'STANDARD',
    status,
    totalAmount: total,
    paidAmount: paid,
    netTermDays: 30,
    startDate: iso(end - MONTH_MS),
    endDate: iso(end),
    invoiceDate: iso(end),
    dueDate: iso(end + MONTH_MS),
    updatedAt: iso(end),
    usageInfo: [line('Compute time', 'USAGE_METER_USAGE', quantity, { units: 'USAGE_UNITS' })],
    revenueInfo: line('Grand Total Amount', 'GRAND_TOTAL_AMOUNT', total, {
      lineItems: [
        line('Platform fee', 'FIXED_FEE_RATE_CARD_AMOUNT', fee),
        line('Compute time', 'USAGE_RATE_CARD_AMOUNT', usage, {
          lineItems: [line('Slab 1', 'USAGE_RATE_CARD_SLAB_AMOUNT', usage, { quantity, valuePerQuantity })],
        }),
      ],
    }),
  };
}

const iso = (ms: number) => new Date(ms).toISOString();
