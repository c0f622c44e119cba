/** How long after its start an answer under way takes others along: none is older than its question by more. */
const JOINABLE_MS = 1_000;

/** What a question came to. */
export interface Answered<T> {
  readonly answer: T;
  /** Whether it came to all that was asked for: failures are nobody's but the asker's. */
  readonly whole: boolean;
}

interface UnderWay<T> {
  readonly startedAt: number;
  /** Null when it is over. V8 lets each table that a Map outgrew hold the next one for long: what is in it must be small. */
  answered: Promise<Answered<T> | null> | null;
}

/**
 * The same question, asked again while it is being answered, has that answer: many open the same page at once, and one
 * execution is enough for them. The key says all that an answer depends on, and who asks.
 */
export class SharedAnswers<T> {
  readonly #now: () => number;
  readonly #underWay = new Map<string, UnderWay<T>>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * `execute` says that others may join as soon as it knows that it only reads, and before it does so. `joined`: somebody else's
   * execution gave the answer.
   */
  async ask(
    key: string,
    execute: (mayBeJoined: () => void) => Promise<Answered<T>>,
  ): Promise<{ readonly answer: T; readonly joined: boolean }> {
    const other = this.#underWay.get(key);
    if (other && this.#now() - other.startedAt <= JOINABLE_MS) {
      // Whoever started it may have hung up, and had less time left: its failure is not that of the others.
      const answered = await other.answered;
      if (answered?.whole) return { answer: answered.answer, joined: true };
      return { answer: (await execute(() => {})).answer, joined: false };
    }
    const { promise, resolve } = Promise.withResolvers<Answered<T> | null>();
    const mine: UnderWay<T> = { startedAt: this.#now(), answered: promise };
    try {
      const answered = await execute(() => void this.#underWay.set(key, mine));
      resolve(answered);
      return { answer: answered.answer, joined: false };
    } finally {
      resolve(null);
      mine.answered = null;
      if (this.#underWay.get(key) === mine) this.#underWay.delete(key);
    }
  }

  /** Something has changed: who asks from now on is not answered with what may have been read before. */
  cut(): void {
    this.#underWay.clear();
  }
}
