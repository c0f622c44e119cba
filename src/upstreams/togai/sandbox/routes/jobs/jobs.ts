import { pageOf, pageRequest, WITH_CONTEXT } from '../../http/paging.js';
import { type Asked, idOf } from '../../http/query.js';
import { badRequest, notFound } from '../../http/refusals.js';
import { jobEntriesOf } from '../../seed/jobs.js';
import type { Organisation } from '../../state/organisation.js';
import type { JobDocument } from '../../wire/jobs.js';
import type { Routes } from '../routes.js';

/** https://docs.togai.com/api-reference/jobs. What a job is about cannot be paged: it is told as a whole. */
export const jobRoutes: Routes = {
  'GET /jobs': (asked, { jobs }) =>
    pageOf(jobs, pageRequest(asked, { ...WITH_CONTEXT, tokenAtEnd: true }), ({ id, type, status, updatedAt }) => ({
      ...{ id, type, status, updatedAt },
    })),

  'GET /jobs/:job_id': (asked, organisation) => jobIn(asked, organisation),
  'GET /jobs/:job_id/entries': (asked, organisation) => ({
    data: jobEntriesOf(organisation.seed, jobIn(asked, organisation)),
  }),

  'POST /jobs/:job_id/confirm': (asked, organisation, now) =>
    decided(asked, organisation, { status: 'IN_PROGRESS', now }),
  'POST /jobs/:job_id/reject': (asked, organisation, now) => decided(asked, organisation, { status: 'CANCELLED', now }),
};

function jobIn(asked: Asked, { jobs }: Organisation): JobDocument {
  const id = idOf(asked, 'job_id');
  const job = jobs.find(id);
  if (!job) throw notFound('Job', id);
  return job;
}

function decided(
  asked: Asked,
  organisation: Organisation,
  { status, now }: { status: string; now: number },
): JobDocument {
  const job = jobIn(asked, organisation);
  if (job.status !== 'WAITING_FOR_CONFIRMATION') throw badRequest(`Job ${job.id} does not wait for a confirmation`);
  const updatedAt = new Date(now).toISOString();
  const changed = { ...job, status, updatedAt, ...(status === 'CANCELLED' && { settledAt: updatedAt }) };
  organisation.jobs.put(changed);
  return changed;
}
