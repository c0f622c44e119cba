import { describe, expect, it } from 'vitest';
import { type CheckedRow, checkFile } from '../../../src/upstreams/zuora-revenue/check/check-file.js';
import { dateCheck } from '../../../src/upstreams/zuora-revenue/check/date-format.js';
import { IdTable } from '../../../src/upstreams/zuora-revenue/check/id-table.js';
import { sentence } from '../../../src/upstreams/zuora-revenue/check/problems.js';
import { csvOf, HEADER, invoiceLine, ORDER_LINES, orderLine } from '../../support/revenue-files.js';

/** In pieces of a few bytes, so that no seam of the stream goes untested. */
async function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function check(file: string | Buffer, { rowsPerUpload = 100, size = 7 } = {}) {
  const rows: CheckedRow[] = [];
  const checked = await checkFile(pieces(Buffer.from(file), size), {
    template: ORDER_LINES,
    rowsPerUpload,
    onRow: (row) => {
      rows.push(row);
      return undefined;
    },
  });
  return { ...checked, taken: rows, sentences: checked.problems.map(sentence) };
}

const good = orderLine(1, 1);
const changed = (changes: Record<string, string>) => csvOf([good, orderLine(1, 2, changes)]);
const cm = (changes: Record<string, string>) => csvOf([invoiceLine(1, 1, { Type: 'CM-R', ...changes })]);
const TYPES = 'SO, INV or CM (also CM-C, CM-R, CM-RO)';

const LATIN = Buffer.from(csvOf([orderLine(1, 1, { 'Cstmr Nm': 'Muller' }), good]), 'latin1');
const WITH_NUL = Buffer.from(`${csvOf([good])}\0`);

const BROKEN: readonly (readonly [string, string | Buffer, string])[] = [
  ['an empty file', '', 'the file is empty'],
  ['a file with a header alone', csvOf([]), 'the file has a header and no rows'],
  ['UTF-16', Buffer.from(`\ufeff${changed({})}`, 'utf16le'), 'the file is UTF-16: save it as CSV UTF-8'],
  ['Latin-1', LATIN, `line 3: byte ${LATIN.indexOf(0xfc)} of the file (0xFC) is not UTF-8: save the file as CSV UTF-8`],
  ['NUL', WITH_NUL, `line 3: byte ${WITH_NUL.indexOf(0)} of the file is NUL, which no CSV holds`],
  [
    'semicolons',
    csvOf([good]).replaceAll('","', '";"'),
    'line 1: the columns are separated by semicolons; they have to be separated by commas',
  ],
  [
    'a heading that is not in the template',
    csvOf([good], [...HEADER, 'Colour']),
    'line 1, Colour: is no column of the template Order Lines',
  ],
  [
    'a heading in other letters',
    csvOf(
      [good],
      HEADER.map((label) => (label === 'Curr' ? 'CURR' : label)),
    ),
    'line 1, CURR: is no column of the template Order Lines; it is written "Curr"|line 1, Curr: is missing: the template Order Lines has this column',
  ],
  [
    'a missing column',
    csvOf([good], HEADER.slice(1)),
    'line 1, Type: is missing: the template Order Lines has this column',
  ],
  ['a column twice', csvOf([good], [...HEADER, 'Type']), 'line 1, Type: is there more than once'],
  ['a column without a heading', csvOf([good], [...HEADER, '']), 'line 1: column 22 has no heading'],
  ['a row that is too short', `${csvOf([good])}"SO","x"\n`, 'line 3: has 2 columns where the header has 21'],
  [
    'a row that is too long',
    csvOf([good]).replace(/\n$/, ',"more"\n'),
    'line 2: has 22 columns where the header has 21',
  ],
  ['an open quote', `${csvOf([good])}"SO,1`, 'line 3: a quote is opened here, or below, and never closed'],
  [
    'an open quote above a megabyte',
    `${csvOf([good])}"SO,${'x'.repeat(1_200_000)}`,
    'line 3: more than 1 MB belong to this line: a quote in it is probably not closed',
  ],
  [
    'a quote inside a value',
    `${csvOf([good])}SO,1"2,3\n`,
    'line 3: a quote stands inside a value: write it twice, and the value in quotes',
  ],
  [
    'text behind a quote',
    `${csvOf([good])}"SO"x,3\n`,
    'line 3: a quote stands inside a value: write it twice, and the value in quotes',
  ],
  ['words for a number', changed({ 'Ord Qty': 'ten' }), 'line 3, Ord Qty: "ten" is not a number'],
  [
    'a decimal comma',
    changed({ 'Ext Lst Prc': '1.200,00' }),
    'line 3, Ext Lst Prc: "1.200,00" has a separator of thousands or a decimal comma',
  ],
  [
    'a blank at the minus',
    changed({ 'Ext Sll Prc': '- 5' }),
    'line 3, Ext Sll Prc: "- 5" has a blank or a digit before its minus',
  ],
  [
    'a minus behind the number',
    changed({ 'Ext Sll Prc': '5-' }),
    'line 3, Ext Sll Prc: "5-" has a blank or a digit before its minus',
  ],
  [
    'a date of another format',
    changed({ 'Doc Date': '2026-02-01' }),
    'line 3, Doc Date: "2026-02-01" is not a date of the form DD-MON-YYYY',
  ],
  [
    'a day that does not exist',
    changed({ 'Doc Date': '30-FEB-2026' }),
    'line 3, Doc Date: "30-FEB-2026" is no day of the calendar',
  ],
  ['a formula', changed({ 'Cstmr Nm': '=1+1' }), 'line 3, Cstmr Nm: begins with "=", which Zuora Revenue refuses'],
  ['a plus', changed({ 'Ord Qty': '+5' }), 'line 3, Ord Qty: begins with "+", which Zuora Revenue refuses'],
  ['an at sign', changed({ 'Cstmr Nm': '@home' }), 'line 3, Cstmr Nm: begins with "@", which Zuora Revenue refuses'],
  ['a long value', changed({ 'Cstmr Nm': 'x'.repeat(241) }), 'line 3, Cstmr Nm: has 241 characters; 240 are taken'],
  ['no type', changed({ Type: ' ' }), `line 3, Type: is empty: it has to be ${TYPES}`],
  ['an unknown type', changed({ Type: 'IVN' }), `line 3, Type: "IVN" is not ${TYPES}`],
  [
    'an order without what it needs',
    changed({ 'Ext Lst Prc': '', 'Doc Line Id': '' }),
    'line 3, Ext Lst Prc: is empty: SO needs it|line 3, Doc Line Id: is empty: SO needs it',
  ],
  [
    'an invoice without what it needs',
    csvOf([invoiceLine(1, 1, { 'Inv Qty': '', 'Inv Num': ' ' })]),
    'line 2, Inv Qty: is empty: INV needs it|line 2, Inv Num: is empty: INV needs it',
  ],
  [
    'a credit memo without what it needs',
    cm({ 'Inv Line Id': '', 'Ext Lst Prc': '', Curr: '' }),
    'line 2, Curr: is empty: CM-R needs it|line 2, Inv Line Id: is empty: CM-R needs it',
  ],
  [
    'no accounting segment',
    changed({ 'Def Segments': '' }),
    'line 3, Def Segments or Rev Segments: is empty: every line needs an accounting segment',
  ],
  [
    'an invoice line twice',
    csvOf([invoiceLine(1, 1), good, invoiceLine(2, 1, { 'Inv Line Id': 'INV-1-1' })]),
    'line 4, Inv Line Id: is that of line 2, too',
  ],
];

