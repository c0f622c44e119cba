import type { ScenarioCustomer } from '../../../../sandbox-kit/scenario.js';
import type { ZuoraRecord } from '../../state/record.js';
import type { SeedContext } from '../context.js';
import { SLOTS } from './slots.js';

const MEMO = { creditMemoItem: 'creditMemoId', debitMemoItem: 'debitMemoId' } as const;

/** One line for each memo, over its whole amount. */
export function memoItemRecords(
  { n }: ScenarioCustomer,
  context: SeedContext,
  kind: keyof typeof MEMO,
  memos: readonly ZuoraRecord[],
): ZuoraRecord[] {
  return memos.map((memo, place) => ({
    id: context.ids.of(kind, n * SLOTS[kind] + place),
    amount: memo.totalAmount ?? null,
    amountWithoutTax: memo.totalAmountWithoutTax ?? null,
    chargeDate: memo.createdDate ?? null,
    chargeName: 'Goodwill',
    createdById: memo.createdById ?? null,
    createdDate: memo.createdDate ?? null,
    quantity: 1,
    serviceEndDate: memo.memoDate ?? null,
    serviceStartDate: memo.memoDate ?? null,
    taxAmount: 0,
    unitOfMeasure: null,
    updatedById: memo.updatedById ?? null,
    updatedDate: memo.updatedDate,
    [MEMO[kind]]: memo.id,
  }));
}
