import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { type GatewayProcess, startGatewayProcess } from '../support/gateway-process.js';
import { temporaryStore } from '../support/temporary-store.js';

let sandbox: TogaiSandbox;
let store: Awaited<ReturnType<typeof temporaryStore>>;
let running: GatewayProcess | null = null;

beforeAll(async () => {
  sandbox = await startTogaiSandbox({ customers: 3 });
  store = await temporaryStore();
});
afterAll(async () => {
  await kill();
  await store?.remove();
  await sandbox?.close();
});

async function kill(): Promise<void> {
  running?.child.kill('SIGKILL');
  await running?.exited;
  running = null;
}

async function start(): Promise<string> {
  running = startGatewayProcess({
    DATABASE_URL: store.url,
    ACCESS: 'OPEN',
    DISCOVERY_INTERVAL_MINUTES: '0',
    TOGAI_URL: sandbox.url,
    TOGAI_API_KEY: sandbox.credentials.apiKey,
  });
  return (await running.ready()).url;
}

const ids = Array.from({ length: 2_000 }, (_, n) => `e-${n}`);
interface Ingested {
  readonly data: { readonly togaiUsageIngest: { readonly accepted: readonly string[]; readonly userErrors: [] } };
}

async function ingest(url: string): Promise<Ingested> {
  const events = ids.map((id) => ({
    ...{ id, schemaName: 'api_call', accountId: 'ada', timestamp: '2026-06-01T12:00:00Z' },
    attributes: [{ name: 'calls', value: '0.1' }],
  }));
  const query = `mutation ($events: [TogaiUsageEventInput!]!) {
    togaiUsageIngest(events: $events) { accepted userErrors { message } } }`;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { events } }),
  });
  return (await response.json()) as Ingested;
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
  const lost = ingest(await start()).catch(() => 'no answer');
  await expect.poll(() => sandbox.events().length, { interval: 10 }).toBe(1_000);
  await kill();
  expect(await lost).toBe('no answer');
  expect(arrived()).toEqual(ids.slice(0, 1_000));
  expect(batches()).toBe(4);
  sandbox.clearFaults();

  sandbox.fault('POST /ingestBatch', { kind: 'connection-reset', after: 2 });
  const { data } = await ingest(await start());
  expect(data.togaiUsageIngest).toEqual({ accepted: ids, userErrors: [] });
  expect(arrived()).toEqual(ids);
  // Four batches, one of them twice.
  expect(batches()).toBe(4 + 5);
}, 60_000);
