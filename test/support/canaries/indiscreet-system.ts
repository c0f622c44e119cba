import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TEMPLATES } from '../../../src/upstreams/zuora-revenue/sandbox/templates.js';

/** A billing system that says in its answers what it was sent, in every way that answers have. */
export interface IndiscreetSystem {
  readonly url: string;
  /** The status of its refusals. */
  refuseWith(status: number): void;
  /** What it says besides, in every answer. */
  quote(words: string): void;
  /** Everything that it was sent so far. */
  heard(): string;
  close(): Promise<void>;
}

/** What it gives out to those who sign in. */
export const TOKEN = 'c4n4ry-token-of-the-system';
/** A customer whom it has, and repeats itself in. */
export const KNOWN_CUSTOMER = 'known';

export async function startIndiscreetSystem(): Promise<IndiscreetSystem> {
  let status = 400;
  let quoted = '';
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const { authorization, token, 'x-api-key': key } = request.headers;
    const said = `refused: ${JSON.stringify(request.headers)} ${authorization} ${token} ${key} ${request.url} ${body} quoted: ${quoted}`;
    heard.push(said);
    answer(request, response, { status, said, quoted });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refuseWith(next) {
      status = next;
    },
    quote(words) {
      quoted = words;
    },
    heard: () => heard.join('\n'),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(
  { url = '', headers }: IncomingMessage,
  response: ServerResponse,
  answer: { status: number; said: string; quoted: string },
) {
  const { status, said, quoted } = answer;
  response.setHeader('content-type', 'application/json');
  response.setHeader('set-cookie', `session=${TOKEN}`);
  for (const [name, value] of Object.entries(headers)) {
    if (/^(authorization|token|x-api-key)$/.test(name)) response.setHeader(`x-heard-${name}`, String(value));
  }
  // What it calls the request: it stands in traces.
  response.setHeader('zuora-request-id', `r-1 ${quoted}`);
  response.setHeader('location', `https://me:${TOKEN}@elsewhere.example.com/?access_token=${TOKEN}`);
  if (url.endsWith('/oauth/token') && status < 500) {
    return response.end(JSON.stringify({ access_token: TOKEN, expires_in: 3600, scope: '' }));
  }
  if (url.endsWith('/authenticate')) {
    response.setHeader('revpro-token', TOKEN);
    return response.end(JSON.stringify({ status: 'Success' }));
  }
  if (url === `/customers/${KNOWN_CUSTOMER}`) return response.end(JSON.stringify(customer(said)));
  if (url.startsWith('/charge-metrics/')) {
    const { type, body } = rowsWith(said)[Number(/fromTimestamp=2026-03-0(\d)/.exec(url)?.[1]) - 1] ?? {
      type: '',
      body: '',
    };
    return response.setHeader('content-type', type).end(body);
  }
  if (url.startsWith('/api/integration/v1/upload/mapping')) return response.end(JSON.stringify(mapping));
  response.statusCode = status;
  const reasons = [{ code: '50000020', message: said }];
  return response.end(JSON.stringify({ message: said, error: said, success: false, reasons }));
}

const JSON_ROWS = 'application/json-seq';
const CSV_ROWS = 'text/csv';

/**
 * Answers that are read as they arrive, by the day in March 2026 that they are asked from: the first holds a row, what the others
 * hold is none. Parsers quote what stands around the place that they cannot read.
 */
const rowsWith = (said: string) => [
  { type: JSON_ROWS, body: `${JSON.stringify({ id: '1', chargeNumber: said })}\n` },
  { type: JSON_ROWS, body: `${TOKEN}\n` },
  { type: JSON_ROWS, body: `{"id":"1","chargeNumber":"${TOKEN}` },
  { type: JSON_ROWS, body: `{"id":"1","chargeNumber":"1" ${TOKEN}, ${said}}\n` },
  { type: JSON_ROWS, body: `${JSON.stringify({ [TOKEN]: said, id: '1', mrrNetAmount: TOKEN })}\n` },
  { type: CSV_ROWS, body: `id,chargeNumber\r\n1,${TOKEN}"${TOKEN}"\r\n` },
  { type: CSV_ROWS, body: `id,chargeNumber\r\n1,"${TOKEN}"${TOKEN}\r\n` },
  { type: CSV_ROWS, body: `id,${TOKEN}\r\n1,2,${TOKEN}\r\n` },
  { type: CSV_ROWS, body: `id,${TOKEN}\r\n1,"${TOKEN}\r\n` },
];
/** How many answers there are. */
export const ANSWERS_OF_ROWS = rowsWith('').length;

const customer = (said: string) => ({
  ...{ id: KNOWN_CUSTOMER, togaiCustomerId: 'c.1', name: said, primaryEmail: 'a@example.com', status: 'ACTIVE' },
  ...{
    billingAddress: '',
    address: {},
    settings: [],
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
  },
});

/** Without a template no file of rows comes as far as to be refused. */
const mapping = {
  Dateformat: 'DD-MON-YYYY',
  Mapping: TEMPLATES[0]?.columns.map(({ label, field, type }) => ({ label, col_name: field, data_type: type })),
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
