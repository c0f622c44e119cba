import type { IntendedAccount, IntendedMemo } from './intended.js';
import { anyOf, type SoakContext, type SoakOperation, send } from './send.js';

export const memoCreate: SoakOperation = {
  match: 'POST /v1/credit-memos',
  run(context) {
    const account = anyOf(context.intended.accounts, context.random);
    return account && addMemo(context, account);
  },
};
async function addMemo(context: SoakContext, account: IntendedAccount): Promise<void> {
  const { name, chargeId, intended, random } = context;
  const amount = 1 + random.int(10_000);
  const decimal = (amount / 100).toFixed(2);
  const { creditMemo } = await send<{ creditMemo: { zuoraId: string } }>(
    context,
    `mutation ($input: ZuoraCreditMemoCreateInput!, $key: String) {
      payload: zuoraCreditMemoCreate(input: $input, idempotencyKey: $key) {
        creditMemo { zuoraId } userErrors { message }
      }
    }`,
    {
      key: name,
      input: { accountKey: account.number, charges: [{ productRatePlanChargeId: chargeId, amount: decimal }] },
    },
  );
  const { zuoraId: id } = creditMemo;
  intended.memos.set(name, { id, accountNumber: account.number, amount, status: 'Draft' });
}

export const memoDecide: SoakOperation = {
  match: 'PUT /v1/credit-memos/**',
  run(context) {
    const drafts = new Map([...context.intended.memos].filter(([, { status, busy }]) => status === 'Draft' && !busy));
    const memo = anyOf(drafts, context.random);
    return memo && decide(context, memo);
  },
};
async function decide(context: SoakContext, memo: IntendedMemo): Promise<void> {
  const posted = context.random.chance(70);
  // Taken before it is sent, so that nobody else picks the same draft.
  memo.status = posted ? 'Posted' : 'Canceled';
  memo.busy = true;
  await send(
    context,
    `mutation ($id: String!) {
      payload: ${posted ? 'zuoraCreditMemoPost' : 'zuoraCreditMemoCancel'}(key: $id) { userErrors { message } }
    }`,
    { id: memo.id },
  );
  memo.busy = false;
}

export const memoUpdate: SoakOperation = {
  match: 'PUT /v1/credit-memos/*',
  run(context) {
    const drafts = [...context.intended.memos].filter(([, { status, busy }]) => status === 'Draft' && !busy);
    const memo = anyOf(new Map(drafts), context.random);
    return memo && update(context, memo);
  },
};
async function update(context: SoakContext, memo: IntendedMemo): Promise<void> {
  memo.busy = true;
  await send(
    context,
    `mutation ($id: String!, $input: ZuoraCreditMemoUpdateInput!) {
      payload: zuoraCreditMemoUpdate(key: $id, input: $input) { userErrors { message } }
    }`,
    { id: memo.id, input: { reasonCode: context.name } },
  );
  memo.reasonCode = context.name;
  memo.busy = false;
}

export const memoDelete: SoakOperation = {
  match: 'DELETE /v1/credit-memos/*',
  run(context) {
    const withdrawn = [...context.intended.memos].filter(([, { status, busy }]) => status === 'Canceled' && !busy);
    const memo = anyOf(new Map(withdrawn), context.random);
    return memo && remove(context, memo);
  },
};
async function remove(context: SoakContext, memo: IntendedMemo): Promise<void> {
  memo.status = 'Deleted';
  await send(
    context,
    'mutation ($id: String!) { payload: zuoraCreditMemoDelete(key: $id) { userErrors { message } } }',
    {
      id: memo.id,
    },
  );
}
