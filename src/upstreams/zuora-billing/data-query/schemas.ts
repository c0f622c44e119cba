import { z } from 'zod';
import { Instant, Text, Whole } from '../schemas/wire.js';
import type { DataQueryStatus, ZuoraDataQuery } from './model.js';

const STATUSES: Readonly<Record<string, DataQueryStatus>> = {
  submitted: 'SUBMITTED',
  accepted: 'ACCEPTED',
  in_progress: 'IN_PROGRESS',
  completed: 'COMPLETED',
  failed: 'FAILED',
  cancelled: 'CANCELLED',
};

/** https://developer.zuora.com/v1-api-reference/api/operation/GET_DataQueryJob/ */
export const DataQueryJob = z
  .object({
    id: z.string(),
    query: z.string(),
    queryStatus: Text,
    sourceData: Text,
    outputRows: Whole,
    processingTime: Whole,
    remainingRetries: Whole,
    dataFile: Text,
    updatedOn: Instant,
  })
  .transform(
    (job): ZuoraDataQuery => ({
      zuoraId: job.id,
      query: job.query,
      status: STATUSES[job.queryStatus?.toLowerCase() ?? ''] ?? 'UNKNOWN',
      statusText: job.queryStatus,
      source: job.sourceData,
      rows: job.outputRows,
      processingMs: job.processingTime,
      remainingRetries: job.remainingRetries,
      fileUrl: job.dataFile,
      updatedAt: job.updatedOn,
    }),
  );

/** What of a job is kept under an idempotency key: the rest is read again. */
export const SubmittedQuery = z.object({ id: z.string() });

export const DataQueryInput = z.object({
  query: z.string().trim().min(1, 'must not be empty').max(100_000, 'must not be longer than 100,000 characters'),
  format: z.enum(['JSON', 'CSV', 'TSV']),
  compression: z.enum(['NONE', 'GZIP', 'ZIP']),
  source: z.enum(['LIVE', 'WAREHOUSE']),
  deletedOnly: z.boolean(),
  useIndexJoin: z.boolean(),
});
export type DataQueryInput = z.infer<typeof DataQueryInput>;
