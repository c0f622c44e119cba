import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { holdsCardNumber } from '../kernel/card-numbers.js';
import type { IdSource } from '../kernel/ids.js';
import { inRequestScope } from '../kernel/request-scope.js';
import { type GraphqlRouteOptions, mountGraphql } from './graphql-route.js';
import type { GatewayMetrics } from './observe/metrics.js';
import { mountMetrics } from './observe/metrics-route.js';
import { fileRoutes } from './routes.js';
import { type WebhookRouteOptions, webhookRoutes } from './webhooks/webhook-routes.js';

export interface HttpServices extends GraphqlRouteOptions {
  readonly ids: IdSource;
  /** Rejects while the gateway cannot do its work. */
  readonly ready: () => Promise<void>;
  readonly metrics: GatewayMetrics;
  readonly webhooks: Omit<WebhookRouteOptions, 'ids' | 'log'>;
}

const BODY_LIMIT = 1_048_576;
// Also fits Zuora-Track-Id: at most 64 characters and no punctuation of header syntax.
const REQUEST_ID = /^[\w.-]{1,64}$/;

/** The gateway's HTTP side, ready to listen. Closing it lets running requests end and refuses new ones. */
export async function createHttpServer(services: HttpServices): Promise<FastifyInstance> {
  const { ids, access, metrics } = services;
  const { log } = services.services;
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: access.trusts,
    forceCloseConnections: 'idle',
    genReqId: ({ headers }) => {
      const given = headers['x-request-id'];
      const usable = typeof given === 'string' && REQUEST_ID.test(given) && !holdsCardNumber(given);
      return usable ? given : ids.next();
    },
  });
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    inRequestScope({ requestId: request.id }, done);
  });

  let draining = false;
  app.addHook('preClose', async () => {
    draining = true;
  });
  // A connection that was busy when the end began would stay open after its answer, and the end would wait for it.
  app.addHook('onSend', async (_request, reply) => {
    if (draining) void reply.header('connection', 'close');
  });
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      if (draining) throw new Error('draining');
      await services.ready();
      return { status: 'ready' };
    } catch {
      return await reply.code(503).send({ status: draining ? 'draining' : 'unavailable' });
    }
  });

  await mountGraphql(app, services, ids);
  const routes = services.services.systems.flatMap(({ connection }) => connection.routes ?? []);
  await app.register(fileRoutes(routes, log));
  await app.register(webhookRoutes({ ...services.webhooks, ids, log }));
  mountMetrics(app, metrics, access);
  return app;
}
