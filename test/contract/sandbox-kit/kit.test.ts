import { request } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SandboxDefinition } from '../../../src/upstreams/sandbox-kit/definition.js';
import { Refusal } from '../../../src/upstreams/sandbox-kit/definition.js';
import { startSandboxServer } from '../../../src/upstreams/sandbox-kit/server.js';
import type { Sandbox } from '../../../src/upstreams/sandbox-kit/types.js';

const ITEMS = { items: Array.from({ length: 50 }, (_, n) => ({ n, text: 'ünïcode' })) };

let handled: string[] = [];
let resets = 0;
let sandbox: Sandbox;

const shop: SandboxDefinition = {
  name: 'shop',
  routes: (app) => {
    app.get('/items', async (ask) => {
      handled.push(ask.url);
      return ITEMS;
    });
    app.get('/query', async (ask) => ask.query);
    app.get('/refused', async () => {
      throw new Refusal({ status: 418, headers: { 'x-why': 'teapot' }, body: { no: 'coffee' } });
    });
    app.get('/hangs', () => new Promise(() => {}));
    app.post('/form', async (ask) => Object.fromEntries(ask.body as URLSearchParams));
    app.post('/items', async (ask) => ({ got: ask.body }));
  },
  dialect: {
    rateLimited: (retryAfter) => ({
      status: 429,
      ...(retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }),
      body: { error: 'slow down' },
    }),
    serverError: (status) => ({ status, body: { error: 'broken' } }),
    expiredToken: () => ({ status: 401, body: { error: 'expired' } }),
    notFound: () => ({ status: 404, body: { error: 'nothing here' } }),
    badRequest: (message) => ({ status: 400, body: { error: message } }),
  },
  reset: () => {
    resets += 1;
  },
};

beforeEach(async () => {
  handled = [];
  resets = 0;
  sandbox = await startSandboxServer(shop, {});
});
afterEach(() => sandbox.close());

