import type { FormattedExecutionResult } from 'graphql';

/** Writes answers as JSON; data that several callers are answered with is written once. */
export class WrittenAnswers {
  readonly #written = new WeakMap<object, string>();

  write(answer: FormattedExecutionResult): string {
    const { data, errors, extensions } = answer;
    if (!data || errors || extensions) return line(answer);
    const written = this.#written.get(data) ?? line(answer);
    this.#written.set(data, written);
    return written;
  }
}

function line(answer: FormattedExecutionResult): string {
  return `${JSON.stringify(answer)}\n`;
}
