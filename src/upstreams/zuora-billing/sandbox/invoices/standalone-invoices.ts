import { Decimal } from 'decimal.js';
import { recordsBy } from '../object-query/search.js';
import { addDays } from '../seed/plain-dates.js';
import type { RecordEditor } from '../state/editor.js';
import type { FieldValue, ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { readDay, requireDay } from '../subscriptions/engine/periods.js';
import { inCurrency } from '../subscriptions/engine/pricing.js';
import { NotPossible } from '../subscriptions/engine/version.js';
import { flag, knownOnly, listOf, need } from '../subscriptions/routes/requests.js';
import { type Body, fieldsOf } from '../v1/body.js';
import { accountByKey } from '../v1/lookup.js';
import { INVOICE_FIELDS, ITEM_FIELDS } from './known-fields.js';

const MOST_ITEMS = 1_000;

/** Invoices of no subscription, and what they do to the account. There are no taxes here. */
export class StandaloneInvoices {
  #numbered = 0;

  constructor(
    private readonly store: Store,
    private readonly edit: RecordEditor,
  ) {}

  /** https://developer.zuora.com/v1-api-reference/api/operation/POST_StandaloneInvoice/ All of it or nothing. */
  create(body: Body): ZuoraRecord {
    knownOnly(body, INVOICE_FIELDS);
    const account = this.#account(body);
    const day = requireDay(body.invoiceDate, 'invoiceDate');
    const status = body.status ?? 'Draft';
    if (status !== 'Draft' && status !== 'Posted') {
      throw new NotPossible('invalidValue', `Invalid value for status: ${String(status)}.`);
    }
    const items = listOf(body, 'invoiceItems');
    if (items.length === 0) throw new NotPossible('missingField', 'Missing required value: invoiceItems');
    if (items.length > MOST_ITEMS) throw new NotPossible('businessRule', `An invoice has at most ${MOST_ITEMS} items.`);
    const currency = String(body.currency ?? account.currency);
    const lines = items.map((item) => this.#line(item, currency));
    const total = Decimal.sum(0, ...lines.map(({ chargeAmount }) => chargeAmount)).toNumber();
    const types = lines.map(({ productRatePlanChargeId: id }) => this.#charge(id)?.chargeType ?? 'OneTime');
    const { time, userId } = this.store.seed.context;
    const invoice = this.edit.add('invoice', {
      accountId: account.id,
      adjustmentAmount: 0,
      amount: total,
      amountWithoutTax: total,
      autoPay: flag(body, 'autoPay') ?? false,
      balance: total,
      comments: typeof body.comments === 'string' ? body.comments : null,
      creditBalanceAdjustmentAmount: 0,
      creditMemoAmount: 0,
      currency,
      dueDate:
        readDay(body.dueDate, 'dueDate') ?? addDays(day, Number(/\d+/.exec(String(account.paymentTerm))?.[0] ?? 0)),
      includesOneTime: types.includes('OneTime'),
      includesRecurring: types.includes('Recurring'),
      includesUsage: types.includes('Usage'),
      invoiceDate: day,
      invoiceNumber: this.#number(body.invoiceNumber),
      paymentAmount: 0,
      postedBy: null,
      postedDate: null,
      refundAmount: 0,
      reversed: false,
      source: 'API',
      sourceType: 'Standalone',
      status,
      targetDate: null,
      taxAmount: 0,
      taxExemptAmount: 0,
      ...fieldsOf(body, {}),
    });
    for (const line of lines) {
      this.edit.add('invoiceItem', {
        ...line,
        accountId: account.id,
        chargeDate: invoice.createdDate ?? null,
        invoiceId: invoice.id,
      });
    }
    if (status === 'Draft') return invoice;
    for (const field of ['totalInvoiceBalance', 'balance']) {
      const now = this.store.get('account', account.id);
      const sum = new Decimal(Number(now?.[field] ?? 0)).plus(total);
      this.edit.update('account', account.id, { [field]: sum.toNumber() });
    }
    return this.edit.update('invoice', invoice.id, {
      postedBy: userId,
      postedDate: time.format(Date.parse(String(invoice.createdDate))),
    });
  }

  #account(body: Body): ZuoraRecord {
    const key = body.accountId ?? body.accountNumber;
    if (typeof key !== 'string') throw new NotPossible('missingField', 'Missing required value: accountId');
    const account = accountByKey(this.store, key);
    if (!account) throw new NotPossible('notFound', `Cannot find entity by key: '${key}'.`);
    return account;
  }

  #line(item: Body, currency: string) {
    knownOnly(item, ITEM_FIELDS);
    need(item, ['amount', 'serviceStartDate']);
    if (typeof item.amount !== 'number') throw new NotPossible('invalidValue', 'The amount must be a number.');
    const charge = this.#charge(item.productRatePlanChargeId);
    if (item.productRatePlanChargeId !== undefined && !charge) {
      throw new NotPossible('invalidValue', `The charge ${String(item.productRatePlanChargeId)} does not exist.`);
    }
    const name = item.chargeName ?? charge?.name;
    if (typeof name !== 'string') throw new NotPossible('missingField', 'Missing required value: chargeName');
    const start = requireDay(item.serviceStartDate, 'serviceStartDate');
    const text = (field: string): FieldValue => (typeof item[field] === 'string' ? (item[field] as string) : null);
    const amount = inCurrency(currency, new Decimal(item.amount));
    const quantity = Number(item.quantity ?? 1);
    return {
      accountingCode: text('accountingCode'),
      balance: 0,
      chargeAmount: amount,
      chargeName: name,
      chargeNumber: null,
      description: text('description'),
      discountAmount: 0,
      excludeItemBillingFromRevenueAccounting: false,
      processingType: '0',
      productRatePlanChargeId: charge?.id ?? null,
      purchaseOrderNumber: text('purchaseOrderNumber'),
      quantity,
      ratePlanChargeId: null,
      ratePlanId: null,
      serviceEndDate: readDay(item.serviceEndDate, 'serviceEndDate') ?? start,
      serviceStartDate: start,
      sKU: text('sku'),
      sourceItemType: charge ? 'ProductRatePlanCharge' : 'InvoiceDetail',
      subscriptionId: null,
      subscriptionNumber: null,
      taxAmount: 0,
      taxExemptAmount: 0,
      uOM: text('uom'),
      unitPrice: typeof item.unitPrice === 'number' ? item.unitPrice : amount / quantity,
      ...fieldsOf(item, {}),
    };
  }

  #charge(id: unknown): ZuoraRecord | undefined {
    return typeof id === 'string' ? this.store.get('productRatePlanCharge', id) : undefined;
  }

  #number(wanted: unknown): string {
    if (wanted === undefined || wanted === null) {
      this.#numbered += 1;
      return `INV${90_000_000 + this.#numbered}`;
    }
    if (typeof wanted !== 'string' || !/^[\w-]{1,32}$/.test(wanted) || /^\d+$/.test(wanted)) {
      throw new NotPossible('invalidValue', `Invalid value for invoiceNumber: ${String(wanted)}.`);
    }
    if (recordsBy(this.store, 'invoice', 'invoiceNumber', wanted, 1).length > 0) {
      throw new NotPossible('businessRule', `The invoice number ${wanted} has been used.`);
    }
    return wanted;
  }
}
