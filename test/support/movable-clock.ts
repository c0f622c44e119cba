import { type Clock, systemClock } from '../../src/kernel/clock.js';

/** The time of the machine, which can be moved on; waiting is not shortened by that. */
export function movableClock(): Clock & { advance(ms: number): void } {
  let ahead = 0;
  return {
    now: () => systemClock.now() + ahead,
    wait: systemClock.wait,
    advance: (ms) => {
      ahead += ms;
    },
  };
}
