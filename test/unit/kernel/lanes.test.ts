import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { concurrencyLimit } from '../../../src/kernel/http/lanes.js';
import { rateLimit } from '../../../src/kernel/http/rate-limit.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Starts of work by name, each with the time at which it was let through. */
function recorder() {
  const starts: { name: string; at: number }[] = [];
  const epoch = Date.now();
  return { starts, work: (name: string) => async () => void starts.push({ name, at: Date.now() - epoch }) };
}

it('starts no more than the limit within any window', async () => {
  const { starts, work } = recorder();
  const quota = rateLimit({ limit: 10, windowMs: 1_000 });
  // Half a window of quiet first, so that fixed windows would let twenty through in half a second.
  await vi.advanceTimersByTimeAsync(500);
  for (let i = 0; i < 35; i++) void quota.run('interactive', work(`r${i}`));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(starts).toHaveLength(35);
  for (const { at } of starts) {
    expect(starts.filter((other) => other.at >= at && other.at < at + 1_000).length).toBeLessThanOrEqual(10);
  }
  expect(starts.at(-1)?.at).toBe(3_500);
});

it('lets people overtake background work, which gets at most half', async () => {
  const { starts, work } = recorder();
  const quota = rateLimit({ limit: 10, windowMs: 1_000 });
  for (let i = 0; i < 50; i++) void quota.run('background', work('background'));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(starts.filter(({ at }) => at < 1_000)).toHaveLength(5);
  expect(starts.filter(({ at }) => at >= 1_000 && at < 2_000)).toHaveLength(5);
  const asked = starts.length;
  for (let i = 0; i < 5; i++) void quota.run('interactive', work('interactive'));
  await vi.advanceTimersByTimeAsync(0);
  expect(starts.slice(asked).filter(({ name }) => name === 'interactive')).toHaveLength(5);
});

it('forgets work whose caller gives up before its turn', async () => {
  const { starts, work } = recorder();
  const quota = rateLimit({ limit: 1, windowMs: 1_000 });
  const leaving = new AbortController();
  void quota.run('interactive', work('first'));
  const left = quota.run('interactive', work('second'), leaving.signal);
  const settled = expect(left).rejects.toThrow('my deadline');
  expect(quota.waiting).toBe(1);
  leaving.abort(new Error('my deadline'));
  await settled;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(starts.map(({ name }) => name)).toEqual(['first']);
});

it('runs no more at once than the limit, people first', async () => {
  const limit = concurrencyLimit(2);
  const order: string[] = [];
  const finish: (() => void)[] = [];
  const work = (name: string) => () =>
    new Promise<void>((resolve) => {
      order.push(name);
      finish.push(resolve);
    });
  void limit.run('background', work('b1'));
  void limit.run('background', work('b2'));
  void limit.run('background', work('b3'));
  void limit.run('interactive', work('i1'));
  await vi.advanceTimersByTimeAsync(0);
  expect(order).toEqual(['b1', 'b2']);
  finish[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(order).toEqual(['b1', 'b2', 'i1']);
});

it('starts those that wait as soon as the limit is raised, and as many as that', async () => {
  const limit = concurrencyLimit(1);
  const { starts, work } = recorder();
  const never = (name: string) => () => work(name)().then(() => new Promise<void>(() => {}));
  for (const name of ['a', 'b', 'c', 'd']) void limit.run('interactive', never(name));
  await vi.advanceTimersByTimeAsync(0);
  expect([starts.map(({ name }) => name), limit.running, limit.waiting]).toEqual([['a'], 1, 3]);
  limit.limit = 3;
  await vi.advanceTimersByTimeAsync(0);
  expect([starts.map(({ name }) => name), limit.running, limit.waiting]).toEqual([['a', 'b', 'c'], 3, 1]);
  limit.limit = 0;
  expect(limit.limit).toBe(1);
});

it('does not start what was given up, before it was asked for or while it waited, and goes on after a failure', async () => {
  const limit = concurrencyLimit(1);
  const { starts, work } = recorder();
  const failing = Promise.withResolvers<void>();
  const first = expect(limit.run('interactive', () => failing.promise)).rejects.toThrow('broken');
  const leaving = new AbortController();
  const left = expect(limit.run('interactive', work('left'), leaving.signal)).rejects.toThrow('my deadline');
  const last = limit.run('background', work('last'));
  leaving.abort(new Error('my deadline'));
  await left;
  await expect(limit.run('interactive', work('late'), leaving.signal)).rejects.toThrow('my deadline');
  expect(limit.waiting).toBe(1);
  failing.reject(new Error('broken'));
  await Promise.all([first, last]);
  expect(starts.map(({ name }) => name)).toEqual(['last']);
  expect([limit.running, limit.waiting]).toEqual([0, 0]);
});
