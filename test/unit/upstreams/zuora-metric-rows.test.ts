import { expect, it } from 'vitest';
import { UpstreamError } from '../../../src/kernel/errors.js';
import { createLogger } from '../../../src/kernel/logger.js';
import { KnownSecrets } from '../../../src/kernel/secrets/known-secrets.js';
import type { ZuoraClient } from '../../../src/upstreams/zuora-billing/client.js';
import { metricRows } from '../../../src/upstreams/zuora-billing/metrics/metric-rows.js';
import { CHARGE_METRICS } from '../../../src/upstreams/zuora-billing/metrics/metric-streams.js';
import { formatOf, type RowFormat, rowsOf } from '../../../src/upstreams/zuora-billing/metrics/row-formats.js';
import { canaryIn } from '../../support/canaries/search.js';

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

const SECRET = 'c4n4ry-of-the-system-0123456789';
/** What comes of an answer: the rows, or the error, and the line that a log has of it. */
async function told(type: string, text: string) {
  const secrets = new KnownSecrets([SECRET]);
  const open = async () => ({
    status: 200,
    headers: { 'content-type': type },
    body: bytes(text),
    mask: secrets.maskData,
  });
  const window = { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' };
  const how = { format: 'JSON_LINES', signal: new AbortController().signal } as const;
  const lines: string[] = [];
  const log = createLogger({ level: 'info', pretty: false, secrets, to: { write: (line) => lines.push(line) } });
  const rows: string[] = [];
  try {
    for await (const some of metricRows({ open } as unknown as ZuoraClient, CHARGE_METRICS, window, how))
      rows.push(...some);
    return { rows, error: null, line: '' };
  } catch (error) {
    log.warn({ err: error }, 'rows could not be read');
    return { rows, error, line: lines.join('') };
  }
}

it.each([
  ['application/json-seq', `${SECRET}\n`],
  ['application/json-seq', `"${SECRET}"x\n`],
  ['application/json-seq', `{"id":"1","chargeNumber":"${SECRET}`],
  ['application/json-seq', `{"id":"1","chargeNumber":"1" ${SECRET}}\n`],
  ['application/json-seq', `{"id":"1","mrrNetAmount":"${SECRET}"}\n`],
  ['application/json-seq', `{"id":"1","mrrNetAmount":1e999,"${SECRET}":1}\n`],
  ['text/csv', `id,chargeNumber\r\n1,${SECRET.slice(0, 9)}"${SECRET}"\r\n`],
  ['text/csv', `id,chargeNumber\r\n1,"${SECRET}"${SECRET}\r\n`],
  ['text/csv', `id,${SECRET.slice(0, 20)}\r\n1,2,3\r\n`],
  ['text/csv', `id,mrrNetAmount\r\n1,${SECRET}\r\n`],
])('quotes nothing of a row that cannot be read, in no error and no log line: %s %j', async (type, text) => {
  const { rows, error, line } = await told(type, text);
  expect(rows).toEqual([]);
  expect(error).toBeInstanceOf(UpstreamError);
  expect(line).toContain('GET_ChargeMetrics with something that cannot be read after 0 rows');
  expect(canaryIn(line)).toBeNull();
  expect(canaryIn(String(error))).toBeNull();
});

it('takes credentials out of rows that can be read', async () => {
  const { rows, error } = await told('application/json-seq', `{"id":"1","chargeNumber":"of ${SECRET}!"}\n`);
  expect(error).toBeNull();
  expect(rows.map((row) => JSON.parse(row))).toMatchObject([{ chargeNumber: 'of [redacted]!' }]);
});
