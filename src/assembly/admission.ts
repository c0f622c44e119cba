import { listOf, tokenSettings } from '../config/gateway.js';
import { LoadLimit } from '../graphql/limits/load-limit.js';
import { accessPolicy } from '../http/access/access-policy.js';
import { trusting } from '../http/access/caller-address.js';
import { guessLimit } from '../http/access/guess-limit.js';
import { rateCounters } from '../http/limits/rate-limit.js';
import { isLoopback } from '../kernel/http/loopback.js';
import { atMostOnceAMinute } from '../kernel/logger.js';
import { LoopDelay } from '../kernel/loop-delay.js';
import { openApiKeys } from '../store/api-keys.js';
import type { Foundations } from './foundations.js';
import type { Site } from './site.js';
import type { Systems } from './systems.js';

/** Who may come in, how often, and whether GraphiQL is there for them. */
export async function openAdmission(
  { config: { gateway }, log, clock, opened }: Site,
  { store }: Foundations,
  { all, book }: Systems,
) {
  const counters = await rateCounters({
    redisUrl: gateway.REDIS_URL,
    onError: atMostOnceAMinute(clock, (error) => log.warn({ err: error }, 'callers are counted without Redis')),
  });
  opened.add(() => counters.close());
  const rate = counters.counter({ limit: 'rate', perMinute: gateway.RATE_LIMIT_PER_MINUTE, counted: 'operations' });
  const guesses = counters.counter({
    limit: 'guesses',
    perMinute: gateway.FAILED_LOGINS_PER_MINUTE,
    counted: 'keys or tokens that are not good',
  });
  const delay = new LoopDelay();
  opened.add(async () => delay.stop());
  const bounds = { mostRequests: gateway.MAX_REQUESTS, mostDelayMs: gateway.MAX_LOOP_DELAY_MS };
  const load = new LoadLimit(bounds, delay);
  const loopback = isLoopback(gateway.HOST);
  const access = await accessPolicy({
    mode: gateway.ACCESS,
    loopback,
    sandboxOnly: all.every(({ sandbox }) => sandbox) && (await book.list()).length === 0,
    token: tokenSettings(gateway),
    keys: openApiKeys(store.db),
    guesses: guesses && guessLimit(guesses, clock),
    trusts: trusting(listOf(gateway.TRUSTED_PROXIES)),
    clock,
    onError: (error) => log.warn({ err: error }, 'the use of an API key was not noted'),
  });
  return { rate, load, access, graphiql: gateway.GRAPHIQL === 'AUTO' ? loopback : gateway.GRAPHIQL === 'ON' };
}
