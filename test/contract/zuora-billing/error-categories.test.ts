import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../../../src/kernel/clock.js';
import { UpstreamError } from '../../../src/kernel/errors.js';
import { ZuoraClient } from '../../../src/upstreams/zuora-billing/client.js';
import type { ZuoraBillingSettings } from '../../../src/upstreams/zuora-billing/config.js';

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

const servers: { server: Server; client: ZuoraClient }[] = [];
afterAll(async () => {
  for (const { server, client } of servers) {
    await client.close();
    server.closeAllConnections();
    server.close();
  }
});

/** The real client in front of a server that answers everything alike, token requests apart. */
async function tenant(answer: Answered) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/oauth/token') {
      response.end(JSON.stringify({ access_token: `t${seen.length}`, expires_in: 3599 }));
      return;
    }
    seen.push(`${request.method} ${request.url}`);
    for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
    response.statusCode = answer.status;
    response.end(JSON.stringify(answer.body));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const settings: ZuoraBillingSettings = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { kind: 'oauth', clientId: 'id', clientSecret: 'secret' },
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
  };
  const client = new ZuoraClient(settings, { clock: systemClock, onCall: () => {} });
  servers.push({ server, client });
  const call = {
    operation: 'test',
    schema: z.unknown(),
    signal: AbortSignal.timeout(20_000),
    lane: 'interactive',
  } as const;
  const failure = async (promise: Promise<unknown>): Promise<UpstreamError> => {
    const error = await promise.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof UpstreamError)) throw new Error('the answer was taken for a success', { cause: error });
    return error;
  };
  return {
    client,
    seen,
    read: (path = '/v1/accounts/A1') => failure(client.read({ ...call, path })),
    write: (path = '/v1/accounts', repeatable = false) =>
      failure(client.write({ ...call, method: 'POST', path, body: {}, repeatable })),
  };
}

const v1 = (code: string | number, message = 'Zuora says why') => ({
  success: false,
  processId: '3F7EA3FD706C7E7C',
  requestId: '5c3b3d2e-0000-4000-8000-000000000000',
  reasons: [{ code, message }],
});

/** Category, HTTP status of new versions, what it means, and how many requests a harmless call sends. */
const CATEGORIES = [
  ['10', 403, 'UPSTREAM_FORBIDDEN', false, 'not_applied', 1],
  ['11', 401, 'UPSTREAM_UNAUTHENTICATED', false, 'not_applied', 2],
  ['20', 400, 'UPSTREAM_REJECTED', false, 'not_applied', 1],
  ['21', 400, 'UPSTREAM_REJECTED', false, 'not_applied', 1],
  ['22', 400, 'UPSTREAM_REJECTED', false, 'not_applied', 1],
  ['23', 400, 'UPSTREAM_REJECTED', false, 'not_applied', 1],
  ['27', 400, 'UPSTREAM_REJECTED', false, 'not_applied', 1],
  ['30', 400, 'UPSTREAM_REJECTED', false, 'not_applied', 1],
  ['40', 404, 'UPSTREAM_NOT_FOUND', false, 'not_applied', 1],
  ['45', 405, 'UPSTREAM_UNSUPPORTED', false, 'not_applied', 1],
  ['50', 409, 'UPSTREAM_CONFLICT', true, 'not_applied', 2],
  ['60', 500, 'UPSTREAM_UNAVAILABLE', true, 'unknown', 3],
  ['61', 500, 'UPSTREAM_UNAVAILABLE', true, 'unknown', 4],
  ['70', 429, 'UPSTREAM_RATE_LIMITED', true, 'not_applied', 4],
  ['90', 400, 'UPSTREAM_REJECTED', false, 'not_applied', 1],
  ['99', 500, 'UPSTREAM_UNAVAILABLE', true, 'unknown', 2],
] as const;

describe.concurrent('category', () => {
  it.each(CATEGORIES)('%s with its own status', async (category, status, code, retryable, outcome, sent) => {
    const zuora = await tenant({ status, body: v1(Number(`500000${category}`)), headers: { 'retry-after': '0' } });
    const error = await zuora.read();
    expect(error).toMatchObject({ code, retryable, outcome, message: 'Zuora Billing: Zuora says why' });
    expect(error.reasons).toEqual([{ code: `500000${category}`, message: 'Zuora says why' }]);
    expect(zuora.seen).toHaveLength(sent);
  });

  it.each(CATEGORIES)(
    '%s below HTTP 200, as versions before 2024-05-20 have it',
    async (category, _status, code, retryable, outcome, sent) => {
      const zuora = await tenant({ status: 200, body: v1(`532000${category}`), headers: { 'retry-after': '0' } });
      expect(await zuora.read()).toMatchObject({ code, retryable, outcome });
      expect(zuora.seen).toHaveLength(sent);
    },
  );

  it.each(CATEGORIES)('%s on a call that must not be repeated', async (category, status, code, retryable, outcome) => {
    const zuora = await tenant({ status, body: v1(Number(`500000${category}`)) });
    expect(await zuora.write()).toMatchObject({ code, retryable, outcome });
    // Only a token that was refused tells that nothing has been done.
    expect(zuora.seen).toHaveLength(category === '11' ? 2 : 1);
  });
});

