import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { SYSTEM } from '../names.js';
import { onlyOne } from '../writing/only-one.js';
import type { WriteDesk } from '../writing/write-desk.js';
import type { ZuoraDataQuery } from './model.js';
import { type DataQueryInput, DataQueryJob, SubmittedQuery } from './schemas.js';

const MOST_LISTED = 100;
/** Of any other form it is no job, and not part of a path. */
const JOB_ID = /^[0-9a-f-]{32,64}$/i;

const One = z.object({ data: DataQueryJob });
const Many = z.object({ data: z.array(DataQueryJob).nullish() });

export function planQuery(input: DataQueryInput): PlannedCall[] {
  return [{ system: SYSTEM, action: 'POST_DataQueryJob', target: null, after: request(input) }];
}

/** Submits a query, once for an idempotency key. Zuora answers it later. */
export async function submitQuery(desk: WriteDesk, input: DataQueryInput, key: string | null): Promise<string> {
  const body = request(input);
  const { id } = await desk.once(
    { operation: 'POST_DataQueryJob', key, input: body },
    {
      result: SubmittedQuery,
      replayed: true,
      send: async (idempotencyKey) => {
        const { data } = await desk.client.write({
          operation: 'POST_DataQueryJob',
          method: 'POST',
          path: '/query/jobs',
          body,
          schema: One,
          idempotencyKey,
          ...desk.options,
        });
        return { id: data.zuoraId };
      },
      find: (since) => findSubmitted(desk, input, since),
    },
  );
  return id;
}

/** As it is now; null if Zuora knows no such job. */
export async function readQuery(desk: WriteDesk, id: string): Promise<ZuoraDataQuery | null> {
  if (!JOB_ID.test(id)) return null;
  try {
    const { data } = await desk.client.read({
      operation: 'GET_DataQueryJob',
      path: `/query/jobs/${id}`,
      schema: One,
      ...desk.options,
    });
    return data;
  } catch (error) {
    if (error instanceof UpstreamError && error.code === 'UPSTREAM_NOT_FOUND') return null;
    throw error;
  }
}

/** The newest ones: Zuora has no pages behind them. */
export async function listQueries(
  desk: WriteDesk,
  { status, first }: { readonly status?: string | null | undefined; readonly first: number },
): Promise<readonly ZuoraDataQuery[]> {
  const { data } = await desk.client.read({
    operation: 'GET_DataQueryJobs',
    path: '/query/jobs',
    query: [['pageSize', String(Math.min(first, MOST_LISTED))], ...(status ? [['queryStatus', status] as const] : [])],
    schema: Many,
    ...desk.options,
  });
  return data ?? [];
}

export const planCancel = (id: string): PlannedCall[] => [
  { system: SYSTEM, action: 'DELETE_DataQueryJob', target: id, after: {} },
];

/** Stops a query that has not been answered yet. */
export async function cancelQuery(desk: WriteDesk, id: string): Promise<void> {
  await desk.once(
    { operation: 'DELETE_DataQueryJob', key: null, input: id },
    {
      result: z.unknown(),
      send: () =>
        desk.client.write({
          operation: 'DELETE_DataQueryJob',
          method: 'DELETE',
          path: `/query/jobs/${id}`,
          schema: z.unknown(),
          ...desk.options,
        }),
      find: async () => ((await readQuery(desk, id))?.status === 'CANCELLED' ? { id } : null),
    },
  );
}

/** Throws a Refusal if there is none. */
export async function existingQuery(desk: WriteDesk, id: string): Promise<ZuoraDataQuery> {
  const found = await readQuery(desk, id);
  if (found === null) throw refusal('NOT_FOUND', `There is no data query ${id}.`, ['id']);
  return found;
}

// Clocks differ, and the job was made after its request was sent.
const SKEW_MS = 60_000;

async function findSubmitted(desk: WriteDesk, { query }: DataQueryInput, since: number) {
  const from = new Date(since - SKEW_MS).toISOString();
  const jobs = await listQueries(desk, { first: MOST_LISTED });
  const fits = jobs.filter((job) => job.query === query && (job.updatedAt ?? '') >= from);
  const only = onlyOne(fits, 'data queries');
  return only && { id: only.zuoraId };
}

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_DataQueryJob/ */
function request({ query, format, compression, source, deletedOnly, useIndexJoin }: DataQueryInput) {
  return {
    query,
    outputFormat: format,
    compression,
    output: { target: 'S3' },
    sourceData: source,
    ...(deletedOnly && { readDeleted: true }),
    ...(useIndexJoin && { useIndexJoin: true }),
  };
}
