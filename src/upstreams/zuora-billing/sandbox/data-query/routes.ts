import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../../../kernel/clock.js';
import { Refusal } from '../../../sandbox-kit/definition.js';
import type { Store } from '../state/store.js';
import { bodyOf } from '../v1/body.js';
import { selected } from './select.js';

interface Job {
  readonly id: string;
  readonly query: string;
  readonly format: string;
  readonly source: string;
  readonly createdBy: string;
  readonly rows: readonly object[] | null;
  updatedOn: string;
  polls: number;
  queryStatus: 'accepted' | 'in_progress' | 'completed' | 'failed' | 'cancelled';
}

interface ById {
  Params: { id: string };
}

const FORMATS = ['JSON', 'CSV', 'TSV', 'DSV'];
const COMPRESSIONS = ['NONE', 'GZIP', 'ZIP'];
const MOST_LISTED = 100;
const OPEN = ['accepted', 'in_progress'];

/** Jobs of Data Query. What the result is packed as is not minded: the file is always plain. */
export function dataQueryRoutes(
  app: FastifyInstance,
  store: Store,
  clock: Pick<Clock, 'now'>,
  polls: number,
): { reset(): void } {
  const jobs = new Map<string, Job>();
  const now = () => new Date(clock.now()).toISOString();
  const jobOf = (request: FastifyRequest<ById>): Job => {
    const job = jobs.get(request.params.id);
    if (!job) throw refuse(404, `There is no job ${request.params.id}.`);
    return job;
  };

  app.post('/query/jobs', async (request) => {
    const body = bodyOf(request);
    const { outputFormat: format, compression, output } = body;
    const wrong =
      typeof body.query !== 'string' ||
      body.query === '' ||
      !FORMATS.includes(String(format)) ||
      !COMPRESSIONS.includes(String(compression)) ||
      (output as { target?: unknown } | undefined)?.target !== 'S3';
    if (wrong) throw refuse(400, 'Invalid value for query, outputFormat, compression or output.');
    const digits = hash('sha1', `${store.seed.scenario.seed} data query ${jobs.size}`);
    const id = [8, 12, 16, 20].reduceRight((text, at) => `${text.slice(0, at)}-${text.slice(at)}`, digits.slice(0, 32));
    const job: Job = {
      id,
      query: String(body.query),
      format: String(format),
      source: String(body.sourceData ?? 'LIVE'),
      createdBy: store.seed.context.userId,
      rows: selected(store, String(body.query)),
      updatedOn: now(),
      polls: polls + 1,
      queryStatus: 'accepted',
    };
    jobs.set(id, job);
    return { data: shown(request, job) };
  });

  app.get('/query/jobs', async (request) => {
    const query = new URL(request.url, `http://${request.host}`).searchParams;
    const status = query.get('queryStatus');
    const size = Math.min(Number(query.get('pageSize') ?? 20), MOST_LISTED);
    const found = [...jobs.values()].reverse().filter(({ queryStatus }) => status === null || queryStatus === status);
    return { data: found.slice(0, size).map((job) => shown(request, job)) };
  });

  app.get<ById>('/query/jobs/:id', async (request) => {
    const job = jobOf(request);
    if (OPEN.includes(job.queryStatus)) {
      if (job.polls > 0) job.polls -= 1;
      job.queryStatus = job.polls > 0 ? 'in_progress' : job.rows ? 'completed' : 'failed';
      job.updatedOn = now();
    }
    return { data: shown(request, job) };
  });

  app.delete<ById>('/query/jobs/:id', async (request) => {
    const job = jobOf(request);
    if (!OPEN.includes(job.queryStatus)) {
      throw refuse(400, `A job that is ${job.queryStatus} cannot be cancelled.`);
    }
    job.queryStatus = 'cancelled';
    job.updatedOn = now();
    const { dataFile: _, ...rest } = shown(request, job);
    return { data: rest };
  });

  // In place of the storage that the real one puts files into.
  app.get<ById>('/data-query-files/:id', async (request, reply) => {
    const { rows, format } = jobOf(request);
    return reply.type('text/plain; charset=utf-8').send(written(rows ?? [], format));
  });

  return { reset: () => jobs.clear() };
}

/** Data Query words refusals in its own way. The numbers are ours: the reference names none. */
const refuse = (status: number, message: string) => new Refusal({ status, body: { code: status * 100, message } });

function shown({ host }: FastifyRequest, { id, query, source, createdBy, rows, updatedOn, queryStatus }: Job) {
  const done = queryStatus === 'completed' && rows !== null;
  return {
    id,
    query,
    sourceData: source,
    createdBy,
    updatedOn,
    remainingRetries: 3,
    useIndexJoin: false,
    queryStatus,
    ...(done && { dataFile: `http://${host}/data-query-files/${id}`, outputRows: rows.length, processingTime: 12 }),
  };
}

function written(rows: readonly object[], format: string): string {
  if (format === 'JSON') return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const separator = format === 'TSV' ? '\t' : ',';
  const cell = (value: unknown) => {
    const text = value === null || value === undefined ? '' : String(value);
    return /[",\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  return lines.map((cells) => `${cells.map(cell).join(separator)}\n`).join('');
}
