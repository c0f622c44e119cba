import { afterEach, expect, it } from 'vitest';
import { LoadLimit } from '../../src/graphql/limits/load-limit.js';
import { LoopDelay } from '../../src/kernel/loop-delay.js';

const opened: LoopDelay[] = [];
afterEach(() => {
  for (const delay of opened.splice(0)) delay.stop();
});

/** A loop whose clock and turns are ours. */
function loop() {
  let now = 1_000;
  const delay = new LoopDelay(() => now);
  opened.push(delay);
  return {
    delay,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

it('is not late while what is due comes at its time', () => {
  const { delay, pass } = loop();
  for (let turn = 0; turn < 3; turn += 1) {
    pass(50);
    expect(delay.ms).toBe(0);
    delay.tick();
  }
  expect(delay.ms).toBe(0);
});

it('is late by a quarter of a single long turn, within it already, and soon forgets it', () => {
  const { delay, pass } = loop();
  pass(50 + 400);
  expect(delay.ms).toBe(100);
  delay.tick();
  expect(delay.ms).toBe(100);
  pass(50);
  delay.tick();
  expect(delay.ms).toBe(75);
});

it('is as late as it always is, when it always is', () => {
  const { delay, pass } = loop();
  for (let turn = 0; turn < 40; turn += 1) {
    pass(50 + 300);
    delay.tick();
  }
  expect(delay.ms).toBeCloseTo(300, 1);
});

const refusal = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    const { limit, most, retryAfterSeconds } = error as Record<string, unknown>;
    return { limit, most, retryAfterSeconds };
  }
};

it('lets in what it may hold, and the next when one has left', async () => {
  const load = new LoadLimit({ mostRequests: 2, mostDelayMs: 0 }, { ms: 10_000 });
  const leave = load.enter();
  const work = Promise.withResolvers<string>();
  const during = load.during(() => work.promise);
  expect(load.underWay).toBe(2);
  const full = { limit: 'requests', most: 2, retryAfterSeconds: 1 };
  expect(refusal(() => load.enter())).toEqual(full);
  await expect(load.during(async () => 'never')).rejects.toMatchObject(full);
  leave();
  leave();
  expect(load.underWay).toBe(1);
  work.resolve('done');
  expect(await during).toBe('done');
  expect(load.underWay).toBe(0);
  expect(load.refused).toEqual({ requests: 2, delay: 0 });
});

it('refuses nobody for being late while few are under way', () => {
  const delay = { ms: 201 };
  const load = new LoadLimit({ mostRequests: 0, mostDelayMs: 200 }, delay);
  for (let request = 0; request < 50; request += 1) load.enter();
  expect(refusal(() => load.enter())).toEqual({ limit: 'delay', most: 200, retryAfterSeconds: 1 });
  delay.ms = 200;
  for (let request = 0; request < 2_000; request += 1) load.enter();
  expect(load.refused).toEqual({ requests: 0, delay: 1 });
});

it('has no bounds where they are 0', () => {
  const load = new LoadLimit({ mostRequests: 0, mostDelayMs: 0 }, { ms: 60_000 });
  for (let request = 0; request < 5_000; request += 1) load.enter();
  expect(load.underWay).toBe(5_000);
});
