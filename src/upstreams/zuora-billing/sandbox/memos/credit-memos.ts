import { Decimal } from 'decimal.js';
import type { FastifyRequest } from 'fastify';
import { CATEGORY, refuseV1 } from '../access/errors.js';
import type { RecordEditor } from '../state/editor.js';
import type { RecordKind, ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { type Body, fieldsOf, require } from '../v1/body.js';
import { accountByKey } from '../v1/lookup.js';

interface Application {
  readonly kind: 'invoice' | 'debitMemo';
  readonly document: ZuoraRecord;
  readonly amount: Decimal;
}

/** The credit memos of the tenant and what they do to balances. */
export class CreditMemos {
  #numbered = 0;

  constructor(
    private readonly store: Store,
    private readonly edit: RecordEditor,
    private readonly today: () => string,
  ) {}

  /** https://developer.zuora.com/v1-api-reference/api/operation/POST_CreditMemoFromPrpc/ */
  create(request: FastifyRequest, body: Body): ZuoraRecord {
    const key = body.accountId ?? body.accountNumber;
    const account = typeof key === 'string' ? accountByKey(this.store, key) : undefined;
    if (!account) throw refuseV1(request, CATEGORY.notFound, `Cannot find entity by key: '${String(key)}'.`);
    const { charges } = body;
    if (!Array.isArray(charges) || charges.length === 0) {
      throw refuseV1(request, CATEGORY.missingField, 'Missing required value: charges');
    }
    const lines = charges.map((charge: Body) => this.#line(request, charge));
    const total = Decimal.sum(...lines.map(({ amount }) => amount));
    this.#numbered += 1;
    const memo = this.edit.add('creditMemo', {
      accountId: account.id,
      appliedAmount: 0,
      autoApplyUponPosting: false,
      balance: total.toNumber(),
      currency: String(body.currency ?? account.currency),
      discountAmount: 0,
      excludeFromAutoApplyRules: false,
      invoiceId: null,
      memoDate: String(body.effectiveDate ?? this.today()),
      memoNumber: `CM${String(90_000_000 + this.#numbered)}`,
      reasonCode: typeof body.reasonCode === 'string' ? body.reasonCode : 'Correcting invoice error',
      refundAmount: 0,
      reversed: false,
      source: 'AdhocFromPrpc',
      sourceType: 'Standalone',
      status: 'Draft',
      taxAmount: 0,
      totalAmount: total.toNumber(),
      totalAmountWithoutTax: total.toNumber(),
      totalTaxExemptAmount: 0,
      ...fieldsOf(body, { comment: 'comments', excludeFromAutoApplyRules: 'excludeFromAutoApplyRules' }),
    });
    for (const { charge, amount, quantity, served } of lines) {
      this.edit.add('creditMemoItem', {
        amount: amount.toNumber(),
        amountWithoutTax: amount.toNumber(),
        chargeName: charge.name ?? null,
        creditMemoId: memo.id,
        productRatePlanChargeId: charge.id,
        quantity,
        serviceEndDate: served.until ?? memo.memoDate ?? null,
        serviceStartDate: served.from ?? memo.memoDate ?? null,
        taxAmount: 0,
      });
    }
    return body.autoPost === true ? this.post(request, memo) : memo;
  }

  post(request: FastifyRequest, memo: ZuoraRecord): ZuoraRecord {
    this.#mustBe(request, memo, 'Draft', 'posted');
    const account = this.store.get('account', String(memo.accountId));
    if (account) this.#add('account', account, 'unappliedCreditMemoAmount', new Decimal(Number(memo.balance)));
    return this.edit.update('creditMemo', memo.id, { status: 'Posted' });
  }

  cancel(request: FastifyRequest, memo: ZuoraRecord): ZuoraRecord {
    this.#mustBe(request, memo, 'Draft', 'canceled');
    return this.edit.update('creditMemo', memo.id, { status: 'Canceled' });
  }

  /** All or nothing: every application is looked at before the first is made. */
  apply(request: FastifyRequest, memo: ZuoraRecord, body: Body): ZuoraRecord {
    this.#mustBe(request, memo, 'Posted', 'applied');
    const applications = [
      ...this.#applications(request, body.invoices, 'invoice', 'invoiceId'),
      ...this.#applications(request, body.debitMemos, 'debitMemo', 'debitMemoId'),
    ];
    if (applications.length === 0) throw refuseV1(request, CATEGORY.missingField, 'Missing required value: invoices');
    const total = Decimal.sum(...applications.map(({ amount }) => amount));
    if (total.gt(Number(memo.balance))) {
      throw refuseV1(
        request,
        CATEGORY.businessRule,
        'The applied amount is greater than what is unapplied of the memo.',
      );
    }
    for (const { document, amount } of applications) {
      if (document.accountId !== memo.accountId) {
        throw refuseV1(request, CATEGORY.businessRule, 'The document belongs to another account.');
      }
      if (document.status !== 'Posted') throw refuseV1(request, CATEGORY.businessRule, 'The document is not posted.');
      if (amount.gt(Number(document.balance))) {
        throw refuseV1(
          request,
          CATEGORY.businessRule,
          'The applied amount is greater than the balance of the document.',
        );
      }
    }
    for (const {
      kind,
      document: { id },
      amount,
    } of applications) {
      // Read again: one document may be named twice.
      const document = this.store.get(kind, id);
      if (!document) continue;
      const after = this.#add(kind, document, 'balance', amount.neg());
      if (kind === 'invoice') this.#add(kind, after, 'creditMemoAmount', amount);
      this.edit.add('creditMemoApplication', {
        accountId: memo.accountId ?? null,
        amount: amount.toNumber(),
        creditMemoId: memo.id,
        debitMemoId: kind === 'debitMemo' ? id : null,
        effectiveDate: String(body.effectiveDate ?? this.today()),
        invoiceId: kind === 'invoice' ? id : null,
      });
      const account = this.store.get('account', String(memo.accountId));
      if (account) {
        const open = kind === 'invoice' ? 'totalInvoiceBalance' : 'totalDebitMemoBalance';
        const lower = this.#add('account', account, open, amount.neg());
        this.#add('account', lower, 'unappliedCreditMemoAmount', amount.neg());
      }
    }
    return this.edit.update('creditMemo', memo.id, {
      balance: new Decimal(Number(memo.balance)).minus(total).toNumber(),
      appliedAmount: new Decimal(Number(memo.appliedAmount)).plus(total).toNumber(),
    });
  }

  #line(request: FastifyRequest, body: Body) {
    const key = body.productRatePlanChargeId ?? body.chargeId;
    const charge = typeof key === 'string' ? this.store.get('productRatePlanCharge', key) : undefined;
    if (!charge) throw refuseV1(request, CATEGORY.invalidValue, `The charge ${String(key)} does not exist.`);
    const amount = new Decimal(Number(body.amount ?? body.memoItemAmount ?? 0));
    if (amount.lte(0)) throw refuseV1(request, CATEGORY.invalidValue, 'The amount must be greater than 0.');
    const day = (value: unknown) => (typeof value === 'string' ? value : null);
    const served = { from: day(body.serviceStartDate), until: day(body.serviceEndDate) };
    return { charge, amount, quantity: Number(body.quantity ?? 1), served };
  }

  #applications(request: FastifyRequest, given: unknown, kind: 'invoice' | 'debitMemo', field: string): Application[] {
    if (!Array.isArray(given)) return [];
    return given.map((each: Body) => {
      require(request, each, [field, 'amount']);
      const document = this.store.get(kind, String(each[field]));
      if (!document) throw refuseV1(request, CATEGORY.notFound, `Cannot find entity by key: '${String(each[field])}'.`);
      return { kind, document, amount: new Decimal(Number(each.amount)) };
    });
  }

  #add(kind: RecordKind, record: ZuoraRecord, field: string, amount: Decimal): ZuoraRecord {
    return this.edit.update(kind, record.id, {
      [field]: new Decimal(Number(record[field] ?? 0)).plus(amount).toNumber(),
    });
  }

  #mustBe(request: FastifyRequest, memo: ZuoraRecord, status: string, what: string): void {
    if (memo.status === status) return;
    throw refuseV1(request, CATEGORY.businessRule, `Only a credit memo in status ${status} can be ${what}.`);
  }
}
