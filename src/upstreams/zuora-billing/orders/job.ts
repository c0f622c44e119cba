import { globalId } from '../../../schema-kit/global-id.js';
import { JOB_PREFIX } from '../names.js';
import { type Job, OrderAnswer } from './answers.js';

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
