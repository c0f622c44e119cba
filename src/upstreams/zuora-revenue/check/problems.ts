/** One thing that is wrong with a file. */
export interface FileProblem {
  /** Line of the file, the header being 1; null where it concerns the file as a whole. */
  readonly line: number | null;
  /** Heading of the column; null where it concerns the line as a whole. */
  readonly column: string | null;
  readonly reason: string;
}

const MOST_PROBLEMS = 1_000;

/** Everything that is wrong with a file: the first thousand in words, and how many there are. */
export class ProblemList {
  readonly #first: FileProblem[] = [];
  #count = 0;

  add(line: number | null, column: string | null, reason: string): void {
    this.#count += 1;
    if (this.#first.length < MOST_PROBLEMS) this.#first.push({ line, column, reason });
  }

  get first(): readonly FileProblem[] {
    return this.#first;
  }

  get count(): number {
    return this.#count;
  }
}

/** A problem in a sentence of its own. */
export function sentence({ line, column, reason }: FileProblem): string {
  const place = [...(line === null ? [] : [`line ${line}`]), ...(column === null ? [] : [column])].join(', ');
  return place === '' ? reason : `${place}: ${reason}`;
}

/** A value as it may stand in a reason: short, and in quotes. */
export function shown(value: string): string {
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}
