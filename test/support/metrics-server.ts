import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A vendor with as many charge metrics as wanted, made as they are sent. */
export interface MetricsServer {
  readonly url: string;
  /** How often each answer was asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const NAMES = [
  'amendmentId',
  'amendmentType',
  'chargeNumber',
  'createdOn',
  'currency',
  'deleted',
  'endDate',
  'id',
  'invoiceOwnerAccountNumber',
  'mrrDiscountAmount',
  'mrrGrossAmount',
  'mrrNetAmount',
  'productId',
  'productRatePlanChargeId',
  'productRatePlanId',
  'ratePlanChargeId',
  'startDate',
  'subscriptionName',
  'subscriptionOwnerAccountNumber',
  'tcvDiscountAmount',
  'tcvGrossAmount',
  'tcvNetAmount',
  'updatedOn',
] as const;

function rowOf(n: number): Record<string, string | number | boolean> {
  const id = `8ad0f${n.toString(16).padStart(27, 'b')}`;
  return {
    amendmentId: id.replace('8ad0f', '8ad0a'),
    amendmentType: 'NewProduct',
    chargeNumber: `C-${String(n).padStart(8, '0')}`,
    createdOn: '2026-01-01T01:02:03Z',
    currency: 'EUR',
    deleted: n % 10 === 0,
    endDate: '2027-01-01',
    id,
    invoiceOwnerAccountNumber: `A${String(n).padStart(8, '0')}`,
    mrrDiscountAmount: 0.5,
    mrrGrossAmount: 1.5,
    mrrNetAmount: 1,
    productId: id.replace('8ad0f', '8ad0b'),
    productRatePlanChargeId: id.replace('8ad0f', '8ad0c'),
    productRatePlanId: id.replace('8ad0f', '8ad0d'),
    ratePlanChargeId: id.replace('8ad0f', '8ad0e'),
    startDate: '2026-01-01',
    subscriptionName: `A-S${String(n).padStart(8, '0')}`,
    subscriptionOwnerAccountNumber: `A${String(n).padStart(8, '0')}`,
    tcvDiscountAmount: 6,
    tcvGrossAmount: 18,
    tcvNetAmount: 12,
    updatedOn: '2026-01-02T01:02:03Z',
  };
}

const FEW = 2_000;

/** January has `rows` rows; any shorter span two thousand. */
export async function startMetricsServer(rows: number): Promise<MetricsServer> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const address = new URL(request.url ?? '/', 'http://server');
    asked.push(address.search);
    const csv = request.headers.accept === 'text/csv';
    const whole = address.searchParams.get('toTimestamp') === '2026-02-01T00:00:00Z';
    response.setHeader('content-type', csv ? 'text/csv' : 'application/json-seq');
    await send(response, whole ? rows : FEW, csv).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const BLOCK = 200;

async function send(response: ServerResponse, rows: number, csv: boolean): Promise<void> {
  if (csv) response.write(`${NAMES.join(',')}\r\n`);
  for (let from = 0; from < rows; from += BLOCK) {
    const block = Array.from({ length: Math.min(BLOCK, rows - from) }, (_, n) => rowOf(from + n));
    const text = csv
      ? block.map((row) => `${NAMES.map((name) => row[name]).join(',')}\r\n`)
      : block.map((row) => `${JSON.stringify(row)}\n`);
    if (!response.write(text.join(''))) await once(response, 'drain');
  }
  response.end();
}

/** Bytes of so many rows as JSON Lines. */
export function bytesOf(rows: number): number {
  return rows * (JSON.stringify(rowOf(1_000)).length + 1);
}
