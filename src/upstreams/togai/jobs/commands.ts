import { z } from 'zod';
import { refusal } from '../../../kernel/refusal.js';
import { Job } from '../schemas/job.js';
import type { TogaiDesk } from '../writing/togai-desk.js';

export type JobVerdict = 'confirm' | 'reject';

export const WAITING = 'WAITING_FOR_CONFIRMATION';
const CANCELLED = 'CANCELLED';

/** Lets a job that waits for it go on, or ends it; the job then tells which. */
export async function decideJob(desk: TogaiDesk, id: string, verdict: JobVerdict): Promise<void> {
  const path = `/jobs/${encodeURIComponent(id)}`;
  const operation = `${verdict}Job`;
  await desk.once(
    { operation, key: null, input: { id } },
    {
      result: z.unknown(),
      send: () =>
        desk.client.write({
          operation,
          method: 'POST',
          path: `${path}/${verdict}`,
          schema: z.unknown(),
          ...desk.options,
        }),
      find: async () => {
        const job = await desk.client.find({ operation: 'getJobStatus', path, schema: Job, ...desk.options });
        if (job === null || job.status === WAITING) return null;
        if ((job.status === CANCELLED) === (verdict === 'reject')) return job;
        // Somebody else has decided otherwise in the meantime.
        throw refusal('CONFLICT', `Job ${id} is ${job.status}.`, ['id']);
      },
    },
  );
  await desk.jobChanged(id);
}
