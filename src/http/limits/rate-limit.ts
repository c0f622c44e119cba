import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { LimitExceeded } from '../../kernel/errors.js';
import { Patience, Silent } from '../../kernel/within.js';

/** Counts something for each of many, for a minute. */
export interface RateCounter {
  /** Counts once more. @throws LimitExceeded */
  take(who: string): Promise<void>;
  /** Counts nothing. @throws LimitExceeded if it has been too often */
  check(who: string): Promise<void>;
}

export interface RateCounters {
  /** `limit` is the limit's name for clients, `counted` what is counted, in words. Null where nothing is: 0 a minute. */
  counter(options: { limit: string; perMinute: number; counted: string }): RateCounter | null;
  close(): Promise<void>;
}

export interface RateLimitOptions {
  /** Where several gateways count together; without an answer from there each counts for itself. */
  readonly redisUrl?: string | undefined;
  readonly onError: (error: unknown) => void;
}

const MINUTE_S = 60;
const CONNECT_TIMEOUT_MS = 500;
const ANSWER_MS = 500;
// How long Redis is left alone once it was silent.
const PAUSE_MS = 5_000;

/** What callers may do how often. */
export async function rateCounters({ redisUrl, onError }: RateLimitOptions): Promise<RateCounters> {
  const client = redisUrl ? await redisClient(redisUrl) : null;
  client?.on('error', onError);
  // It goes on trying by itself; the gateway starts without it.
  client?.connect().catch(onError);
  const patience = new Patience(ANSWER_MS, PAUSE_MS);
  const together = <T>(count: () => Promise<T>) => (client ? patience.ask(count) : count());
  /** The limiter counts alone where Redis is gone, and would wait for ever where it is silent. */
  const alone = <T>(error: unknown, count: () => Promise<T>): Promise<T> => {
    if (!(error instanceof Silent)) throw error;
    onError(error);
    return count();
  };
  return {
    counter({ limit, perMinute, counted }) {
      if (perMinute === 0) return null;
      const counting = { points: perMinute, duration: MINUTE_S, keyPrefix: `billgraph:${limit}` };
      const memory = new RateLimiterMemory(counting);
      const limiter = client
        ? new RateLimiterRedis({ ...counting, storeClient: client, useRedisPackage: true, insuranceLimiter: memory })
        : memory;
      const tooMany = (afterMs: number) => {
        const message = `More than ${perMinute} ${counted} a minute: wait and ask again.`;
        return new LimitExceeded(limit, perMinute, message, Math.max(1, Math.ceil(afterMs / 1000)));
      };
      return {
        async take(who) {
          try {
            await together(() => limiter.consume(who)).catch((error) => alone(error, () => memory.consume(who)));
          } catch (refused) {
            if (!(refused instanceof RateLimiterRes)) throw refused;
            throw tooMany(refused.msBeforeNext);
          }
        },
        async check(who) {
          const counted = await together(() => limiter.get(who)).catch((error) => alone(error, () => memory.get(who)));
          if (counted !== null && counted.consumedPoints > perMinute) throw tooMany(counted.msBeforeNext);
        },
      };
    },
    async close() {
      client?.destroy();
    },
  };
}

async function redisClient(url: string) {
  // A large package, and most gateways need none.
  const { createClient } = await import('@keyv/redis');
  return createClient({ url, disableOfflineQueue: true, socket: { connectTimeout: CONNECT_TIMEOUT_MS } });
}