const get = async (path: string) => {
  const { statusCode, headers, body } = await request(`${sandbox.url}${path}`, { reset: true });
  return { status: statusCode, headers, text: await body.text() };
};
const control = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => {
  const answer = await request(`${sandbox.url}/__control${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await answer.body.text();
  return { status: answer.statusCode, body: text === '' ? null : JSON.parse(text) };
};

describe('requests', () => {
  it('listens on loopback only and logs what it received', async () => {
    expect(sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await get('/items?filter[]=a&filter%5B%5D=b');
    await get('/nowhere');
    const [first, second] = sandbox.requests();
    expect(first).toMatchObject({ method: 'GET', path: '/items', status: 200 });
    expect(first?.query.getAll('filter[]')).toEqual(['a', 'b']);
    expect(first?.headers.host).toBe(sandbox.url.slice('http://'.length));
    expect(second).toMatchObject({ path: '/nowhere', status: 404 });
    expect(sandbox.requests('GET /items')).toHaveLength(1);
    expect(sandbox.requests('POST /items')).toHaveLength(0);
  });

  it('keeps repeated bracket keys, form bodies and refusals as the vendor knows them', async () => {
    expect(JSON.parse((await get('/query?filter[]=a.EQ:1&filter[]=b.EQ:2')).text)).toEqual({
      'filter[]': ['a.EQ:1', 'b.EQ:2'],
    });
    const form = await request(`${sandbox.url}/form`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials&a=b%20c',
    });
    expect(await form.body.json()).toEqual({ grant_type: 'client_credentials', a: 'b c' });
    const refused = await get('/refused');
    expect(refused).toMatchObject({ status: 418, text: '{"no":"coffee"}' });
    expect(refused.headers['x-why']).toBe('teapot');
    const notJson = await request(`${sandbox.url}/items`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"cut',
    });
    expect(notJson.statusCode).toBe(400);
    expect(await notJson.body.json()).toEqual({ error: expect.stringContaining('JSON') });
  });

  it('finds requests by segment and rest patterns', async () => {
    await get('/items');
    await get('/v1/accounts/A-1');
    await get('/v1/accounts/A-1/summary');
    const paths = (match: string) => sandbox.requests(match).map(({ path }) => path);
    expect(paths('GET /v1/accounts/*')).toEqual(['/v1/accounts/A-1']);
    expect(paths('GET /v1/**')).toEqual(['/v1/accounts/A-1', '/v1/accounts/A-1/summary']);
    expect(paths('* /items')).toEqual(['/items']);
    expect(paths('*')).toHaveLength(3);
    expect(() => sandbox.requests('items')).toThrow('"items" is no request match');
  });
});

describe('faults', () => {
  it('meets as many requests as asked, the oldest fault first', async () => {
    sandbox.fault('GET /items', { kind: 'rate-limited', retryAfter: 7, times: 2 });
    sandbox.fault('GET /**', { kind: 'server-error', status: 503 });
    const answers = [await get('/items'), await get('/items'), await get('/items'), await get('/items')];
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 503, 200]);
    expect(answers[0]?.headers['retry-after']).toBe('7');
    expect(handled).toHaveLength(1);
  });

  it('meets every request until cleared', async () => {
    sandbox.fault('*', { kind: 'server-error', every: true });
    expect([(await get('/items')).status, (await get('/query')).status]).toEqual([500, 500]);
    sandbox.clearFaults();
    expect((await get('/items')).status).toBe(200);
  });

  it('sends no Retry-After where none was asked for, and words an expired credential', async () => {
    sandbox.fault('*', { kind: 'rate-limited' });
    expect((await get('/items')).headers).not.toHaveProperty('retry-after');
    sandbox.fault('*', { kind: 'expired-token' });
    expect(await get('/items')).toMatchObject({ status: 401, text: '{"error":"expired"}' });
    expect(handled).toEqual([]);
  });

  it('holds the answer back', async () => {
    sandbox.fault('*', { kind: 'latency', ms: 60 });
    const from = performance.now();
    expect((await get('/items')).status).toBe(200);
    expect(performance.now() - from).toBeGreaterThanOrEqual(55);
  });

  it('carries a request out and loses the reply', async () => {
    sandbox.fault('*', { kind: 'reply-lost' });
    await expect(get('/items')).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    expect(handled).toHaveLength(1);
    expect(sandbox.requests()).toMatchObject([{ status: 0 }]);
  });

  it('resets the connection before the request is carried out', async () => {
    sandbox.fault('*', { kind: 'connection-reset' });
    await expect(get('/items')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(handled).toEqual([]);
    expect(sandbox.requests()).toMatchObject([{ status: 0 }]);
  });

  it('stops a promised body in the middle', async () => {
    sandbox.fault('*', { kind: 'cut-off-json' });
    const { statusCode, headers, body } = await request(`${sandbox.url}/items`);
    expect(statusCode).toBe(200);
    expect(headers['content-length']).toBe(String(Buffer.byteLength(JSON.stringify(ITEMS))));
    let received = 0;
    const read = async () => {
      for await (const chunk of body) received += (chunk as Buffer).length;
    };
    await expect(read()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    expect(received).toBe(Math.floor(Buffer.byteLength(JSON.stringify(ITEMS)) / 2));
  });

  it('answers with a proxy page where JSON was expected', async () => {
    sandbox.fault('*', { kind: 'wrong-content-type' });
    const page = await get('/items');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('<h1>Sign in</h1>');
  });

  it('sends a body slowly but whole', async () => {
    sandbox.fault('*', { kind: 'slow-body', ms: 80 });
    const from = performance.now();
    const { text } = await get('/items');
    expect(performance.now() - from).toBeGreaterThanOrEqual(70);
    expect(JSON.parse(text)).toEqual(ITEMS);
  });

  it('refuses a fault it cannot act out', () => {
    expect(() => sandbox.fault('nonsense', { kind: 'reply-lost' })).toThrow('no request match');
    expect(() => sandbox.fault('*', { kind: 'latency', ms: -1 })).toThrow();
  });
});

describe('control routes', () => {
  it('order, list and clear like the functions do, and are not logged', async () => {
    const help = await control('GET', '');
    expect(help).toMatchObject({ status: 200, body: { sandbox: 'shop' } });
    expect(help.body.faults).toContain('cut-off-json');
    expect(await control('POST', '/faults', { match: 'GET /items', fault: { kind: 'server-error' } })).toEqual({
      status: 204,
      body: null,
    });
    expect((await get('/items')).status).toBe(500);
    await control('POST', '/faults', { match: '*', fault: { kind: 'server-error', every: true } });
    await control('DELETE', '/faults');
    expect((await get('/items?a=b')).status).toBe(200);
    const listed = await control('GET', '/requests?match=GET+/items');
    expect(listed.body.requests).toMatchObject([
      { method: 'GET', path: '/items', query: '', status: 500 },
      { method: 'GET', path: '/items', query: 'a=b', status: 200 },
    ]);
    expect((await control('POST', '/reset')).status).toBe(204);
    expect(sandbox.requests()).toEqual([]);
    expect(resets).toBe(1);
  });

  it('are never hit by a fault', async () => {
    sandbox.fault('*', { kind: 'connection-reset', every: true });
    expect((await control('GET', '/requests')).status).toBe(200);
  });

  it.each([
    [{ match: 'items', fault: { kind: 'reply-lost' } }, /no request match/],
    [{ match: '*', fault: { kind: 'explode' } }, /kind/],
    [{ match: '*', fault: { kind: 'latency' } }, /ms/],
    [{ match: '*', fault: { kind: 'reply-lost', time: 3 } }, /time/],
    [{ match: '*', fault: { kind: 'server-error', status: 404 } }, /500/],
    [{}, /match/],
  ])('say what is wrong with %j', async (body, message) => {
    const answer = await control('POST', '/faults', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatch(message);
    expect((await get('/items')).status).toBe(200);
  });
});

it('closes at once although requests and connections are open', async () => {
  const failures = [get('/hangs'), get('/items')].map((one) => one.catch(() => 'cut'));
  sandbox.fault('GET /slow', { kind: 'latency', ms: 60_000 });
  const waiting = get('/slow').catch(() => 'cut');
  await expect.poll(() => sandbox.requests().length).toBe(3);
  const from = performance.now();
  await sandbox.close();
  expect(performance.now() - from).toBeLessThan(1000);
  expect(await failures[0]).toBe('cut');
  expect(await waiting).toBe('cut');
  await expect(get('/items')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
