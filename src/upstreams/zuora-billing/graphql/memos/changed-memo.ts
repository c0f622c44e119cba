import { refusal } from '../../../../kernel/refusal.js';
import type { PlannedCall } from '../../../../schema-kit/mutation.js';
import type { ZuoraCreditMemo } from '../../documents/model.js';
import type { V1Memo } from '../../memos/current-memo.js';
import type { ZuoraBillingSession } from '../../session.js';

export const MEMO_KEY = 'Memo id (32 hexadecimal digits) or memo number.';

export interface MemoAnswer {
  readonly creditMemo: ZuoraCreditMemo | null;
  readonly plan?: readonly PlannedCall[];
}

export async function shownMemo(session: ZuoraBillingSession, key: string): Promise<ZuoraCreditMemo> {
  const memo = await session.documents.creditMemos.find(key);
  if (memo === null) throw refusal('NOT_FOUND', `There is no credit memo ${key}.`, ['key']);
  return memo;
}

/** The memo as Zuora has it now; its account's figures are read again, too. */
export async function changedMemo(session: ZuoraBillingSession, memo: V1Memo): Promise<MemoAnswer> {
  const { id, number, accountId } = memo;
  const { creditMemos, creditMemoItems } = session.documents;
  await Promise.all([creditMemos.changed({ id, number, accountId }), creditMemoItems.drop(id)]);
  const account = await session.accounts.load(accountId);
  await session.desk.accountChanged({ id: accountId, number: account?.accountNumber ?? null });
  return { creditMemo: await creditMemos.find(id) };
}
