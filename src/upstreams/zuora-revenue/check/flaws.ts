import type { CsvError } from 'csv-parse';
import { separatorProblem } from './header.js';
import type { ProblemList } from './problems.js';
import { UnreadableFile } from './utf8.js';

const HEAD = 4_096;

/** What keeps a file from being read on: the first such thing ends the reading, and what was read before still counts. */
export class Flaws {
  /** Told that nothing more is wanted. */
  enough = false;
  #unreadable: UnreadableFile | null = null;
  #csv: CsvError | null = null;
  #head = '';

  /** From this line on rows may be anything. */
  get line(): number {
    if (this.#unreadable) return this.#unreadable.line ?? 0;
    return typeof this.#csv?.lines === 'number' ? this.#csv.lines : Number.POSITIVE_INFINITY;
  }

  note(error: CsvError | undefined): void {
    this.#csv ??= error ?? null;
  }

  async *endAtFirst(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of source) {
        if (this.#head.length < HEAD) this.#head += chunk.toString('utf8').slice(0, HEAD);
        yield chunk;
        if (this.enough || this.#csv !== null) return;
      }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      this.#unreadable = error;
    }
  }

  /** `nextLine` follows the last row that could be read. */
  report(nextLine: number, problems: ProblemList): void {
    // A file that was cut off there has an open quote, or less, at its end.
    if (this.#unreadable) problems.add(this.#unreadable.line, null, this.#unreadable.message);
    else if (this.#csv !== null) this.#reportCsv(this.#csv, nextLine, problems);
  }

  #reportCsv(error: CsvError, nextLine: number, problems: ProblemList): void {
    const [header = ''] = this.#head.split(/[\r\n]/);
    const separator = nextLine === 1 ? separatorProblem(header) : null;
    if (separator !== null) problems.add(1, null, separator);
    else problems.add(error.code === 'CSV_INVALID_CLOSING_QUOTE' ? this.line : nextLine, null, reasonOf(error));
  }
}

function reasonOf({ code, message }: CsvError): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote is opened here, or below, and never closed';
    case 'CSV_MAX_RECORD_SIZE':
      return 'more than 1 MB belong to this line: a quote in it is probably not closed';
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE' as CsvError['code']:
      return 'a quote stands inside a value: write it twice, and the value in quotes';
    default:
      return `the file is no CSV: ${message}`;
  }
}
