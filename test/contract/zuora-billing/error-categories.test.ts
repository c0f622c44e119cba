import { describe, expect, it } from 'vitest';
import { tenant, v1 } from './answering-tenant.js';

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
