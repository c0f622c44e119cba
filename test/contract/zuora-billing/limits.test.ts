import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../../../src/kernel/clock.js';
import type { Lane } from '../../../src/kernel/http/lanes.js';
import { KnownSecrets } from '../../../src/kernel/secrets/known-secrets.js';
import { ZuoraClient } from '../../../src/upstreams/zuora-billing/client.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../../src/upstreams/zuora-billing/sandbox/index.js';

const LIMIT = 40;
let sandbox: ZuoraSandbox;
let client: ZuoraClient;
beforeAll(async () => {
  const tenantLimits = { concurrent: LIMIT, concurrentObjectQuery: LIMIT, perMinute: 100_000 };
  sandbox = await startZuoraBillingSandbox({ customers: 20, limits: true, tenantLimits });
});
beforeEach(() => {
  sandbox.reset();
  client = new ZuoraClient(
    {
      url: sandbox.url,
      credentials: { kind: 'oauth', ...sandbox.credentials },
      entityId: null,
      orgIds: [],
      timeZone: 'UTC',
      apiVersion: '2025-08-12',
      wsdlVersion: '79',
      objectQuery: 'AUTO',
      metricsFormat: 'JSON_LINES',
      subscriptionChanges: 'SUBSCRIBE_AND_AMEND',
      linkFields: [],
      appUrl: null,
    },
    { clock: systemClock, secrets: new KnownSecrets(), onCall: () => {} },
  );
});
afterEach(() => client.close());
afterAll(() => sandbox.close());

const read = (path: string, lane: Lane = 'interactive') =>
  client.read({ operation: 'test', path, schema: z.unknown(), signal: AbortSignal.timeout(30_000), lane });
const share = (name: string) => client.quota.find((each) => each.name === name)?.share;

it('brings 200 reads home from a tenant that refuses more than 40 at once without saying how many', async () => {
  // Long enough for all that may go at once to be there together, also on a busy machine.
  sandbox.fault('GET /object-query/**', { kind: 'latency', ms: 300, every: true });
  const answers = await Promise.allSettled(Array.from({ length: 200 }, () => read('/object-query/accounts')));
  expect(answers.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(sandbox.requests('GET /object-query/accounts').filter(({ status }) => status === 429).length).toBeGreaterThan(
    0,
  );
  expect(sandbox.requests('GET /object-query/accounts').filter(({ status }) => status === 200)).toHaveLength(200);
});

it('is never refused where Zuora says how many', async () => {
  sandbox.fault('GET /v1/**', { kind: 'latency', ms: 20, every: true });
  await Promise.all(Array.from({ length: 120 }, () => read('/v1/accounts/A00000001')));
  expect(sandbox.requests('GET /v1/**').filter(({ status }) => status !== 200)).toEqual([]);
  expect(client.quota[0]).toMatchObject({ name: 'Default', limit: LIMIT, remaining: expect.any(Number) });
  expect(share('Default')).toBeGreaterThanOrEqual(10);
});

it('lets people go before background work', async () => {
  sandbox.fault('GET /v1/**', { kind: 'latency', ms: 20, every: true });
  const background = Array.from({ length: 90 }, () => read('/v1/accounts/A00000002', 'background'));
  const person = read('/v1/accounts/A00000001');
  let done = 0;
  for (const each of background) void each.then(() => (done += 1));
  await person;
  // Those that were under way when the person came, and no other.
  expect(done).toBeLessThanOrEqual(60);
  await Promise.all(background);
});
