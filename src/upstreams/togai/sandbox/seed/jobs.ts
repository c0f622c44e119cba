import type { JobDocument, JobEntryDocument } from '../wire/jobs.js';
import { madeId } from './ids.js';

const AT = '2024-05-01T08:00:00.000Z';
const JOBS = [
  { type: 'PRICE_PLAN', status: 'COMPLETED', entries: 12, failed: 2 },
  { type: 'BILL_RUN', status: 'WAITING_FOR_CONFIRMATION', entries: 30, failed: 0 },
  { type: 'PRICE_PLAN', status: 'WAITING_FOR_CONFIRMATION', entries: 8, failed: 0 },
  { type: 'BILL_RUN', status: 'WAITING_FOR_CONFIRMATION', entries: 5, failed: 0 },
  { type: 'PRICE_PLAN', status: 'WAITING_FOR_CONFIRMATION', entries: 3, failed: 0 },
  { type: 'EVENT_CORRECTIONS', status: 'IN_PROGRESS', entries: 40, failed: 1 },
] as const;

export function jobs(seed: string): JobDocument[] {
  return JOBS.map(({ type, status, entries, failed }, index) => {
    const completed = status === 'COMPLETED' ? entries - failed : 0;
    return {
      id: madeId(seed, 'job', index),
      ...{ type, status, updatedAt: AT, ...(status === 'COMPLETED' && { settledAt: AT }) },
      ...{ totalJobEntries: entries, failedJobEntries: failed, completedJobEntries: completed },
      pendingJobEntries: entries - failed - completed,
      // Bill runs have none.
      ...(type === 'PRICE_PLAN' && { metadata: { sourceId: madeId(seed, 'pp', 0), targetId: madeId(seed, 'pp', 1) } }),
    };
  });
}

export function jobEntriesOf(seed: string, job: JobDocument): JobEntryDocument[] {
  return Array.from({ length: job.totalJobEntries }, (_, index) => ({
    entityId: madeId(seed, 'jent', index),
    jobId: job.id,
    status: statusOf(job, index),
    createdAt: AT,
  }));
}

function statusOf({ status, failedJobEntries, completedJobEntries }: JobDocument, index: number): string {
  if (status === 'CANCELLED') return 'CANCELLED';
  if (index < failedJobEntries) return 'FAILED';
  return index < failedJobEntries + completedJobEntries ? 'COMPLETED' : 'PENDING';
}
