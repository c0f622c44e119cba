import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { mortalGateway, zuoraAt } from '../support/mortal-gateway.js';
import { temporaryStore } from '../support/temporary-store.js';

let sandbox: ZuoraSandbox;
let store: Awaited<ReturnType<typeof temporaryStore>>;
const gateway = mortalGateway();

beforeAll(async () => {
  sandbox = await startZuoraBillingSandbox({ customers: 5 });
  store = await temporaryStore();
});
beforeEach(() => sandbox.reset());
afterEach(() => gateway.kill());
afterAll(async () => {
  await store?.remove();
  await sandbox?.close();
});

const start = () => gateway.start({ DATABASE_URL: store.url, ...zuoraAt(sandbox) });

async function create(idempotencyKey: string): Promise<{ account: { zuoraId: string }; userErrors: [] }> {
  const query = `mutation ($key: String!, $input: ZuoraAccountCreateInput!) {
    zuoraAccountCreate(input: $input, idempotencyKey: $key) { account { zuoraId } userErrors { message } }
  }`;
  const input = { name: idempotencyKey, currency: 'EUR', billToContact: { firstName: 'A', lastName: 'B' } };
  const data = await gateway.ask<{ zuoraAccountCreate: never }>(query, { key: idempotencyKey, input });
  return data.zuoraAccountCreate;
}
const posts = () => sandbox.requests('POST /v1/accounts');
const applied = () => posts().filter(({ status }) => status === 200);

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

it('makes one account although it is killed between the change and its answer', { timeout: 60_000 }, async () => {
  await start();
  sandbox.fault('POST /v1/accounts', { kind: 'latency', ms: 120_000 });
  const lost = create('killed-after').catch(() => 'no answer');
  await until(() => applied().length === 1);
  await gateway.kill();
  expect(await lost).toBe('no answer');

  await start();
  const { account, userErrors } = await create('killed-after');
  expect(userErrors).toEqual([]);
  // The second request got the first one's answer: Zuora had its key.
  expect(posts().map(({ headers }) => headers['idempotency-key'])).toEqual(
    Array.from({ length: 2 }, () => posts()[0]?.headers['idempotency-key']),
  );
  await gateway.kill();

  // Done and written down: asked again, nothing is sent any more.
  await start();
  expect((await create('killed-after')).account.zuoraId).toBe(account.zuoraId);
  expect(posts()).toHaveLength(2);
});

it('makes one account although it is killed before anything arrived', { timeout: 60_000 }, async () => {
  await start();
  sandbox.fault('POST /v1/accounts', { kind: 'connection-reset', every: true });
  const lost = create('killed-before').catch(() => 'no answer');
  await until(() => posts().length >= 2);
  await gateway.kill();
  expect(await lost).toBe('no answer');
  sandbox.clearFaults();

  await start();
  const { account } = await create('killed-before');
  expect(sandbox.record('account', account.zuoraId)).toMatchObject({ name: 'killed-before' });
  expect(applied()).toHaveLength(1);
});
