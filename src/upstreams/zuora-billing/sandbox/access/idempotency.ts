import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../../../kernel/clock.js';
import { type Answer, Refusal } from '../../../sandbox-kit/definition.js';
import { isTokenRequest } from './authentication.js';
import { CATEGORY, errorFor } from './errors.js';

interface Kept {
  readonly method: string;
  readonly url: string;
  readonly at: number;
  running: boolean;
  answer: Answer | null;
}

const KEPT_MS = 24 * 3_600_000;

/**
 * Answers a repeated `Idempotency-Key` with the first answer, whether that was a success or a failure.
 * https://developer.zuora.com/docs/guides/idempotent-requests
 */
export class Idempotency {
  readonly #kept = new Map<string, Kept>();
  readonly #clock: Pick<Clock, 'now'>;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  reset(): void {
    this.#kept.clear();
  }

  keep(app: FastifyInstance): void {
    const first = new WeakMap<FastifyRequest, Kept>();

    app.addHook('preHandler', async (request, reply) => {
      const key = keyOf(request);
      if (key === null) return;
      if (key.length >= 255) throw refuse(request, 400, 'Idempotency-Key must be shorter than 255 characters');
      const known = this.#known(key);
      if (!known) {
        const entry: Kept = {
          method: request.method,
          url: request.url,
          at: this.#clock.now(),
          running: true,
          answer: null,
        };
        this.#kept.set(key, entry);
        first.set(request, entry);
        reply.raw.once('close', () => {
          entry.running = false;
        });
        return;
      }
      if (known.method !== request.method || known.url !== request.url) {
        throw refuse(request, 422, 'Idempotency-Key was used with another request');
      }
      if (known.running || known.answer === null) {
        throw refuse(request, 409, 'A request with the same Idempotency-Key is being processed');
      }
      return replay(reply, known.answer);
    });

    // Before the answer is sent, so that one that is lost on its way is kept all the same.
    app.addHook('preSerialization', async (request, reply, body: unknown) => {
      const entry = first.get(request);
      if (entry) entry.answer = { status: reply.statusCode, body };
      return body;
    });
    app.addHook('onError', async (request, _reply, error) => {
      const entry = first.get(request);
      if (entry && error instanceof Refusal) entry.answer = error.answer;
    });
  }

  #known(key: string): Kept | null {
    const kept = this.#kept.get(key);
    return kept && this.#clock.now() - kept.at < KEPT_MS ? kept : null;
  }
}

function keyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  const counts = request.method === 'POST' || request.method === 'PATCH';
  return counts && typeof key === 'string' && !isTokenRequest(request) ? key : null;
}

function refuse(request: FastifyRequest, status: number, message: string): Refusal {
  // Without a category, unlike 409 for a lock: the codes of these are not documented.
  const { body } = errorFor(request, CATEGORY.malformed, message);
  return new Refusal({ status, body: withoutCategory(body) });
}

function withoutCategory(body: unknown): unknown {
  const { reasons, ...rest } = body as { reasons: readonly { message: string }[] };
  return { ...rest, reasons: reasons.map(({ message }) => ({ code: 'IdempotencyKey', message })) };
}

function replay(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  return reply.code(status).send(body);
}
