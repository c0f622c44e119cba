import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../sandbox-kit/definition.js';
import { said } from './access.js';
import { type Jobs, ORGS, PROGRAMS, RC_TEMPLATES, type SandboxJob } from './jobs.js';

const BASE = '/api/integration/v1';

/** https://developer.zuora.com/other-api/revenue/tag/Data-Collection and Revenue-Jobs */
export function jobRoutes(app: FastifyInstance, jobs: Jobs): void {
  app.get(`${BASE}/revenue-orgs`, async () => ({ data: ORGS }));
  app.get(`${BASE}/programs`, async () => ({ data: PROGRAMS }));

  app.post<{ Body: { rc_template_name?: string; org_id?: number } | null }>(
    `${BASE}/job/collection/template`,
    async ({ body }) => {
      if (!RC_TEMPLATES.includes(body?.rc_template_name ?? '')) {
        return { success: false, message: 'Invalid RC template name' };
      }
      const { id } = jobs.submit('collection', body?.org_id ?? 0);
      return { success: true, message: `Request ID: ${id} submitted successfully` };
    },
  );
  app.get<{ Params: { id: string } }>(`${BASE}/job/collection/template/:id`, async ({ params }) => {
    const found = jobs.find('collection', Number(params.id));
    if (!found) throw new Refusal(said(400, 'The job ID is invalid'));
    return { success: true, data: collectionBody(found.job, found.status) };
  });

  app.post<{ Params: { orgId: string; programId: string } }>(
    `${BASE}/:orgId/programs/:programId/submit`,
    async ({ params }) => {
      if (!ORGS.some(({ org_id }) => String(org_id) === params.orgId)) {
        throw failure(403, 'OrgId does not match the Org assigned to the role');
      }
      if (!PROGRAMS.some(({ program_id }) => String(program_id) === params.programId)) {
        throw failure(400, 'This Program is not supported at the moment');
      }
      const { id } = jobs.submit('program', Number(params.orgId));
      return { job_id: String(id), message: `Request ID: ${id} submitted successfully`, success: true };
    },
  );
  app.get<{ Params: { orgId: string; jobId: string } }>(`${BASE}/:orgId/jobs/:jobId`, async ({ params }) => {
    const found = jobs.find('program', Number(params.jobId));
    if (!found || String(found.job.orgId) !== params.orgId) throw new Refusal(said(400, 'The job ID is invalid'));
    const { job, status } = found;
    // The call succeeded, whatever became of the job.
    return {
      success: true,
      data: {
        ...collectionBody(job, status),
        error_message: status === job.end.status ? job.end.error : null,
        actual_start_date: status === 'Error' ? null : at(job.submittedAt),
        sec_atr_val: String(job.orgId),
      },
    };
  });
}

function collectionBody({ id, submittedAt, endsAt }: SandboxJob, status: string) {
  return {
    id,
    status,
    crtd_by: 'SYSADMIN',
    crtd_dt: at(submittedAt),
    updt_dt: at(endsAt),
    actual_start_date: at(submittedAt),
  };
}

function failure(status: number, error: string): Refusal {
  return new Refusal({ status, body: { success: false, error } });
}

/** As the vendor writes an instant. */
function at(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, '+00:00');
}
