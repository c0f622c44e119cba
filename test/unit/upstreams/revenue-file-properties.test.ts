import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckedRow, checkFile } from '../../../src/upstreams/zuora-revenue/check/check-file.js';
import { cellsOf, csvLine } from '../../../src/upstreams/zuora-revenue/uploads/content/rows.js';
import { HOSTILE_TEXTS } from '../../support/hostile.js';
import { csvOf, HEADER, ORDER_LINES, orderLine } from '../../support/revenue-files.js';

async function* pieces(bytes: Buffer, sizes: readonly number[]) {
  for (let at = 0, n = 0; at < bytes.length; n += 1) {
    const size = sizes[n % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
async function read(bytes: Buffer, sizes: readonly number[]) {
  const rows: CheckedRow[] = [];
  const checked = await checkFile(pieces(bytes, sizes), {
    template: ORDER_LINES,
    rowsPerUpload: 50,
    onRow: (row) => {
      rows.push(row);
      return undefined;
    },
  });
  const { problems, problemCount, rows: count, digest, bytes: size } = checked;
  // How far a file was read that is refused depends on how it arrives.
  if (problemCount > 0) return { problems, problemCount, count: 0, digest: '', size: 0, rows: [] };
  return { problems, problemCount, count, digest, size, rows };
}

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 });
const cell = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 8 }),
);
const row = fc.dictionary(fc.constantFrom(...HEADER), cell, { maxKeys: 4 }).map((changes) => orderLine(1, 1, changes));
const separated = fc.constantFrom(',', ';', '\t', '|');
const scraps = fc.constantFrom('"', ',', '\n', '\r', '\r\n', '""', ' ', '\ufeff', '\u0000', '=1+1', 'SO', ...HEADER);
const file = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  fc.array(row, { maxLength: 5 }).map((rows) => Buffer.from(csvOf(rows))),
  fc.array(scraps, { maxLength: 60 }).map((parts) => Buffer.from(parts.join(''))),
  fc.tuple(fc.array(row, { maxLength: 3 }), fc.array(scraps, { maxLength: 8 }), fc.nat()).map(([rows, parts, at]) => {
    const text = csvOf(rows);
    const place = at % text.length;
    return Buffer.from(text.slice(0, place) + parts.join('') + text.slice(place));
  }),
  fc
    .tuple(fc.array(row, { maxLength: 3 }), separated)
    .map(([rows, mark]) => Buffer.from(csvOf(rows).replaceAll('","', `"${mark}"`))),
);

describe('whatever is sent as a file of rows', () => {
  it('is read to an end with an answer, the same one in whatever pieces it arrives', async () => {
    await fc.assert(
      fc.asyncProperty(file, sizes, async (bytes, cut) => {
        const answer = await read(bytes, cut);
        const whole = await read(bytes, [bytes.length || 1]);
        // Of a file that is no text, what is said beside that depends on how it arrives.
        if (isUtf8(bytes) && !bytes.includes(0)) expect(whole).toEqual(answer);
        else expect([whole.problemCount, answer.problemCount]).not.toContain(0);
        expect(answer.problemCount).toBeGreaterThanOrEqual(answer.problems.length);
        if (answer.problemCount === 0) {
          expect(answer.size).toBe(bytes.length);
          expect(answer.rows).toHaveLength(answer.count);
        }
        const lines = bytes.toString('latin1').split(/\r\n|\n|\r/).length;
        for (const { line, reason } of answer.problems) {
          expect(line ?? 1).toBeGreaterThanOrEqual(1);
          expect(line ?? 1).toBeLessThanOrEqual(lines);
          expect(reason).not.toMatch(/\bat .*:\d+:\d+/);
        }
      }),
      { numRuns: 400 },
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('never goes on with a cell that a spreadsheet would run', async () => {
    const formula = fc
      .tuple(fc.constantFrom('=', '+', '@'), fc.string({ maxLength: 10 }))
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...HEADER), formula, async (column, value) => {
        const { problemCount } = await read(Buffer.from(csvOf([orderLine(1, 1, { [column]: value })])), [64]);
        expect(problemCount).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });

  it('comes out of the store as it went in', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
        expect(cellsOf(csvLine(cells))).toEqual(cells);
      }),
      { numRuns: 500 },
    );
  });

  // A break of two characters counts as one line; texts that a spreadsheet would run are refused, and so are no part of it.
  const harmless = fc
    .array(fc.constantFrom('a', 'Ü', '💶', ' ', ',', ';', '"', '\n', '\r\n', '0', '.', '-'), { maxLength: 12 })
    .map((marks) => `x${marks.join('')}x`);
  const good = fc.array(fc.tuple(harmless, harmless), { minLength: 1, maxLength: 6 });
  const linesIn = (text: string) => text.split(/\r\n|\n|\r/).length - 1;

  it('comes out row by row as it was written, each on the line where it begins', async () => {
    await fc.assert(
      fc.asyncProperty(good, sizes, async (values, cut) => {
        const written = values.map(([name, item], n) => orderLine(n, 1, { 'Cstmr Nm': name, 'Item Num': item }));
        const { rows: found, problems, count } = await read(Buffer.from(csvOf(written)), cut);
        expect(problems).toEqual([]);
        expect(count).toBe(written.length);
        let line = 2;
        for (const [n, one] of written.entries()) {
          expect(found[n]).toMatchObject({ line, cells: HEADER.map((label) => one[label]) });
          line += 1 + HEADER.reduce((breaks, label) => breaks + linesIn(one[label] ?? ''), 0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is refused with the line and the column of each cell that is wrong, and no other', async () => {
    const wrong = fc.tuple(good, fc.nat(), fc.constantFrom('Ord Qty', 'Doc Date', 'Ext Sll Prc'));
    await fc.assert(
      fc.asyncProperty(wrong, sizes, async ([values, place, column], cut) => {
        const bad = place % values.length;
        const written = values.map(([name, item], n) =>
          orderLine(n, 1, { 'Cstmr Nm': name, 'Item Num': item, ...(n === bad && { [column]: 'wrong' }) }),
        );
        const before = csvOf(written.slice(0, bad));
        const { problems } = await read(Buffer.from(csvOf(written)), cut);
        expect(problems).toEqual([expect.objectContaining({ line: linesIn(before) + 1, column })]);
      }),
      { numRuns: 200 },
    );
  });
});
