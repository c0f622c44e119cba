import { recordIndex } from '../../../../sandbox-kit/scenario.js';
import type { ZuoraRecord } from '../../state/record.js';
import type { SeedContext } from '../context.js';

/** What the memos that are applied were applied to: their invoice, on the day of the memo. */
export function memoApplicationRecords(context: SeedContext, memos: readonly ZuoraRecord[]): ZuoraRecord[] {
  return memos
    .filter(({ appliedAmount }) => Number(appliedAmount) > 0)
    .map((memo) => ({
      id: context.ids.of('creditMemoApplication', recordIndex(context.ids.seed, 'creditMemo', memo.id) ?? 0),
      accountId: memo.accountId ?? null,
      amount: memo.appliedAmount ?? null,
      createdById: memo.createdById ?? null,
      createdDate: memo.createdDate ?? null,
      creditMemoId: memo.id,
      debitMemoId: null,
      effectiveDate: memo.memoDate ?? null,
      invoiceId: memo.invoiceId ?? null,
      updatedById: memo.updatedById ?? null,
      updatedDate: memo.updatedDate,
    }));
}
