import { afterEach, expect, it } from 'vitest';
import { calloutsTo } from '../support/callouts.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { eventStream, socketClient } from '../support/live.js';

const SECRET = 'a-signature-key-of-callouts';
let gateway: TestGateway;
let hanging: AbortController;
const callout = calloutsTo(() => gateway.url, SECRET);
afterEach(async () => {
  hanging?.abort();
  await gateway?.close();
});

/** A gateway with so many requests under way, which Zuora Billing does not answer. */
async function startBusy(requests: number, environment: Record<string, string>) {
  gateway = await startTestGateway({
    verified: false,
    sandbox: { customers: 3 },
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', ZUORA_BILLING_WEBHOOK_SECRET: SECRET, ...environment },
  });
  gateway.sandbox('ZUORA_BILLING').fault('*', { kind: 'latency', ms: 600_000, every: true });
  hanging = new AbortController();
  for (let at = 0; at < requests; at += 1) {
    post('{ zuoraAccount(key: "A00000001") { name } }', hanging.signal).catch(() => {});
  }
  await expect.poll(() => metric('billgraph_requests_under_way')).toBe(requests);
}

function post(query: string, signal: AbortSignal | null = null) {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  return fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }), signal });
}

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${gateway.url}/metrics`)).text();
  return Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length),
  );
}

it('refuses what comes while it has as many requests as it may, begins nothing of it, and takes the next when they are over', async () => {
  await startBusy(3, { MAX_REQUESTS: '3' });
  const full = { code: 'LIMIT_EXCEEDED', limit: 'requests', most: 3, retryable: true, retryAfterSeconds: 1 };
  const message = 'The gateway has 3 requests under way, and takes no more: ask again shortly.';
  const asked = gateway.sandbox('ZUORA_BILLING').requests().length;

  const refused = await post('{ zuoraAccount(key: "A00000002") { name } }');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await refused.json()).toEqual({
    errors: [{ message, extensions: { ...full, requestId: refused.headers.get('x-request-id') } }],
  });
  expect((await eventStream(gateway.url, { query: 'subscription { customerChanged { at } }' })).status).toBe(503);
  const client = socketClient(gateway.url);
  for (const query of ['{ __typename }', 'subscription { customerChanged { at } }']) {
    const { value } = await client.iterate({ query }).next();
    expect(value, query).toMatchObject({ errors: [{ message, extensions: full }] });
  }
  await client.dispose();

  for (const path of ['/healthz', '/readyz']) expect((await fetch(`${gateway.url}${path}`)).status, path).toBe(200);
  expect((await callout('while-busy', { AccountId: '1' })).status).toBe(200);
  expect(await metric('billgraph_requests_refused_total{limit="requests"}')).toBe(4);
  expect(await metric('billgraph_requests_refused_total{limit="delay"}')).toBe(0);
  const names = gateway.sandbox('ZUORA_BILLING').requests().slice(asked);
  expect(names.filter(({ query }) => [...query.values()].some((value) => value.includes('A00000002')))).toEqual([]);

  hanging.abort();
  await expect.poll(() => metric('billgraph_requests_under_way')).toBe(0);
  expect(await (await post('{ __typename }')).json()).toEqual({ data: { __typename: 'Query' } });
});

it('refuses what comes while its event loop is late and many are under way', async () => {
  await startBusy(50, { MAX_LOOP_DELAY_MS: '100' });
  // On a busy machine it may be late of itself, for a moment.
  const status = async () => (await post('{ __typename }')).status;
  await expect.poll(status).toBe(200);
  // The gateway has the loop of this process.
  for (const until = performance.now() + 3_000; performance.now() < until; );
  const refused = await post('{ __typename }');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await refused.json()).toEqual({
    errors: [
      {
        message: 'The gateway cannot keep up with its requests: ask again shortly.',
        extensions: {
          ...{ code: 'LIMIT_EXCEEDED', limit: 'delay', most: 100, retryable: true, retryAfterSeconds: 1 },
          requestId: refused.headers.get('x-request-id'),
        },
      },
    ],
  });
  await expect.poll(status).toBe(200);
  expect(await metric('billgraph_requests_refused_total{limit="delay"}')).toBeGreaterThan(0);
});
