import { systemClock } from '../../../kernel/clock.js';
import { startSandboxServer } from '../../sandbox-kit/server.js';
import type { Sandbox, SandboxOptions } from '../../sandbox-kit/types.js';
import { Access, CREDENTIALS, type RevenueCredentialsOfSandbox, said } from './access.js';
import { financeRoutes } from './finance-routes.js';
import { jobRoutes } from './job-routes.js';
import { Jobs, type SandboxJob } from './jobs.js';
import { reportRoutes } from './report-routes.js';
import { type SandboxUpload, type StagedRow, Tenant } from './tenant.js';
import { uploadRoutes } from './upload-routes.js';

export interface RevenueSandboxOptions extends SandboxOptions {
  /** How long an upload is on its way to staging, and how long a job takes, in milliseconds. */
  stagingMs?: number;
  jobMs?: number;
}

/** A running stand-in for one tenant of Zuora Revenue. */
export interface RevenueSandbox extends Sandbox {
  readonly credentials: RevenueCredentialsOfSandbox;
  /** Every upload that arrived, whatever became of it. */
  uploads(): readonly SandboxUpload[];
  /** Every row that came to staging, in error or not, collected or not. */
  rows(): readonly StagedRow[];
  jobs(): readonly SandboxJob[];
  pace(times: { stagingMs?: number; jobMs?: number }): void;
  /** Ends at once whatever is on its way. */
  hurry(): void;
  endNextJobWith(status: string): void;
  /** Has pre-stage refuse uploads whose CSV holds the text, for a reason that no check can know; null ends that. */
  refuseUploadsWith(text: string | null, message: string): void;
  expireTokens(): void;
  /** Switches the API service of the tenant off or on. */
  switchOff(off: boolean): void;
}

const STAGING_MS = 400;
const JOB_MS = 1_500;

/**
 * Starts a tenant of Zuora Revenue on loopback.
 * @throws Error if the port is taken
 */
export async function startRevenueSandbox(options: RevenueSandboxOptions = {}): Promise<RevenueSandbox> {
  const { clock = systemClock, stagingMs = STAGING_MS, jobMs = JOB_MS } = options;
  const access = new Access(clock);
  const tenant = new Tenant(clock, stagingMs);
  const jobs = new Jobs(clock, tenant, jobMs);
  let url = '';
  let resetFinance = () => {};
  const sandbox = await startSandboxServer(
    {
      name: 'Zuora Revenue',
      routes: (app, kit) => {
        access.guard(app);
        uploadRoutes(app, tenant, kit.limits);
        jobRoutes(app, jobs);
        resetFinance = financeRoutes(app, () => clock.now()).reset;
        reportRoutes(
          app,
          () => clock.now(),
          () => url,
        );
      },
      dialect: {
        rateLimited: (retryAfter) => ({
          ...said(429, 'Too many requests'),
          ...(retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }),
        }),
        serverError: (status) => said(status, 'Exception occurred. Please contact Zuora Revenue Support'),
        expiredToken: () => {
          access.expire();
          return said(401, 'Token is invalid or has expired');
        },
        notFound: () => said(404, 'Not found'),
        badRequest: (message) => said(400, message),
      },
      reset: () => {
        tenant.reset();
        jobs.reset();
        resetFinance();
      },
    },
    options,
  );
  url = sandbox.url;
  return {
    ...sandbox,
    credentials: CREDENTIALS,
    uploads: () => tenant.uploads,
    rows: () => tenant.rows,
    jobs: () => jobs.all,
    pace: (times) => {
      tenant.stagingMs = times.stagingMs ?? tenant.stagingMs;
      jobs.jobMs = times.jobMs ?? jobs.jobMs;
    },
    hurry: () => {
      tenant.hurry();
      jobs.hurry();
    },
    endNextJobWith: (status) => jobs.endNextWith(status),
    refuseUploadsWith: (text, message) => {
      tenant.refuses = text === null ? null : { text, message };
    },
    expireTokens: () => access.expire(),
    switchOff: (off) => {
      access.off = off;
    },
  };
}
