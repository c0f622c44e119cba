import type { ExecutionResult } from 'graphql';

/** How long after its start an execution takes others along: no answer is older than its question by more. */
const JOINABLE_MS = 1_000;

/** What an execution came to. */
export interface Executed {
  readonly result: ExecutionResult;
  /** Whether it came to all that was asked for: failures are nobody's but the asker's. */
  readonly whole: boolean;
}

export interface Shared extends Executed {
  /** Whether somebody else's execution gave it. */
  readonly joined: boolean;
}

interface UnderWay {
  readonly startedAt: number;
  readonly executed: Promise<Executed>;
}

/**
 * The same question, asked again while it is being answered, has that answer: many open the same page at once, and one
 * execution is enough for them. The key says all that an answer depends on, and who asks.
 */
export class SharedAnswers {
  readonly #now: () => number;
  readonly #underWay = new Map<string, UnderWay>();

  constructor(now: () => number) {
    this.#now = now;
  }

  async ask(key: string, execute: () => Promise<Executed>): Promise<Shared> {
    const open = this.#underWay.get(key);
    if (open && this.#now() - open.startedAt <= JOINABLE_MS) {
      // Whoever started it may have hung up, and had less time left: its failure is not that of the others.
      const executed = await open.executed.catch(() => null);
      if (executed?.whole) return { ...executed, joined: true };
      return { ...(await execute()), joined: false };
    }
    const mine = { startedAt: this.#now(), executed: execute() };
    this.#underWay.set(key, mine);
    try {
      return { ...(await mine.executed), joined: false };
    } finally {
      if (this.#underWay.get(key) === mine) this.#underWay.delete(key);
    }
  }

  /** Something has changed: who asks from now on is not answered with what may have been read before. */
  cut(): void {
    this.#underWay.clear();
  }
}
