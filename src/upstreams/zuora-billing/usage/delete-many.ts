import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { SYSTEM } from '../names.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { ActionRows, batchesOf, existingUsages, inBatches, type UsageResult } from './batches.js';

export function planDeleteMany(ids: readonly string[]): PlannedCall[] {
  return batchesOf(ids).map((batch) => ({
    system: SYSTEM,
    action: 'Action_POSTdelete',
    target: null,
    after: { type: 'Usage', ids: batch },
  }));
}

/**
 * Removes usage records that have not been billed, fifty a call. Answers by position.
 * https://developer.zuora.com/v1-api-reference/api/operation/Action_POSTdelete/
 */
export function deleteUsages(desk: WriteDesk, ids: readonly string[]): Promise<UsageResult[]> {
  return inBatches(ids, (batch) => deleteBatch(desk, batch));
}

function deleteBatch(desk: WriteDesk, ids: readonly string[]): Promise<UsageResult[]> {
  return desk.once(
    { operation: 'Action_POSTdelete', key: null, input: ids },
    {
      result: ActionRows,
      replayed: true,
      send: (idempotencyKey) =>
        desk.client.write({
          operation: 'Action_POSTdelete',
          method: 'POST',
          path: '/v1/action/delete',
          body: { type: 'Usage', ids },
          schema: ActionRows,
          idempotencyKey,
          ...desk.options,
        }),
      find: async () => {
        const left = await existingUsages(desk, ids);
        // Nothing was done: it may be tried again.
        if (left.size === ids.length) return null;
        return ids.map((id) => (left.has(id) ? { problem: 'It was not removed: try this one again.' } : { id }));
      },
    },
  );
}