describe.concurrent('the form of an error', () => {
  it.each([
    [
      'actions, in a list',
      '/v1/action/create',
      200,
      [{ Success: false, Errors: [{ Code: 'INVALID_VALUE', Message: 'no' }] }],
      'UPSTREAM_REJECTED',
      '"INVALID_VALUE"',
    ],
    [
      'CRUD',
      '/v1/object/usage',
      400,
      { Success: false, Errors: [{ Code: 'MISSING_REQUIRED_VALUE', Message: 'no' }] },
      'UPSTREAM_REJECTED',
      '"MISSING_REQUIRED_VALUE"',
    ],
    ['unknown fields', '/v1/object/usage', 400, { message: 'Error - unrecognised fields' }, 'UPSTREAM_REJECTED', '""'],
    [
      'events',
      '/events/event-triggers',
      400,
      { reasons: [{ code: 'MissingRequiredField', message: 'no' }] },
      'UPSTREAM_REJECTED',
      '"MissingRequiredField"',
    ],
    [
      'Object Query from 2025-08-12',
      '/object-query/accounts',
      400,
      { reasons: [{ code: 50000027, message: 'no' }], requestId: 'r' },
      'UPSTREAM_REJECTED',
      '"50000027"',
    ],
    [
      'Object Query before, with HTTP 200',
      '/object-query/accounts/x',
      200,
      v1(50000040),
      'UPSTREAM_NOT_FOUND',
      '"50000040"',
    ],
    ['a bare refusal', '/v1/accounts', 200, { success: false }, 'UPSTREAM_REJECTED', undefined],
    ['a code of fewer digits', '/v1/accounts', 400, v1(20), 'UPSTREAM_REJECTED', '"20"'],
    [
      'several reasons',
      '/v1/accounts',
      400,
      {
        success: false,
        reasons: [
          { code: 53200020, message: 'a' },
          { code: 53200022, message: 'b' },
        ],
      },
      'UPSTREAM_REJECTED',
      '"53200020"',
    ],
    ['no JSON words for a missing method', '/v1/accounts', 415, {}, 'UPSTREAM_UNSUPPORTED', undefined],
  ] as const)('%s', async (_form, path, status, body, code, reason) => {
    const zuora = await tenant({ status, body });
    const error = await zuora.write(path, true);
    expect(error).toMatchObject({ code, retryable: false, outcome: 'not_applied' });
    expect(JSON.stringify(error.reasons[0]?.code)).toBe(reason);
    expect(zuora.seen).toHaveLength(1);
  });

  it.each([['Authentication error'], ['Failed to get user info']])(
    '401 of the gateway in front: %s',
    async (message) => {
      const zuora = await tenant({ status: 401, body: { message } });
      expect(await zuora.write('/v1/action/query', true)).toMatchObject({
        code: 'UPSTREAM_UNAUTHENTICATED',
        retryable: false,
        outcome: 'not_applied',
        message: `Zuora Billing: ${message}`,
      });
      // Once more, with a new token.
      expect(zuora.seen).toHaveLength(2);
    },
  );

  it('a message beside other properties is no error', async () => {
    const zuora = await tenant({ status: 200, body: { message: 'fine', records: [] } });
    await expect(
      zuora.client.read({
        operation: 'x',
        path: '/x',
        schema: z.unknown(),
        signal: AbortSignal.timeout(5_000),
        lane: 'background',
      }),
    ).resolves.toEqual({ message: 'fine', records: [] });
  });
});

describe('the breaker', () => {
  it('opens for Zuora, and not for a payment gateway behind it', async () => {
    const gateway = await tenant({ status: 500, body: v1(50000099) });
    for (let n = 0; n < 10; n += 1) await gateway.write();
    expect(gateway.client.breaker).toBe('CLOSED');

    const zuora = await tenant({ status: 500, body: v1(50000060) });
    for (let n = 0; n < 8; n += 1) await zuora.write();
    expect(zuora.client.breaker).toBe('OPEN');
    expect(await zuora.write()).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', outcome: 'not_applied' });
    expect(zuora.seen).toHaveLength(8);
  });
});
