import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { InvalidInput, StoreUnavailable, UpstreamError } from '../kernel/errors.js';
import type { GatewayRoute } from '../kernel/http/route.js';
import type { Logger } from '../kernel/logger.js';
import { inSpan } from '../kernel/tracing/spans.js';

/** Serves routes whose bodies are files: they are streams in both directions, of any length. */
export function fileRoutes(routes: readonly GatewayRoute[], log: Logger) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    for (const route of routes) {
      app.route<{ Params: Record<string, string>; Querystring: Record<string, string> }>({
        method: route.method,
        url: route.path,
        bodyLimit: Number.MAX_SAFE_INTEGER,
        handler: async (request, reply) => {
          const gone = new AbortController();
          reply.raw.once('close', () => {
            if (!reply.raw.writableFinished) gone.abort(new Error('the client has gone'));
          });
          const body = request.body instanceof Readable ? request.body : Readable.from([]);
          const { params, query } = request;
          const work = () => route.handle({ params, query, body, signal: gone.signal });
          const span = { kind: 'SERVER', parent: request.headers, attributes: { 'http.route': route.path } } as const;
          const answer = await inSpan(`${route.method} ${route.path}`, span, work).catch((error: unknown) => {
            if (!gone.signal.aborted) log.warn({ err: error, url: route.path }, 'a file route failed');
            return failure(error);
          });
          // What was refused early is still being sent; its connection ends with the answer.
          if (!body.readableEnded) reply.header('connection', 'close');
          reply.code(answer.status).type(answer.contentType);
          if (answer.fileName !== undefined) {
            reply.header('content-disposition', `attachment; filename="${answer.fileName.replace(/[^\w.-]/g, '_')}"`);
          }
          return reply.send(typeof answer.body === 'string' ? answer.body : Readable.from(answer.body));
        },
      });
    }
  };
}

/** Says of a failure what callers may know. */
function failure(error: unknown) {
  const status = statusOf(error);
  const message =
    error instanceof Error && status !== 500 ? error.message : 'Something went wrong here; the log says what.';
  return { status, contentType: 'application/json', fileName: undefined, body: JSON.stringify({ error: message }) };
}

function statusOf(error: unknown): number {
  if (error instanceof InvalidInput) return 400;
  if (error instanceof UpstreamError) return 502;
  return error instanceof StoreUnavailable ? 503 : 500;
}
