import { request } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../../src/upstreams/zuora-billing/sandbox/index.js';
import { requestToken, send, signIn, tokenOf } from './client.js';

let sandbox: ZuoraSandbox;
afterEach(() => sandbox.close());

const start = async (options = {}) => {
  sandbox = await startZuoraBillingSandbox({ customers: 20, ...options });
  return sandbox;
};

describe('tokens', () => {
  it('are given for the right credentials, for an hour', async () => {
    await start();
    expect(sandbox.credentials.clientId).toHaveLength(36);
    const { status, body } = await requestToken(sandbox, sandbox.credentials);
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[0-9a-f]{32}$/),
      token_type: 'bearer',
      expires_in: 3599,
      scope: expect.stringContaining(`entity.${sandbox.entityIds[0]}`),
      jti: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('are refused for wrong credentials, another grant or JSON', async () => {
    await start();
    const { clientId, clientSecret } = sandbox.credentials;
    expect(await requestToken(sandbox, { clientId, clientSecret: 'wrong' })).toMatchObject({
      status: 401,
      body: { message: 'Authentication error' },
    });
    expect((await requestToken(sandbox, { clientId: 'wrong', clientSecret })).status).toBe(401);
    expect((await requestToken(sandbox, sandbox.credentials, 'password')).status).toBe(400);
    const json = await send(`${sandbox.url}/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_id: clientId, client_secret: clientSecret, grant_type: 'client_credentials' }),
    });
    expect(json.status).toBe(415);
  });

  it('expire by the clock, by revocation and by the fault', async () => {
    let now = Date.UTC(2026, 5, 1);
    await start({ clock: { now: () => now, wait: async () => {} } });
    const first = await signIn(sandbox);
    expect((await first.get('/v1/accounts/A00000001')).status).toBe(200);
    now += 3_598_000;
    expect((await first.get('/v1/accounts/A00000001')).status).toBe(200);
    now += 1_000;
    expect((await first.get('/v1/accounts/A00000001')).status).toBe(401);

    const second = await signIn(sandbox);
    sandbox.expireTokens();
    expect((await second.get('/v1/accounts/A00000001')).status).toBe(401);

    const third = await signIn(sandbox);
    sandbox.fault('GET /v1/**', { kind: 'expired-token' });
    expect((await third.get('/v1/accounts/A00000001')).status).toBe(401);
    // The fault is over, but the token stays dead.
    expect((await third.get('/v1/accounts/A00000001')).status).toBe(401);
    expect((await (await signIn(sandbox)).get('/v1/accounts/A00000001')).status).toBe(200);
  });
});

describe('requests without a valid token', () => {
  it('are refused in the form of each API, whatever the version', async () => {
    await start();
    const v1 = await send(`${sandbox.url}/v1/accounts/A00000001`);
    expect(v1.status).toBe(401);
    expect(v1.body).toEqual({
      success: false,
      processId: expect.any(String),
      requestId: expect.any(String),
      reasons: [{ code: 90000011, message: 'this resource is protected, please sign in first' }],
    });
    const query = await send(`${sandbox.url}/object-query/accounts`, { headers: { 'zuora-version': '2025-08-12' } });
    expect(query.status).toBe(401);
    expect(query.body).toEqual({
      reasons: [{ code: 90000011, message: expect.any(String) }],
      requestId: expect.any(String),
    });
    expect((await send(`${sandbox.url}/v1/nothing-here`)).status).toBe(401);
  });

  it('pass with the legacy headers', async () => {
    await start();
    const { apiAccessKeyId, apiSecretAccessKey } = sandbox.legacyCredentials;
    const address = `${sandbox.url}/v1/accounts/A00000001`;
    expect((await send(address, { headers: { apiAccessKeyId, apiSecretAccessKey } })).body.success).toBe(true);
    expect((await send(address, { headers: { apiAccessKeyId, apiSecretAccessKey: 'wrong' } })).status).toBe(401);
  });

  it('must name one of several entities', async () => {
    const entityIds = ['1a2b7a37-3e7d-4cb3-b0e2-883de9e766cc', 'c92ed977-510c-4c48-9b51-8d5e848671e9'];
    await start({ entityIds });
    const { get } = await signIn(sandbox);
    const asked = async (headers = {}) => (await get('/v1/accounts/A00000001', {}, headers)).status;
    expect(await asked()).toBe(403);
    expect(await asked({ 'zuora-entity-ids': 'unknown' })).toBe(403);
    expect(await asked({ 'zuora-entity-ids': entityIds[1] })).toBe(200);
  });
});

it('echoes a proper track id and gives each answer an id of its own', async () => {
  await start();
  const { get } = await signIn(sandbox);
  const { headers } = await get('/v1/accounts/A00000001', {}, { 'zuora-track-id': 'run-7' });
  expect(headers['zuora-track-id']).toBe('run-7');
  expect(headers['zuora-request-id']).toEqual(expect.any(String));
  const improper = await get('/v1/accounts/A00000001', {}, { 'zuora-track-id': 'a:b' });
  expect(improper.headers).not.toHaveProperty('zuora-track-id');
});

describe('limits', () => {
  const tenantLimits = { concurrent: 2, concurrentObjectQuery: 1, perMinute: 1000, tokensPerMinute: 3 };

  it('refuse the concurrent request that is one too many, with Retry-After', async () => {
    await start({ tenantLimits });
    const { get } = await signIn(sandbox);
    sandbox.fault('GET /**', { kind: 'latency', ms: 100, every: true });
    const v1 = await Promise.all([1, 2, 3, 4].map(() => get('/v1/accounts/A00000001')));
    expect(v1.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429]);
    const refused = v1.find(({ status }) => status === 429);
    expect(refused?.headers['retry-after']).toBe('1');
    expect(refused?.body.reasons[0].code).toBe(50000070);
    expect(refused?.headers['concurrency-limit-remaining']).toBe('0');
    const query = await Promise.all([1, 2].map(() => get('/object-query/accounts')));
    expect(query.map(({ status }) => status).sort()).toEqual([200, 429]);
    expect(query[0]?.headers).not.toHaveProperty('concurrency-limit-type');
    sandbox.clearFaults();
    expect((await get('/v1/accounts/A00000001')).status).toBe(200);
  });

  it('are announced in headers', async () => {
    await start();
    const { get } = await signIn(sandbox);
    expect((await get('/v1/accounts/A00000001')).headers).toMatchObject({
      'concurrency-limit-type': 'Default',
      'concurrency-limit-limit': '40',
      'concurrency-limit-remaining': '39',
      'ratelimit-limit': '50000, 50000;w=60, 2250000;w=3600, 27000000;w=86400',
      'ratelimit-remaining': '49999',
    });
  });

  it('count requests by the minute, failed ones too, and token requests on their own', async () => {
    let now = Date.UTC(2026, 5, 1);
    await start({ tenantLimits: { ...tenantLimits, perMinute: 2 }, clock: { now: () => now, wait: async () => {} } });
    const { get } = await signIn(sandbox);
    expect((await get('/v1/accounts/nobody')).status).toBe(404);
    now += 20_000;
    expect((await get('/v1/accounts/A00000001')).status).toBe(200);
    const refused = await get('/v1/accounts/A00000001');
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('40');
    now += 40_000;
    expect((await get('/v1/accounts/A00000001')).status).toBe(200);

    sandbox.reset();
    for (let n = 0; n < 3; n += 1) await tokenOf(sandbox);
    expect((await requestToken(sandbox, sandbox.credentials)).status).toBe(429);
  });

  it('do not hold when switched off', async () => {
    await start({ tenantLimits: { ...tenantLimits, perMinute: 1 }, limits: false });
    const { get } = await signIn(sandbox);
    const answers = await Promise.all(Array.from({ length: 10 }, () => get('/v1/accounts/A00000001')));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });
});

describe('faults', () => {
  it.each([
    ['rate-limited', { kind: 'rate-limited', retryAfter: 3 }, 429, 50000070],
    ['server-error', { kind: 'server-error' }, 500, 50000060],
    ['server-error 503', { kind: 'server-error', status: 503 }, 503, 50000061],
    ['expired-token', { kind: 'expired-token' }, 401, 90000011],
  ] as const)('%s comes in the words of Zuora', async (_name, fault, status, code) => {
    await start();
    const { get } = await signIn(sandbox);
    for (const path of ['/v1/accounts/A00000001', '/object-query/accounts']) {
      sandbox.fault(`GET ${path}`, fault);
      const answer = await get(path);
      expect(answer.status).toBe(status);
      expect(answer.body.reasons[0].code).toBe(code);
      expect(answer.headers['retry-after']).toBe(fault.kind === 'rate-limited' ? '3' : undefined);
    }
  });

  it.each([
    ['reply-lost', 'UND_ERR_SOCKET'],
    ['connection-reset', 'ECONNRESET'],
    ['cut-off-json', 'UND_ERR_SOCKET'],
  ] as const)('%s cuts the connection', async (kind, code) => {
    await start();
    const { get } = await signIn(sandbox);
    sandbox.fault('GET /object-query/accounts', { kind });
    await expect(get('/object-query/accounts')).rejects.toMatchObject({ code });
    expect((await get('/object-query/accounts')).status).toBe(200);
  });

  it.each([
    { kind: 'latency', ms: 60 },
    { kind: 'slow-body', ms: 60 },
  ] as const)('$kind delays a whole answer', async (fault) => {
    await start();
    const { get } = await signIn(sandbox);
    const { body } = await get('/object-query/accounts');
    sandbox.fault('GET /object-query/accounts', fault);
    const from = performance.now();
    expect((await get('/object-query/accounts')).body).toEqual(body);
    expect(performance.now() - from).toBeGreaterThanOrEqual(50);
  });

  it('wrong-content-type is a page for people', async () => {
    await start();
    sandbox.fault('*', { kind: 'wrong-content-type' });
    const page = await request(`${sandbox.url}/object-query/accounts`);
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    await expect(page.body.json()).rejects.toThrow();
  });
});
