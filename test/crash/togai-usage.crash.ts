import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { mortalGateway, togaiAt } from '../support/mortal-gateway.js';
import { temporaryStore } from '../support/temporary-store.js';

let sandbox: TogaiSandbox;
let store: Awaited<ReturnType<typeof temporaryStore>>;
const gateway = mortalGateway();

beforeAll(async () => {
  sandbox = await startTogaiSandbox({ customers: 3 });
  store = await temporaryStore();
});
afterAll(async () => {
  await gateway.kill();
  await store?.remove();
  await sandbox?.close();
});

const start = () => gateway.start({ DATABASE_URL: store.url, ...togaiAt(sandbox) });

const ids = Array.from({ length: 2_000 }, (_, n) => `e-${n}`);
interface Ingested {
  readonly togaiUsageIngest: { readonly accepted: readonly string[]; readonly userErrors: [] };
}

async function ingest(): Promise<Ingested> {
  const events = ids.map((id) => ({
    ...{ id, schemaName: 'api_call', accountId: 'ada', timestamp: '2026-06-01T12:00:00Z' },
    attributes: [{ name: 'calls', value: '0.1' }],
  }));
  const query = `mutation ($events: [TogaiUsageEventInput!]!) {
    togaiUsageIngest(events: $events) { accepted userErrors { message } } }`;
  return await gateway.ask(query, { events });
}
const arrived = () => sandbox.events().map(({ id }) => id);
const batches = () => sandbox.requests('POST /ingestBatch').length;

it('2,000 events arrive once each through faults and kill -9, asked for again with the same ids', async () => {
  sandbox.createCustomer({
    ...{ id: 'ada-ltd', name: 'Ada', primaryEmail: 'a@example.com' },
    accounts: [{ id: 'ada', name: 'Main' }],
  });
  sandbox.fault('POST /ingestBatch', { kind: 'reply-lost' });
  sandbox.fault('POST /ingestBatch', { kind: 'server-error' });
  // The first batch is in at its third try; the second one has arrived, and its answer is what never comes.
  sandbox.fault('POST /ingestBatch', { kind: 'latency', ms: 600_000, after: 1 });
  await start();
  const lost = ingest().catch(() => 'no answer');
  await expect.poll(() => sandbox.events().length, { interval: 10 }).toBe(1_000);
  await gateway.kill();
  expect(await lost).toBe('no answer');
  expect(arrived()).toEqual(ids.slice(0, 1_000));
  expect(batches()).toBe(4);
  sandbox.clearFaults();

  sandbox.fault('POST /ingestBatch', { kind: 'connection-reset', after: 2 });
  await start();
  expect((await ingest()).togaiUsageIngest).toEqual({ accepted: ids, userErrors: [] });
  expect(arrived()).toEqual(ids);
  // Four batches, one of them twice.
  expect(batches()).toBe(4 + 5);
}, 60_000);
