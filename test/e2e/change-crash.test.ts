import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { type GatewayProcess, startGatewayProcess } from '../support/gateway-process.js';
import { temporaryStore } from '../support/temporary-store.js';

let sandbox: ZuoraSandbox;
let store: Awaited<ReturnType<typeof temporaryStore>>;
let running: GatewayProcess | null = null;

beforeAll(async () => {
  sandbox = await startZuoraBillingSandbox({ customers: 5 });
  store = await temporaryStore();
});
beforeEach(() => sandbox.reset());
afterEach(kill);
afterAll(async () => {
  await store?.remove();
  await sandbox?.close();
});

async function kill(): Promise<void> {
  running?.child.kill('SIGKILL');
  await running?.exited;
  running = null;
}

async function start(): Promise<string> {
  const { clientId, clientSecret } = sandbox.credentials;
  running = startGatewayProcess({
    DATABASE_URL: store.url,
    ACCESS: 'OPEN',
    DISCOVERY_INTERVAL_MINUTES: '0',
    ZUORA_BILLING_URL: sandbox.url,
    ZUORA_BILLING_CLIENT_ID: clientId,
    ZUORA_BILLING_CLIENT_SECRET: clientSecret,
  });
  return (await running.ready()).url;
}

async function create(url: string, idempotencyKey: string): Promise<{ account: { zuoraId: string }; userErrors: [] }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation ($key: String!, $input: ZuoraAccountCreateInput!) {
        zuoraAccountCreate(input: $input, idempotencyKey: $key) { account { zuoraId } userErrors { message } }
      }`,
      variables: {
        key: idempotencyKey,
        input: { name: idempotencyKey, currency: 'EUR', billToContact: { firstName: 'A', lastName: 'B' } },
      },
    }),
  });
  const body = (await response.json()) as { data: { zuoraAccountCreate: never }; errors?: unknown };
  expect(body.errors).toBeUndefined();
  return body.data.zuoraAccountCreate;
}
const posts = () => sandbox.requests('POST /v1/accounts');
const applied = () => posts().filter(({ status }) => status === 200);

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

it('makes one account although it is killed between the change and its answer', { timeout: 60_000 }, async () => {
  const first = await start();
  sandbox.fault('POST /v1/accounts', { kind: 'latency', ms: 120_000 });
  const lost = create(first, 'killed-after').catch(() => 'no answer');
  await until(() => applied().length === 1);
  await kill();
  expect(await lost).toBe('no answer');

  const second = await start();
  const { account, userErrors } = await create(second, 'killed-after');
  expect(userErrors).toEqual([]);
  // The second request got the first one's answer: Zuora had its key.
  expect(posts().map(({ headers }) => headers['idempotency-key'])).toEqual(
    Array.from({ length: 2 }, () => posts()[0]?.headers['idempotency-key']),
  );
  await kill();

  // Done and written down: asked again, nothing is sent any more.
  const third = await start();
  expect((await create(third, 'killed-after')).account.zuoraId).toBe(account.zuoraId);
  expect(posts()).toHaveLength(2);
});

it('makes one account although it is killed before anything arrived', { timeout: 60_000 }, async () => {
  const first = await start();
  sandbox.fault('POST /v1/accounts', { kind: 'connection-reset', every: true });
  const lost = create(first, 'killed-before').catch(() => 'no answer');
  await until(() => posts().length >= 2);
  await kill();
  expect(await lost).toBe('no answer');
  sandbox.clearFaults();

  const { account } = await create(await start(), 'killed-before');
  expect(sandbox.record('account', account.zuoraId)).toMatchObject({ name: 'killed-before' });
  expect(applied()).toHaveLength(1);
});
