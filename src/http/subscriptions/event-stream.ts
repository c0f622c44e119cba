import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormattedExecutionResult } from 'graphql';
import type { Caller } from '../../domain/access/model.js';
import type { Answers } from '../../graphql/subscriptions/operation.js';
import type { OperationRunner } from '../../graphql/subscriptions/operation-runner.js';
import { AccessDenied } from '../../kernel/errors.js';
import { inRequestScope } from '../../kernel/request-scope.js';
import { stillIn } from '../access/identify.js';
import { isForeign, type LiveOptions } from './live.js';
import { sentOperation } from './sent-operation.js';

/** Whether the client wants its answers as events; those that take JSON as well get that. */
export function wantsEvents({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.includes('text/event-stream') && !/json|\*\/\*/.test(accept);
}

/**
 * Answers as server-sent events: the "distinct connections mode" of graphql-sse, which needs no state between requests.
 * https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 */
export function eventStreams(app: FastifyInstance, runner: OperationRunner, options: LiveOptions) {
  const open = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const end of open) end();
  });

  return async (request: FastifyRequest, reply: FastifyReply, caller: Caller): Promise<unknown> => {
    if (isForeign(request, options.access)) throw new AccessDenied('FORBIDDEN', 'Pages of other sites may not ask.');
    const sent = sentOperation(request.method === 'GET' ? request.query : request.body);
    if (sent === null) return reply.code(400).send({ errors: [{ message: 'There is no operation in the request.' }] });
    const gone = new AbortController();
    const asking = { requestId: request.id, caller, gone: gone.signal };
    const prepared = runner.prepare(sent, asking);
    if ('kind' in prepared && prepared.kind !== 'subscription' && request.method === 'GET') {
      const message = 'Only subscriptions may be sent with GET here.';
      return reply
        .code(405)
        .header('allow', 'POST')
        .send({ errors: [{ message }] });
    }
    const answer = 'kind' in prepared ? await prepared.start() : { errors: prepared };

    const out = new PassThrough();
    const end = () => {
      gone.abort(new Error('the stream has ended'));
      // No `complete`: the client finds out that it was cut off, and asks another gateway.
      out.end();
      // It was busy, and would stay open for another request that is not taken any more.
      reply.raw.once('finish', () => request.raw.socket.end());
    };
    open.add(end);
    const looking = setInterval(async () => {
      if (out.writableEnded) return;
      if (!out.writableNeedDrain) out.write(':\n\n');
      const refused = await stillIn(request, options.access).then(
        () => null,
        (error: unknown) => (error instanceof AccessDenied ? error : null),
      );
      if (refused === null || out.writableEnded) return;
      const errors = [inRequestScope({ requestId: request.id }, () => runner.formatted(refused))];
      out.end(`${event('next', { errors })}${event('complete')}`);
      gone.abort(refused);
    }, options.heartbeatMs);
    reply.raw.once('close', () => {
      clearInterval(looking);
      open.delete(end);
      gone.abort(new Error('the client has gone'));
      out.destroy();
    });
    send(answer, out, gone.signal).catch((error: unknown) => {
      if (!gone.signal.aborted) options.log.error({ err: error, requestId: request.id }, 'a stream of events broke');
      out.destroy();
    });
    return reply
      .type('text/event-stream; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('x-accel-buffering', 'no')
      .send(out);
  };
}

async function send(answer: FormattedExecutionResult | Answers, out: PassThrough, gone: AbortSignal): Promise<void> {
  // Some browsers do not believe that it has begun before there is something to read.
  out.write(':\n\n');
  const answers = Symbol.asyncIterator in answer ? answer : [answer];
  try {
    for await (const one of answers) {
      // The next answer waits until the client has taken this one.
      if (!gone.aborted && !out.write(event('next', one))) await once(out, 'drain', { signal: gone });
    }
  } catch (error) {
    if (!gone.aborted) throw error;
  }
  if (!gone.aborted) out.end(event('complete'));
}

function event(name: 'next' | 'complete', data?: unknown): string {
  return `event: ${name}\ndata: ${data === undefined ? '' : JSON.stringify(data)}\n\n`;
}
