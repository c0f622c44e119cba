import { type Clock, systemClock } from '../../src/kernel/clock.js';

/** The time of the machine, which can be moved on; whoever waits waits a fraction of the time. */
export function swiftClock(times: number): Clock & { advance(ms: number): void } {
  let ahead = 0;
  return {
    now: () => systemClock.now() + ahead,
    wait: (ms, signal) => systemClock.wait(ms / times, signal),
    advance: (ms) => {
      ahead += ms;
    },
  };
}
