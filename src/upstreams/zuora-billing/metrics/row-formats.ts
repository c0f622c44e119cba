import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { linesOf } from '../../../kernel/http/lines.js';
import { parseJson } from '../../../kernel/json.js';

/** How rows are written: each an object of JSON in a line of its own, or CSV under a line of names. */
export type RowFormat = 'JSON_LINES' | 'CSV';

export const MEDIA_TYPES: Readonly<Record<RowFormat, string>> = { JSON_LINES: 'application/json-seq', CSV: 'text/csv' };

// A row has less than a kilobyte.
const LONGEST_ROW = 262_144;
const BATCH = 200;
// What a JSON text sequence begins each of its texts with. https://www.rfc-editor.org/rfc/rfc7464
const RECORD_SEPARATOR = '\u001e';

/** The format of an answer; null if it is neither. */
export function formatOf(headers: Readonly<Record<string, string>>): RowFormat | null {
  const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(';');
  if (type.trim() === 'text/csv') return 'CSV';
  return /^application\/(json-seq|x-ndjson|ndjson|jsonl|x-jsonlines)$/.test(type.trim()) ? 'JSON_LINES' : null;
}

/** Rows as plain values, some at a time. Throws what the parsers throw; a row that is too long is an error. */
export function rowsOf(body: AsyncIterable<Uint8Array>, format: RowFormat): AsyncIterable<readonly unknown[]> {
  return format === 'CSV' ? csvRows(body) : jsonRows(body);
}

async function* jsonRows(body: AsyncIterable<Uint8Array>): AsyncGenerator<readonly unknown[]> {
  const tooLong = () => new RangeError(`a row is longer than ${LONGEST_ROW} characters`);
  for await (const lines of linesOf(body, { longest: LONGEST_ROW, tooLong })) {
    const texts = lines
      .map((line) => (line.startsWith(RECORD_SEPARATOR) ? line.slice(1) : line).trim())
      .filter(Boolean);
    if (texts.length > 0) yield texts.map(parseJson);
  }
}

async function* csvRows(body: AsyncIterable<Uint8Array>): AsyncGenerator<readonly unknown[]> {
  const parser = parse({
    bom: true,
    columns: (names: string[]) => names.map((name) => name.charAt(0).toLowerCase() + name.slice(1)),
    // CSV cannot tell an empty text from nothing, and there is no empty text in these rows.
    cast: (value, { header }) => (value === '' && !header ? null : value),
    max_record_size: LONGEST_ROW,
    skip_empty_lines: true,
  });
  const flow = pipeline(body, parser);
  // The parser throws it, too.
  flow.catch(() => {});
  let rows: unknown[] = [];
  for await (const row of parser) {
    rows.push(row);
    if (rows.length < BATCH) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
  await flow;
}
