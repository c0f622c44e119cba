import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { SpanStatusCode } from '@opentelemetry/api';
import { type ReadableSpan, TracerProvider } from '@opentelemetry/sdk-trace';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/kernel/clock.js';
import { UpstreamError } from '../../../src/kernel/errors.js';
import { type ConcurrencyLimit, concurrencyLimit } from '../../../src/kernel/http/lanes.js';
import { type HttpResponse, undiciTransport } from '../../../src/kernel/http/transport.js';
import { type FinishedCall, type StreamCall, UpstreamHttp } from '../../../src/kernel/http/upstream-http.js';
import { KnownSecrets } from '../../../src/kernel/secrets/known-secrets.js';
import { traceWith } from '../../../src/kernel/tracing/spans.js';

const never = new AbortController().signal;
const opened: { close(): void; http: UpstreamHttp }[] = [];
afterEach(async () => {
  traceWith(null);
  for (const { close, http } of opened.splice(0)) {
    await http.close();
    close();
  }
});

/** A real server on the wire; `answer` decides what becomes of each request. */
async function upstream(answer: RequestListener, attemptTimeoutMs = 2_000) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return streamsFrom(server, attemptTimeoutMs);
}

function streamsFrom(server: Server | ReturnType<typeof createSocketServer>, attemptTimeoutMs: number) {
  const calls: FinishedCall[] = [];
  const heard: HttpResponse[] = [];
  const http = new UpstreamHttp({
    system: 'TEST',
    title: 'Test',
    clock: systemClock,
    transport: undiciTransport(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { connections: 4 }),
    attemptTimeoutMs,
    secrets: new KnownSecrets(),
    onCall: (call) => calls.push(call),
    interpret: ({ status, text }) => {
      if (status >= 500) throw new UpstreamError('TEST', 'UPSTREAM_UNAVAILABLE', 'broken', { outcome: 'unknown' });
      if (status >= 400) throw new UpstreamError('TEST', 'UPSTREAM_REJECTED', text);
      return text;
    },
  });
  const close = () => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  };
  opened.push({ close, http });
  const open = (over: Partial<StreamCall> = {}) =>
    http.open({
      operation: 'getRows',
      method: 'GET',
      path: '/rows',
      headers: {},
      lane: 'interactive',
      admission: concurrencyLimit(10),
      signal: never,
      repeatable: true,
      announces: ({ status, headers }) => status === 200 && headers['content-type'] === 'text/rows',
      onResponse: (response) => heard.push(response),
      ...over,
    });
  return { http, open, calls, heard };
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) text += decoder.decode(chunk, { stream: true });
  return text;
}

const rows: RequestListener = (_request, response) => {
  response.setHeader('content-type', 'text/rows');
  response.write('first\n');
  response.end('last\n');
};

