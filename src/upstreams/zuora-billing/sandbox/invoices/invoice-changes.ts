import { Decimal } from 'decimal.js';
import { recordsBy } from '../object-query/search.js';
import type { RecordEditor } from '../state/editor.js';
import type { FieldValue, RecordKind, ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { readDay } from '../subscriptions/engine/periods.js';
import { inCurrency } from '../subscriptions/engine/pricing.js';
import { NotPossible } from '../subscriptions/engine/version.js';
import { knownOnly, listOf, need } from '../subscriptions/routes/requests.js';
import { type Body, fieldsOf } from '../v1/body.js';
import { CHANGED_FIELDS, CHANGED_ITEM_FIELDS, REVERSAL_FIELDS, WRITE_OFF_FIELDS } from './known-fields.js';

// What of an invoice that is posted can still be changed.
const AFTER_POSTING = ['dueDate', 'comments', 'autoPay', 'transferredToAccounting'];
const MOST_ITEMS = 1_000;

/** What becomes of invoices once they are there, and what it does to the account. */
export class InvoiceChanges {
  #memos = 0;

  constructor(
    private readonly store: Store,
    private readonly edit: RecordEditor,
    private readonly today: () => string,
  ) {}

  /** By id or number. */
  find(key: string): ZuoraRecord {
    const found = this.store.get('invoice', key) ?? recordsBy(this.store, 'invoice', 'invoiceNumber', key, 1)[0];
    if (found) return found;
    throw new NotPossible('notFound', `Cannot find entity by key: '${key}'.`);
  }

  /** https://developer.zuora.com/v1-api-reference/api/operation/PUT_UpdateInvoice/ All of it or nothing. */
  update(invoice: ZuoraRecord, body: Body): ZuoraRecord {
    knownOnly(body, CHANGED_FIELDS);
    const late = Object.keys(body).find((name) => !AFTER_POSTING.includes(name) && !name.includes('__'));
    if (invoice.status !== 'Draft' && late !== undefined) {
      throw new NotPossible('businessRule', `${late} of an invoice that is ${invoice.status} cannot be changed.`);
    }
    const items = listOf(body, 'invoiceItems');
    if (items.length > MOST_ITEMS) throw new NotPossible('businessRule', `At most ${MOST_ITEMS} items.`);
    for (const day of ['invoiceDate', 'dueDate']) readDay(body[day], day);
    const lines = items.map((item) => this.#changedLine(invoice, item));
    for (const { id, fields } of lines) this.edit.update('invoiceItem', id, fields);
    const total = Decimal.sum(
      0,
      ...recordsBy(this.store, 'invoiceItem', 'invoiceId', invoice.id, MOST_ITEMS).map(({ chargeAmount }) =>
        Number(chargeAmount),
      ),
    ).toNumber();
    const names = { autoPay: 'autoPay', comments: 'comments', dueDate: 'dueDate', invoiceDate: 'invoiceDate' };
    return this.edit.update('invoice', invoice.id, {
      ...fieldsOf(body, names),
      ...(lines.length > 0 && { amount: total, amountWithoutTax: total, balance: total }),
    });
  }

  post(invoice: ZuoraRecord): ZuoraRecord {
    this.#mustBe(invoice, 'Draft', 'posted');
    this.#owe(invoice, new Decimal(Number(invoice.balance)));
    const { context } = this.store.seed;
    const posted = this.edit.update('invoice', invoice.id, { status: 'Posted', postedBy: context.userId });
    return this.edit.update('invoice', invoice.id, { postedDate: posted.updatedDate });
  }

  cancel(invoice: ZuoraRecord): ZuoraRecord {
    this.#mustBe(invoice, 'Draft', 'canceled');
    return this.edit.update('invoice', invoice.id, { status: 'Canceled' });
  }

  /** Lines go along. */
  delete(invoice: ZuoraRecord): void {
    if (invoice.status === 'Posted') throw new NotPossible('businessRule', 'A posted invoice cannot be deleted.');
    for (const { id } of recordsBy(this.store, 'invoiceItem', 'invoiceId', invoice.id, MOST_ITEMS)) {
      this.edit.remove('invoiceItem', id);
    }
    this.edit.remove('invoice', invoice.id);
  }

  /** Gives the credit memo that did it. */
  reverse(invoice: ZuoraRecord, body: Body): ZuoraRecord {
    knownOnly(body, REVERSAL_FIELDS);
    this.#mustBe(invoice, 'Posted', 'reversed');
    if (invoice.reversed === true) throw new NotPossible('businessRule', 'The invoice has been reversed.');
    if (Number(invoice.amount) <= 0 || invoice.balance !== invoice.amount) {
      throw new NotPossible('businessRule', 'Payments or credit memos are applied to the invoice.');
    }
    const memo = this.#credit(invoice, body);
    this.edit.update('invoice', invoice.id, { reversed: true });
    return memo;
  }

  /** Gives the credit memo that did it. */
  writeOff(invoice: ZuoraRecord, body: Body): ZuoraRecord {
    knownOnly(body, WRITE_OFF_FIELDS);
    this.#mustBe(invoice, 'Posted', 'written off');
    if (Number(invoice.balance) <= 0) throw new NotPossible('businessRule', 'There is nothing left to write off.');
    return this.#credit(invoice, body);
  }

  /** A posted memo of all that is open, applied at once. */
  #credit(invoice: ZuoraRecord, body: Body): ZuoraRecord {
    const amount = new Decimal(Number(invoice.balance));
    const day = readDay(body.memoDate, 'memoDate') ?? this.today();
    this.#memos += 1;
    const memo = this.edit.add('creditMemo', {
      accountId: invoice.accountId ?? null,
      appliedAmount: amount.toNumber(),
      autoApplyUponPosting: true,
      balance: 0,
      currency: invoice.currency ?? null,
      discountAmount: 0,
      excludeFromAutoApplyRules: false,
      invoiceId: invoice.id,
      memoDate: day,
      memoNumber: `CM${String(95_000_000 + this.#memos)}`,
      reasonCode: typeof body.reasonCode === 'string' ? body.reasonCode : 'Correcting invoice error',
      refundAmount: 0,
      reversed: false,
      source: 'AdhocFromInvoice',
      sourceType: 'Invoice',
      status: 'Posted',
      taxAmount: 0,
      totalAmount: amount.toNumber(),
      totalAmountWithoutTax: amount.toNumber(),
      totalTaxExemptAmount: 0,
    });
    this.edit.add('creditMemoApplication', {
      accountId: invoice.accountId ?? null,
      amount: amount.toNumber(),
      creditMemoId: memo.id,
      debitMemoId: null,
      effectiveDate: readDay(body.applyEffectiveDate, 'applyEffectiveDate') ?? day,
      invoiceId: invoice.id,
    });
    this.edit.update('invoice', invoice.id, {
      balance: 0,
      creditMemoAmount: amount.plus(Number(invoice.creditMemoAmount ?? 0)).toNumber(),
    });
    this.#owe(invoice, amount.neg());
    return memo;
  }

  #changedLine(invoice: ZuoraRecord, item: Body): { id: string; fields: Record<string, FieldValue> } {
    knownOnly(item, CHANGED_ITEM_FIELDS);
    need(item, ['id']);
    const line = this.store.get('invoiceItem', String(item.id));
    if (line?.invoiceId !== invoice.id) {
      throw new NotPossible('invalidValue', `The invoice has no item ${String(item.id)}.`);
    }
    const names = { description: 'description', quantity: 'quantity', unitPrice: 'unitPrice' };
    const days = { serviceStartDate: 'serviceStartDate', serviceEndDate: 'serviceEndDate' };
    for (const day of Object.keys(days)) readDay(item[day], day);
    const { amount } = item;
    if (amount !== undefined && typeof amount !== 'number') {
      throw new NotPossible('invalidValue', 'The amount must be a number.');
    }
    const chargeAmount = amount === undefined ? null : inCurrency(String(invoice.currency), new Decimal(amount));
    return {
      id: line.id,
      fields: { ...fieldsOf(item, { ...names, ...days }), ...(chargeAmount !== null && { chargeAmount }) },
    };
  }

  #owe({ accountId }: ZuoraRecord, amount: Decimal): void {
    for (const field of ['totalInvoiceBalance', 'balance']) this.#add('account', String(accountId), field, amount);
  }

  #add(kind: RecordKind, id: string, field: string, amount: Decimal): void {
    const sum = new Decimal(Number(this.store.get(kind, id)?.[field] ?? 0)).plus(amount);
    this.edit.update(kind, id, { [field]: sum.toNumber() });
  }

  #mustBe(invoice: ZuoraRecord, status: string, what: string): void {
    if (invoice.status === status) return;
    throw new NotPossible('businessRule', `Only an invoice in status ${status} can be ${what}.`);
  }
}
