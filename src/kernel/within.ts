/** What the work comes to, or the error if it has not come to anything in time; the work itself goes on. */
export async function within<T>(ms: number, work: Promise<T>, late: () => Error): Promise<T> {
  const over = Promise.withResolvers<never>();
  const timer = setTimeout(() => over.reject(late()), ms);
  return await Promise.race([work, over.promise]).finally(() => clearTimeout(timer));
}

/** Who was asked says nothing. */
export class Silent extends Error {
  override readonly name = 'Silent';
}

/** Asks somebody who may fall silent: few wait for that to be found out, and nobody else is kept for a while. */
export class Patience {
  readonly #ms: number;
  readonly #pauseMs: number;
  readonly #now: () => number;
  #silentUntil = 0;

  constructor(ms: number, pauseMs: number, now: () => number = () => performance.now()) {
    this.#ms = ms;
    this.#pauseMs = pauseMs;
    this.#now = now;
  }

  /** @throws Silent at once in the pause after a silence, in which nothing is asked */
  async ask<T>(question: () => Promise<T>): Promise<T> {
    if (this.#now() < this.#silentUntil) throw new Silent('it has just been silent');
    return await within(this.#ms, question(), () => {
      this.#silentUntil = this.#now() + this.#pauseMs;
      return new Silent(`there was no answer within ${this.#ms} ms`);
    });
  }
}
