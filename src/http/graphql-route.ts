import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../domain/access/model.js';
import type { ContextServices } from '../graphql/context.js';
import { busyExtensions, limitExtensions } from '../graphql/errors.js';
import { SharedAnswers } from '../graphql/execution/shared-answers.js';
import type { LoadLimit } from '../graphql/limits/load-limit.js';
import { createGraphqlServer, type GraphqlOptions } from '../graphql/server.js';
import type { OpenCount } from '../graphql/subscriptions/open-count.js';
import { OperationRunner } from '../graphql/subscriptions/operation-runner.js';
import {
  AccessDenied,
  DeadlineExceeded,
  LimitExceeded,
  Overloaded,
  StoreBusy,
  StoreUnavailable,
} from '../kernel/errors.js';
import type { IdSource } from '../kernel/ids.js';
import { within } from '../kernel/within.js';
import { type AccessOptions, identify } from './access/identify.js';
import { type DocumentOptions, resolveDocument } from './documents.js';
import { GraphqlAnswers, type HttpAnswer } from './graphql-answers.js';
import type { RateCounter } from './limits/rate-limit.js';
import { traceRequest } from './observe/request-span.js';
import { eventStreams, wantsEvents } from './subscriptions/event-stream.js';
import { mountWebsocket } from './subscriptions/websocket.js';

export interface GraphqlRouteOptions {
  readonly services: ContextServices;
  readonly graphql: Omit<GraphqlOptions, 'answers'>;
  readonly access: AccessOptions;
  readonly documents: DocumentOptions;
  /** Null for no limit. */
  readonly rate: RateCounter | null;
  readonly load: LoadLimit;
  readonly subscriptions: SubscriptionSettings;
}

export interface SubscriptionSettings {
  /** Counts what callers have open. */
  readonly open: OpenCount;
  /** Most WebSockets that a caller may have open in this process. */
  readonly mostConnections: number;
  readonly heartbeatMs: number;
}

/** A request that was let in. */
interface Entered {
  readonly caller: Caller;
  /** When it came, by the process's own clock. */
  readonly at: number;
  /** Counts it no longer as under way. */
  readonly leave: () => void;
}

/** `/graphql`: whether there is time for it, who calls, how often, with what operation; then the operation. */
export async function mountGraphql(app: FastifyInstance, options: GraphqlRouteOptions, ids: IdSource): Promise<void> {
  const { services, access, documents, rate, load, subscriptions } = options;
  const { open, ...live } = subscriptions;
  const { log } = services;
  const shared = new SharedAnswers<HttpAnswer>(options.graphql.now);
  const graphql = { ...options.graphql, answers: shared };
  const apollo = createGraphqlServer(graphql, [fastifyApolloDrainPlugin(app)]);
  await apollo.start();
  const inside = new WeakMap<FastifyRequest, Entered>();
  const entered = (request: FastifyRequest): Entered => {
    const found = inside.get(request);
    if (found === undefined) throw new Error('a request was let in without a caller');
    return found;
  };
  const { now, onOperation } = graphql;
  const answers = new GraphqlAnswers({ apollo, services, answers: shared, now, onOperation });
  const runner = new OperationRunner({ services, graphql, apollo, open, load });
  const answerInEvents = eventStreams(app, runner, { access, log, ...live });
  const maxMessageBytes = app.initialConfig.bodyLimit ?? 0;
  mountWebsocket(app, runner, { access, log, documents, rate, ids, maxMessageBytes, ...live });
  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    // Before the body is read: strangers do not get to send one.
    onRequest: [
      async (request, reply) => {
        const at = performance.now();
        const leave = load.enter();
        reply.raw.once('close', leave);
        // The database that knows keys may be silent.
        const caller = await within(services.deadlineMs, identify(request, access), () => new DeadlineExceeded());
        inside.set(request, { caller, at, leave });
        if (caller.kind !== 'open') await rate?.take(caller.id);
      },
      traceRequest,
    ],
    preHandler: async (request) => resolveDocument(request, documents),
    errorHandler: answerError,
    async handler(request, reply) {
      const { caller, at, leave } = entered(request);
      if (!wantsEvents(request)) return await answers.answer(request, reply, { caller, at });
      leave();
      return await answerInEvents(request, reply, caller);
    },
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
    const status = error instanceof Overloaded ? 503 : error.retryAfterSeconds === null ? 400 : 429;
    return answer(status, error.message, limitExtensions(error));
  }
  if (error instanceof StoreBusy) {
    void reply.header('retry-after', 1);
    return answer(503, error.message, busyExtensions(error));
  }
  if (error instanceof StoreUnavailable)
    return answer(503, error.message, { code: 'STORE_UNAVAILABLE', retryable: true });
  if (error instanceof DeadlineExceeded)
    return answer(503, error.message, { code: 'DEADLINE_EXCEEDED', retryable: true });
  const { code = '', statusCode = 500 } = error as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const { bodyLimit } = request.routeOptions;
    const extensions = { code: 'LIMIT_EXCEEDED', limit: 'body', most: bodyLimit, retryable: false };
    return answer(413, `The request has more than ${bodyLimit} bytes.`, extensions);
  }
  if (statusCode < 500) return answer(statusCode, error.message, { code: 'BAD_REQUEST', retryable: false });
  // Whoever leaves a stream of events breaks it off; nobody is there to be answered.
  const left = code === 'ERR_STREAM_PREMATURE_CLOSE';
  request.log[left ? 'debug' : 'error']({ err: error }, 'a request failed before it reached GraphQL');
  const message = 'The gateway cannot say who calls: ask again.';
  return answer(503, message, { code: 'UNAVAILABLE', retryable: true });
}
