import { Decimal } from 'decimal.js';
import { recordsBy } from '../object-query/search.js';
import type { RecordEditor } from '../state/editor.js';
import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { readDay } from '../subscriptions/engine/periods.js';
import { inCurrency } from '../subscriptions/engine/pricing.js';
import { NotPossible } from '../subscriptions/engine/version.js';
import { knownOnly, listOf, need } from '../subscriptions/routes/requests.js';
import { type Body, fieldsOf } from '../v1/body.js';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

// https://developer.zuora.com/v1-api-reference/api/operation/PUT_UpdateCreditMemo/
const CHANGED_FIELDS = words(`
  autoApplyUponPosting comment effectiveDate excludeFromAutoApplyRules items reasonCode transferredToAccounting
`);
const CHANGED_ITEM_FIELDS = words(`
  id amount comment excludeItemBillingFromRevenueAccounting financeInformation quantity serviceEndDate serviceStartDate
  skuName taxItems unitOfMeasure
`);
// What of a memo that is posted can still be changed.
const AFTER_POSTING = ['comment', 'excludeFromAutoApplyRules', 'reasonCode', 'transferredToAccounting'];
const MOST_ITEMS = 1_000;

/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_UpdateCreditMemo/ All of it or nothing. */
export function updateMemo(store: Store, edit: RecordEditor, memo: ZuoraRecord, body: Body): ZuoraRecord {
  knownOnly(body, CHANGED_FIELDS);
  const late = Object.keys(body).find((name) => !AFTER_POSTING.includes(name) && !name.includes('__'));
  if (memo.status === 'Canceled' || (memo.status !== 'Draft' && late !== undefined)) {
    throw new NotPossible('businessRule', `A credit memo that is ${memo.status} cannot be changed so.`);
  }
  readDay(body.effectiveDate, 'effectiveDate');
  const lines = listOf(body, 'items').map((item) => changedLine(store, memo, item));
  for (const { id, fields } of lines) edit.update('creditMemoItem', id, fields);
  const total = Decimal.sum(
    0,
    ...recordsBy(store, 'creditMemoItem', 'creditMemoId', memo.id, MOST_ITEMS).map(({ amount }) => Number(amount)),
  ).toNumber();
  const names = {
    autoApplyUponPosting: 'autoApplyUponPosting',
    comment: 'comments',
    effectiveDate: 'memoDate',
    excludeFromAutoApplyRules: 'excludeFromAutoApplyRules',
    reasonCode: 'reasonCode',
    transferredToAccounting: 'transferredToAccounting',
  };
  return edit.update('creditMemo', memo.id, {
    ...fieldsOf(body, names),
    ...(lines.length > 0 && { totalAmount: total, totalAmountWithoutTax: total, balance: total }),
  });
}

/** https://developer.zuora.com/v1-api-reference/api/operation/DELETE_CreditMemo/ Lines go along. */
export function deleteMemo(store: Store, edit: RecordEditor, memo: ZuoraRecord): void {
  if (memo.status !== 'Canceled') {
    throw new NotPossible('businessRule', 'Only a credit memo in status Canceled can be deleted.');
  }
  for (const { id } of recordsBy(store, 'creditMemoItem', 'creditMemoId', memo.id, MOST_ITEMS)) {
    edit.remove('creditMemoItem', id);
  }
  edit.remove('creditMemo', memo.id);
}

function changedLine(store: Store, memo: ZuoraRecord, item: Body) {
  knownOnly(item, CHANGED_ITEM_FIELDS);
  need(item, ['id']);
  const line = store.get('creditMemoItem', String(item.id));
  if (line?.creditMemoId !== memo.id) {
    throw new NotPossible('invalidValue', `The credit memo has no item ${String(item.id)}.`);
  }
  for (const day of ['serviceStartDate', 'serviceEndDate']) readDay(item[day], day);
  const { amount } = item;
  if (amount !== undefined && (typeof amount !== 'number' || amount <= 0)) {
    throw new NotPossible('invalidValue', 'The amount must be greater than 0.');
  }
  const changed = amount === undefined ? null : inCurrency(String(memo.currency), new Decimal(amount));
  const names = {
    comment: 'comment',
    quantity: 'quantity',
    serviceEndDate: 'serviceEndDate',
    serviceStartDate: 'serviceStartDate',
    unitOfMeasure: 'unitOfMeasure',
  };
  return {
    id: line.id,
    fields: {
      ...fieldsOf(item, names),
      ...(changed !== null && { amount: changed, amountWithoutTax: changed }),
    },
  };
}
