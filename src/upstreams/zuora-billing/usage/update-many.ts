import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { SYSTEM } from '../names.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { ActionRows, batchesOf, inBatches, type UsageResult } from './batches.js';
import type { UsageChange } from './inputs.js';
import { usageChanges } from './requests.js';

export function planUpdateMany(changes: readonly UsageChange[]): PlannedCall[] {
  return batchesOf(changes).map((batch) => ({
    system: SYSTEM,
    action: 'Action_POSTupdate',
    target: null,
    after: JSON.parse(JSON.stringify(requestOf(batch))),
  }));
}

/**
 * Changes usage records that have not been billed, fifty a call. Answers by position. The same values again leave the
 * same, so that a call whose answer was lost is sent again.
 * https://developer.zuora.com/v1-api-reference/api/operation/Action_POSTupdate/
 */
export function updateUsages(desk: WriteDesk, changes: readonly UsageChange[]): Promise<UsageResult[]> {
  return inBatches(changes, (batch) =>
    desk.client.write({
      operation: 'Action_POSTupdate',
      method: 'POST',
      path: '/v1/action/update',
      body: requestOf(batch),
      schema: ActionRows,
      repeatable: true,
      ...desk.options,
    }),
  );
}

function requestOf(changes: readonly UsageChange[]) {
  return { type: 'Usage', objects: changes.map((change) => ({ Id: change.id, ...usageChanges(change) })) };
}