describe('a broken file', () => {
  it.each(BROKEN)('%s', async (_kind, file, expected) => {
    for (const size of [1, 7, 1_000_000]) {
      const { sentences } = await check(file, { size: file.length > 100_000 ? 100_000 : size });
      expect(sentences).toEqual(expected.split('|'));
    }
  });

  it('has an order that does not fit into one upload', async () => {
    const rows = [good, orderLine(2, 1), orderLine(1, 2), orderLine(2, 2), orderLine(2, 3)];
    const { sentences } = await check(csvOf(rows), { rowsPerUpload: 2 });
    expect(sentences).toEqual(['line 3, Doc Num: has 3 lines; they go into one upload, which takes 2']);
  });

  it('is told everything at once: a thousand problems in words, and how many there are', async () => {
    const rows = Array.from({ length: 1_500 }, (_, at) => orderLine(at, 1, { 'Ord Qty': 'x', 'Doc Date': 'y' }));
    const { problems, problemCount, rows: read, taken } = await check(csvOf(rows), { size: 60_000 });
    expect([problems.length, problemCount, read, taken.length]).toEqual([1_000, 3_000, 1_500, 0]);
    expect(problems.at(-1)).toEqual({ line: 501, column: 'Ord Qty', reason: '"x" is not a number' });
  });
});

describe('a file', () => {
  it('is taken with a byte order mark, CRLF, breaks inside values, columns in another order and empty lines', async () => {
    const rows = [orderLine(1, 1, { 'Cstmr Nm': 'two\nlines' }), orderLine(2, 1), invoiceLine(1, 2)];
    const csv = csvOf(rows, HEADER.toReversed()).replaceAll('"\n', '"\r\n').replace(/\n$/, '\n\r\n\n');
    for (const size of [1, 1_000]) {
      const { sentences, taken, rows: read, groups } = await check(`\ufeff${csv}`, { size });
      expect(sentences).toEqual([]);
      expect(read).toBe(3);
      expect(taken.map(({ line, group }) => [line, group])).toEqual([
        [2, 0],
        [4, 1],
        [5, 0],
      ]);
      expect(taken[0]?.cells).toEqual(HEADER.map((label) => rows[0]?.[label]));
      // In lines.
      expect([groups.length, groups.at(0), groups.at(1)]).toEqual([2, 3, 1]);
    }
  });

  it('of events has no mandatory fields', async () => {
    const columns = ORDER_LINES.columns.filter(({ label }) => label !== 'Type');
    const source = pieces(
      Buffer.from(
        csvOf(
          [{ 'Doc Num': 'x' }],
          columns.map(({ label }) => label),
        ),
      ),
      100,
    );
    const template = { ...ORDER_LINES, columns };
    expect((await checkFile(source, { template, rowsPerUpload: 10 })).problems).toEqual([]);
  });
});

it.each([
  ['DD-MON-YYYY', '1-feb-2026', null],
  ['MM/DD/YY', '02/29/23', 'is no day of the calendar'],
  ['YYYYMMDD', '20240229', null],
  ['DD-MON-RR HH24:MI:SS', '29-FEB-24 10:00:00', null],
  ['DD MONTH YYYY', '01 September 2026', null],
  ['DD.MM.YYYY', '01-09-2026', 'is not a date of the form DD.MM.YYYY'],
  ['J', 'whatever', null],
])('dates of the form %s: %s', (format, text, problem) => {
  expect(dateCheck(format)(text)).toBe(problem);
});

it('tells a hundred thousand ids apart, and knows each again', () => {
  const ids = new IdTable();
  for (let at = 0; at < 100_000; at += 1) expect(ids.remember(`INV-${at}-1`, at)).toBe(at);
  for (let at = 0; at < 100_000; at += 997) expect(ids.remember(`INV-${at}-1`, 1)).toBe(at);
  expect(ids.size).toBe(100_000);
});
