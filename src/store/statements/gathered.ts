import { StoreUnavailable } from '../../kernel/errors.js';

export interface Gathering<A> {
  /** How many runs may be under way at a time; one. */
  readonly atOnce?: number;
  /** After how many milliseconds a run holds up no others any more: its connection may be lost; a second. */
  readonly slowMs?: number;
  /** Most that one run takes. */
  readonly most: number;
  /** No two in one run have any of these in common. */
  readonly keysOf?: (asked: A) => readonly string[];
}

const SLOW_MS = 1_000;

interface Waiting<A, B> {
  readonly asked: A;
  readonly resolve: (answer: B) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Carries out in one run what is asked for while the run before is under way: at once where nothing is, and the more at
 * a time the busier the database is. Each of many requests would take a connection of its own otherwise, and wait with it
 * for the others. `run` does all or nothing, and answers by position.
 */
export function gathered<A, B>(
  run: (asked: readonly A[]) => Promise<readonly B[]>,
  { atOnce = 1, slowMs = SLOW_MS, most, keysOf = () => [] }: Gathering<A>,
): (asked: A) => Promise<B> {
  const waiting: Waiting<A, B>[] = [];
  let underWay = 0;

  /** Those that came first, in their order. */
  const taken = () => {
    const keys = new Set<string>();
    let count = 0;
    for (const { asked } of waiting) {
      const own = keysOf(asked);
      if (count === most || own.some((key) => keys.has(key))) break;
      for (const key of own) keys.add(key);
      count += 1;
    }
    return waiting.splice(0, count);
  };

  const settle = async (some: readonly Waiting<A, B>[]): Promise<void> => {
    try {
      const answers = await run(some.map(({ asked }) => asked));
      some.forEach(({ resolve }, at) => {
        resolve(answers[at] as B);
      });
    } catch (error) {
      if (some.length === 1 || error instanceof StoreUnavailable) for (const { reject } of some) reject(error);
      // It may be about one of them, and is nothing to the others.
      else for (const one of some) await settle([one]);
    }
  };

  const next = () => {
    while (underWay < atOnce && waiting.length > 0) {
      underWay += 1;
      let holds = true;
      const letOn = () => {
        if (!holds) return;
        holds = false;
        underWay -= 1;
        next();
      };
      const slow = setTimeout(letOn, slowMs);
      void settle(taken()).finally(() => {
        clearTimeout(slow);
        letOn();
      });
    }
  };

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      next();
    });
}
