import type { Clock } from '../../src/kernel/clock.js';

/** A clock whose time passes when it is told to, waking whoever waits in order. */
export function virtualClock(): Clock & { pass(ms: number): Promise<void> } {
  let now = 0;
  let waiting: { readonly at: number; wake(): void }[] = [];
  return {
    now: () => now,
    wait: (ms) =>
      new Promise((wake) => {
        waiting.push({ at: now + ms, wake });
      }),
    async pass(ms) {
      const end = now + ms;
      for (;;) {
        // Whoever was woken has to come to its next wait.
        await new Promise((resolve) => setImmediate(resolve));
        const at = Math.min(...waiting.map((one) => one.at));
        if (at > end) break;
        now = at;
        const due = waiting.filter((one) => one.at <= at);
        waiting = waiting.filter((one) => one.at > at);
        for (const { wake } of due) wake();
      }
      now = end;
    },
  };
}
