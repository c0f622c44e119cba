import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Parser } from 'csv-parse';
import { holdsCardNumber } from '../../../kernel/card-numbers.js';
import { RecordLineCounter } from '../../../kernel/reading/record-lines.js';
import type { UploadTemplate } from '../model.js';
import { Flaws } from './flaws.js';
import { type ColumnPlaces, columnPlaces } from './header.js';
import { IdTable, Numbers } from './id-table.js';
import { type FileProblem, ProblemList } from './problems.js';
import { type Cells, fieldPlace, rowCheck } from './row-rules.js';
import { utf8Of } from './utf8.js';

export interface FileCheck {
  readonly template: UploadTemplate;
  /** Rows of one upload, without its header. */
  readonly rowsPerUpload: number;
  /** Told of each row, until the first problem; may wait. `group` numbers what must not be taken apart. */
  readonly onRow?: (row: CheckedRow) => Promise<void> | undefined;
  /** Headings of columns whose values may look like card numbers: none, unless this says so. */
  readonly mayHoldCardNumber?: (path: readonly string[]) => boolean;
  readonly onProgress?: (progress: { rows: number; bytes: number }) => void;
}

export interface CheckedRow {
  readonly line: number;
  readonly cells: Cells;
  readonly group: number;
}

export interface CheckedFile {
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256 of the bytes. */
  readonly digest: string;
  readonly problems: readonly FileProblem[];
  readonly problemCount: number;
  /** How many lines each group has, in the order of their first rows: a row with a break in a value has several. */
  readonly groups: Numbers;
  /** Lines of all rows. */
  readonly lines: number;
}

// An open quote would otherwise swallow the rest of the file.
const LONGEST_RECORD = 1_048_576;
const PROGRESS_EVERY = 10_000;
const SHORTEST_CARD = 14;
const CARD_NUMBER = 'holds what looks like the number of a payment card: such numbers must not be uploaded';

interface ParsedRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a file once, from its beginning to its end, and says everything that is wrong with it. Apart from its problems it
 * keeps some thirty bytes for each line id, and nothing else, however long the file is.
 */
