import { Decimal } from 'decimal.js';
import { jsonNumber } from '../../../kernel/json.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { CreditMemo } from '../documents/schemas.js';
import type { ZuoraAccount } from '../model.js';
import { SYSTEM } from '../names.js';
import { queryAll } from '../object-query.js';
import { isVersionSince } from '../writing/minor-version.js';
import { onlyOne } from '../writing/only-one.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { memoPath, readMemo, V1Memo } from './current-memo.js';
import type { CreditMemoApply, CreditMemoCreate } from './inputs.js';

export function planCreate(desk: WriteDesk, input: CreditMemoCreate, account: ZuoraAccount): PlannedCall[] {
  const after = plain(createRequest(desk, input, account));
  return [{ system: SYSTEM, action: 'POST_CreditMemoFromPrpc', target: null, after }];
}

/** Makes a credit memo from charges of the catalog, exactly once for an idempotency key. */
export async function createCreditMemo(
  desk: WriteDesk,
  input: CreditMemoCreate,
  account: ZuoraAccount,
  key: string | null,
): Promise<V1Memo> {
  const body = createRequest(desk, input, account);
  return await desk.once(
    { operation: 'POST_CreditMemoFromPrpc', key, input: plain(body) },
    {
      result: V1Memo,
      replayed: true,
      send: (idempotencyKey) =>
        desk.client.write({
          operation: 'POST_CreditMemoFromPrpc',
          method: 'POST',
          path: '/v1/credit-memos',
          body,
          schema: V1Memo,
          idempotencyKey,
          ...desk.options,
        }),
      find: (since) => findCreated(desk, input, account, since),
    },
  );
}

export const planPost = (key: string) => planned('PUT_PostCreditMemo', key, {});
export const planCancel = (key: string) => planned('PUT_CancelCreditMemo', key, {});
export const planApply = (key: string, input: CreditMemoApply) =>
  planned('PUT_ApplyCreditMemo', key, plain(applyRequest(input)));

/** Puts a draft into the books. */
export function postCreditMemo(desk: WriteDesk, key: string): Promise<V1Memo> {
  return changeStatus(desk, key, { operation: 'PUT_PostCreditMemo', verb: 'post', status: 'Posted' });
}

/** Withdraws a draft. */
export function cancelCreditMemo(desk: WriteDesk, key: string): Promise<V1Memo> {
  return changeStatus(desk, key, { operation: 'PUT_CancelCreditMemo', verb: 'cancel', status: 'Canceled' });
}

/** Applies a posted memo to invoices and debit memos: all of it or nothing. */
export async function applyCreditMemo(desk: WriteDesk, key: string, input: CreditMemoApply): Promise<V1Memo> {
  const before = await readMemo(desk, key);
  const total = Decimal.sum(0, ...[...(input.invoices ?? []), ...(input.debitMemos ?? [])].map(({ amount }) => amount));
  const after = new Decimal(before.appliedAmount ?? '0').plus(total);
  return await desk.once(
    { operation: 'PUT_ApplyCreditMemo', key: null, input: null },
    {
      result: V1Memo,
      send: () =>
        desk.client.write({
          operation: 'PUT_ApplyCreditMemo',
          method: 'PUT',
          path: memoPath(before.id, 'apply'),
          body: applyRequest(input),
          schema: V1Memo,
          ...desk.options,
        }),
      // A PUT has no idempotency key: what is applied by now tells.
      find: async () => {
        const now = await readMemo(desk, key);
        return new Decimal(now.appliedAmount ?? '0').gte(after) ? now : null;
      },
    },
  );
}

async function changeStatus(
  desk: WriteDesk,
  key: string,
  { operation, verb, status }: { operation: string; verb: string; status: string },
): Promise<V1Memo> {
  const before = await readMemo(desk, key);
  return await desk.once(
    { operation, key: null, input: null },
    {
      result: V1Memo,
      send: () =>
        desk.client.write({
          operation,
          method: 'PUT',
          path: memoPath(before.id, verb),
          // Without a body Zuora answers 415.
          body: {},
          schema: V1Memo,
          ...desk.options,
        }),
      find: async () => {
        const now = await readMemo(desk, key);
        return now.status === status ? now : null;
      },
    },
  );
}

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_CreditMemoFromPrpc/ The version decides the names. */
function createRequest({ settings: { apiVersion } }: WriteDesk, input: CreditMemoCreate, account: ZuoraAccount) {
  const chargeField = isVersionSince(apiVersion, '257.0') ? 'productRatePlanChargeId' : 'chargeId';
  const textField = isVersionSince(apiVersion, '257.0') ? 'description' : 'comment';
  const amountField = isVersionSince(apiVersion, '224.0') ? 'amount' : 'memoItemAmount';
  const { effectiveDate, reasonCode, comment, autoPost } = input;
  return given({
    accountId: account.zuoraId,
    effectiveDate,
    reasonCode,
    comment,
    autoPost,
    charges: input.charges.map((charge) =>
      given({
        [chargeField]: charge.productRatePlanChargeId,
        [amountField]: jsonNumber(exact(charge.amount)),
        quantity: charge.quantity && jsonNumber(exact(charge.quantity)),
        [textField]: charge.description,
        serviceStartDate: charge.serviceStartDate,
        serviceEndDate: charge.serviceEndDate,
      }),
    ),
  });
}

/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_ApplyCreditMemo/ */
function applyRequest({ invoices, debitMemos, effectiveDate }: CreditMemoApply) {
  return given({
    effectiveDate,
    invoices: invoices?.map(({ id, amount }) => ({ invoiceId: id, amount: jsonNumber(exact(amount)) })),
    debitMemos: debitMemos?.map(({ id, amount }) => ({ debitMemoId: id, amount: jsonNumber(exact(amount)) })),
  });
}

// Clocks differ, and the memo was made after its request was sent.
const SKEW_MS = 60_000;

/** The memo that an attempt without an answer has made, if just one fits. */
async function findCreated(desk: WriteDesk, input: CreditMemoCreate, account: ZuoraAccount, since: number) {
  const from = new Date(since - SKEW_MS).toISOString();
  const filter = [`accountid.EQ:${account.zuoraId}`, `updateddate.GE:${from}`];
  const rows = await queryAll(
    desk.client,
    { objects: 'credit-memos', operation: 'queryCreditMemos', row: CreditMemo, filter },
    desk.options,
  );
  const total = Decimal.sum(...input.charges.map(({ amount }) => amount));
  const fits = rows.filter((row) => (row.createdDate ?? '') >= from && total.eq(row.totalAmount ?? '0'));
  if (input.comment) {
    // Comments tell apart what is of the same amount.
    const read = await Promise.all(fits.map(({ id }) => readMemo(desk, id)));
    return onlyOne(
      read.filter(({ comment }) => comment === input.comment),
      'credit memos',
    );
  }
  const only = onlyOne(fits, 'credit memos');
  return only && (await readMemo(desk, only.id));
}

function planned(action: string, target: string, after: unknown): PlannedCall[] {
  return [{ system: SYSTEM, action, target, after }];
}

const exact = (amount: string) => amount.replace(/^0+(?=\d)/, '');

function given(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}

/** Plain JSON, for people and for telling one intention from another: exact numbers are no plain values. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
