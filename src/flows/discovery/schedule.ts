import type { Logger } from 'pino';
import type { DiscoveryStatus } from '../../domain/identity/discovery-status.js';
import type { Clock } from '../../kernel/clock.js';

export interface Schedule {
  stop(): void;
}

/** How often the schedule looks, at most: another process may have ended a run meanwhile, or died in one. */
const LOOK_EVERY_MS = 30_000;

export function keepSchedule(options: {
  everyMs: number;
  clock: Clock;
  logger: Pick<Logger, 'warn'>;
  stopping: AbortSignal;
  start(system: string): Promise<void>;
  status(): Promise<readonly DiscoveryStatus[]>;
}): Schedule {
  const { everyMs, clock, logger } = options;
  const ended = new AbortController();
  const signal = AbortSignal.any([ended.signal, options.stopping]);

  const keep = async () => {
    while (!signal.aborted) {
      try {
        for (const status of await options.status()) {
          if (!signal.aborted && isDue(status, everyMs, clock.now())) await options.start(status.system);
        }
      } catch (error) {
        logger.warn({ error }, 'the schedule of discovery will try again');
      }
      await clock.wait(Math.min(everyMs, LOOK_EVERY_MS), signal).catch(() => {});
    }
  };
  void keep();
  return { stop: () => ended.abort() };
}

function isDue({ state, finishedAt }: DiscoveryStatus, everyMs: number, now: number): boolean {
  if (state === 'STOPPED') return false;
  // A run under way is left alone when it is started, and one whose process died is carried on.
  return finishedAt === null || Date.parse(finishedAt) + everyMs <= now;
}
