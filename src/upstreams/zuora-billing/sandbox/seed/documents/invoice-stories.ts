import { Decimal } from 'decimal.js';
import type { ScenarioCustomer } from '../../../../sandbox-kit/scenario.js';
import type { ZuoraRecord } from '../../state/record.js';
import { addDays, addMonths } from '../plain-dates.js';
import { rounded } from '../pricing.js';
import { type ItemStory, itemsOf, standaloneItem } from './invoice-items.js';
import { CUSTOMER_WITH_MANY_DOCUMENTS } from './slots.js';

const MANY_INVOICES = 120;
const INVOICES_A_DAY = 4;
const MOST_INVOICES = 18;

/** One invoice with all that happened to it. Amounts are in the account's currency. */
export interface InvoiceStory {
  /** Its place among the customer's invoices, oldest first. */
  readonly slot: number;
  readonly day: string;
  readonly dueDay: string;
  readonly status: 'Draft' | 'Posted' | 'Canceled';
  readonly items: readonly ItemStory[];
  readonly amountWithoutTax: Decimal;
  readonly tax: Decimal;
  readonly paid: Decimal;
  /** Credited by a memo; the whole amount if the invoice was reversed. */
  readonly credited: Decimal;
  readonly reversed: boolean;
}

/**
 * The invoices of an account, oldest first; none if it was never invoiced. What is open on the posted ones is the
 * account's `totalInvoiceBalance`, and the newest posted one is from its `lastInvoiceDate`.
 */
export function invoiceStories(
  customer: ScenarioCustomer,
  account: ZuoraRecord,
  charges: readonly ZuoraRecord[],
  numbers: ReadonlyMap<string, string>,
): readonly InvoiceStory[] {
  const { lastInvoiceDate } = account;
  if (typeof lastInvoiceDate !== 'string') return [];
  const random = customer.random('invoices');
  const days = invoiceDays(customer, lastInvoiceDate, 1 + random.int(MOST_INVOICES));
  const draft = random.chance(25) ? [addMonths(lastInvoiceDate, 1)] : [];
  return [...days, ...draft].map((day, slot) => {
    const newest = slot === days.length - 1;
    const items = itemsOf(customer, charges, numbers, { slot, day });
    if (newest) return newestStory(account, slot, items, day);
    if (slot >= days.length) return story(account, slot, items, { day, status: 'Draft' });
    const fate = customer.random(`invoice ${slot}`).int(100);
    if (fate < 5) return story(account, slot, items, { day, status: 'Canceled' });
    if (fate < 12) return story(account, slot, items, { day, status: 'Posted', reversed: true });
    return story(account, slot, items, { day, status: 'Posted', creditedPercent: fate < 20 ? 10 : 0 });
  });
}

function invoiceDays({ n, since }: ScenarioCustomer, last: string, wanted: number): string[] {
  if (n === CUSTOMER_WITH_MANY_DOCUMENTS) {
    return Array.from({ length: MANY_INVOICES }, (_, slot) =>
      addDays(last, -Math.floor((MANY_INVOICES - 1 - slot) / INVOICES_A_DAY)),
    );
  }
  const first = since.toISOString().slice(0, 10);
  return Array.from({ length: wanted }, (_, back) => addMonths(last, back - wanted + 1)).filter((day) => day > first);
}

/** What the account owes is open on its newest invoice; the older ones are settled. */
function newestStory(account: ZuoraRecord, slot: number, items: readonly ItemStory[], day: string): InvoiceStory {
  const open = new Decimal(Number(account.totalInvoiceBalance));
  const missing = open.minus(totalOf(items));
  const all = missing.isPositive() && !missing.isZero() ? [...items, standaloneItem(day, missing)] : items;
  return story(account, slot, all, { day, status: 'Posted', open });
}

function story(
  account: ZuoraRecord,
  slot: number,
  items: readonly ItemStory[],
  fate: {
    day: string;
    status: InvoiceStory['status'];
    open?: Decimal;
    reversed?: boolean;
    creditedPercent?: number;
  },
): InvoiceStory {
  const { day, status, open = new Decimal(0), reversed = false, creditedPercent = 0 } = fate;
  const total = totalOf(items);
  const share = new Decimal(rounded(String(account.currency), total.times(creditedPercent).div(100)));
  const credited = reversed ? total : share;
  return {
    slot,
    day,
    dueDay: addDays(day, Number(/\d+/.exec(String(account.paymentTerm))?.[0] ?? 0)),
    status,
    items,
    amountWithoutTax: sum(items.map(({ amount }) => amount)),
    tax: sum(items.map(({ tax }) => tax)),
    paid: status === 'Posted' ? total.minus(credited).minus(open) : new Decimal(0),
    credited,
    reversed,
  };
}

const sum = (amounts: readonly Decimal[]) => amounts.reduce((all, one) => all.plus(one), new Decimal(0));
const totalOf = (items: readonly ItemStory[]) => sum(items.flatMap(({ amount, tax }) => [amount, tax]));
