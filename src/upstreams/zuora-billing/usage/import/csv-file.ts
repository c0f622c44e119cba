import { CsvError, parse } from 'csv-parse/sync';
import { RecordLineCounter } from '../../../../kernel/reading/record-lines.js';
import { type Problem, Refusal } from '../../../../kernel/refusal.js';
import { checkRow, type UsageDateFormat } from './row-check.js';

/** Zuora takes no more. https://developer.zuora.com/v1-api-reference/api/operation/POST_Usage/ */
const MOST_BYTES = 4 * 1024 * 1024;
/** What a person can still read. */
const MOST_PROBLEMS = 200;

const REQUIRED = ['ACCOUNT_ID', 'UOM', 'QTY', 'STARTDATE'] as const;
/** Optional as to their values; Zuora wants at least some of the headings, so that all of them are sent. */
const OPTIONAL = ['ENDDATE', 'SUBSCRIPTION_ID', 'CHARGE_ID', 'DESCRIPTION'] as const;
const UNIQUE_KEY = 'UNIQUE_KEY';
const CUSTOM_FIELD = /__c$/i;

/** A usage file that can be sent. */
export interface UsageFile {
  readonly text: string;
  readonly bytes: number;
  readonly rows: number;
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads a usage file and writes it as Zuora takes it: all of its columns, days in the tenant's format. Throws a Refusal
 * with every problem, each with its line and column; nothing is sent then, for Zuora takes all rows or none.
 * https://docs.zuora.com/en/zuora-billing/bill-your-customer/usage-billing/usage-file-format
 */
export function usageFile(csv: string, dateFormat: UsageDateFormat, at: readonly string[]): UsageFile {
  const [heading, ...rows] = rowsOf(csv, at);
  if (!heading) throw refused(at, [{ place: [], message: 'must hold a line of headings and at least one row' }]);
  const columns = heading.cells.map((name) =>
    CUSTOM_FIELD.test(name.trim()) ? name.trim() : name.trim().toUpperCase(),
  );
  const problems = headingProblems(heading.line, columns);
  if (rows.length === 0) problems.push({ place: [], message: 'must hold at least one row' });
  if (problems.length > 0) throw refused(at, problems);

  const extra = columns.filter((name) => ![...REQUIRED, ...OPTIONAL].includes(name as never));
  const written = [...REQUIRED, ...OPTIONAL, ...extra];
  const keys = new Map<string, number>();
  const lines = [written.map(quoted).join(',')];
  for (const { line, cells } of rows) {
    const complain = (column: string, message: string) => problems.push({ place: [line, column], message });
    if (cells.length !== columns.length) {
      problems.push({ place: [line], message: `has ${cells.length} cells and not ${columns.length}` });
      continue;
    }
    const row = new Map(columns.map((name, place) => [name, (cells[place] ?? '').trim()]));
    checkRow(row, dateFormat, complain);
    const key = row.get(UNIQUE_KEY);
    const before = key ? keys.get(key) : undefined;
    if (before !== undefined) complain(UNIQUE_KEY, `is the unique key of line ${before}, too`);
    else if (key) keys.set(key, line);
    lines.push(written.map((name) => quoted(row.get(name) ?? '')).join(','));
  }
  if (problems.length > 0) throw refused(at, problems);
  const text = `${lines.join('\r\n')}\r\n`;
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES) {
    throw refused(at, [{ place: [], message: `has ${bytes} bytes, and Zuora takes ${MOST_BYTES}: send it in parts` }]);
  }
  return { text, bytes, rows: rows.length };
}

function rowsOf(csv: string, at: readonly string[]): Row[] {
  try {
    const options = {
      bom: true,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
    };
    const parsed = parse(csv, options) as unknown as readonly { record: string[]; info: { lines: number } }[];
    const lines = new RecordLineCounter();
    return parsed.map(({ record, info }) => ({ line: lines.of(record, info.lines).line, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The parser counts breaks of two characters inside values twice.
    if (csv.includes('\r\n')) return rowsOf(csv.replaceAll('\r\n', '\n'), at);
    const { lines } = error as CsvError & { lines?: number };
    throw refused(at, [{ place: lines === undefined ? [] : [lines], message: `is no CSV: ${error.message}` }]);
  }
}

interface Found {
  readonly place: readonly [] | readonly [line: number] | readonly [line: number, column: string];
  readonly message: string;
}

function headingProblems(line: number, columns: readonly string[]): Found[] {
  const problems: Found[] = [];
  for (const name of REQUIRED) {
    if (!columns.includes(name)) problems.push({ place: [line, name], message: 'is missing' });
  }
  for (const [place, name] of columns.entries()) {
    const known = [...REQUIRED, ...OPTIONAL, UNIQUE_KEY].includes(name as never) || CUSTOM_FIELD.test(name);
    const label = name === '' ? `column ${place + 1}` : name;
    if (!known) problems.push({ place: [line, label], message: 'is no column of a usage file' });
    else if (columns.indexOf(name) !== place) problems.push({ place: [line, label], message: 'is there twice' });
  }
  return problems;
}

function refused(at: readonly string[], found: readonly Found[]): Refusal {
  const shown = found.slice(0, MOST_PROBLEMS).map(({ place: [line, column], message }): Problem => {
    const where = line === undefined ? '' : column === undefined ? `Line ${line} ` : `Line ${line}, ${column}: `;
    return {
      code: 'INVALID',
      message: where + message,
      field: [...at, ...(line === undefined ? [] : [String(line)]), ...(column === undefined ? [] : [column])],
    };
  });
  const more = found.length - shown.length;
  if (more > 0) shown.push({ code: 'INVALID', message: `There are ${more} problems more.`, field: [...at] });
  return new Refusal(shown);
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
