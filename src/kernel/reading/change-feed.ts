/** Tells when something that is kept has changed, whichever process changed it. */
export interface ChangeFeed {
  /** `subject` is a kind and an id, for example `upload rup_01J…`. Hears of every change that is made from now on. */
  watch(subject: string): ChangeWatch;
}

export interface ChangeWatch {
  /**
   * Resolves when there was a change since it was last asked, and now and then without one: whoever asks looks what is
   * there. Several changes may come as one. Rejects with the signal's reason.
   */
  changed(signal: AbortSignal): Promise<void>;
  close(): void;
}

export interface Followed<T> {
  readonly feed: ChangeFeed;
  readonly subject: string;
  /** What is there now; null for nothing. */
  readonly read: () => Promise<T | null>;
  /** Whether nothing more will come of it. */
  readonly isFinal: (state: T) => boolean;
  /** Ends it with the signal's reason. */
  readonly signal: AbortSignal;
}

/** What is there now, then what it becomes, up to and with its end. A state that JSON cannot tell from the last is left out. */
export async function* follow<T>({ feed, subject, read, isFinal, signal }: Followed<T>): AsyncGenerator<T, void> {
  // Before the first look, so that nothing changes unheard between the two.
  const watch = feed.watch(subject);
  try {
    for (let last: string | null = null; ; await watch.changed(signal)) {
      signal.throwIfAborted();
      const state = await read();
      if (state === null) return;
      const text = JSON.stringify(state);
      if (text !== last) yield state;
      if (isFinal(state)) return;
      last = text;
    }
  } finally {
    watch.close();
  }
}