export async function checkFile(source: AsyncIterable<Uint8Array>, check: FileCheck): Promise<CheckedFile> {
  const problems = new ProblemList();
  const reading = new RowReader(check, problems);
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted() {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  const flaws = new Flaws();
  const parser = new Parser({
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_RECORD,
    // An error of the stream would take with it what was parsed and not read yet.
    skip_records_with_error: true,
    on_skip: (error) => {
      flaws.note(error);
      return undefined;
    },
  });
  await pipeline(Readable.from(flaws.endAtFirst(utf8Of(counted())), { objectMode: false }), parser, async (records) => {
    for await (const parsed of records as AsyncIterable<ParsedRecord>) {
      // What comes after it may be anything.
      if (reading.hopeless || parsed.info.lines >= flaws.line) continue;
      const waiting = reading.take(parsed);
      if (waiting !== undefined) await waiting;
      if (reading.hopeless) flaws.enough = true;
      if (reading.rows % PROGRESS_EVERY === 0) check.onProgress?.({ rows: reading.rows, bytes });
    }
  });
  flaws.report(reading.nextLine, problems);
  if (problems.count === 0) reading.conclude();
  check.onProgress?.({ rows: reading.rows, bytes });
  return {
    rows: reading.rows,
    bytes,
    digest: hash.digest('hex'),
    problems: problems.first,
    problemCount: problems.count,
    groups: reading.groups,
    lines: reading.lines,
  };
}

class RowReader {
  rows = 0;
  lines = 0;
  /** Without columns no row means anything. */
  hopeless = false;
  readonly groups = new Numbers();
  readonly #lines = new RecordLineCounter();
  readonly #firstLines = new Numbers();
  readonly #groupOf = new IdTable();
  readonly #invoiceLines = new IdTable();
  readonly #check: FileCheck;
  readonly #problems: ProblemList;
  readonly #checkRow;
  readonly #keys: { readonly order: number; readonly line: number; readonly invoiceLine: number };
  #places: ColumnPlaces | null = null;
  #headings: readonly string[] = [];
  #width = 0;
  /** Lines of the row that is being looked at. */
  #span = 1;

  constructor(check: FileCheck, problems: ProblemList) {
    this.#check = check;
    this.#problems = problems;
    this.#checkRow = rowCheck(check.template);
    this.#keys = {
      order: fieldPlace(check.template, 'SO_NUM'),
      line: fieldPlace(check.template, 'SO_LINE_ID'),
      invoiceLine: fieldPlace(check.template, 'INV_LINE_ID'),
    };
  }

  /** The line that follows the last row. */
  get nextLine(): number {
    return this.#lines.next;
  }

  take({ record, info }: ParsedRecord): Promise<void> | undefined {
    const problems = this.#problems;
    const { line, span } = this.#lines.of(record, info.lines);
    this.#span = span;
    if (this.#refuseCardNumbers(line, record)) return undefined;
    if (this.#places === null) {
      this.#headings = record.map((heading) => heading.trim());
      this.#width = record.length;
      this.#places = columnPlaces(record, this.#check.template, problems);
      this.hopeless = this.#places === null;
      return undefined;
    }
    this.rows += 1;
    this.lines += this.#span;
    if (record.length !== this.#width) {
      const many = record.length === 1 ? '1 column' : `${record.length} columns`;
      problems.add(line, null, `has ${many} where the header has ${this.#width}`);
      return undefined;
    }
    const cells = this.#places.map((place) => record[place] ?? '');
    this.#checkRow(line, cells, problems);
    this.#checkInvoiceLine(line, cells);
    const group = this.#groupFor(line, cells);
    return problems.count === 0 ? this.#check.onRow?.({ line, cells, group }) : undefined;
  }

  /** What can be said at the end only. */
  conclude(): void {
    const { rowsPerUpload, template } = this.#check;
    if (this.#places === null) this.#problems.add(null, null, 'the file is empty');
    else if (this.rows === 0) this.#problems.add(null, null, 'the file has a header and no rows');
    for (let group = 0; group < this.groups.length; group += 1) {
      const size = this.groups.at(group);
      if (size <= rowsPerUpload) continue;
      const label = template.columns[this.#keys.order]?.label ?? null;
      const limit = rowsPerUpload.toLocaleString('en');
      const reason = `has ${size.toLocaleString('en')} lines; they go into one upload, which takes ${limit}`;
      this.#problems.add(this.#firstLines.at(group), label, reason);
    }
  }

  /** Before anything else is said of the row: what is wrong with a value is said with the value. */
  #refuseCardNumbers(line: number, record: readonly string[]): boolean {
    const at = record.findIndex((cell, place) => {
      if (cell.length < SHORTEST_CARD || !holdsCardNumber(cell)) return false;
      return !this.#check.mayHoldCardNumber?.([this.#headings[place] ?? '']);
    });
    if (at < 0) return false;
    this.#problems.add(line, this.#headings[at] ?? null, CARD_NUMBER);
    if (this.#places === null) this.hopeless = true;
    else this.rows += 1;
    return true;
  }

  #checkInvoiceLine(line: number, cells: Cells): void {
    const { invoiceLine } = this.#keys;
    const id = cells[invoiceLine] ?? '';
    if (id === '') return;
    const first = this.#invoiceLines.remember(id, line);
    if (first === line) return;
    this.#problems.add(line, this.#check.template.columns[invoiceLine]?.label ?? null, `is that of line ${first}, too`);
  }

  /** Lines of one order go together; without its number those of one order line do. */
  #groupFor(line: number, cells: Cells): number {
    const { order, line: orderLine } = this.#keys;
    const key = cells[order] ? `order ${cells[order]}` : cells[orderLine] ? `line ${cells[orderLine]}` : null;
    const next = this.groups.length;
    const group = key === null ? next : this.#groupOf.remember(key, next);
    if (group === next) {
      this.groups.push(0);
      this.#firstLines.push(line);
    }
    this.groups.add(group, this.#span);
    return group;
  }
}
