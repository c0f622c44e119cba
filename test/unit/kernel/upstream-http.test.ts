import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../../../src/kernel/clock.js';
import { UpstreamError } from '../../../src/kernel/errors.js';
import { retryAfterMs } from '../../../src/kernel/http/failures.js';
import { concurrencyLimit } from '../../../src/kernel/http/lanes.js';
import { type HttpResponse, undiciTransport } from '../../../src/kernel/http/transport.js';
import { type FinishedCall, type UpstreamCall, UpstreamHttp } from '../../../src/kernel/http/upstream-http.js';
import { KnownSecrets } from '../../../src/kernel/secrets/known-secrets.js';

const never = new AbortController().signal;
const opened: { server: Server; http: UpstreamHttp }[] = [];
afterEach(async () => {
  for (const { server, http } of opened.splice(0)) {
    await http.close();
    server.closeAllConnections();
    server.close();
  }
});

/** A real server on the wire; `answer` decides what becomes of each request. */
async function upstream(answer: RequestListener, attemptTimeoutMs = 1_000) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const calls: FinishedCall[] = [];
  const http = new UpstreamHttp({
    system: 'TEST',
    title: 'Test',
    clock: systemClock,
    transport: undiciTransport(`${url}/base`, { connections: 4 }),
    attemptTimeoutMs,
    secrets: new KnownSecrets(),
    onCall: (call) => calls.push(call),
    interpret: (response) => {
      const { status, headers } = response;
      if (status === 429) {
        const wait = retryAfterMs(headers['retry-after'], 0);
        throw new UpstreamError('TEST', 'UPSTREAM_RATE_LIMITED', 'slow down', { retryAfterMs: wait });
      }
      if (status >= 500) throw new UpstreamError('TEST', 'UPSTREAM_UNAVAILABLE', 'broken', { outcome: 'unknown' });
      if (status >= 400) throw new UpstreamError('TEST', 'UPSTREAM_REJECTED', 'no');
      return response;
    },
  });
  opened.push({ server, http });
  const get = (over: Partial<UpstreamCall> = {}) =>
    http.send<HttpResponse>(
      {
        operation: 'getThing',
        method: 'GET',
        path: '/thing?x=1',
        headers: {},
        lane: 'interactive',
        admission: concurrencyLimit(10),
        signal: never,
        repeatable: true,
        ...over,
      },
      z.custom<HttpResponse>(),
    );
  return { http, calls, get };
}

it('sends what it is given and hands back what came', async () => {
  const seen: string[] = [];
  const { get, calls } = await upstream((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers['x-one']}`);
    response.setHeader('X-Two', 'b');
    response.end('body');
  });
  expect(await get({ headers: { 'x-one': 'a' } })).toMatchObject({
    status: 200,
    text: 'body',
    headers: { 'x-two': 'b' },
  });
  expect(seen).toEqual(['GET /base/thing?x=1 a']);
  expect(calls).toMatchObject([{ operation: 'getThing', method: 'GET', status: 200, error: null }]);
});

it('repeats a harmless call that failed, and stops at the first success', async () => {
  let requests = 0;
  const { get, calls } = await upstream((_request, response) => {
    requests += 1;
    response.statusCode = requests < 3 ? 503 : 200;
    response.end();
  });
  expect((await get()).status).toBe(200);
  expect(calls.map(({ status }) => status)).toEqual([503, 503, 200]);
});

it('never repeats a call that may have done something', async () => {
  let requests = 0;
  const { get } = await upstream((_request, response) => {
    requests += 1;
    response.destroy();
  });
  await expect(get({ method: 'POST', body: '{}', repeatable: false })).rejects.toMatchObject({
    code: 'UPSTREAM_UNAVAILABLE',
    outcome: 'unknown',
  });
  expect(requests).toBe(1);
});

it('does not repeat what would be refused again', async () => {
  let requests = 0;
  const { get } = await upstream((_request, response) => {
    requests += 1;
    response.statusCode = 400;
    response.end();
  });
  await expect(get()).rejects.toMatchObject({ code: 'UPSTREAM_REJECTED' });
  expect(requests).toBe(1);
});

it('waits as long as the system asks for', async () => {
  const at: number[] = [];
  const { get } = await upstream((_request, response) => {
    at.push(Date.now());
    response.statusCode = at.length === 1 ? 429 : 200;
    response.setHeader('retry-after', '0.3');
    response.end();
  });
  await get();
  expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(290);
});

it('does not wait for minutes: it says how long it would be', async () => {
  let requests = 0;
  const { get } = await upstream((_request, response) => {
    requests += 1;
    response.statusCode = 429;
    response.setHeader('retry-after', '60');
    response.end();
  });
  await expect(get()).rejects.toMatchObject({ code: 'UPSTREAM_RATE_LIMITED', retryAfterMs: 60_000 });
  expect(requests).toBe(1);
});

it('cuts an attempt off at its time and does not try again', async () => {
  let requests = 0;
  const { get } = await upstream(() => {
    requests += 1;
  }, 300);
  await expect(get()).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT', outcome: 'unknown' });
  expect(requests).toBe(1);
});

it("ends with the caller's reason when the caller gives up, also between two attempts", async () => {
  const { get, calls } = await upstream((_request, response) => {
    response.statusCode = 429;
    response.setHeader('retry-after', '4');
    response.end();
  });
  const leaving = new AbortController();
  const answer = get({ signal: leaving.signal });
  setTimeout(() => leaving.abort(new Error('my deadline')), 60);
  await expect(answer).rejects.toThrow('my deadline');
  expect(calls).toHaveLength(1);
});

it('knows that a request which never left was not applied', async () => {
  const { get, http } = await upstream((_request, response) => response.end());
  const { server } = opened[0] ?? {};
  server?.close();
  server?.closeAllConnections();
  await expect(get({ repeatable: false })).rejects.toMatchObject({
    code: 'UPSTREAM_UNAVAILABLE',
    outcome: 'not_applied',
  });
  await http.close();
});

it('leaves a system alone that fails again and again, and says so at once', async () => {
  let requests = 0;
  const { get, http } = await upstream((_request, response) => {
    requests += 1;
    response.statusCode = 500;
    response.end();
  });
  for (let i = 0; i < 8; i++) await get({ repeatable: false }).catch(() => {});
  expect(http.breaker).toBe('OPEN');
  const before = requests;
  await expect(get()).rejects.toMatchObject({
    code: 'UPSTREAM_UNAVAILABLE',
    outcome: 'not_applied',
    retryAfterMs: 5_000,
  });
  expect(requests).toBe(before);
});

it('says what does not fit when an answer has another shape', async () => {
  const { http } = await upstream((_request, response) => response.end('{}'));
  const call = {
    operation: 'getThing',
    method: 'GET',
    path: '/',
    headers: {},
    lane: 'interactive',
    signal: never,
  } as const;
  const shape = z.object({ text: z.object({ id: z.string() }) });
  await expect(http.send({ ...call, admission: concurrencyLimit(1), repeatable: true }, shape)).rejects.toMatchObject({
    code: 'UPSTREAM_INVALID_RESPONSE',
    retryable: false,
    message: expect.stringMatching(/^Test answered getThing in an unexpected form: text: /),
  });
});

it.each([
  ['7', 7_000],
  ['0', 0],
  ['Thu, 01 Jan 1970 00:00:09 GMT', 9_000],
  ['soon', null],
  [undefined, null],
])('reads Retry-After: %s', (value, ms) => {
  expect(retryAfterMs(value, 0)).toBe(ms);
});
