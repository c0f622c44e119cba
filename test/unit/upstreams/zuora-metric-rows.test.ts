import { expect, it } from 'vitest';
import { CHARGE_METRICS } from '../../../src/upstreams/zuora-billing/metrics/metric-streams.js';
import { formatOf, type RowFormat, rowsOf } from '../../../src/upstreams/zuora-billing/metrics/row-formats.js';

async function* bytes(text: string, piece = text.length || 1) {
  const all = new TextEncoder().encode(text);
  for (let at = 0; at < all.length; at += piece) yield all.subarray(at, at + piece);
}

async function read(text: string, format: RowFormat, piece?: number): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const rows of rowsOf(bytes(text, piece), format)) all.push(...rows);
  return all;
}

it('keeps every digit of an amount, in either format', async () => {
  const json = '{"id":"1","currency":"JPY","mrrGrossAmount":12345678901234.56789,"mrrNetAmount":1E-8,"deleted":true}\n';
  const csv = 'id,currency,mrrGrossAmount,mrrNetAmount,deleted\r\n1,JPY,12345678901234.56789,1E-8,true\r\n';
  for (const [text, format] of [
    [json, 'JSON_LINES'],
    [csv, 'CSV'],
  ] as const) {
    const [row] = await read(text, format);
    expect(CHARGE_METRICS.row.parse(row)).toMatchObject({
      deleted: true,
      mrrGross: { amount: '12345678901234.56789', currency: 'JPY' },
      mrrNet: { amount: '0.00000001', currency: 'JPY' },
      mrrDiscount: null,
    });
  }
});

it('reads the same rows however they are cut, with what RFC 7464 and RFC 4180 allow', async () => {
  const json = '\u001e{"id":"a","chargeNumber":"zwölf, \\"eins\\""}\n\n\u001e{"id":"b","chargeNumber":null}';
  const csv = '\ufeffId,ChargeNumber\r\na,"zwölf, ""eins"""\r\nb,';
  const wanted = [
    { id: 'a', chargeNumber: 'zwölf, "eins"' },
    { id: 'b', chargeNumber: null },
  ];
  for (const piece of [1, 2, 3, 7, 1_000]) {
    expect(await read(json, 'JSON_LINES', piece)).toEqual(wanted);
    expect(await read(csv, 'CSV', piece)).toEqual(wanted);
  }
  expect(await read('', 'JSON_LINES')).toEqual([]);
  expect(await read('', 'CSV')).toEqual([]);
  expect(await read('id,chargeNumber\r\n', 'CSV')).toEqual([]);
});

it.each([
  ['JSON_LINES', '{"id":"a"}\n{"id":"b', SyntaxError],
  ['JSON_LINES', `{"id":"${'a'.repeat(300_000)}"}\n`, /longer than/],
  ['CSV', 'id,chargeNumber\r\na,"b', /Quote Not Closed/],
  ['CSV', 'id,chargeNumber\r\na', /Invalid Record Length/],
  ['CSV', `id,chargeNumber\r\na,${'b'.repeat(300_000)}\r\n`, /Max Record Size/],
] as const)('refuses a row that is not one (%s)', async (format, text, error) => {
  await expect(read(text, format)).rejects.toThrow(error);
});

it('stops asking for more when nobody reads on', async () => {
  let ended = false;
  async function* endless() {
    try {
      yield new TextEncoder().encode('id\r\n');
      for (;;) yield new TextEncoder().encode('a\r\n'.repeat(300));
    } finally {
      ended = true;
    }
  }
  for await (const _ of rowsOf(endless(), 'CSV')) break;
  await expect.poll(() => ended).toBe(true);
});

it.each([
  ['application/json-seq', 'JSON_LINES'],
  ['application/x-ndjson; charset=utf-8', 'JSON_LINES'],
  ['text/csv;charset=UTF-8', 'CSV'],
  ['application/json', null],
  ['text/html', null],
])('knows the format by its media type: %s', (type, format) => {
  expect(formatOf({ 'content-type': type })).toBe(format);
});
