import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { refusal } from '../../../kernel/refusal.js';
import { Amount, Text } from '../schemas/wire.js';
import { requireReadable } from '../writing/readable.js';
import type { WriteDesk } from '../writing/write-desk.js';

/** https://developer.zuora.com/v1-api-reference/api/operation/GET_CreditMemo/ */
export const V1Memo = z.object({
  id: z.string(),
  number: z.string(),
  accountId: z.string(),
  status: Text,
  currency: Text,
  amount: Amount,
  appliedAmount: Amount,
  unappliedAmount: Amount,
  comment: Text,
});
export type V1Memo = z.infer<typeof V1Memo>;

/** The memo as Zuora has it at this moment, past every cache; by id or number. Null if there is none. */
export async function currentMemo(desk: WriteDesk, key: string): Promise<V1Memo | null> {
  try {
    return await desk.client.read({
      operation: 'GET_CreditMemo',
      path: memoPath(key),
      schema: V1Memo,
      ...desk.options,
    });
  } catch (error) {
    if (error instanceof UpstreamError && error.code === 'UPSTREAM_NOT_FOUND') return null;
    throw error;
  }
}

/** Throws a Refusal if there is no such memo. */
export async function readMemo(desk: WriteDesk, key: string): Promise<V1Memo> {
  const memo = await currentMemo(desk, key);
  if (memo === null) throw refusal('NOT_FOUND', `There is no credit memo ${key}.`, ['key']);
  return memo;
}

/** Throws a Refusal on tenants that have no memos: ask it before anything else. */
export async function requireSettlement(desk: WriteDesk): Promise<void> {
  await requireReadable(desk, 'Changing credit memos');
  if (await desk.capabilities.has('invoiceSettlement')) return;
  throw refusal('UNSUPPORTED', 'Credit memos need Invoice Settlement, which this tenant does not have.');
}

export function memoPath(key: string, verb?: string): string {
  return `/v1/credit-memos/${encodeURIComponent(key)}${verb ? `/${verb}` : ''}`;
}
