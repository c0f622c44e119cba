import type { TogaiJob, TogaiJobEntry } from '../jobs/model.js';
import type { Job, JobEntry } from '../schemas/job.js';

export function toJob({
  id,
  status,
  totalJobEntries: total,
  pendingJobEntries: pending,
  failedJobEntries: failed,
  completedJobEntries: completed,
  ...job
}: Job): TogaiJob {
  const counts = { total, pending, failed, completed };
  const known = Object.values(counts).some((count) => count !== null);
  return { togaiId: id, ...job, status: status ?? 'UNKNOWN', counts: known ? counts : null };
}

export function toJobEntry({ entityId: togaiId, status, ...entry }: JobEntry): TogaiJobEntry {
  return { togaiId, ...entry, status: status ?? 'UNKNOWN' };
}
