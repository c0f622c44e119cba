import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { UploadRecord } from '../../../../domain/uploads/model.js';
import type { UploadBook } from '../../../../domain/uploads/ports.js';
import { optionsOf } from '../desk.js';
import type { Gathered } from './gathered.js';

const zip = promisify(gzip);
const unzip = promisify(gunzip);
const HEAD = 8;

/** A row as it is kept and sent: every value in quotes. */
export function csvLine(cells: readonly string[]): string {
  let line = '';
  for (const cell of cells)
    line += `${line === '' ? '' : ','}"${cell.includes('"') ? cell.replaceAll('"', '""') : cell}"`;
  return `${line}\n`;
}

/** The cells of a row that `csvLine` wrote. */
export function cellsOf(line: string): string[] {
  const cells: string[] = [];
  for (let at = 1; at < line.length; ) {
    let end = line.indexOf('"', at);
    while (line[end + 1] === '"') end = line.indexOf('"', end + 2);
    cells.push(line.slice(at, end).replaceAll('""', '"'));
    // Behind the comma and the quote that opens the next one.
    at = end + 3;
  }
  return cells;
}

/** Adds a row with its line in the file: 4 bytes of line, 4 of length, the text. */
export function putRow(rows: Gathered, line: number, text: Uint8Array): void {
  rows.putNumbers(line, text.length);
  rows.put(text);
}

export function packed(rows: Gathered): Promise<Buffer> {
  return zip(rows.bytes, { level: 1 });
}

export interface KeptRow {
  readonly line: number;
  /** With its line break. */
  readonly text: string;
}

/** The rows of a part, in their order. */
export async function* rowsOfPart(book: UploadBook, id: string, part: number): AsyncGenerator<KeptRow> {
  for await (const chunk of book.chunks(id, part)) yield* rowsOfChunk(await unpacked(chunk));
}

export function unpacked(chunk: Uint8Array): Promise<Buffer> {
  return unzip(chunk);
}

export function* rowsOfChunk(bytes: Buffer): Generator<KeptRow> {
  for (let at = 0; at < bytes.length; ) {
    const end = at + HEAD + bytes.readUInt32BE(at + 4);
    yield { line: bytes.readUInt32BE(at), text: bytes.toString('utf8', at + HEAD, end) };
    at = end;
  }
}

export function headerOf(upload: UploadRecord): string {
  return csvLine(optionsOf(upload).columns.map(({ label }) => label));
}

/** A part as a file: the header, and its rows. */
export async function partCsv(book: UploadBook, upload: UploadRecord, part: number): Promise<string> {
  const lines = [headerOf(upload)];
  for await (const { text } of rowsOfPart(book, upload.id, part)) lines.push(text);
  return lines.join('');
}
