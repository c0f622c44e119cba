import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../kernel/clock.js';
import { sendCutOff, sendSlowly } from './broken-replies.js';
import type { Answer, Dialect } from './definition.js';
import type { Fault } from './types.js';

const PROXY_PAGE = '<!doctype html>\n<html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>\n';

interface Plan {
  readonly fault: Fault | undefined;
  readonly entry: { status: number };
}

interface Means {
  readonly dialect: Dialect;
  readonly clock: Clock;
  /** Fires when the sandbox closes, so that nothing waits on. */
  readonly closing: AbortSignal;
  /** Records the request and chooses its fault. */
  admit(request: FastifyRequest): Plan;
}

/** Acts out the faults around every handler of `app`. */
export function playFaults(app: FastifyInstance, { dialect, clock, closing, admit }: Means): void {
  const plans = new WeakMap<FastifyRequest, Plan>();

  app.addHook('onRequest', async (request, reply) => {
    const plan = admit(request);
    plans.set(request, plan);
    const { fault } = plan;
    switch (fault?.kind) {
      case 'connection-reset':
        reply.hijack();
        request.raw.socket.resetAndDestroy();
        return;
      case 'rate-limited':
        return sendAnswer(reply, dialect.rateLimited(fault.retryAfter, request));
      case 'server-error':
        return sendAnswer(reply, dialect.serverError(fault.status ?? 500, request));
      case 'expired-token':
        return sendAnswer(reply, dialect.expiredToken(request));
      case 'wrong-content-type':
        return reply.code(200).type('text/html; charset=utf-8').send(PROXY_PAGE);
      case 'wrong-shape':
        return sendAnswer(reply, { status: 200, body: { unexpected: [1, 'two', null] } });
    }
  });

  // With a callback, so that a reply that is broken off here is never finished by fastify.
  app.addHook('onSend', (request, reply, payload, done) => {
    const { fault, entry } = plans.get(request) ?? {};
    const dropped = () => {
      reply.raw.destroy();
    };
    switch (fault?.kind) {
      case 'latency':
        // Here and not before the handler, so that a slow request holds its place in the concurrency limit.
        if (entry) entry.status = reply.statusCode;
        void clock.wait(fault.ms, closing).then(() => done(null, payload), dropped);
        return;
      case 'reply-lost':
        reply.hijack();
        request.raw.socket.destroy();
        return;
      case 'cut-off-json':
        void sendCutOff(reply, payload).catch(dropped);
        return;
      case 'slow-body':
        if (entry) entry.status = reply.statusCode;
        void sendSlowly(reply, payload, { ms: fault.ms, clock, signal: closing }).catch(dropped);
        return;
    }
    // Noted before the first byte leaves, so that whoever has the answer finds its status in the log.
    if (entry) entry.status = reply.statusCode;
    done(null, payload);
  });
}

export function sendAnswer(reply: FastifyReply, { status, headers = {}, body }: Answer): FastifyReply {
  reply.code(status).headers(headers);
  return body === undefined ? reply.send() : reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
}
