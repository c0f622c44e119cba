import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { FAULT_KINDS, FaultSchema } from './fault-book.js';
import { requestMatcher } from './request-match.js';
import type { Sandbox } from './types.js';

export const CONTROL_PATH = '/__control';

const Match = z.string().superRefine((match, context) => {
  try {
    requestMatcher(match);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
  }
});
const FaultOrder = z.strictObject({ match: Match, fault: FaultSchema });
const LogQuery = z.strictObject({ match: Match.exactOptional() });

/** The sandbox's own routes, for people with curl and for tests in another process. */
export function controlRoutes(name: string, sandbox: Pick<Sandbox, 'requests' | 'fault' | 'clearFaults' | 'reset'>) {
  return async (app: FastifyInstance): Promise<void> => {
    app.setErrorHandler((error, _request, reply) => {
      const message = error instanceof z.ZodError ? z.prettifyError(error) : messageOf(error);
      return reply.code(400).send({ error: message });
    });
    app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: `See GET ${CONTROL_PATH}` }));

    app.get('/', async () => ({
      sandbox: name,
      routes: {
        [`GET ${CONTROL_PATH}/requests?match=GET+/path/**`]:
          'the requests received, oldest first; match may be left out',
        [`POST ${CONTROL_PATH}/faults`]: 'makes the next matching requests misbehave: {"match", "fault"}',
        [`DELETE ${CONTROL_PATH}/faults`]: 'forgets all faults',
        [`POST ${CONTROL_PATH}/reset`]: 'forgets requests, faults and every change of data',
      },
      match: '"METHOD /path" with * for one segment (or the method) and ** at the end, or "*" for everything',
      faults: FAULT_KINDS,
      example: { match: 'GET /**', fault: { kind: 'latency', ms: 500, times: 3 } },
    }));
    app.get('/requests', async (request) => {
      const { match } = LogQuery.parse(request.query);
      return { requests: sandbox.requests(match).map((one) => ({ ...one, query: one.query.toString() })) };
    });
    app.post('/faults', async (request, reply) => {
      const { match, fault } = FaultOrder.parse(request.body);
      sandbox.fault(match, fault);
      return reply.code(204).send();
    });
    app.delete('/faults', async (_request, reply) => {
      sandbox.clearFaults();
      return reply.code(204).send();
    });
    app.post('/reset', async (_request, reply) => {
      sandbox.reset();
      return reply.code(204).send();
    });
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
