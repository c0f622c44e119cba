import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/kernel/refusal.js';
import { rowsOf } from '../../../src/upstreams/zuora-billing/metrics/row-formats.js';
import { usageFile } from '../../../src/upstreams/zuora-billing/usage/import/csv-file.js';
import { HOSTILE_TEXTS } from '../../support/hostile.js';

const HEADER = ['ACCOUNT_ID', 'UOM', 'QTY', 'STARTDATE', 'DESCRIPTION'];
const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
const marks = fc.constantFrom('"', '""', ',', ';', '\n', '\r', '\r\n', ' ', '\ufeff', '\u0000', '=1+1', 'x', ...HEADER);
const note = fc
  .array(fc.constantFrom('a', 'Ü', '💶', ' ', ',', '"', '\n', '\r\n', '=1'), { maxLength: 8 })
  .map((all) => `n${all.join('')}n`);
const row = fc.record({ note, quantity: fc.integer({ min: 1, max: 999_999 }), day: fc.integer({ min: 1, max: 28 }) });
const cellsOf = ({ note: text, quantity, day }: { note: string; quantity: number; day: number }) => [
  'A00000001',
  'TB',
  `${quantity / 100}`,
  `2026-02-${String(day).padStart(2, '0')}`,
  text,
];

describe('a file of usage', () => {
  it('is read or refused with reasons, whatever it is', () => {
    const anything = fc.oneof(
      fc.array(marks, { maxLength: 60 }).map((all) => all.join('')),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(...HOSTILE_TEXTS),
      fc
        .tuple(fc.array(row, { maxLength: 3 }), fc.array(marks, { maxLength: 6 }), fc.nat())
        .map(([rows, scraps, at]) => {
          const text = [HEADER, ...rows.map(cellsOf)].map(quoted).join('\n');
          const place = at % text.length;
          return text.slice(0, place) + scraps.join('') + text.slice(place);
        }),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom('MONTH_FIRST' as const, 'DAY_FIRST' as const), (csv, format) => {
        try {
          expect(usageFile(csv, format, ['csv']).rows).toBeGreaterThan(0);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          expect(error.problems.length).toBeGreaterThan(0);
          for (const { message, field } of error.problems) {
            expect(message).not.toMatch(/\bat .*:\d+:\d+/);
            expect(field?.[0]).toBe('csv');
            const line = Number(field?.[1] ?? 1);
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(csv.split(/\r\n|\n|\r/).length);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is written with the same cells, and read again as it was written', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const csv = [HEADER, ...rows.map(cellsOf)].map(quoted).join('\n');
        const { text, rows: count } = usageFile(csv, 'MONTH_FIRST', ['csv']);
        expect(count).toBe(rows.length);
        const written = parse(text, { columns: true }) as Record<string, string>[];
        expect(written.map(({ QTY, DESCRIPTION }) => [QTY, DESCRIPTION])).toEqual(
          rows.map((one) => [`${one.quantity / 100}`, one.note]),
        );
        expect(usageFile(text, 'MONTH_FIRST', ['csv']).text).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

async function* pieces(bytes: Buffer, sizes: readonly number[]) {
  for (let at = 0, n = 0; at < bytes.length; n += 1) {
    const size = sizes[n % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 });
async function readAll(bytes: Buffer, cut: readonly number[], format: 'CSV' | 'JSON_LINES') {
  const rows: unknown[] = [];
  try {
    for await (const some of rowsOf(pieces(bytes, cut), format)) rows.push(...some);
  } catch (error) {
    return { failure: error instanceof Error ? error.name : error };
  }
  return { rows };
}

describe('rows of a stream', () => {
  const cell = fc
    .array(fc.constantFrom('a', 'Ü', '💶', ' ', ',', '"', '\n', '\r\n'), { maxLength: 6 })
    .map((all) => all.join(''));
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });

  it('are those that were written, in whatever pieces they arrive', async () => {
    await fc.assert(
      fc.asyncProperty(table, sizes, async (rows, cut) => {
        const expected = rows.map(([a, b]) => ({ alpha: a === '' ? null : a, beta: b === '' ? null : b }));
        const csv = Buffer.from([['Alpha', 'Beta'], ...rows].map(quoted).join('\n'));
        const lines = Buffer.from(
          rows.map(([a, b]) => JSON.stringify({ alpha: a || null, beta: b || null })).join('\n'),
        );
        expect(await readAll(csv, cut, 'CSV')).toEqual({ rows: expected });
        expect(await readAll(lines, cut, 'JSON_LINES')).toEqual({ rows: expected });
      }),
      { numRuns: 200 },
    );
  });

  it('end in rows, the same in whatever pieces they arrive, or in an error of the parser', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((all) => Buffer.from(all)),
      fc.array(marks, { maxLength: 40 }).map((all) => Buffer.from(all.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(
        bytes,
        sizes,
        fc.constantFrom('CSV' as const, 'JSON_LINES' as const),
        async (all, cut, format) => {
          const whole = await readAll(all, [all.length || 1], format);
          const cutUp = await readAll(all, cut, format);
          // Of several mistakes, the pieces decide which one is met first: a line that is no JSON, bytes that are no text.
          if ('rows' in whole) expect(cutUp).toEqual(whole);
          else {
            for (const { failure } of [whole, cutUp]) {
              expect(['Error', 'SyntaxError', 'RangeError', 'TypeError']).toContain(failure);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
