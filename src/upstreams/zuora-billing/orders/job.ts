import { UpstreamError } from '../../../kernel/errors.js';
import { globalId } from '../../../schema-kit/global-id.js';
import type { ZuoraClient } from '../client.js';
import { JOB_PREFIX } from '../names.js';
import type { QueryOptions } from '../object-query.js';
import { Job, OrderAnswer } from './answers.js';

export type ZuoraAsyncJobStatus = 'PROCESSING' | 'FAILED' | 'COMPLETED' | 'UNKNOWN';

/** A job of Zuora's that makes a large order. */
export interface ZuoraAsyncJob {
  readonly id: string;
  readonly jobId: string;
  readonly status: ZuoraAsyncJobStatus;
  readonly statusText: string | null;
  readonly errors: readonly string[];
  /** What it has made; null until then. */
  readonly result: OrderAnswer | null;
}

const STATUSES: Readonly<Record<string, ZuoraAsyncJobStatus>> = {
  processing: 'PROCESSING',
  pending: 'PROCESSING',
  failed: 'FAILED',
  completed: 'COMPLETED',
};

export function toJob(jobId: string, { status, errors, result }: Job): ZuoraAsyncJob {
  const reasons = result?.reasons.flatMap(({ message }) => message ?? []) ?? [];
  const made = OrderAnswer.safeParse(result);
  return {
    id: globalId(JOB_PREFIX, jobId),
    jobId,
    status: STATUSES[status?.toLowerCase() ?? ''] ?? 'UNKNOWN',
    statusText: status,
    // Zuora says the same in both places at times.
    errors: [...new Set([...(errors === null ? [] : [errors]), ...reasons])],
    result: made.success ? made.data : null,
  };
}

/** A job that has only just begun. */
export function begunJob(jobId: string): ZuoraAsyncJob {
  return toJob(jobId, { status: 'Processing', errors: null, result: null });
}

/** Null if Zuora knows no such job. https://developer.zuora.com/v1-api-reference/api/operation/GET_JobStatusAndResponse/ */
export async function readJob(
  client: ZuoraClient,
  jobId: string,
  options: QueryOptions,
): Promise<ZuoraAsyncJob | null> {
  try {
    const job = await client.read({
      operation: 'GET_JobStatusAndResponse',
      path: `/v1/async-jobs/${encodeURIComponent(jobId)}`,
      schema: Job,
      ...options,
    });
    return toJob(jobId, job);
  } catch (error) {
    if (error instanceof UpstreamError && error.code === 'UPSTREAM_NOT_FOUND') return null;
    throw error;
  }
}
