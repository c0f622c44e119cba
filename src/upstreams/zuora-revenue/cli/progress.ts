interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const PLAIN_EVERY_MS = 10_000;

/** What a person sees while work is under way: one line that changes at a terminal, else a line now and then. */
export class Progress {
  readonly #output: Output;
  readonly #now: () => number;
  #shown = '';
  #kind = '';
  #shownAt = Number.NEGATIVE_INFINITY;
  #width = 0;

  constructor(output: Output = process.stderr, now: () => number = Date.now) {
    this.#output = output;
    this.#now = now;
  }

  /** `kind` is what makes a plain line worth printing at once when it changes. */
  show(kind: string, text: string): void {
    if (text === this.#shown) return;
    if (this.#output.isTTY) {
      this.#output.write(`\r${text.padEnd(this.#width)}`);
      this.#width = text.length;
    } else if (kind !== this.#kind || this.#now() - this.#shownAt >= PLAIN_EVERY_MS) {
      this.#output.write(`${text}\n`);
      this.#shownAt = this.#now();
    }
    this.#shown = text;
    this.#kind = kind;
  }

  /** Leaves the last line where it is. */
  end(): void {
    if (this.#output.isTTY && this.#width > 0) this.#output.write('\n');
    this.#width = 0;
  }
}

/** "about 4 min left", from how much of it was done in how long; nothing while that says little. */
export function timeLeft(done: number, total: number, elapsedMs: number): string {
  if (done <= 0 || done >= total || elapsedMs < 2_000) return '';
  const seconds = Math.ceil(((elapsedMs / done) * (total - done)) / 1_000);
  return `, about ${seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`} left`;
}

export const count = (number: number) => number.toLocaleString('en');
export const many = (number: number, one: string) => `${count(number)} ${one}${number === 1 ? '' : 's'}`;
