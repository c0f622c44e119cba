import type { Clock } from '../../../kernel/clock.js';
import type { Tenant } from './tenant.js';

export interface SandboxJob {
  readonly id: number;
  readonly kind: 'collection' | 'program';
  readonly orgId: number;
  readonly submittedAt: number;
  readonly endsAt: number;
  readonly end: { readonly status: string; readonly error: string | null };
}

export const ORGS = [
  { org_id: 1, org_name: 'EMEA' },
  { org_id: 2, org_name: 'APAC' },
] as const;
export const PROGRAMS = [
  {
    program_id: 149,
    program_name: 'Revpro3.0 Accounting Transfer Master',
    parameters: [
      { id: 228, mandatory: 'N', name: 'CRITERIA NAME', sequence: 1, type: 'VARCHAR2' },
      { id: 229, mandatory: 'N', name: 'CRITERIA VALUE', sequence: 2, type: 'VARCHAR2' },
      { id: 230, mandatory: 'N', name: 'EXCLUDE FLAG', sequence: 3, type: 'VARCHAR2' },
    ],
  },
] as const;
export const RC_TEMPLATES: readonly string[] = ['Standard'];
const CLOSED_ORG = 2;
const FIRST_JOB = 26_570;

/** Jobs of the tenant, each of which takes its time. */
export class Jobs {
  jobMs: number;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #tenant: Tenant;
  #jobs: SandboxJob[] = [];
  #collected = new Set<number>();
  #nextEnd: string | null = null;

  constructor(clock: Pick<Clock, 'now'>, tenant: Tenant, jobMs: number) {
    this.#clock = clock;
    this.#tenant = tenant;
    this.jobMs = jobMs;
  }

  reset(): void {
    this.#jobs = [];
    this.#collected = new Set();
    this.#nextEnd = null;
  }

  get all(): readonly SandboxJob[] {
    return this.#jobs;
  }

  hurry(): void {
    const now = this.#clock.now();
    this.#jobs = this.#jobs.map((job) => ({ ...job, endsAt: Math.min(job.endsAt, now) }));
  }

  /** Makes the next job end so. */
  endNextWith(status: string): void {
    this.#nextEnd = status;
  }

  submit(kind: SandboxJob['kind'], orgId: number): SandboxJob {
    const now = this.#clock.now();
    const running = this.#jobs.some((job) => job.kind === kind && kind === 'collection' && job.endsAt > now);
    const job = {
      id: FIRST_JOB + this.#jobs.length,
      kind,
      orgId,
      submittedAt: now,
      endsAt: now + this.jobMs,
      end: this.#endOf(orgId, running),
    };
    this.#nextEnd = null;
    this.#jobs.push(job);
    return job;
  }

  find(kind: SandboxJob['kind'], id: number): { readonly job: SandboxJob; readonly status: string } | null {
    const job = this.#jobs.find((one) => one.kind === kind && one.id === id);
    if (!job) return null;
    const now = this.#clock.now();
    if (now < job.endsAt) return { job, status: now - job.submittedAt < this.jobMs / 3 ? 'Pending' : 'Running' };
    if (kind === 'collection' && job.end.status === 'Completed' && !this.#collected.has(id)) {
      this.#collected.add(id);
      // Nothing to collect is a warning, and not a failure.
      if (this.#tenant.collect() === 0) {
        this.#jobs = this.#jobs.map((one) =>
          one === job ? { ...one, end: { status: 'Warning', error: 'No Data Found' } } : one,
        );
        return this.find(kind, id);
      }
    }
    return { job, status: job.end.status };
  }

  #endOf(orgId: number, running: boolean): SandboxJob['end'] {
    if (this.#nextEnd !== null) return { status: this.#nextEnd, error: 'Exception occurred' };
    if (running) return { status: 'Incompatible', error: 'An incompatible job is running' };
    if (orgId === CLOSED_ORG) {
      const error = `No Period Status Found for ORG_ID:${orgId},this job cannot be submitted`;
      return { status: 'Error', error };
    }
    return { status: 'Completed', error: null };
  }
}
