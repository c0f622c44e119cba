import { UpstreamError } from '../../../kernel/errors.js';
import type { ZuoraClient } from '../client.js';
import type { QueryOptions } from '../object-query.js';
import { Job } from './answers.js';
import { toJob, type ZuoraAsyncJob } from './job.js';

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
