import { type Clock, systemClock } from '../../kernel/clock.js';
import type { ChangeFeed } from '../../kernel/reading/change-feed.js';
import type { Store } from '../open-store.js';

export interface ChangeFeedOptions {
  readonly store: Pick<Store, 'listen'>;
  readonly clock?: Clock;
  /** Told once each time that notices stay away: changes are then found by looking. */
  readonly onSilence: (error: unknown) => void;
}

const CHANNEL = 'billgraph_changes';
// A notice can be lost with its connection; where there is none (poolers do not pass them on) looking is all there is.
const LOOK_AGAIN_MS = { heard: 10_000, silent: 1_000 };
/** What changes all the time is told of so often: everyone who hears of it asks the database. */
const APART_MS = 100;

interface Watching {
  changed: boolean;
  wake: () => void;
}

/** Changes that the database gives notice of. */
export async function openChangeFeed({
  store,
  clock = systemClock,
  onSilence,
}: ChangeFeedOptions): Promise<ChangeFeed> {
  const watching = new Map<string, Set<Watching>>();
  let silent: boolean | null = null;
  const tell = (watches: Iterable<Watching>) => {
    for (const watch of watches) {
      watch.changed = true;
      watch.wake();
    }
  };
  /** Subjects of which something was told a moment ago, and whether there is something new since. */
  const justTold = new Map<string, boolean>();
  const hear = (subject: string) => {
    const watches = watching.get(subject);
    if (!watches) return;
    if (justTold.has(subject)) return void justTold.set(subject, true);
    tell(watches);
    justTold.set(subject, false);
    void clock.wait(APART_MS).then(() => {
      const again = justTold.get(subject);
      justTold.delete(subject);
      if (again) hear(subject);
    });
  };
  await store.listen(CHANNEL, {
    heard: hear,
    back: () => {
      silent = false;
      for (const watches of watching.values()) tell(watches);
    },
    gone: (error) => {
      if (silent !== true) onSilence(error);
      silent = true;
      for (const watches of watching.values()) tell(watches);
    },
  });
  return {
    watch(subject) {
      const watch: Watching = { changed: false, wake: () => {} };
      const all = watching.get(subject) ?? new Set();
      watching.set(subject, all.add(watch));
      return {
        async changed(signal) {
          if (!watch.changed) await woken(watch, clock, silent === false ? 'heard' : 'silent', signal);
          watch.changed = false;
        },
        close() {
          all.delete(watch);
          if (all.size === 0 && watching.get(subject) === all) watching.delete(subject);
        },
      };
    },
  };
}

async function woken(
  watch: Watching,
  clock: Clock,
  state: keyof typeof LOOK_AGAIN_MS,
  signal: AbortSignal,
): Promise<void> {
  const enough = new AbortController();
  const either = AbortSignal.any([signal, enough.signal]);
  watch.wake = () => enough.abort();
  try {
    await clock.wait(LOOK_AGAIN_MS[state], either);
  } catch (error) {
    if (!enough.signal.aborted || signal.aborted) throw error;
  } finally {
    watch.wake = () => {};
  }
}
