import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { Usage } from '../documents/schemas.js';
import { SYSTEM } from '../names.js';
import { anyOf, isKey, MAX_KEYS, queryAll } from '../object-query.js';
import type { WriteDesk } from '../writing/write-desk.js';

const MOST_IDS = 1_000;
/** Most objects of one action. https://developer.zuora.com/v1-api-reference/api/operation/Action_POSTdelete/ */
const BATCH = 50;

export const UsageIds = z
  .array(z.string().trim().min(1, 'must not be empty').refine(isKey, 'is no id'))
  .min(1, 'must hold at least one id')
  .max(MOST_IDS, `must not hold more than ${MOST_IDS} ids`)
  .check(({ value, issues }) => {
    for (const [at, id] of value.entries()) {
      const first = value.indexOf(id);
      if (first !== at)
        issues.push({ code: 'custom', message: `is the id in place ${first}, too`, path: [at], input: id });
    }
  });

/** What became of one record of many. */
export type DeleteResult = { readonly id: string } | { readonly problem: string };

// The reference has these in lower case, and those of the other actions in PascalCase.
const Rows = z.array(
  z
    .object({
      problem: z.string().nullish(),
      id: z.string().nullish(),
      Id: z.string().nullish(),
      success: z.boolean().nullish(),
      Success: z.boolean().nullish(),
      errors: z.array(z.object({ Message: z.string().nullish() })).nullish(),
      Errors: z.array(z.object({ Message: z.string().nullish() })).nullish(),
    })
    .transform(({ problem, id, Id, success, Success, errors, Errors }): DeleteResult => {
      if (problem != null) return { problem };
      if (success !== false && Success !== false) return { id: id ?? Id ?? '' };
      const said = (errors ?? Errors ?? []).map(({ Message }) => Message).join('; ');
      return { problem: said || 'Zuora Billing refused it without a reason.' };
    }),
);

/** The accounts of the records, by id. Throws a Refusal that names every id that there is not. */
export async function accountsOfUsages(
  desk: WriteDesk,
  ids: readonly string[],
  field: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await existing(desk, ids);
  const missing = [...ids.entries()].filter(([, id]) => !found.has(id));
  if (missing.length === 0) return found;
  throw new Refusal(
    missing.map(([at, id]) => ({
      code: 'NOT_FOUND',
      message: `There is no usage record ${id}.`,
      field: [...field, String(at)],
    })),
  );
}

export function planDeleteMany(ids: readonly string[]): PlannedCall[] {
  return batchesOf(ids, BATCH).map((batch) => ({
    system: SYSTEM,
    action: 'Action_POSTdelete',
    target: null,
    after: { type: 'Usage', ids: batch },
  }));
}

/**
 * Removes usage records that have not been billed, fifty a call. Answers by position. A batch that fails as a whole is
 * thrown only if nothing was removed before it; else its records say so.
 */
export async function deleteUsages(desk: WriteDesk, ids: readonly string[]): Promise<DeleteResult[]> {
  const results: DeleteResult[] = [];
  for (const batch of batchesOf(ids, BATCH)) {
    try {
      results.push(...(await deleteBatch(desk, batch)));
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      // A refusal of a batch of one is about that one.
      const isOwn = batch.length === 1 && error.code === 'UPSTREAM_REJECTED';
      if (results.length === 0 && !isOwn) throw error;
      results.push(...batch.map(() => ({ problem: error.message })));
    }
  }
  return results;
}

function deleteBatch(desk: WriteDesk, ids: readonly string[]): Promise<DeleteResult[]> {
  return desk.once(
    { operation: 'Action_POSTdelete', key: null, input: ids },
    {
      result: Rows,
      replayed: true,
      send: (idempotencyKey) =>
        desk.client.write({
          operation: 'Action_POSTdelete',
          method: 'POST',
          path: '/v1/action/delete',
          body: { type: 'Usage', ids },
          schema: Rows,
          idempotencyKey,
          ...desk.options,
        }),
      find: async () => {
        const left = await existing(desk, ids);
        // Nothing was done: it may be tried again.
        if (left.size === ids.length) return null;
        return ids.map((id) => (left.has(id) ? { problem: 'It was not removed: try this one again.' } : { id }));
      },
    },
  );
}

async function existing(desk: WriteDesk, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const batch of batchesOf(ids, MAX_KEYS)) {
    const filter = [anyOf('id', batch)];
    const query = { objects: 'usages', operation: 'queryUsages', row: Usage, filter };
    for (const { id, accountId } of await queryAll(desk.client, query, desk.options)) found.set(id, accountId);
  }
  return found;
}

function batchesOf<T>(rows: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));
}
