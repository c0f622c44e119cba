import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../../src/upstreams/togai/sandbox/index.js';
import { callerOf, stoppedClock } from './support.js';

const HOUR_MS = 3_600_000;
const PATH = '/customers/customer-00000001';

let clock: ReturnType<typeof stoppedClock>;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;

beforeEach(async () => {
  clock = stoppedClock('2026-11-21T10:00:00.000Z');
  sandbox = await startTogaiSandbox({ clock });
  togai = callerOf(sandbox);
});
afterEach(() => sandbox.close());

describe('authentication', () => {
  it.each([
    ['no header', null],
    ['another key', 'Bearer togai-sandbox-0000'],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['a token that was not issued here', 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjk5OTk5OTk5OTl9.c2ln'],
  ])('refuses %s', async (_name, authorization) => {
    const { status, body } = await togai.get(PATH, authorization);
    expect({ status, body }).toEqual({ status: 401, body: { message: 'Unauthorized' } });
  });

  it('takes the API key itself', async () => {
    expect((await togai.get(PATH)).status).toBe(200);
  });

  it('exchanges the API key for a token of 24 hours, and hands a token back as it is', async () => {
    const { status, body } = await togai.post('/authenticate');
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['token']);
    const bearer = `Bearer ${body.token}`;
    expect((await togai.post('/authenticate', bearer)).body).toEqual(body);

    clock.advance(24 * HOUR_MS - 1);
    expect((await togai.get(PATH, bearer)).status).toBe(200);
    clock.advance(1);
    expect(await togai.get(PATH, bearer)).toMatchObject({
      status: 401,
      body: { message: 'The incoming token has expired' },
    });
    expect((await togai.get(PATH)).status).toBe(200);
  });

  it('has the same key for the same seed only', async () => {
    const [same, other] = [await startTogaiSandbox({}), await startTogaiSandbox({ seed: 'another' })];
    try {
      expect(same.credentials).toEqual(sandbox.credentials);
      expect(other.credentials.apiKey).not.toBe(sandbox.credentials.apiKey);
    } finally {
      await Promise.all([same.close(), other.close()]);
    }
  });
});

describe('quota', () => {
  const statuses = async (count: number) => {
    const replies = await Promise.all(Array.from({ length: count }, () => togai.get(PATH)));
    return replies.map(({ status }) => status).sort();
  };

  it('lets 10 requests a second pass', async () => {
    expect(await statuses(12)).toEqual([...Array(10).fill(200), 429, 429]);
    clock.advance(999);
    const { status, headers, body } = await togai.get(PATH);
    expect(status).toBe(429);
    expect(body).toEqual({ message: 'Too Many Requests' });
    expect(Object.keys(headers).filter((name) => /rate|retry/i.test(name))).toEqual([]);
    clock.advance(1);
    expect(await statuses(11)).toEqual([...Array(10).fill(200), 429]);
  });

  it('slides: what was counted leaves one by one', async () => {
    await statuses(5);
    clock.advance(600);
    await statuses(5);
    clock.advance(400);
    expect(await statuses(6)).toEqual([...Array(5).fill(200), 429]);
  });

  it('does not count requests without a credential', async () => {
    await Promise.all(Array.from({ length: 20 }, () => togai.get(PATH, null)));
    expect((await togai.get(PATH)).status).toBe(200);
  });

  it('can be set, and switched off', async () => {
    const small = await startTogaiSandbox({ clock, requestsPerSecond: 1 });
    const free = await startTogaiSandbox({ clock, limits: false });
    try {
      const [one, none] = [callerOf(small), callerOf(free)];
      expect([(await one.get(PATH)).status, (await one.get(PATH)).status]).toEqual([200, 429]);
      const replies = await Promise.all(Array.from({ length: 30 }, () => none.get(PATH)));
      expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    } finally {
      await Promise.all([small.close(), free.close()]);
    }
  });

  it('leaves the control routes alone', async () => {
    await statuses(10);
    expect((await togai.get('/__control', null)).status).toBe(200);
  });
});

describe('errors', () => {
  it.each([
    ['/nothing', 404, 'Not found'],
    ['/customers/nobody', 404, 'Customer with id nobody not found'],
    ['/accounts/workspace-6', 404, 'Account with id workspace-6 not found'],
    ['/aliases/nobody', 404, 'Alias with id nobody not found'],
    ['/settings/none', 404, 'Setting with id none not found'],
    [`/customers/${'x'.repeat(51)}`, 400, 'customer_id must not be longer than 50 characters'],
    ['/accounts/account-00000001?effectiveOn=yesterday', 400, 'effectiveOn must be a valid ISO 8601 date'],
    ['/addons?status=GONE', 400, 'status must be one of [ACTIVE, ARCHIVED]'],
    ['/v2/accounts/account-00000001/schedules', 400, 'mode is required'],
    ['/v2/accounts/account-00000001/schedules?mode=OLD', 400, 'mode must be one of [ACTIVE, DRAFT]'],
  ])('answers %s with %i', async (path, status, message) => {
    expect(await togai.get(path)).toMatchObject({ status, body: { message } });
  });

  it('ignores parameters that it does not know', async () => {
    const [plain, odd] = [await togai.get('/features'), await togai.get('/features?name=x&__proto__=y')];
    expect(odd).toMatchObject({ status: 200, body: plain.body });
  });
});

describe('faults', () => {
  it('words them as Togai does', async () => {
    sandbox.fault('GET /customers/*', { kind: 'rate-limited', retryAfter: 2 });
    sandbox.fault('GET /accounts', { kind: 'server-error', status: 503 });
    const limited = await togai.get(PATH);
    expect(limited).toMatchObject({ status: 429, body: { message: 'Too Many Requests' } });
    expect(limited.headers['retry-after']).toBe('2');
    expect(await togai.get('/accounts')).toMatchObject({ status: 503, body: { message: 'Internal server error' } });
    expect((await togai.get(PATH)).status).toBe(200);
  });

  it('ends a token before its time, but never the API key', async () => {
    const bearer = `Bearer ${(await togai.post('/authenticate')).body.token}`;
    sandbox.fault('GET /customers/*', { kind: 'expired-token', times: 2 });
    expect((await togai.get(PATH, bearer)).status).toBe(401);
    expect((await togai.get(PATH)).status).toBe(401);
    expect((await togai.get(PATH, bearer)).status).toBe(401);
    expect((await togai.get(PATH)).status).toBe(200);
  });

  it('cuts the connection', async () => {
    sandbox.fault('GET /customers/*', { kind: 'connection-reset' });
    await expect(togai.get(PATH)).rejects.toThrow();
    expect(sandbox.requests(`GET ${PATH}`).map(({ status }) => status)).toEqual([0]);
  });
});
