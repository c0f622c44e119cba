import { z } from 'zod';
import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import type { ZuoraAccount } from '../model.js';
import { SYSTEM } from '../names.js';
import { queryPage } from '../object-query.js';
import { Text } from '../schemas/wire.js';
import { requireReadable } from '../writing/readable.js';
import type { WriteDesk } from '../writing/write-desk.js';

const Deleted = z.looseObject({ success: z.literal(true), jobId: Text });

/** What Zuora would remove with the account, by its name in Object Query. */
const TRANSACTIONS = [
  ['subscriptions', 'querySubscriptions'],
  ['invoices', 'queryInvoices'],
  ['payments', 'queryPayments'],
  ['usages', 'queryUsages'],
] as const;
/** Refused on tenants without Invoice Settlement. */
const MEMOS = [
  ['credit-memos', 'queryCreditMemos'],
  ['debit-memos', 'queryDebitMemos'],
] as const;

/**
 * Throws a Refusal for an account that anything hangs on: Zuora would remove all of it along with the account, for good.
 * What is made between this look and the deletion is not seen.
 */
export async function requireEmpty(desk: WriteDesk, { zuoraId, accountNumber }: ZuoraAccount): Promise<void> {
  await requireReadable(desk, 'Deleting accounts');
  const kinds = [...TRANSACTIONS, ...((await desk.capabilities.has('invoiceSettlement')) ? MEMOS : [])];
  const filter = [`accountid.EQ:${zuoraId}`];
  const row = z.object({ id: z.string() });
  const held = await Promise.all(
    kinds.map(async ([objects, operation]) => {
      const query = { objects, operation, row, filter, pageSize: 1 };
      return (await queryPage(desk.client, query, null, desk.options)).rows.length > 0 ? [objects] : [];
    }),
  );
  const first = held.flat()[0];
  if (first === undefined) return;
  const message = `Account ${accountNumber} has ${first.replace('-', ' ')}, which Zuora would remove with it.`;
  throw refusal('CONFLICT', message, ['key']);
}

export function planDelete({ accountNumber }: ZuoraAccount): PlannedCall[] {
  return [{ system: SYSTEM, action: 'DELETE_Account', target: accountNumber, after: null }];
}

/**
 * Has Zuora delete an account, which a job of its own does and which leaves the account Canceled. Gives the id of the job;
 * null if the account is found deleted. https://developer.zuora.com/v1-api-reference/api/operation/DELETE_Account/
 */
export async function deleteAccount(desk: WriteDesk, { zuoraId }: ZuoraAccount): Promise<string | null> {
  const { jobId } = await desk.once(
    { operation: 'DELETE_Account', key: null, input: zuoraId },
    {
      result: Deleted,
      send: () =>
        desk.client.write({
          operation: 'DELETE_Account',
          method: 'DELETE',
          path: `/v1/accounts/${encodeURIComponent(zuoraId)}`,
          schema: Deleted,
          ...desk.options,
        }),
      find: async () => {
        const [now] = await desk.queries.accounts('id', [zuoraId], desk.options);
        const gone = now === undefined || /^cancell?ed$/i.test(now.status ?? '');
        return gone ? { success: true as const, jobId: null } : null;
      },
    },
  );
  return jobId;
}
