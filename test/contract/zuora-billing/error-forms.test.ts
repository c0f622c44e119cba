import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tenant, v1 } from './answering-tenant.js';

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
    [
      'CRUD, of an object that is not there',
      '/v1/object/product/x',
      404,
      { records: [], size: 0, done: true },
      'UPSTREAM_NOT_FOUND',
      undefined,
    ],
    [
      'CRUD, of a DELETE, in lower case',
      '/v1/object/product/x',
      200,
      { success: false, errors: [{ code: 'INVALID_VALUE', message: 'no' }], id: 'x' },
      'UPSTREAM_REJECTED',
      '"INVALID_VALUE"',
    ],
    [
      'notifications, of an object that is not there',
      '/notifications/email-templates/x',
      404,
      { reasons: [{ code: 'EntityNotFound', message: 'no' }] },
      'UPSTREAM_NOT_FOUND',
      '"EntityNotFound"',
    ],
    [
      'Object Query before, reasons alone with HTTP 200',
      '/object-query/accounts',
      200,
      { reasons: [{ code: '50000020', message: 'no' }] },
      'UPSTREAM_REJECTED',
      '"50000020"',
    ],
    [
      'Object Query before, a message alone',
      '/object-query/accounts',
      400,
      { message: 'no' },
      'UPSTREAM_REJECTED',
      '""',
    ],
    [
      'Data Query',
      '/query/jobs',
      400,
      { code: 'INVALID_QUERY', message: 'no' },
      'UPSTREAM_REJECTED',
      '"INVALID_QUERY"',
    ],
    ['an idempotency key that stands for another call', '/v1/accounts', 422, {}, 'UPSTREAM_REJECTED', undefined],
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

  it.each(Array.from({ length: 10 }, (_, digit) => [`9000001${digit}`]))(
    '401 of the v1 API: code %s, whatever its last digits are elsewhere',
    async (code) => {
      const zuora = await tenant({ status: 401, body: v1(code) });
      expect(await zuora.write('/v1/accounts')).toMatchObject({
        code: 'UPSTREAM_UNAUTHENTICATED',
        retryable: false,
        outcome: 'not_applied',
        reasons: [{ code, message: 'Zuora says why' }],
      });
      expect(zuora.seen).toHaveLength(2);
    },
  );

  it.each([
    ['LOCK_COMPETITION', 'UPSTREAM_CONFLICT', 'not_applied', 2],
    ['TEMPORARY_ERROR', 'UPSTREAM_UNAVAILABLE', 'unknown', 4],
    ['UNKNOWN_ERROR', 'UPSTREAM_UNAVAILABLE', 'unknown', 3],
    ['REQUEST_EXCEEDED_LIMIT', 'UPSTREAM_RATE_LIMITED', 'not_applied', 4],
  ] as const)('actions and CRUD have names for categories: %s', async (name, code, outcome, sent) => {
    const body = { Success: false, Errors: [{ Code: name, Message: 'no' }] };
    for (const answer of [body, [body]]) {
      const zuora = await tenant({ status: 200, body: answer, headers: { 'retry-after': '0' } });
      expect(await zuora.write('/v1/action/create', true)).toMatchObject({ code, retryable: true, outcome });
      expect(zuora.seen).toHaveLength(sent);
    }
  });

  it('an action of several objects says of each what became of it, which is for its reader', async () => {
    const body = [
      { Success: true, Id: '1' },
      { Success: false, Errors: [{ Code: 'INVALID_VALUE', Message: 'no' }] },
    ];
    const zuora = await tenant({ status: 200, body });
    const options = { schema: z.unknown(), signal: AbortSignal.timeout(5_000), lane: 'background' } as const;
    await expect(zuora.client.read({ operation: 'x', path: '/v1/action/create', ...options })).resolves.toEqual(body);
  });

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
