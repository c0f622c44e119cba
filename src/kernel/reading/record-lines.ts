/** Where a record lies in its file. */
export interface RecordLines {
  /** The line on which it begins; the first of the file is 1. */
  readonly line: number;
  /** How many lines it has: a cell in quotes may hold line breaks. */
  readonly span: number;
}

/**
 * Tells on which lines the records of a CSV file lie, each told of in its order. csv-parse says where a record ends, and
 * counts a break of two characters inside a value twice.
 */
export class RecordLineCounter {
  /** The line that follows the last record. */
  next = 1;
  #countedTwice = 0;

  /** `ended` is the parser's `info.lines`. */
  of(cells: readonly string[], ended: number): RecordLines {
    let [breaks, pairs] = [0, 0];
    for (const cell of cells) {
      if (!cell.includes('\n') && !cell.includes('\r')) continue;
      breaks += cell.match(/[\r\n]/g)?.length ?? 0;
      pairs += cell.match(/\r\n/g)?.length ?? 0;
    }
    const line = ended - this.#countedTwice - breaks;
    this.#countedTwice += pairs;
    this.next = ended - this.#countedTwice + 1;
    return { line, span: 1 + breaks - pairs };
  }
}
