import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CATEGORY, refuseV1 } from '../access/errors.js';
import type { Store } from '../state/store.js';
import { chargeMetrics, discountAllocations, type Span } from './metric-rows.js';

type Row = Readonly<Record<string, string | number | boolean | null>>;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** Charge metrics: a row a line, as JSON or, where `Accept` asks for it, as CSV; as many as there are. */
export function metricRoutes(app: FastifyInstance, store: Store): void {
  const lists = {
    'charge-metrics': chargeMetrics,
    'charge-metrics-discount-allocation-detail': discountAllocations,
  };
  for (const [name, rows] of Object.entries(lists)) {
    app.get(`/charge-metrics/data/${name}`, async (request, reply) => {
      const csv = /\btext\/csv\b/.test(request.headers.accept ?? '');
      const written = csv ? csvOf(rows(store, spanOf(request))) : jsonLinesOf(rows(store, spanOf(request)));
      return reply.type(csv ? 'text/csv' : 'application/json-seq').send(Readable.from(written));
    });
  }
}

function spanOf(request: FastifyRequest): Span {
  const query = new URL(request.url, `http://${request.host}`).searchParams;
  const instant = (name: string) => {
    const text = query.get(name);
    if (text === null) throw refuseV1(request, CATEGORY.missingQuery, `Missing required query parameter: ${name}`);
    if (!INSTANT.test(text)) throw refuseV1(request, CATEGORY.invalidValue, `Invalid value for '${name}': ${text}`);
    return Date.parse(text);
  };
  return { from: instant('fromTimestamp'), to: instant('toTimestamp') };
}

function* jsonLinesOf(rows: Iterable<Row>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}

/** https://www.rfc-editor.org/rfc/rfc4180 */
function* csvOf(rows: Iterable<Row>): Generator<string> {
  let names: readonly string[] | null = null;
  for (const row of rows) {
    if (names === null) {
      names = Object.keys(row);
      yield `${names.join(',')}\r\n`;
    }
    yield `${names.map((name) => cell(row[name])).join(',')}\r\n`;
  }
}

function cell(value: Row[string] | undefined): string {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
