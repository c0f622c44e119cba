import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { Refusal } from '../../../kernel/refusal.js';
import { Usage } from '../documents/schemas.js';
import { anyOf, MAX_KEYS, queryAll } from '../object-query.js';
import type { WriteDesk } from '../writing/write-desk.js';

/** Most objects of one action. https://developer.zuora.com/v1-api-reference/api/tag/Actions/ */
const BATCH = 50;

/** What became of one record of many. */
export type UsageResult = { readonly id: string } | { readonly problem: string };

const errors = z.array(z.object({ Message: z.string().nullish() })).nullish();
/** What an action says of each object. The reference has delete in lower case, and the others in PascalCase. */
export const ActionRows = z.array(
  z
    .object({
      problem: z.string().nullish(),
      id: z.string().nullish(),
      Id: z.string().nullish(),
      success: z.boolean().nullish(),
      Success: z.boolean().nullish(),
      errors,
      Errors: errors,
    })
    .transform(({ problem, id, Id, success, Success, errors: lower, Errors }): UsageResult => {
      if (problem != null) return { problem };
      if (success !== false && Success !== false) return { id: id ?? Id ?? '' };
      const said = (lower ?? Errors ?? []).map(({ Message }) => Message).join('; ');
      return { problem: said || 'Zuora Billing refused it without a reason.' };
    }),
);

export function batchesOf<T>(rows: readonly T[], size = BATCH): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));
}

/**
 * Does something with records, fifty a call. Answers by position. A batch that fails as a whole is thrown only if nothing
 * was done before it; else its records say so.
 */
export async function inBatches<T>(
  rows: readonly T[],
  send: (batch: readonly T[], at: number) => Promise<readonly UsageResult[]>,
): Promise<UsageResult[]> {
  const results: UsageResult[] = [];
  for (const [at, batch] of batchesOf(rows).entries()) {
    try {
      results.push(...(await send(batch, at)));
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

/** The accounts of those records that there are, by the records' ids. */
export async function existingUsages(desk: WriteDesk, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const batch of batchesOf(ids, MAX_KEYS)) {
    const filter = [anyOf('id', batch)];
    const query = { objects: 'usages', operation: 'queryUsages', row: Usage, filter };
    for (const { id, accountId } of await queryAll(desk.client, query, desk.options)) found.set(id, accountId);
  }
  return found;
}

/** The same; throws a Refusal that names every id that there is not. */
export async function accountsOfUsages(
  desk: WriteDesk,
  ids: readonly string[],
  fieldOf: (place: number) => readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await existingUsages(desk, ids);
  const missing = [...ids.entries()].filter(([, id]) => !found.has(id));
  if (missing.length === 0) return found;
  throw new Refusal(
    missing.map(([at, id]) => ({
      code: 'NOT_FOUND',
      message: `There is no usage record ${id}.`,
      field: fieldOf(at),
    })),
  );
}
