import Fastify, { type FastifyError, type FastifyPluginAsync } from 'fastify';
import { systemClock } from '../../kernel/clock.js';
import { CONTROL_PATH, controlRoutes } from './control.js';
import { Refusal, type SandboxDefinition } from './definition.js';
import { FaultBook } from './fault-book.js';
import { playFaults, sendAnswer } from './faults.js';
import { RequestLog, splitUrl } from './request-log.js';
import { scenario } from './scenario.js';
import type { Sandbox, SandboxOptions } from './types.js';

const HOST = '127.0.0.1';

/**
 * Starts a sandbox on loopback: the definition's routes, with the request log, the faults and the control routes around
 * them. Form bodies arrive as `URLSearchParams`; a handler may throw a `Refusal`.
 * @throws Error if the port is taken
 */
export async function startSandboxServer(definition: SandboxDefinition, options: SandboxOptions): Promise<Sandbox> {
  const { port = 0, customers, seed, limits = true, clock = systemClock } = options;
  const { dialect } = definition;
  const story = scenario({ ...(customers !== undefined && { size: customers }), ...(seed !== undefined && { seed }) });
  const log = new RequestLog();
  const faults = new FaultBook();
  const closing = new AbortController();
  const app = Fastify({
    logger: false,
    forceCloseConnections: true,
    bodyLimit: 16 * 1024 * 1024,
    routerOptions: { maxParamLength: 1000 },
  });
  const sandbox: Omit<Sandbox, 'url'> = {
    requests: (match) => log.list(match),
    fault: (match, fault) => faults.add(match, fault),
    clearFaults: () => faults.clear(),
    reset: () => {
      log.clear();
      faults.clear();
      definition.reset();
    },
    close: async () => {
      closing.abort(new Error(`The ${definition.name} sandbox is closing.`));
      await app.close();
    },
  };

  app.register(controlRoutes(definition.name, sandbox), { prefix: CONTROL_PATH });
  // In a scope of their own, so that neither faults nor the sandbox's hooks ever reach the control routes.
  const scoped: FastifyPluginAsync = async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    );
    playFaults(scope, {
      dialect,
      clock,
      closing: closing.signal,
      admit: (request) => {
        const entry = log.add(request, clock.now());
        return { entry, fault: faults.take(request.method, splitUrl(request.url).path) };
      },
    });
    scope.setErrorHandler((error: FastifyError, request, reply) => {
      if (error instanceof Refusal) return sendAnswer(reply, error.answer);
      if (closing.signal.aborted) return reply.raw.destroy();
      if (error.statusCode !== undefined && error.statusCode < 500) {
        return sendAnswer(reply, dialect.badRequest(error.message, request));
      }
      // A mistake in the sandbox itself: say so where the developer looks, not only in the client's log.
      process.emitWarning(error);
      return sendAnswer(reply, dialect.serverError(500, request));
    });
    scope.setNotFoundHandler((request, reply) => sendAnswer(reply, dialect.notFound(request)));
    definition.routes(scope, { clock, scenario: story, limits });
  };
  app.register(scoped);

  const url = await app.listen({ host: HOST, port });
  return { url, ...sandbox };
}