describe('an answer that is read while it arrives', () => {
  it('is handed on piece by piece, and counted when it has ended', async () => {
    const { open, calls, heard } = await upstream(rows);
    const { status, headers, body } = await open();
    expect([status, headers['content-type'], calls.length]).toEqual([200, 'text/rows', 0]);
    expect(await textOf(body)).toBe('first\nlast\n');
    expect(calls).toMatchObject([{ operation: 'getRows', status: 200, error: null }]);
    expect(heard).toMatchObject([{ status: 200, text: '' }]);
  });

  it('has a span that ends with it, whoever or whatever ends it', async () => {
    const told: [name: string, code: SpanStatusCode][] = [];
    const collecting = {
      ...{ onStart: () => {}, forceFlush: async () => {}, shutdown: async () => {} },
      onEnd: ({ name, status }: ReadableSpan) => void told.push([name, status.code]),
    };
    traceWith(new TracerProvider({ spanProcessors: [collecting] }).getTracer('test'));
    const whole = await upstream(rows);
    const { body } = await whole.open();
    expect(told).toEqual([]);
    await textOf(body);
    expect(told.splice(0)).toEqual([['TEST getRows', SpanStatusCode.UNSET]]);

    // The reader has enough.
    for await (const _ of (await whole.open()).body) break;
    expect(told.splice(0)).toEqual([['TEST getRows', SpanStatusCode.UNSET]]);

    const cut = await upstream((request, response) => {
      response.setHeader('content-type', 'text/rows');
      response.write('first\n', () => request.socket.destroy());
    });
    const broken = (await cut.open()).body;
    expect(told).toEqual([]);
    await expect(textOf(broken)).rejects.toThrow('broke its answer');
    expect(told.splice(0)).toEqual([['TEST getRows', SpanStatusCode.ERROR]]);

    const refused = await upstream((_request, response) => void response.writeHead(400).end());
    await expect(refused.open()).rejects.toMatchObject({ code: 'UPSTREAM_REJECTED' });
    expect(told).toEqual([['TEST getRows', SpanStatusCode.ERROR]]);
  });

  it('may be empty', async () => {
    const { open } = await upstream((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/rows', 'content-length': 0 }).end();
    });
    expect(await textOf((await open()).body)).toBe('');
  });

  it('is asked for again until it begins', async () => {
    let requests = 0;
    const { open, calls } = await upstream((request, response) => {
      requests += 1;
      if (requests === 1) return request.socket.destroy();
      if (requests === 2) return void response.writeHead(503).end();
      if (requests === 3) {
        // A beginning without a first byte.
        response.writeHead(200, { 'content-type': 'text/rows', 'content-length': 10 }).flushHeaders();
        return void setImmediate(() => request.socket.destroy());
      }
      rows(request, response);
    });
    expect(await textOf((await open()).body)).toBe('first\nlast\n');
    expect(calls.map(({ status, error }) => [status, error?.code ?? null])).toEqual([
      [null, 'UPSTREAM_UNAVAILABLE'],
      [503, 'UPSTREAM_UNAVAILABLE'],
      [200, 'UPSTREAM_UNAVAILABLE'],
      [200, null],
    ]);
  });

  it('is not asked for again when it breaks off: that is an error, never a shorter answer', async () => {
    let requests = 0;
    const { open, calls } = await upstream((request, response) => {
      requests += 1;
      response.setHeader('content-type', 'text/rows');
      response.write('first\n', () => request.socket.destroy());
    });
    const { body } = await open();
    await expect(textOf(body)).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      message: 'Test broke its answer to getRows off.',
      retryable: true,
    });
    expect(requests).toBe(1);
    expect(calls).toMatchObject([{ status: 200, error: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });

  it('that breaks off is one failure more on the way to leaving the system alone', async () => {
    let requests = 0;
    const { open, http } = await upstream((request, response) => {
      requests += 1;
      if (requests > 1) return request.socket.destroy();
      response.setHeader('content-type', 'text/rows');
      response.write('first\n', () => request.socket.destroy());
    });
    await textOf((await open()).body).catch(() => {});
    for (let n = 0; n < 6; n += 1) await open({ repeatable: false }).catch(() => {});
    expect(http.breaker).toBe('CLOSED');
    await open({ repeatable: false }).catch(() => {});
    expect(http.breaker).toBe('OPEN');
    await expect(open()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryAfterMs: 5_000 });
    expect(requests).toBe(8);
  });

  it('may be silent for as long as an attempt may take, and while nobody reads for longer', async () => {
    const { open } = await upstream((_request, response) => {
      response.setHeader('content-type', 'text/rows');
      response.write('first\n');
    }, 80);
    const { body } = await open();
    await systemClock.wait(160);
    await expect(textOf(body)).rejects.toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
  });

  it('ends with the reason of a caller who gives up, and gives its turn back', async () => {
    const limit: ConcurrencyLimit = concurrencyLimit(1);
    const { open } = await upstream((_request, response) => {
      response.setHeader('content-type', 'text/rows');
      response.write('first\n');
    });
    const leaving = new AbortController();
    const { body } = await open({ admission: limit, signal: leaving.signal });
    const reading = textOf(body);
    leaving.abort(new Error('my deadline'));
    await expect(reading).rejects.toThrow('my deadline');
    // An answer that nobody has begun to read, too.
    const second = new AbortController();
    await open({ admission: limit, signal: second.signal });
    second.abort(new Error('never mind'));
    await expect.poll(() => limit.running).toBe(0);
  });

  it('keeps its turn to its end', async () => {
    const limit = concurrencyLimit(1);
    const { open } = await upstream(rows);
    const { body } = await open({ admission: limit });
    let begun = false;
    const next = open({ admission: limit }).then((answer) => {
      begun = true;
      return answer;
    });
    await systemClock.wait(30);
    expect([begun, limit.running, limit.waiting]).toEqual([false, 1, 1]);
    await textOf(body);
    // Not reading to the end is an end, too.
    for await (const _ of (await next).body) break;
    await expect.poll(() => limit.running).toBe(0);
  });
});

describe('an answer that is not what was asked for', () => {
  it('is interpreted as a whole', async () => {
    const { open, heard } = await upstream((_request, response) => response.writeHead(400).end('no rows today'));
    await expect(open()).rejects.toMatchObject({ code: 'UPSTREAM_REJECTED', message: 'no rows today' });
    expect(heard).toMatchObject([{ status: 400, text: 'no rows today' }]);
  });

  it('is an error although it means nothing', async () => {
    const { open } = await upstream((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<h1>Sign in</h1>');
    });
    await expect(open()).rejects.toMatchObject({
      code: 'UPSTREAM_INVALID_RESPONSE',
      message: 'Test answered getRows with something else (text/html).',
    });
  });

  it('is not read for ever', async () => {
    const { open } = await upstream((_request, response) => {
      response.on('error', () => {});
      const more = () => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', more);
      };
      more();
    });
    await expect(open()).rejects.toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
  });

  it('is refused if it does not say where it ends', async () => {
    const server = createSocketServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/rows\r\n\r\nfirst\n'));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { open } = streamsFrom(server, 1_000);
    await expect(open()).rejects.toMatchObject({
      code: 'UPSTREAM_INVALID_RESPONSE',
      message: 'Test answered getRows without saying where it ends.',
    });
  });
});
