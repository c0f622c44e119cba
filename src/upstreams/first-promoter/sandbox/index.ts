import type { FastifyRequest } from 'fastify';
import { systemClock } from '../../../kernel/clock.js';
import { type Answer, Refusal } from '../../sandbox-kit/definition.js';
import { RequestQuota } from '../../sandbox-kit/quota.js';
import { scenario } from '../../sandbox-kit/scenario.js';
import { startSandboxServer } from '../../sandbox-kit/server.js';
import type { Sandbox, SandboxOptions } from '../../sandbox-kit/types.js';
import { type Lead, Program, type PromotionEvent } from './program.js';
import { trackingRoutes } from './routes.js';

export interface FirstPromoterSandboxOptions extends SandboxOptions {
  /** The account's quota in any minute. Default 400, as FirstPromoter's. */
  requestsPerMinute?: number;
}

/** A running stand-in for one FirstPromoter account, both generations of its tracking API. */
export interface FirstPromoterSandbox extends Sandbox {
  readonly credentials: { readonly apiKey: string; readonly accountId: string };
  /** Everything that was tracked since the start or the last reset. */
  events(): readonly PromotionEvent[];
  /** Everybody who was referred. */
  leads(): readonly Lead[];
}

// No secrets: they open the sandbox of whoever reads this, and nothing else.
const CREDENTIALS = { apiKey: 'sandbox-key-of-first-promoter', accountId: 'sandbox1' };
const REQUESTS_PER_MINUTE = 400;
const MINUTE_MS = 60_000;

/**
 * Starts a FirstPromoter account on loopback.
 * @throws Error if the port is taken
 */
export async function startFirstPromoterSandbox(options: FirstPromoterSandboxOptions): Promise<FirstPromoterSandbox> {
  const { clock = systemClock, requestsPerMinute = REQUESTS_PER_MINUTE, customers, seed } = options;
  const story = scenario({ ...(customers !== undefined && { size: customers }), ...(seed !== undefined && { seed }) });
  const program = new Program(story, clock);
  const quota = new RequestQuota(requestsPerMinute, MINUTE_MS, clock);
  const sandbox = await startSandboxServer(
    {
      name: 'FirstPromoter',
      routes: (app, kit) => {
        app.addHook('onRequest', async (request) => {
          if (!isAuthenticated(request)) throw new Refusal(said(401, 'Unauthorized'));
          if (kit.limits && !quota.take().allowed) throw new Refusal(said(429, 'Too many requests'));
        });
        trackingRoutes(app, program);
      },
      dialect: {
        rateLimited: (retryAfter) => ({
          ...said(429, 'Too many requests'),
          ...(retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }),
        }),
        serverError: (status) => said(status, 'Internal server error'),
        expiredToken: () => said(401, 'Unauthorized'),
        notFound: () => said(404, 'Not found'),
        badRequest: (message) => said(400, message),
      },
      reset: () => {
        program.reset();
        quota.clear();
      },
    },
    options,
  );
  return { ...sandbox, credentials: CREDENTIALS, events: () => program.events, leads: () => program.leads };
}

function isAuthenticated({ url, headers }: FastifyRequest): boolean {
  if (url.startsWith('/api/v1/')) return headers['x-api-key'] === CREDENTIALS.apiKey;
  return headers.authorization === `Bearer ${CREDENTIALS.apiKey}` && headers['account-id'] === CREDENTIALS.accountId;
}

function said(status: number, message: string): Answer {
  return { status, body: { message } };
}
