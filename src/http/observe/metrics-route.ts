import type { FastifyInstance } from 'fastify';
import { may } from '../../domain/access/model.js';
import { AccessDenied } from '../../kernel/errors.js';
import { type AccessOptions, identify } from '../access/identify.js';
import { answerError } from '../graphql-route.js';
import type { GatewayMetrics } from './metrics.js';

/** `/metrics`, for whoever may read. */
export function mountMetrics(app: FastifyInstance, metrics: GatewayMetrics, access: AccessOptions): void {
  app.get('/metrics', {
    onRequest: async (request) => {
      const caller = await identify(request, access);
      if (!may(caller, 'read')) throw new AccessDenied('FORBIDDEN', 'This needs the scope "read".');
    },
    errorHandler: answerError,
    handler: async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()),
  });
}
