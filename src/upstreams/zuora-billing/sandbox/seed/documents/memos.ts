import { Decimal } from 'decimal.js';
import type { ScenarioCustomer } from '../../../../sandbox-kit/scenario.js';
import type { ZuoraRecord } from '../../state/record.js';
import type { SeedContext } from '../context.js';
import { NUMBERS } from '../ids.js';
import { amountIn } from '../pricing.js';
import type { InvoiceStory } from './invoice-stories.js';
import { DOCUMENT_SECOND, invoiceIdOf } from './invoices.js';
import { SLOTS } from './slots.js';

/** The memos that were applied to invoices, and for some accounts one that is still a draft. */
export function creditMemoRecords(
  customer: ScenarioCustomer,
  context: SeedContext,
  stories: readonly InvoiceStory[],
): ZuoraRecord[] {
  const applied = stories
    .filter(({ credited }) => !credited.isZero())
    .map(({ slot, day, credited, reversed }) => ({
      ...memo(customer, context, 'creditMemo', slot, day, credited),
      appliedAmount: credited.toNumber(),
      balance: 0,
      invoiceId: invoiceIdOf(customer, context, slot),
      reasonCode: reversed ? 'Correct invoice error' : 'Customer Satisfaction',
      status: 'Posted',
    }));
  const random = customer.random('credit memo');
  const newest = stories.at(-1);
  if (!newest || !random.chance(10)) return applied;
  const amount = new Decimal(amountIn(customer.currency, 100 + random.int(5000)));
  const draft = {
    ...memo(customer, context, 'creditMemo', SLOTS.creditMemo - 1, newest.day, amount),
    appliedAmount: 0,
    balance: amount.toNumber(),
    invoiceId: null,
    reasonCode: null,
    status: 'Draft',
  };
  return [...applied, draft];
}

/** For some accounts one debit memo, paid or still a draft. */
export function debitMemoRecords(
  customer: ScenarioCustomer,
  context: SeedContext,
  stories: readonly InvoiceStory[],
): ZuoraRecord[] {
  const random = customer.random('debit memo');
  const newest = stories.at(-1);
  if (!newest || !random.chance(12)) return [];
  const amount = new Decimal(amountIn(customer.currency, 100 + random.int(9000)));
  const status = random.chance(50) ? 'Posted' : 'Draft';
  return [
    {
      ...memo(customer, context, 'debitMemo', 0, newest.day, amount),
      balance: status === 'Posted' ? 0 : amount.toNumber(),
      dueDate: newest.dueDay,
      reasonCode: 'Charge Dispute',
      status,
    },
  ];
}

function memo(
  customer: ScenarioCustomer,
  context: SeedContext,
  kind: 'creditMemo' | 'debitMemo',
  slot: number,
  day: string,
  amount: Decimal,
) {
  const index = customer.n * SLOTS[kind] + slot;
  return {
    id: context.ids.of(kind, index),
    accountId: customer.ids.subscriptionAccountId,
    currency: customer.currency,
    discountAmount: 0,
    memoDate: day,
    memoNumber: NUMBERS[kind].of(index),
    reversed: false,
    source: 'AdhocFromPrpc',
    sourceType: 'Standalone',
    taxAmount: 0,
    totalAmount: amount.toNumber(),
    totalAmountWithoutTax: amount.toNumber(),
    totalTaxExemptAmount: 0,
    ...context.stamps(customer.n, DOCUMENT_SECOND, Date.parse(`${day}T13:00:00Z`)),
  };
}
