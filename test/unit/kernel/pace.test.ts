import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/kernel/clock.js';
import { concurrencyLimit, type Lane } from '../../../src/kernel/http/lanes.js';
import { Pace } from '../../../src/kernel/http/pace.js';

/** A clock that jumps to the end of the shortest wait as soon as everybody waits. */
function jumpingClock() {
  let now = 0;
  const waiting: { at: number; resolve: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
        waiting.push({ at: now + ms, resolve });
        setImmediate(() => {
          const next = waiting.toSorted((a, b) => a.at - b.at)[0];
          if (!next) return;
          waiting.splice(waiting.indexOf(next), 1);
          now = Math.max(now, next.at);
          next.resolve();
        });
      }),
  };
  return clock;
}

function paced() {
  const clock = jumpingClock();
  const pace = new Pace(clock, (ms) => new Error(`no quota for ${ms} ms`));
  const admission = pace.before(concurrencyLimit(10));
  const startOf = (lane: Lane, signal?: AbortSignal) => admission.run(lane, async () => clock.now(), signal);
  return { clock, pace, startOf };
}

describe('the pace', () => {
  it('lets everything go while there is enough quota', async () => {
    const { pace, startOf } = paced();
    pace.notice({ limit: 1_000, remaining: 101, resetMs: 60_000 });
    expect(await Promise.all([startOf('interactive'), startOf('background'), startOf('interactive')])).toEqual([
      0, 0, 0,
    ]);
  });

  it('spreads what is left over the rest of the window', async () => {
    const { pace, startOf } = paced();
    pace.notice({ limit: 1_000, remaining: 40, resetMs: 4_000 });
    expect(await Promise.all([1, 2, 3, 4].map(() => startOf('interactive')))).toEqual([0, 100, 200, 300]);
  });

  it('keeps background work for the next window when little is left', async () => {
    const { pace, startOf } = paced();
    pace.notice({ limit: 1_000, remaining: 40, resetMs: 4_000 });
    const [interactive, background] = await Promise.all([startOf('interactive'), startOf('background')]);
    expect(interactive).toBe(0);
    expect(background).toBeGreaterThanOrEqual(4_000);
  });

  it('forgets about it as soon as the system has more again', async () => {
    const { pace, startOf } = paced();
    pace.notice({ limit: 1_000, remaining: 1, resetMs: 4_000 });
    pace.notice({ limit: 1_000, remaining: 900, resetMs: 60_000 });
    expect(await Promise.all([startOf('background'), startOf('interactive'), startOf('interactive')])).toEqual([
      0, 0, 0,
    ]);
  });

  it('starts nothing until the reset when nothing is left', async () => {
    const { pace, startOf } = paced();
    pace.notice({ limit: 1_000, remaining: 0, resetMs: 3_000 });
    expect(await startOf('interactive')).toBe(3_000);
  });

  it('tells a person at once what would take long, and lets background work wait for it', async () => {
    const { pace, startOf } = paced();
    pace.hold(3_600_000);
    await expect(startOf('interactive')).rejects.toThrow('no quota for 3600000 ms');
    expect(await startOf('background')).toBe(3_600_000);
  });

  it('ends a wait with its caller', async () => {
    const { pace, startOf } = paced();
    pace.hold(4_000);
    const leaving = AbortSignal.abort(new Error('my deadline'));
    await expect(startOf('background', leaving)).rejects.toThrow('my deadline');
  });
});
