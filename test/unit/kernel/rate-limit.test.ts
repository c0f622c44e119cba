import { expect, it } from 'vitest';
import type { Lane } from '../../../src/kernel/http/lanes.js';
import { rateLimit } from '../../../src/kernel/http/rate-limit.js';
import { mostWithin } from '../../support/most-within.js';
import { virtualClock } from '../../support/virtual-clock.js';

const QUOTA = { limit: 10, windowMs: 1_000 };

/** A system that is asked through a limit, and sees requests when they arrive: sooner or later than they were sent. */
function world() {
  const clock = virtualClock();
  const quota = rateLimit({ ...QUOTA, clock });
  const arrivals: { readonly lane: Lane; readonly at: number }[] = [];
  let sent = 0;
  const ask = (lane: Lane) =>
    quota.run(lane, async () => {
      // From 5 to 300 ms on the way, in an order that has them overtake each other, and 20 ms back.
      sent += 1;
      await clock.wait(5 + ((sent * 97) % 296));
      arrivals.push({ lane, at: clock.now() });
      await clock.wait(20);
    });
  const at = (from: number, until: number, lane?: Lane) =>
    arrivals.filter((one) => one.at >= from && one.at < until && (!lane || one.lane === lane)).map((one) => one.at);
  return { clock, ask, at };
}

it('keeps 20 clients to the quota for 30 s, ahead of a warm-up, which has half while nobody else asks', async () => {
  const { clock, ask, at } = world();
  for (let n = 0; n < 1_000; n += 1) void ask('background');
  await clock.pass(10_000);
  expect(mostWithin(1_000, at(0, 10_000))).toBe(5);
  expect(at(0, 10_000).length).toBeGreaterThanOrEqual(38);

  const waits: number[] = [];
  const client = async () => {
    while (clock.now() < 40_000) {
      const askedAt = clock.now();
      await ask('interactive');
      waits.push(clock.now() - askedAt);
    }
  };
  for (let n = 0; n < 20; n += 1) void client();
  await clock.pass(35_000);

  expect(mostWithin(1_000, at(0, 45_000))).toBe(10);
  expect(at(10_000, 40_000, 'interactive').length).toBeGreaterThan(30 * 8);
  // What was on its way when the clients came.
  expect(at(10_000, 40_000, 'background').length).toBeLessThanOrEqual(5);
  expect(Math.max(...waits)).toBeLessThan(4_000);
  // And when they have gone, the warm-up goes on.
  await clock.pass(10_000);
  expect(mostWithin(1_000, at(46_000, 55_000))).toBe(5);
});

it('lets answers take as long as they like: what was sent is there a second later', async () => {
  const clock = virtualClock();
  const quota = rateLimit({ ...QUOTA, clock });
  let started = 0;
  for (let n = 0; n < 30; n += 1) {
    void quota.run('interactive', async () => {
      started += 1;
      await clock.wait(60_000);
    });
  }
  await clock.pass(1_999);
  expect(started).toBe(10);
  await clock.pass(1);
  expect(started).toBe(20);
  await clock.pass(2_000);
  expect(started).toBe(30);
});

it('takes what was given up for on its way still', async () => {
  const clock = virtualClock();
  const quota = rateLimit({ limit: 1, windowMs: 1_000, clock });
  const deadline = new AbortController();
  const given = quota.run('interactive', () => Promise.reject(deadline.signal.reason), deadline.signal);
  deadline.abort(new Error('my deadline'));
  await expect(given).rejects.toThrow();
  let startedAt = 0;
  void quota.run('interactive', async () => {
    startedAt = clock.now();
  });
  await clock.pass(5_000);
  expect(startedAt).toBe(2_000);
});
