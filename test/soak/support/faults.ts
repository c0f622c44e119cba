import { type Random, randomFor } from '../../../src/upstreams/sandbox-kit/random.js';
import type { Fault, Sandbox } from '../../../src/upstreams/sandbox-kit/types.js';

const FAULTS: readonly [Fault, ...Fault[]] = [
  { kind: 'rate-limited', retryAfter: 0 },
  { kind: 'connection-reset' },
  { kind: 'reply-lost' },
  { kind: 'reply-lost', times: 2 },
  { kind: 'server-error' },
  { kind: 'server-error', status: 503, times: 2 },
  { kind: 'cut-off-json' },
];

export interface FaultPlan {
  readonly seed: string;
  /** How many of a hundred operations meet a fault. */
  readonly percent: number;
}

/** Puts a fault in the way of what is about to be sent, or not; the same seed, the same faults. */
export function faultMaker(sandbox: Sandbox, { seed, percent }: FaultPlan): { next(match: string): Fault | null } {
  let at = 0;
  return {
    next(match) {
      const random: Random = randomFor(seed, 'fault', at++);
      if (!random.chance(percent)) return null;
      const fault = random.pick(FAULTS);
      sandbox.fault(match, fault);
      return fault;
    },
  };
}
