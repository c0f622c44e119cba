import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../../../kernel/clock.js';
import { Refusal } from '../../../sandbox-kit/definition.js';
import { ConcurrencyLimit, RequestQuota } from '../../../sandbox-kit/quota.js';
import { isTokenRequest } from './authentication.js';
import { CATEGORY, errorFor } from './errors.js';

/** The tenant's limits; the defaults are those of a production tenant. */
export interface ZuoraLimits {
  /** Requests at the same time: v1, calls that Zuora counts as high volume, and Object Query. */
  readonly concurrent: number;
  readonly concurrentHighVolume: number;
  readonly concurrentObjectQuery: number;
  readonly perMinute: number;
  /** Token requests from one address. */
  readonly tokensPerMinute: number;
}

export const PRODUCTION_LIMITS: ZuoraLimits = {
  concurrent: 40,
  concurrentHighVolume: 200,
  concurrentObjectQuery: 80,
  perMinute: 50_000,
  tokensPerMinute: 100,
};

const MINUTE_MS = 60_000;
const PER_HOUR = 2_250_000;
const PER_DAY = 27_000_000;

const HIGH_VOLUME: readonly (readonly [method: string, path: RegExp])[] = [
  ['POST', /^\/v1\/accounts$/],
  ['POST', /^\/v1\/orders(\/preview)?$/],
  ['POST', /^\/v1\/subscriptions(\/preview)?$/],
  ['PUT', /^\/v1\/subscriptions\/[^/]+(\/(cancel|renew))?$/],
];

/** Counts every request, says so in headers, and refuses at once what is above a limit. */
export function limits(app: FastifyInstance, settings: ZuoraLimits, clock: Clock): { reset(): void } {
  const requests = new RequestQuota(settings.perMinute, MINUTE_MS, clock);
  const tokens = new RequestQuota(settings.tokensPerMinute, MINUTE_MS, clock);
  const running = {
    Default: new ConcurrencyLimit(settings.concurrent),
    HighVolume: new ConcurrencyLimit(settings.concurrentHighVolume),
    ObjectQuery: new ConcurrencyLimit(settings.concurrentObjectQuery),
  };
  const refuse = (request: FastifyRequest, retryAfterMs: number, what: string) => {
    const answer = errorFor(request, CATEGORY.limitExceeded, `Request exceeded limit: ${what}`);
    return new Refusal({ ...answer, headers: { 'retry-after': String(Math.max(1, Math.ceil(retryAfterMs / 1000))) } });
  };

  app.addHook('onRequest', async (request, reply) => {
    if (isTokenRequest(request)) {
      const decision = tokens.take();
      if (!decision.allowed) throw refuse(request, decision.resetMs, 'token requests per minute');
      return;
    }
    const quota = requests.take();
    const perMinute = String(settings.perMinute);
    reply.headers({
      'ratelimit-limit': `${perMinute}, ${perMinute};w=60, ${PER_HOUR};w=3600, ${PER_DAY};w=86400`,
      'ratelimit-remaining': String(quota.remaining),
      'ratelimit-reset': String(Math.ceil(quota.resetMs / 1000)),
    });
    if (!quota.allowed) throw refuse(request, quota.resetMs, 'requests per minute');
    const type = concurrencyType(request);
    const limit = running[type];
    const leave = limit.enter();
    if (request.url.startsWith('/v1/')) {
      reply.headers({
        'concurrency-limit-type': type,
        'concurrency-limit-limit': String(limit.limit),
        'concurrency-limit-remaining': String(limit.remaining),
      });
    }
    if (!leave) throw refuse(request, 1000, 'concurrent requests');
    reply.raw.once('close', leave);
  });

  return {
    reset: () => {
      requests.clear();
      tokens.clear();
    },
  };
}

function concurrencyType(request: FastifyRequest): 'Default' | 'HighVolume' | 'ObjectQuery' {
  const [path = ''] = request.url.split('?');
  if (path.startsWith('/object-query/')) return 'ObjectQuery';
  return HIGH_VOLUME.some(([method, pattern]) => request.method === method && pattern.test(path))
    ? 'HighVolume'
    : 'Default';
}
