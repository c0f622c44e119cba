import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../../../src/kernel/clock.js';
import { UpstreamError } from '../../../src/kernel/errors.js';
import { KnownSecrets } from '../../../src/kernel/secrets/known-secrets.js';
import { ZuoraClient } from '../../../src/upstreams/zuora-billing/client.js';
import type { ZuoraBillingSettings } from '../../../src/upstreams/zuora-billing/config.js';

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

const servers: { server: Server; client: ZuoraClient }[] = [];
afterAll(async () => {
  for (const { server, client } of servers) {
    await client.close();
    server.closeAllConnections();
    server.close();
  }
});

/** The real client in front of a server that answers everything alike, token requests apart. */
export async function tenant(answer: Answered) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/oauth/token') {
      response.end(JSON.stringify({ access_token: `t${seen.length}`, expires_in: 3599 }));
      return;
    }
    seen.push(`${request.method} ${request.url}`);
    for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
    response.statusCode = answer.status;
    response.end(JSON.stringify(answer.body));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const settings: ZuoraBillingSettings = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { kind: 'oauth', clientId: 'id', clientSecret: 'secret' },
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
  const client = new ZuoraClient(settings, { clock: systemClock, secrets: new KnownSecrets(), onCall: () => {} });
  servers.push({ server, client });
  const call = {
    operation: 'test',
    schema: z.unknown(),
    signal: AbortSignal.timeout(20_000),
    lane: 'interactive',
  } as const;
  const failure = async (promise: Promise<unknown>): Promise<UpstreamError> => {
    const error = await promise.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof UpstreamError)) throw new Error('the answer was taken for a success', { cause: error });
    return error;
  };
  return {
    client,
    seen,
    read: (path = '/v1/accounts/A1') => failure(client.read({ ...call, path })),
    write: (path = '/v1/accounts', repeatable = false) =>
      failure(client.write({ ...call, method: 'POST', path, body: {}, repeatable })),
  };
}

/** A refusal as the v1 API words it. */
export const v1 = (code: string | number, message = 'Zuora says why') => ({
  success: false,
  processId: '3F7EA3FD706C7E7C',
  requestId: '5c3b3d2e-0000-4000-8000-000000000000',
  reasons: [{ code, message }],
});
