import { expect, it } from 'vitest';
import { ConcurrencyLimit, RequestQuota } from '../../../src/upstreams/sandbox-kit/quota.js';

it('refuses the request above the limit and lets one through as the oldest leaves the window', () => {
  let now = 1000;
  const quota = new RequestQuota(2, 1000, { now: () => now });
  expect(quota.take()).toEqual({ allowed: true, limit: 2, remaining: 1, resetMs: 1000 });
  now = 1400;
  expect(quota.take()).toEqual({ allowed: true, limit: 2, remaining: 0, resetMs: 600 });
  now = 1999;
  expect(quota.take()).toEqual({ allowed: false, limit: 2, remaining: 0, resetMs: 1 });
  now = 2000;
  expect(quota.take()).toEqual({ allowed: true, limit: 2, remaining: 0, resetMs: 400 });
  expect(quota.take().allowed).toBe(false);
  quota.clear();
  expect(quota.take()).toMatchObject({ allowed: true, remaining: 1 });
});

it('never lets more than the limit into any window', () => {
  let now = 0;
  const quota = new RequestQuota(10, 1000, { now: () => now });
  const passed: number[] = [];
  for (; now < 20_000; now += 37) if (quota.take().allowed) passed.push(now);
  for (const [n, at] of passed.entries()) {
    const eleventh = passed[n + 10];
    if (eleventh !== undefined) expect(eleventh - at).toBeGreaterThanOrEqual(1000);
  }
  expect(passed.length).toBeGreaterThan(180);
});

it('counts running requests and takes each end once', () => {
  const limit = new ConcurrencyLimit(2);
  const leave = limit.enter();
  expect(limit.enter()).not.toBeNull();
  expect(limit.enter()).toBeNull();
  expect(limit.remaining).toBe(0);
  leave?.();
  leave?.();
  expect(limit.remaining).toBe(1);
});
