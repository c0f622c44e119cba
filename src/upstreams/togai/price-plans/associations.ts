import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { listAll } from '../lists.js';
import { SYSTEM } from '../names.js';
import { Schedule } from '../schemas/schedule.js';
import type { TogaiDesk } from '../writing/togai-desk.js';
import type { Association } from './inputs.js';
import { dayOf, isInForce } from './spans.js';

/** https://docs.togai.com/api-reference/schedules/bulk-edit-schedules */
function editBody({ pricePlanId, effectiveFrom, effectiveUntil }: Association): Record<string, unknown> {
  const days = { effectiveFrom, effectiveUntil };
  const edit = pricePlanId
    ? { mode: 'ASSOCIATE', ...days, associationConfig: { pricePlanId } }
    : { mode: 'DISASSOCIATE', ...days };
  return { edits: [edit] };
}

export function associationSteps(input: Association): PlannedCall[] {
  const step = (action: string, after: unknown): PlannedCall => ({
    system: SYSTEM,
    action,
    target: input.accountId,
    after,
  });
  return [step('bulkEditSchedules', editBody(input)), step('finalizeAccountSchedules', {})];
}

/**
 * Puts an account under a price plan for a time, or takes its plans away for it: a draft that is then finalized. On a failure
 * the draft is discarded. A draft that is there before is somebody's work, and the change is refused.
 */
export async function associate(desk: TogaiDesk, input: Association): Promise<void> {
  const path = `/v2/accounts/${encodeURIComponent(input.accountId)}`;
  const schedules = (mode: 'ACTIVE' | 'DRAFT') =>
    listAll(
      desk.client,
      { operation: 'listaccountSchedules', path: `${path}/schedules`, query: { mode }, row: Schedule, pageSize: 50 },
      desk.options,
    );
  const drafts = await schedules('DRAFT');
  // A draft that is just this one is what an attempt before has left.
  const begun = drafts.length > 0 && drafts.every((draft) => isDraftOf(draft, input));
  if (drafts.length > 0 && !begun) {
    const message = `Account ${input.accountId} has a draft of schedules: finalize or discard it in Togai first.`;
    throw refusal('CONFLICT', message, ['input', 'accountId']);
  }
  const step = (operation: string, verb: string, body: object, find: () => Promise<unknown>) =>
    desk.once(
      { operation, key: null, input },
      {
        result: z.unknown(),
        send: () =>
          desk.client.write({
            operation,
            method: 'POST',
            path: `${path}/${verb}`,
            body,
            schema: z.unknown(),
            ...desk.options,
          }),
        find,
      },
    );
  try {
    if (!begun) {
      await step('bulkEditSchedules', 'edit_schedules', editBody(input), async () => {
        // A draft that only takes plans away cannot be seen: made twice it takes away the same.
        const made = await schedules('DRAFT');
        return made.length > 0 ? made : null;
      });
    }
    await step('finalizeAccountSchedules', 'finalize_schedules', {}, async () => {
      const active = await schedules('ACTIVE');
      return isInForce(active, input) ? active : null;
    });
  } catch (error) {
    await discard(desk, path).catch(() => {});
    throw error;
  } finally {
    await desk.schedulesChanged(input.accountId);
  }
}

function isDraftOf({ pricePlanId, startDate, endDate }: Schedule, wanted: Association): boolean {
  const days = dayOf(startDate) === wanted.effectiveFrom && dayOf(endDate) === wanted.effectiveUntil;
  return days && pricePlanId === wanted.pricePlanId;
}

async function discard(desk: TogaiDesk, path: string): Promise<void> {
  try {
    await desk.client.write({
      operation: 'discardAccountSchedules',
      method: 'DELETE',
      path: `${path}/discard_schedules`,
      schema: z.unknown(),
      repeatable: true,
      ...desk.options,
    });
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.code !== 'UPSTREAM_NOT_FOUND') throw error;
  }
}
