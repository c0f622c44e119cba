import { NUMBERS } from '../seed/ids.js';
import type { RecordKind } from '../state/record.js';
import type { CustomerRange, Store } from '../state/store.js';
import type { Place } from './cursor.js';
import type { Filter } from './filters.js';
import type { SortOrder } from './sort-order.js';

const ID_FIELDS: Readonly<Record<string, RecordKind>> = {
  accountId: 'account',
  billToId: 'contact',
  creatorAccountId: 'account',
  creditMemoId: 'creditMemo',
  debitMemoId: 'debitMemo',
  creatorInvoiceOwnerId: 'account',
  defaultPaymentMethodId: 'paymentMethod',
  invoiceId: 'invoice',
  invoiceOwnerId: 'account',
  originalRatePlanId: 'ratePlan',
  paymentId: 'payment',
  paymentMethodId: 'paymentMethod',
  previousSubscriptionId: 'subscription',
  ratePlanChargeId: 'ratePlanCharge',
  ratePlanId: 'ratePlan',
  soldToId: 'contact',
  subscriptionId: 'subscription',
  subscriptionOwnerId: 'account',
};

const NUMBER_FIELDS: Readonly<Record<string, { readonly customerOf: (number: string) => number | null }>> = {
  'account.accountNumber': NUMBERS.account,
  'subscription.name': NUMBERS.subscription,
  'ratePlan.subscriptionRatePlanNumber': NUMBERS.ratePlan,
  'ratePlanCharge.chargeNumber': NUMBERS.charge,
  'invoice.invoiceNumber': NUMBERS.invoice,
  'payment.paymentNumber': NUMBERS.payment,
  'creditMemo.memoNumber': NUMBERS.creditMemo,
  'debitMemo.memoNumber': NUMBERS.debitMemo,
  'usage.accountNumber': NUMBERS.account,
};

/**
 * The customers whose seed records can match: few where a filter names ids or numbers, a span where it limits
 * updatedDate or a cursor says where to go on.
 */
export function customersFor(
  store: Store,
  kind: RecordKind,
  { filters, order, after }: { filters: readonly Filter[]; order: SortOrder; after: Place | null },
): CustomerRange {
  const { context, scenario } = store.seed;
  let first = 0;
  let last = scenario.size - 1;
  let only: number[] | undefined;
  const within = (from: number, to: number) => {
    const span = context.customersUpdated(from, to);
    first = Math.max(first, span.first);
    last = Math.min(last, span.last);
  };

  for (const filter of filters) {
    const named = customersNamed(store, kind, filter);
    if (named) only = only === undefined ? named : only.filter((n) => named.includes(n));
    const [at] = filter.values;
    if (filter.field !== 'updatedDate' || typeof at !== 'number') continue;
    if (filter.operator === 'EQ') within(at, at);
    if (filter.operator === 'GT' || filter.operator === 'GE') within(at, Number.POSITIVE_INFINITY);
    if (filter.operator === 'LT' || filter.operator === 'LE') within(Number.NEGATIVE_INFINITY, at);
  }
  if (after !== null) {
    const bound = order.field === 'updatedDate' ? Date.parse(String(after.value)) : null;
    if (bound !== null && order.descending) within(Number.NEGATIVE_INFINITY, bound);
    if (bound !== null && !order.descending) within(bound, Number.POSITIVE_INFINITY);
    const n = order.field === 'id' ? context.ids.customerOf(kind, after.id) : null;
    if (n !== null && order.descending) last = Math.min(last, n);
    if (n !== null && !order.descending) first = Math.max(first, n);
  }
  return only === undefined ? { first, last } : { only: only.filter((n) => n >= first && n <= last) };
}

/** The customers that the values of an EQ or IN filter belong to; undefined if the filter does not tell. */
function customersNamed(store: Store, kind: RecordKind, { field, operator, values }: Filter): number[] | undefined {
  const customerOf = decoder(store, kind, field);
  if (!customerOf || (operator !== 'EQ' && operator !== 'IN') || values.includes(null)) return undefined;
  return values.map((value) => customerOf(String(value))).filter((n) => n !== null);
}

function decoder(store: Store, kind: RecordKind, field: string): ((value: string) => number | null) | undefined {
  const { ids } = store.seed.context;
  if (field === 'id' || field === 'originalId') return (id) => ids.customerOf(kind, id);
  const numbers = NUMBER_FIELDS[`${kind}.${field}`];
  if (numbers) return numbers.customerOf;
  const target = ID_FIELDS[field];
  return target === undefined ? undefined : (id) => ids.customerOf(target, id);
}
