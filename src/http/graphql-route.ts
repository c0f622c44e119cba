import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../domain/access/model.js';
import { type ContextServices, createContext } from '../graphql/context.js';
import { limitExtensions } from '../graphql/errors.js';
import { createGraphqlServer, type GraphqlOptions } from '../graphql/server.js';
import { AccessDenied, LimitExceeded } from '../kernel/errors.js';
import { type AccessOptions, identify } from './access/identify.js';
import { type DocumentOptions, resolveDocument } from './documents.js';
import type { CallerRateLimit } from './limits/rate-limit.js';

export interface GraphqlRouteOptions {
  readonly services: ContextServices;
  readonly graphql: GraphqlOptions;
  readonly access: AccessOptions;
  readonly documents: DocumentOptions;
  /** Null for no limit. */
  readonly rate: CallerRateLimit | null;
}

/** `/graphql`: who calls, how often, with what operation; then the operation. */
export async function mountGraphql(app: FastifyInstance, options: GraphqlRouteOptions): Promise<void> {
  const { services, graphql, access, documents, rate } = options;
  const apollo = createGraphqlServer(graphql, [fastifyApolloDrainPlugin(app)]);
  await apollo.start();
  const callers = new WeakMap<FastifyRequest, Caller>();
  const handler = fastifyApolloHandler(apollo, {
    context: async (request: FastifyRequest, reply: FastifyReply) => {
      const caller = callers.get(request);
      if (caller === undefined) throw new Error('a request was let in without a caller');
      return createContext(services, { id: request.id, caller, gone: whenGone(reply) });
    },
  });
  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    // Before the body is read: strangers do not get to send one.
    onRequest: async (request) => {
      const caller = await identify(request.headers, access);
      callers.set(request, caller);
      if (caller.kind !== 'open') await rate?.take(caller.id);
    },
    preHandler: async (request) => resolveDocument(request, documents),
    errorHandler: answerError,
    handler,
  });
}

/** What stops a request before GraphQL sees it is told as GraphQL tells errors. */
export async function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) {
  const answer = (status: number, message: string, extensions: object) =>
    reply.code(status).send({ errors: [{ message, extensions: { ...extensions, requestId: request.id } }] });
  if (error instanceof AccessDenied) {
    if (error.code === 'UNAUTHENTICATED') void reply.header('www-authenticate', 'Bearer realm="billgraph"');
    return answer(error.code === 'UNAUTHENTICATED' ? 401 : 403, error.message, { code: error.code, retryable: false });
  }
  if (error instanceof LimitExceeded) {
    if (error.retryAfterSeconds !== null) void reply.header('retry-after', error.retryAfterSeconds);
    return answer(error.retryAfterSeconds === null ? 400 : 429, error.message, limitExtensions(error));
  }
  const { code = '', statusCode = 500 } = error as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const { bodyLimit } = request.routeOptions;
    const extensions = { code: 'LIMIT_EXCEEDED', limit: 'body', most: bodyLimit, retryable: false };
    return answer(413, `The request has more than ${bodyLimit} bytes.`, extensions);
  }
  if (statusCode < 500) return answer(statusCode, error.message, { code: 'BAD_REQUEST', retryable: false });
  request.log.error({ err: error }, 'a request failed before it reached GraphQL');
  const message = 'The gateway cannot say who calls: ask again.';
  return answer(503, message, { code: 'UNAVAILABLE', retryable: true });
}

/** Fires when the client hangs up before its answer. */
function whenGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new Error('the client has gone'));
  });
  return gone.signal;
}
