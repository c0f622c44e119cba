import { z } from 'zod';
import { Instant, Text, Whole } from './wire.js';

const Values = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((value) => value ?? null);

/** Counts are in single jobs only. https://docs.togai.com/api-reference/jobs/get-the-status-of-a-job */
export const Job = z.object({
  id: z.string(),
  ...{ type: Text, status: Text, settledAt: Instant, updatedAt: Instant, metadata: Values },
  ...{ totalJobEntries: Whole, pendingJobEntries: Whole, failedJobEntries: Whole, completedJobEntries: Whole },
});
export type Job = z.infer<typeof Job>;

/** https://docs.togai.com/api-reference/jobs/list-job-entries */
export const JobEntry = z.object({ entityId: z.string(), status: Text, createdAt: Instant, metadata: Values });
export type JobEntry = z.infer<typeof JobEntry>;
