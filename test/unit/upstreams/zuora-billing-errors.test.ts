import { describe, expect, it } from 'vitest';
import { UpstreamError } from '../../../src/kernel/errors.js';
import { parseAnswer } from '../../../src/upstreams/zuora-billing/errors.js';

const json = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  headers: { 'content-type': 'application/json;charset=utf-8', ...headers },
  text: JSON.stringify(body),
});

function refusal(response: Parameters<typeof parseAnswer>[0]): UpstreamError {
  try {
    parseAnswer(response, 0);
  } catch (error) {
    if (error instanceof UpstreamError) return error;
    throw error;
  }
  throw new Error('the answer was taken for a success');
}

const v1 = (code: string | number, message = 'no') => ({
  success: false,
  processId: 'P',
  reasons: [{ code, message }],
});

describe('every category of a v1 error, inside HTTP 200 as well as with a status of its own', () => {
  it.each([
    ['10', 403, 'UPSTREAM_FORBIDDEN', false],
    ['11', 401, 'UPSTREAM_UNAUTHENTICATED', false],
    ['20', 400, 'UPSTREAM_REJECTED', false],
    ['21', 400, 'UPSTREAM_REJECTED', false],
    ['22', 400, 'UPSTREAM_REJECTED', false],
    ['23', 400, 'UPSTREAM_REJECTED', false],
    ['27', 400, 'UPSTREAM_REJECTED', false],
    ['30', 400, 'UPSTREAM_REJECTED', false],
    ['40', 404, 'UPSTREAM_NOT_FOUND', false],
    ['45', 405, 'UPSTREAM_UNSUPPORTED', false],
    ['50', 409, 'UPSTREAM_CONFLICT', true],
    ['60', 500, 'UPSTREAM_UNAVAILABLE', true],
    ['61', 500, 'UPSTREAM_UNAVAILABLE', true],
    ['70', 429, 'UPSTREAM_RATE_LIMITED', true],
    ['90', 400, 'UPSTREAM_REJECTED', false],
    ['99', 500, 'UPSTREAM_UNAVAILABLE', true],
  ])('%s', (category, status, code, retryable) => {
    const body = v1(Number(`531003${category}`), 'what it said');
    for (const error of [refusal(json(200, body)), refusal(json(status, body))]) {
      expect(error).toMatchObject({
        system: 'ZUORA_BILLING',
        code,
        retryable,
        message: 'Zuora Billing: what it said',
        reasons: [{ code: `531003${category}`, message: 'what it said' }],
      });
    }
  });
});

describe('a name that actions and CRUD have for a category', () => {
  it.each([
    ['NO_PERMISSION', 'UPSTREAM_FORBIDDEN', false, 'not_applied'],
    ['INVALID_SESSION', 'UPSTREAM_UNAUTHENTICATED', false, 'not_applied'],
    ['API_DISABLED', 'UPSTREAM_UNSUPPORTED', false, 'not_applied'],
    ['LOCK_COMPETITION', 'UPSTREAM_CONFLICT', true, 'not_applied'],
    ['UNKNOWN_ERROR', 'UPSTREAM_UNAVAILABLE', true, 'unknown'],
    ['TEMPORARY_ERROR', 'UPSTREAM_UNAVAILABLE', true, 'unknown'],
    ['REQUEST_EXCEEDED_LIMIT', 'UPSTREAM_RATE_LIMITED', true, 'not_applied'],
    ['INVALID_VALUE', 'UPSTREAM_REJECTED', false, 'not_applied'],
    ['CANNOT_DELETE', 'UPSTREAM_REJECTED', false, 'not_applied'],
  ])('%s', (name, code, retryable, outcome) => {
    const body = { Success: false, Errors: [{ Code: name, Message: 'what it said' }] };
    for (const error of [refusal(json(200, body)), refusal(json(200, [body]))]) {
      expect(error).toMatchObject({ code, retryable, outcome, message: 'Zuora Billing: what it said' });
    }
  });
});

describe('every shape of an error', () => {
  it.each([
    ['v1 with the code as a string', json(200, v1('90000011')), 'UPSTREAM_UNAUTHENTICATED'],
    ['v1 without reasons', json(200, { success: false }), 'UPSTREAM_REJECTED'],
    [
      'actions',
      json(200, [{ Success: false, Errors: [{ Code: 'INVALID_VALUE', Message: 'no' }] }]),
      'UPSTREAM_REJECTED',
    ],
    ['CRUD', json(400, { Success: false, Errors: [{ Code: 'INVALID_VALUE', Message: 'no' }] }), 'UPSTREAM_REJECTED'],
    [
      'CRUD, of a DELETE',
      json(200, { success: false, errors: [{ code: 'INVALID_ID', message: 'no' }] }),
      'UPSTREAM_REJECTED',
    ],
    ['events', json(400, { reasons: [{ code: 'MissingRequiredField', message: 'no' }] }), 'UPSTREAM_REJECTED'],
    ['object query', json(400, { reasons: [{ code: 50000027, message: 'no' }], requestId: 'r' }), 'UPSTREAM_REJECTED'],
    ['the gateway in front', json(401, { message: 'Authentication error' }), 'UPSTREAM_UNAUTHENTICATED'],
    ['a status without a body', { status: 503, headers: {}, text: '' }, 'UPSTREAM_UNAVAILABLE'],
    [
      'a page instead of JSON',
      { status: 200, headers: { 'content-type': 'text/html' }, text: '<html>' },
      'UPSTREAM_INVALID_RESPONSE',
    ],
    [
      'JSON that is cut off',
      { status: 200, headers: { 'content-type': 'application/json' }, text: '{"data":[' },
      'UPSTREAM_INVALID_RESPONSE',
    ],
    [
      'a redirect',
      { status: 302, headers: { location: 'http://elsewhere.test' }, text: '' },
      'UPSTREAM_INVALID_RESPONSE',
    ],
  ])('%s', (_name, response, code) => {
    expect(refusal(response).code).toBe(code);
  });

  it('reads the plain refusal of Data Query', () => {
    const error = refusal(json(400, { code: 30_000, message: 'no such column' }));
    expect(error).toMatchObject({ code: 'UPSTREAM_REJECTED', message: 'Zuora Billing: no such column' });
    expect(error.reasons).toEqual([{ code: '30000', message: 'no such column' }]);
  });

  it('says what Zuora says of a DELETE', () => {
    const body = { success: false, id: '1', errors: [{ code: 'INVALID_ID', message: 'it is in use' }] };
    expect(refusal(json(200, body))).toMatchObject({
      message: 'Zuora Billing: it is in use',
      reasons: [{ code: 'INVALID_ID', message: 'it is in use' }],
    });
  });

  it('says how long to wait', () => {
    expect(refusal(json(429, v1(53100370), { 'retry-after': '7' })).retryAfterMs).toBe(7_000);
  });

  it('says that a server error may have come after the change', () => {
    expect(refusal(json(500, v1(53100361))).outcome).toBe('unknown');
    expect(refusal(json(400, v1(53100330))).outcome).toBe('not_applied');
  });
});

describe('successes', () => {
  it.each([
    ['v1', { success: true, accountId: '1' }],
    ['object query', { data: [], nextPage: 'c' }],
    ['a list without a success field', { records: [], size: 0, done: true }],
    ['an object that has a message and more', { message: 'hello', id: '1' }],
  ])('%s', (_name, body) => {
    expect(parseAnswer(json(200, body), 0)).toEqual(body);
  });
});
