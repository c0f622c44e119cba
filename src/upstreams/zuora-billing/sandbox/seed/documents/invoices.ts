import type { ScenarioCustomer } from '../../../../sandbox-kit/scenario.js';
import type { ZuoraRecord } from '../../state/record.js';
import type { SeedContext } from '../context.js';
import { NUMBERS } from '../ids.js';
import type { ItemStory } from './invoice-items.js';
import type { InvoiceStory } from './invoice-stories.js';
import { ITEM_SLOTS, SLOTS } from './slots.js';

export const DOCUMENT_SECOND = 55;
const NOON = 'T12:00:00Z';

export const invoiceIdOf = ({ n }: ScenarioCustomer, context: SeedContext, slot: number): string =>
  context.ids.of('invoice', n * SLOTS.invoice + slot);

export function invoiceRecord(customer: ScenarioCustomer, context: SeedContext, story: InvoiceStory): ZuoraRecord {
  const { status, day, paid, credited, tax, amountWithoutTax } = story;
  const amount = amountWithoutTax.plus(tax);
  const posted = status === 'Posted';
  const stamps = context.stamps(customer.n, DOCUMENT_SECOND, Date.parse(`${day}${NOON}`));
  const billed = (type: string) => story.items.some(({ charge }) => charge?.chargeType === type);
  return {
    id: invoiceIdOf(customer, context, story.slot),
    accountId: customer.ids.subscriptionAccountId,
    adjustmentAmount: 0,
    amount: amount.toNumber(),
    amountWithoutTax: amountWithoutTax.toNumber(),
    autoPay: false,
    balance: amount.minus(paid).minus(credited).toNumber(),
    comments: story.slot % 10 === 3 ? 'Sent on paper as "agreed".' : null,
    creditBalanceAdjustmentAmount: 0,
    creditMemoAmount: credited.toNumber(),
    currency: customer.currency,
    dueDate: story.dueDay,
    includesOneTime: billed('OneTime'),
    includesRecurring: billed('Recurring'),
    includesUsage: billed('Usage'),
    invoiceDate: day,
    invoiceNumber: NUMBERS.invoice.of(customer.n * SLOTS.invoice + story.slot),
    paymentAmount: paid.toNumber(),
    postedBy: posted ? context.userId : null,
    postedDate: posted ? stamps.createdDate : null,
    refundAmount: 0,
    reversed: story.reversed,
    source: 'BillRun',
    sourceType: story.items.every(({ charge }) => charge === null) ? 'Standalone' : 'Subscription',
    status,
    targetDate: day,
    taxAmount: tax.toNumber(),
    taxExemptAmount: 0,
    ...stamps,
  };
}

export function itemRecords(customer: ScenarioCustomer, context: SeedContext, story: InvoiceStory): ZuoraRecord[] {
  const index = (customer.n * SLOTS.invoice + story.slot) * ITEM_SLOTS;
  const stamps = context.stamps(customer.n, DOCUMENT_SECOND, Date.parse(`${story.day}${NOON}`));
  const common = {
    accountId: customer.ids.subscriptionAccountId,
    chargeDate: stamps.createdDate,
    invoiceId: invoiceIdOf(customer, context, story.slot),
    ...stamps,
  };
  return story.items.map((item, place) => ({
    id: context.ids.of('invoiceItem', index + place),
    ...lineOf(item),
    ...common,
  }));
}

function lineOf({ charge, ...item }: ItemStory) {
  return {
    balance: 0,
    chargeAmount: item.amount.toNumber(),
    chargeName: item.name,
    chargeNumber: charge?.chargeNumber ?? null,
    discountAmount: 0,
    excludeItemBillingFromRevenueAccounting: false,
    processingType: '0',
    productRatePlanChargeId: charge?.productRatePlanChargeId ?? null,
    quantity: item.quantity.toNumber(),
    ratePlanChargeId: charge?.id ?? null,
    ratePlanId: charge?.ratePlanId ?? null,
    serviceEndDate: item.until,
    serviceStartDate: item.from,
    sourceItemType: charge === null ? 'InvoiceDetail' : 'SubscriptionComponent',
    subscriptionId: charge?.subscriptionId ?? null,
    subscriptionNumber: item.subscriptionNumber,
    taxAmount: item.tax.toNumber(),
    taxExemptAmount: 0,
    uOM: charge?.uOM ?? null,
    unitPrice: item.unitPrice.toNumber(),
  };
}
