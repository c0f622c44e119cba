import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { systemClock } from '../../src/kernel/clock.js';
import { rateLimit } from '../../src/kernel/http/rate-limit.js';
import type { HttpResponse, Transport } from '../../src/kernel/http/transport.js';
import { UpstreamHttp } from '../../src/kernel/http/upstream-http.js';
import { KnownSecrets } from '../../src/kernel/secrets/known-secrets.js';
import { rounded } from '../measure/statistics.js';

interface Machinery {
  /** Microseconds that a call to an upstream costs in the gateway beside the wire: turn, deadline, breaker, retries. */
  readonly perCallUs: number;
  /** Of that, waiting for a turn under a quota that is never used up. */
  readonly quotaUs: number;
}

const CALLS = 20_000;
const AT_ONCE = 50;

/** What stands around a call, without the call: the wire answers at once. */
export async function machinery(): Promise<Machinery> {
  const answer: HttpResponse = { status: 200, headers: {}, text: '{}' };
  const transport: Transport = {
    send: async () => answer,
    open: () => Promise.reject(new Error('nothing is streamed here')),
    close: async () => {},
  };
  const http = new UpstreamHttp({
    system: 'BENCH',
    title: 'Bench',
    transport,
    clock: systemClock,
    secrets: new KnownSecrets(['a-client-secret-of-a-tenant', 'an-api-key-of-another-one']),
    interpret: ({ text }) => JSON.parse(text) as unknown,
    attemptTimeoutMs: 30_000,
  });
  const quota = rateLimit({ limit: 1_000_000, windowMs: 1_000 });
  const { signal } = new AbortController();
  const shape = z.object({});
  const call = () =>
    http.send(
      {
        operation: 'read',
        method: 'GET',
        path: '/',
        headers: {},
        lane: 'interactive',
        admission: quota,
        signal,
        repeatable: true,
      },
      shape,
    );
  const turn = () => quota.run('interactive', async () => answer, signal);
  await microseconds(call);
  return { perCallUs: await microseconds(call), quotaUs: await microseconds(turn) };
}

async function microseconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  for (let done = 0; done < CALLS; done += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, work));
  return rounded(((performance.now() - from) * 1_000) / CALLS);
}
