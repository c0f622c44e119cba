import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/kernel/clock.js';
import { concurrencyNotice, rateNotice } from '../../../src/upstreams/zuora-billing/limits/limit-headers.js';
import { ZuoraLimits } from '../../../src/upstreams/zuora-billing/limits/zuora-limits.js';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const never = new AbortController().signal;

function limits() {
  let now = NOW;
  const zuora = new ZuoraLimits({ ...systemClock, now: () => now });
  const later = (ms: number) => {
    now += ms;
  };
  const hear = (path: string, headers: Record<string, string>, status = 200, body: unknown = {}) =>
    zuora.of('GET', path).onResponse({ status, headers, text: JSON.stringify(body) });
  const share = (name: string) => zuora.quota.find((each) => each.name === name)?.share;
  return { zuora, hear, share, later };
}
const concurrency = (type: string, limit: number, remaining: number) => ({
  'concurrency-limit-type': type,
  'concurrency-limit-limit': String(limit),
  'concurrency-limit-remaining': String(remaining),
});

describe('the limits of a tenant', () => {
  it('are those of the reference until Zuora speaks, with a part left to others', () => {
    const { zuora } = limits();
    expect(zuora.quota).toEqual([
      { name: 'Default', limit: 40, share: 30, remaining: null, resetsAt: null, readAt: null },
      { name: 'HighVolume', limit: 200, share: 150, remaining: null, resetsAt: null, readAt: null },
      { name: 'ObjectQuery', limit: 80, share: 60, remaining: null, resetsAt: null, readAt: null },
    ]);
  });

  it('follow what Zuora says of each type', () => {
    const { zuora, hear } = limits();
    hear('/v1/accounts/1', concurrency('Default', 100, 90));
    hear('/v1/subscriptions', concurrency('HighVolume', 400, 390));
    expect(zuora.quota).toMatchObject([
      { name: 'Default', limit: 100, share: 75, remaining: 90, readAt: NOW },
      { name: 'HighVolume', limit: 400, share: 300, remaining: 390, readAt: NOW },
      { name: 'ObjectQuery', limit: 80, share: 60, remaining: null },
    ]);
  });

  it('shrink to what other integrations leave, and never below one', () => {
    const { hear, share } = limits();
    hear('/v1/accounts/1', concurrency('Default', 40, 5));
    expect(share('Default')).toBe(5);
    hear('/v1/accounts/1', concurrency('Default', 40, 0));
    expect(share('Default')).toBe(1);
    hear('/v1/accounts/1', concurrency('Default', 40, 39));
    expect(share('Default')).toBe(30);
  });

  it('count our own requests as ours', async () => {
    const { zuora, hear, share } = limits();
    const { admission } = zuora.of('GET', '/v1/accounts/1');
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const running = Array.from({ length: 12 }, () => admission.run('interactive', () => gate, never));
    await new Promise((resolve) => setImmediate(resolve));
    hear('/v1/accounts/1', concurrency('Default', 40, 8));
    expect(share('Default')).toBe(20);
    release();
    await Promise.all(running);
  });

  it('halve on a refusal where Zuora says nothing, and come back one by one', () => {
    const { hear, share, later } = limits();
    hear('/object-query/accounts', {}, 429);
    hear('/object-query/accounts', {}, 429);
    expect(share('ObjectQuery')).toBe(30);
    later(1_000);
    hear('/object-query/accounts', {}, 429);
    expect(share('ObjectQuery')).toBe(15);
    hear('/object-query/accounts', {});
    expect(share('ObjectQuery')).toBe(16);
    for (let n = 0; n < 100; n += 1) hear('/object-query/accounts', {});
    expect(share('ObjectQuery')).toBe(60);
    expect(share('Default')).toBe(30);
  });

  it('take a refusal below HTTP 200 for one, too', () => {
    const { hear, share } = limits();
    hear('/v1/accounts/1', {}, 200, { success: false, reasons: [{ code: 53200020, message: 'not 50000070' }] });
    expect(share('Default')).toBe(30);
    hear('/v1/accounts/1', {}, 200, {
      success: false,
      reasons: [{ code: 50000070, message: 'Request exceeded limit' }],
    });
    expect(share('Default')).toBe(15);
  });

  it('hold everything back for as long as the requests of the window are used up', async () => {
    const { zuora, hear, share } = limits();
    const used = { 'ratelimit-limit': '50000, 50000;w=60', 'ratelimit-remaining': '0', 'ratelimit-reset': '42' };
    hear('/object-query/accounts', used, 429);
    expect(share('ObjectQuery')).toBe(60);
    expect(zuora.quota).toContainEqual({
      name: 'Requests',
      limit: 50_000,
      remaining: 0,
      share: null,
      resetsAt: NOW + 42_000,
      readAt: NOW,
    });
    let sent = false;
    const call = zuora.of('GET', '/v1/accounts/1').admission.run('interactive', async () => {
      sent = true;
    });
    await expect(call).rejects.toMatchObject({
      code: 'UPSTREAM_RATE_LIMITED',
      retryAfterMs: 42_000,
      outcome: 'not_applied',
      message: 'Zuora Billing allows no more requests for 42 s.',
    });
    expect(sent).toBe(false);
  });
});

describe('headers', () => {
  it.each([
    [{}, null],
    [concurrency('Default', 40, 39), { type: 'Default', limit: 40, remaining: 39 }],
    [concurrency('Unheard', 40, 39), null],
    [{ ...concurrency('Default', 40, 39), 'concurrency-limit-remaining': 'many' }, null],
    [concurrency('Default', 0, 0), null],
  ])('about requests under way: %o', (headers, notice) => {
    expect(concurrencyNotice(headers)).toEqual(notice);
  });

  it.each([
    [{}, null],
    [
      {
        'ratelimit-limit': '2250000, 50000;w=60, 2250000;w=3600, 27000000;w=86400',
        'ratelimit-remaining': '2249000',
        'ratelimit-reset': '1800',
      },
      { limit: 2_250_000, remaining: 2_249_000, resetMs: 1_800_000 },
    ],
    [
      { 'ratelimit-limit': '50000;w=60', 'ratelimit-remaining': '0', 'ratelimit-reset': '3' },
      { limit: 50_000, remaining: 0, resetMs: 3_000 },
    ],
    [{ 'ratelimit-limit': 'no limit', 'ratelimit-remaining': '0', 'ratelimit-reset': '3' }, null],
    [{ 'ratelimit-limit': '50000', 'ratelimit-reset': '3' }, null],
  ])('about requests in a window: %o', (headers, notice) => {
    expect(rateNotice(headers as Record<string, string>)).toEqual(notice);
  });
});
