import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accountRow, personOf, subscriptionRows, togaiAccountRow, togaiCustomerRow } from './data.js';

/**
 * Stands in for both billing systems, with as little work as possible: rows are put into JSON once, when it starts. It
 * is a process of its own. `PUT /control` sets how it behaves and starts counting anew; `GET /control` gives the counts.
 */
export interface Behaviour {
  /** Milliseconds from the request to the answer. */
  readonly latencyMs: number;
  /** Requests of one system in flight above which further ones are answered with 429; 0 for any number. */
  readonly mostInFlight: number;
}

export interface Counts {
  readonly requests: number;
  /** Answered with 429. */
  readonly refused: number;
  /** Milliseconds since the counting began at which the last 429 was given; null without one. */
  readonly lastRefusedAt: number | null;
  readonly mostInFlight: number;
}

const customers = Number(process.argv[2]);
const numbers = Array.from({ length: customers }, (_, number) => number);
const text = (rows: object[]) => rows.map((row) => JSON.stringify(row));

const accounts = text(numbers.map(accountRow));
const subscriptions = numbers.map((number) => text(subscriptionRows(number)).join(','));
const togaiCustomers = text(numbers.map(togaiCustomerRow));
const togaiAccounts = text(numbers.map(togaiAccountRow));
const byAccountId = new Map(numbers.map((number) => [personOf(number).accountId, number]));
const byAccountNumber = new Map(numbers.map((number) => [personOf(number).accountNumber, number]));
const byTogaiId = new Map(numbers.map((number) => [personOf(number).togaiId, number]));

let behaviour: Behaviour = { latencyMs: 0, mostInFlight: 0 };
let counts = { requests: 0, refused: 0, lastRefusedAt: null as number | null, mostInFlight: 0 };
let countingSince = Date.now();
const inFlight = { zuora: 0, togai: 0 };

const TOKEN = JSON.stringify({ access_token: 'bench', token_type: 'bearer', expires_in: 3599, scope: '' });
const TOO_MANY = {
  zuora: '{"success":false,"reasons":[{"code":50000070,"message":"Too many concurrent requests"}]}',
  togai: '{"message":"Too many requests"}',
};

const server = createServer((request, response) => {
  const url = request.url ?? '/';
  if (url === '/control') {
    control(request, response);
    return;
  }
  const system = url.startsWith('/zuora') ? 'zuora' : 'togai';
  counts.requests += 1;
  inFlight[system] += 1;
  counts.mostInFlight = Math.max(counts.mostInFlight, inFlight[system]);
  const refused = behaviour.mostInFlight > 0 && inFlight[system] > behaviour.mostInFlight;
  const answer = () => {
    inFlight[system] -= 1;
    if (refused) {
      counts.refused += 1;
      counts.lastRefusedAt = Date.now() - countingSince;
      send(response, 429, TOO_MANY[system]);
      return;
    }
    const body = system === 'zuora' ? zuora(url.slice(6)) : togai(url.slice(6));
    if (body === null) send(response, 404, '{"message":"Not found"}');
    else send(response, 200, body);
  };
  if (behaviour.latencyMs === 0) answer();
  else setTimeout(answer, behaviour.latencyMs);
});

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function zuora(url: string): string | null {
  if (url.startsWith('/oauth/token')) return TOKEN;
  const [path, query = ''] = url.split('?');
  const search = new URLSearchParams(query);
  // In a description of the interface the filter is an ordinary parameter.
  const filters = [...search.getAll('filter[]'), ...search.getAll('filter')];
  if (path === '/object-query/accounts') {
    if (filters.length === 0) return pageOf(accounts, Number(search.get('cursor') ?? 0), 99, 'nextPage');
    return listOf(accounts, numbersIn(filters));
  }
  if (path === '/object-query/subscriptions') return listOf(subscriptions, numbersIn(filters));
  return null;
}

function togai(url: string): string | null {
  const [path = '', query = ''] = url.split('?');
  const from = Number(new URLSearchParams(query).get('nextToken') ?? 0);
  if (path === '/customers') return pageOf(togaiCustomers, from, 100, 'nextToken');
  if (path === '/accounts') return pageOf(togaiAccounts, from, 100, 'nextToken');
  if (path.startsWith('/customers/')) {
    const number = byTogaiId.get(decodeURIComponent(path.slice(11)));
    return number === undefined ? null : (togaiCustomers[number] ?? null);
  }
  if (path.startsWith('/accounts/')) return togaiAccounts[Number(path.slice(18))] ?? null;
  // Settings, price plans and schedules: there are none.
  return '{"data":[]}';
}

/** What `id.IN:[…]`, `accountid.IN:[…]`, `accountnumber.IN:[…]` or the same with `EQ` asks for. */
function numbersIn(filters: readonly string[]): number[] {
  const filter = filters.find((one) => /^(id|accountid|accountnumber)\./.test(one)) ?? '';
  const index = filter.startsWith('accountnumber') ? byAccountNumber : byAccountId;
  const values = filter.replace(/^\w+\.(IN:\[|EQ:)/, '').replace(/\]$/, '');
  return values.split(',').flatMap((value) => index.get(value) ?? []);
}

function listOf(rows: readonly string[], wanted: readonly number[]): string {
  return `{"data":[${wanted.map((number) => rows[number]).join(',')}],"success":true}`;
}

function pageOf(rows: readonly string[], from: number, size: number, next: string): string {
  const more = from + size < rows.length ? `,"${next}":"${from + size}"` : '';
  return `{"data":[${rows.slice(from, from + size).join(',')}]${more}}`;
}

function control(request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'PUT') {
    send(response, 200, JSON.stringify(counts satisfies Counts));
    return;
  }
  let body = '';
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString();
  });
  request.on('end', () => {
    behaviour = JSON.parse(body) as Behaviour;
    counts = { requests: 0, refused: 0, lastRefusedAt: null, mostInFlight: 0 };
    countingSince = Date.now();
    send(response, 200, '{}');
  });
}

server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.on('disconnect', () => process.exit(0));
