import { jsonNumber } from '../../../kernel/json.js';
import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { Done } from '../accounts/schemas.js';
import { SYSTEM } from '../names.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { currentMemo, memoPath, V1Memo } from './current-memo.js';
import type { CreditMemoUpdate } from './inputs.js';

export function planUpdate(memo: V1Memo, input: CreditMemoUpdate): PlannedCall[] {
  const after = JSON.parse(JSON.stringify(updateRequest(input)));
  return [{ system: SYSTEM, action: 'PUT_UpdateCreditMemo', target: memo.number, after }];
}

/** Changes what the input has and nothing else. Lines are told by their ids, so that a second time leaves the same. */
export async function updateCreditMemo(desk: WriteDesk, { id }: V1Memo, input: CreditMemoUpdate): Promise<V1Memo> {
  return await desk.client.write({
    operation: 'PUT_UpdateCreditMemo',
    method: 'PUT',
    path: memoPath(id),
    body: updateRequest(input),
    schema: V1Memo,
    repeatable: true,
    ...desk.options,
  });
}

/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_UpdateCreditMemo/ An empty text empties the field. */
function updateRequest(input: CreditMemoUpdate): Record<string, unknown> {
  const { items, customFields, comment, reasonCode, ...same } = input;
  const body = defined({
    ...same,
    comment: emptied(comment),
    reasonCode: emptied(reasonCode),
    items: items?.map(({ amount, quantity, comment: remark, customFields: own, ...item }) =>
      defined({
        ...item,
        amount: amount == null ? null : number(amount),
        quantity: quantity == null ? null : number(quantity),
        comment: emptied(remark),
        ...allEmptied(own),
      }),
    ),
    ...allEmptied(customFields),
  });
  if (Object.keys(body).length === 0) throw refusal('INVALID', 'There is nothing to change.', ['input']);
  return body;
}

export function planDelete(memo: V1Memo): PlannedCall[] {
  return [{ system: SYSTEM, action: 'DELETE_CreditMemo', target: memo.number, after: null }];
}

/** Removes a canceled memo. https://developer.zuora.com/v1-api-reference/api/operation/DELETE_CreditMemo/ */
export async function deleteCreditMemo(desk: WriteDesk, { id }: V1Memo): Promise<void> {
  await desk.once(
    { operation: 'DELETE_CreditMemo', key: null, input: id },
    {
      result: Done,
      send: () =>
        desk.client.write({
          operation: 'DELETE_CreditMemo',
          method: 'DELETE',
          path: memoPath(id),
          schema: Done,
          ...desk.options,
        }),
      find: async () => ((await currentMemo(desk, id)) === null ? { success: true as const } : null),
    },
  );
}

/** As JSON writes numbers: no zeros in front. */
const number = (text: string) => jsonNumber(text.replace(/^0+(?=\d)/, ''));

const emptied = (text: string | null | undefined) => (text === null ? '' : text);

function allEmptied(fields: Readonly<Record<string, unknown>> | null | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields ?? {}).map(([name, value]) => [name, value ?? '']));
}

function defined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}
