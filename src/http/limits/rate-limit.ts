import { createClient } from '@keyv/redis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { LimitExceeded } from '../../kernel/errors.js';

export interface CallerRateLimit {
  /** @throws LimitExceeded */
  take(callerId: string): Promise<void>;
  close(): Promise<void>;
}

export interface RateLimitOptions {
  readonly perMinute: number;
  /** Where several gateways count together; without an answer from there each counts for itself. */
  readonly redisUrl?: string | undefined;
  readonly onError: (error: unknown) => void;
}

const MINUTE_S = 60;
const CONNECT_TIMEOUT_MS = 500;

/** How many operations a caller may send in a minute. */
export async function callerRateLimit({ perMinute, redisUrl, onError }: RateLimitOptions): Promise<CallerRateLimit> {
  const counting = { points: perMinute, duration: MINUTE_S, keyPrefix: 'billgraph:rate' };
  const memory = new RateLimiterMemory(counting);
  const client = redisUrl
    ? createClient({ url: redisUrl, disableOfflineQueue: true, socket: { connectTimeout: CONNECT_TIMEOUT_MS } })
    : null;
  client?.on('error', onError);
  // It goes on trying by itself; the gateway starts without it.
  client?.connect().catch(onError);
  const limiter = client
    ? new RateLimiterRedis({ ...counting, storeClient: client, useRedisPackage: true, insuranceLimiter: memory })
    : memory;
  return {
    async take(callerId) {
      try {
        await limiter.consume(callerId);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        const message = `More than ${perMinute} operations a minute: wait and ask again.`;
        throw new LimitExceeded('rate', perMinute, message, Math.ceil(refused.msBeforeNext / 1000));
      }
    },
    async close() {
      client?.destroy();
    },
  };
}
