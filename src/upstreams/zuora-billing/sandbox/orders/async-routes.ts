import { hash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { NotPossible } from '../subscriptions/engine/version.js';
import { refusing } from '../subscriptions/routes/requests.js';
import { bodyOf } from '../v1/body.js';
import { placedBody } from './order-body.js';
import type { OrderBook } from './order-book.js';
import { answerForm, previewed } from './order-routes.js';

const ASYNCHRONOUS_LIMIT = 300;

interface Job {
  /** How often it still answers that it is at it. */
  polls: number;
  readonly outcome: { readonly result: object; readonly errors?: string };
}

/**
 * Jobs that make an order, or preview one. The work is done when the job is taken on, so that an order can be found by
 * its number at once; only the answer comes later, to those who ask often enough.
 */
export function asyncRoutes(app: FastifyInstance, orders: OrderBook, polls: number): { reset(): void } {
  const jobs = new Map<string, Job>();

  const start = (work: () => object) => {
    // Of the form of a UUID, and the same in every run.
    const digits = hash('sha1', `${orders.book.store.seed.scenario.seed} job ${jobs.size}`);
    const jobId = [8, 12, 16, 20].reduceRight((id, at) => `${id.slice(0, at)}-${id.slice(at)}`, digits.slice(0, 32));
    jobs.set(jobId, { polls, outcome: outcomeOf(work) });
    return { success: true, jobId };
  };

  app.post('/v1/async/orders', async (request, reply) => {
    const body = bodyOf(request);
    const form = answerForm(request);
    reply.code(202);
    return start(() => placedBody(orders, orders.place(body, ASYNCHRONOUS_LIMIT), form));
  });

  app.post('/v1/async/orders/preview', async (request, reply) => {
    const body = bodyOf(request);
    reply.code(202);
    return start(() => ({ success: true, previewResult: previewed(orders, body, ASYNCHRONOUS_LIMIT) }));
  });

  app.get<{ Params: { jobId: string } }>('/v1/async-jobs/:jobId', async (request) =>
    refusing(request, () => {
      const job = jobs.get(request.params.jobId);
      if (!job) throw new NotPossible('notFound', `Cannot find entity by key: '${request.params.jobId}'.`);
      if (job.polls > 0) {
        job.polls -= 1;
        return { status: 'Processing', success: true };
      }
      const { errors } = job.outcome;
      return { status: errors === undefined ? 'Completed' : 'Failed', ...job.outcome, success: true };
    }),
  );

  return { reset: () => jobs.clear() };
}

function outcomeOf(work: () => object): Job['outcome'] {
  try {
    return { result: work() };
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    return { result: { success: false, reasons: [{ message: error.message }] }, errors: error.message };
  }
}
