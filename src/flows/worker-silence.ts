/** How soon the work of a process that ended goes to another one. All of it follows from one setting. */
export interface TakeoverTimes {
  readonly heartbeatMs: number;
  /** How old what was noted and not started is before another process starts it: its own had the time to. */
  readonly leftBehindMs: number;
  /** How long one process may take for what a webhook told of. */
  readonly settleMs: number;
  /** How long what a webhook told of is in the hands of one process. */
  readonly leaseMs: number;
  /** How often everybody looks whether there is something to take over. */
  readonly lookMs: number;
}

/** With 10 s of silence everything is taken over within 30 s. */
export function takeoverTimes(silentMs: number): TakeoverTimes {
  return {
    heartbeatMs: silentMs / 5,
    leftBehindMs: silentMs * 1.5,
    settleMs: silentMs * 1.5,
    leaseMs: silentMs * 2,
    lookMs: silentMs / 4,
  };
}
