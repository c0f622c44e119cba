import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../../../src/kernel/clock.js';
import { KnownSecrets } from '../../../src/kernel/secrets/known-secrets.js';
import { ZuoraClient } from '../../../src/upstreams/zuora-billing/client.js';
import type { ZuoraBillingSettings } from '../../../src/upstreams/zuora-billing/config.js';
import { tenantOf } from '../../../src/upstreams/zuora-billing/readers.js';
import { TenantCapabilities } from '../../../src/upstreams/zuora-billing/tenant/capabilities.js';

const opened: { server: Server; client: ZuoraClient }[] = [];
afterEach(async () => {
  for (const { server, client } of opened.splice(0)) {
    await client.close();
    server.closeAllConnections();
    server.close();
  }
});

const SETTINGS: ZuoraBillingSettings = {
  url: 'https://rest.zuora.com',
  credentials: { kind: 'legacy', accessKeyId: 'user', secretAccessKey: 'password' },
  entityId: null,
  orgIds: [],
  timeZone: 'UTC',
  apiVersion: '2025-08-12',
  wsdlVersion: '79',
  objectQuery: 'AUTO',
  metricsFormat: 'JSON_LINES',
  subscriptionChanges: 'SUBSCRIBE_AND_AMEND',
  linkFields: [],
  appUrl: null,
};

/** A tenant that answers each question with a status; `seen` has what it was asked. */
async function tenant(statusOf: (path: string, before: number) => number, over: Partial<ZuoraBillingSettings> = {}) {
  const seen: IncomingMessage[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '';
    response.statusCode = statusOf(path, seen.filter(({ url }) => url === path).length);
    seen.push(request);
    response.setHeader('content-type', 'application/json');
    const refusal = { success: false, reasons: [{ code: 50000010, message: 'not for you' }] };
    response.end(JSON.stringify(response.statusCode === 200 ? { data: [] } : refusal));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const settings = { ...SETTINGS, ...over, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  const client = new ZuoraClient(settings, { clock: systemClock, secrets: new KnownSecrets(), onCall: () => {} });
  opened.push({ server, client });
  return { client, capabilities: new TenantCapabilities(client, settings), seen };
}

describe('what a tenant can do', () => {
  it('is asked for once, however many want to know, and kept', async () => {
    const { capabilities, seen } = await tenant((path) => (path.startsWith('/v1/orders') ? 403 : 200));
    const asked = Array.from({ length: 5 }, () =>
      Promise.all([capabilities.has('orders'), capabilities.has('invoiceSettlement')]),
    );
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 5 }, () => [false, true]));
    expect(await capabilities.state('orders')).toEqual({ available: false, refusal: 'Zuora Billing: not for you' });
    expect(seen.map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual([
      'GET /v1/credit-memos?pageSize=1',
      'GET /v1/orders?pageSize=1',
    ]);
  });

  it('is not known as long as Zuora does not say, and asked for again', async () => {
    const { capabilities, seen } = await tenant((_path, before) => (before < 1 ? 401 : 200));
    await expect(capabilities.has('objectQuery')).rejects.toMatchObject({ code: 'UPSTREAM_UNAUTHENTICATED' });
    expect(await capabilities.has('objectQuery')).toBe(true);
    expect(seen).toHaveLength(2);
  });

  it('takes the word of whoever was refused', async () => {
    const { capabilities, seen } = await tenant(() => 200);
    expect(capabilities.objectQueryIsOff).toBe(false);
    capabilities.objectQueryRefused('no');
    expect(capabilities.objectQueryIsOff).toBe(true);
    expect(await capabilities.has('objectQuery')).toBe(false);
    expect(seen).toEqual([]);
  });
});

describe('requests', () => {
  const call = {
    operation: 'x',
    schema: z.unknown(),
    signal: AbortSignal.timeout(5_000),
    lane: 'interactive',
  } as const;

  it('name entity and organisations, and actions their WSDL version', async () => {
    const { client, seen } = await tenant(() => 200, { entityId: 'e-1', orgIds: ['o-2', 'o-1'], wsdlVersion: '137' });
    await client.read({ ...call, path: '/v1/accounts/1' });
    await client.write({ ...call, method: 'POST', path: '/v1/action/query', body: {} });
    expect(
      seen.map(({ headers }) => [
        headers['zuora-entity-ids'],
        headers['zuora-org-ids'],
        headers['x-zuora-wsdl-version'],
      ]),
    ).toEqual([
      ['e-1', 'o-2,o-1', undefined],
      ['e-1', 'o-2,o-1', '137'],
    ]);
  });

  it('for Object Query are refused where the tenant is said not to have it', async () => {
    const { client, seen } = await tenant(() => 200, { objectQuery: 'OFF' });
    await expect(
      client.read({ ...call, operation: 'queryInvoices', path: '/object-query/invoices' }),
    ).rejects.toMatchObject({
      code: 'UPSTREAM_UNSUPPORTED',
      retryable: false,
      outcome: 'not_applied',
      message: expect.stringContaining('queryInvoices needs Object Query'),
    });
    expect(seen).toEqual([]);
  });

  it('name neither where none is configured', async () => {
    const { client, seen } = await tenant(() => 200);
    await client.read({ ...call, path: '/v1/accounts/1' });
    const names = Object.keys(seen[0]?.headers ?? {});
    expect(names.filter((name) => /entity|org|wsdl/.test(name))).toEqual([]);
  });
});

it('keeps tenants, entities and choices of organisations apart', () => {
  const names = [
    tenantOf(SETTINGS),
    tenantOf({ ...SETTINGS, url: 'https://rest.eu.zuora.com' }),
    tenantOf({ ...SETTINGS, entityId: 'e-1' }),
    tenantOf({ ...SETTINGS, entityId: 'e-2' }),
    tenantOf({ ...SETTINGS, orgIds: ['o-1'] }),
    tenantOf({ ...SETTINGS, orgIds: ['o-1', 'o-2'] }),
    tenantOf({ ...SETTINGS, entityId: 'e-1', orgIds: ['o-1'] }),
  ];
  expect(new Set(names).size).toBe(names.length);
  expect(tenantOf({ ...SETTINGS, orgIds: ['o-2', 'o-1'] })).toBe(tenantOf({ ...SETTINGS, orgIds: ['o-1', 'o-2'] }));
});
