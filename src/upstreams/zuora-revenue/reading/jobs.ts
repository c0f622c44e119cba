import { UpstreamError } from '../../../kernel/errors.js';
import type { RevenueClient } from '../client.js';
import type { JobStatus, RevenueJob, RevenueOrg, RevenueProgram } from '../model.js';
import { SYSTEM, TITLE } from '../names.js';
import { CollectionAnswer, JobAnswer, OrgsAnswer, ProgramsAnswer, SubmitAnswer } from '../wire.js';

interface Asking {
  readonly signal: AbortSignal;
}

export async function readOrgs(client: RevenueClient, { signal }: Asking): Promise<readonly RevenueOrg[]> {
  const call = { operation: 'getRevenueOrgs', path: '/v1/revenue-orgs', schema: OrgsAnswer, signal };
  const answer = await client.find(call);
  return (answer?.data ?? []).map(({ org_id, org_name }) => ({ orgId: org_id, name: org_name }));
}

export async function readPrograms(client: RevenueClient, { signal }: Asking): Promise<readonly RevenueProgram[]> {
  const answer = await client.find({ operation: 'getPrograms', path: '/v1/programs', schema: ProgramsAnswer, signal });
  return (answer?.data ?? []).map(({ program_id, program_name, parameters }) => ({
    programId: program_id,
    name: program_name,
    parameters: parameters
      .map(({ id, sequence, name, type, mandatory }) => ({
        parameterId: id,
        sequence,
        name,
        type,
        mandatory: mandatory === 'Y',
      }))
      .sort((one, other) => one.sequence - other.sequence),
  }));
}

/** A job of a program; null if there is none of this id. */
export async function readJob(
  client: RevenueClient,
  { orgId, jobId }: { orgId: number; jobId: string },
  { signal }: Asking,
): Promise<RevenueJob | null> {
  const path = `/v1/${orgId}/jobs/${encodeURIComponent(jobId)}`;
  const answer = await client.find({ operation: 'getJobStatus', path, schema: JobAnswer, signal });
  return answer && toJob(answer.data);
}

export async function readCollectionJob(
  client: RevenueClient,
  jobId: string,
  { signal }: Asking,
): Promise<RevenueJob | null> {
  const path = `/v1/job/collection/template/${encodeURIComponent(jobId)}`;
  const answer = await client.find({ operation: 'getDataCollectionJob', path, schema: JobAnswer, signal });
  return answer && toJob(answer.data);
}

export interface ProgramRun {
  readonly orgId: number;
  readonly programId: string;
  readonly parameters: readonly { readonly parameterId: number; readonly sequence: number; readonly value: string }[];
}

export function submitBody({ parameters }: ProgramRun) {
  return {
    parameters: parameters.map(({ parameterId, sequence, value }) => ({
      parameter_id: parameterId,
      sequence,
      parameter_value: value,
    })),
  };
}

/** Submits a program and gives the job's id. Never repeated: a lost reply is an error with an unknown outcome. */
export async function submitProgram(client: RevenueClient, run: ProgramRun, { signal }: Asking): Promise<string> {
  const answer = await client.find({
    operation: 'submitProgram',
    method: 'POST',
    path: `/v1/${run.orgId}/programs/${encodeURIComponent(run.programId)}/submit`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(submitBody(run)),
    schema: SubmitAnswer,
    signal,
  });
  return idOf(answer);
}

export interface Collection {
  readonly rcTemplate: string;
  /** Multi-org tenants only. */
  readonly orgId: number | null;
}

/** Starts data collection and gives the job's id. */
export async function startCollection(
  client: RevenueClient,
  { rcTemplate, orgId }: Collection,
  { signal }: Asking,
): Promise<string> {
  const answer = await client.find({
    operation: 'submitDataCollection',
    method: 'POST',
    path: '/v1/job/collection/template',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rc_template_name: rcTemplate, ...(orgId !== null && { org_id: orgId }) }),
    schema: CollectionAnswer,
    signal,
  });
  return idOf(answer?.job_id ?? /\d+/.exec(answer?.message ?? '')?.[0] ?? null);
}

function idOf(id: string | null): string {
  if (id) return id;
  const message = `${TITLE} took the job, and its answer does not say which one it is.`;
  throw new UpstreamError(SYSTEM, 'UPSTREAM_INVALID_RESPONSE', message, { outcome: 'unknown', retryable: false });
}

const STATUSES: ReadonlySet<string> = new Set<JobStatus>([
  'PENDING',
  'RUNNING',
  'COMPLETED',
  'WARNING',
  'ERROR',
  'FAILED',
  'CANCELLED',
  'TERMINATED',
  'INCOMPATIBLE',
]);

function toJob(data: (typeof JobAnswer)['_output']['data']): RevenueJob {
  const status = data.status.toUpperCase();
  return {
    jobId: data.id,
    status: STATUSES.has(status) ? (status as JobStatus) : 'UNKNOWN',
    rawStatus: data.status,
    failure: data.error_message,
    startedAt: data.actual_start_date,
    createdAt: data.crtd_dt,
    createdBy: data.crtd_by,
    updatedAt: data.updt_dt,
  };
}
