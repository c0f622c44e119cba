import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { temporaryStore } from '../support/temporary-store.js';

const PUBLIC_URL = 'https://billgraph.example.com';
let store: Awaited<ReturnType<typeof temporaryStore>>;
let gateway: TestGateway;

const start = (environment: Record<string, string>) =>
  startTestGateway({
    sandbox: { customers: 5 },
    environment: { DATABASE_URL: store.url, DISCOVERY_INTERVAL_MINUTES: '0', FLOW_POLL_MINUTES: '0', ...environment },
  });
beforeAll(async () => {
  store = await temporaryStore();
});
afterAll(async () => {
  await gateway?.close();
  await store?.remove();
});

interface Run {
  readonly id: string;
  readonly status: string;
  readonly failure: string | null;
}
async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await gateway.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}
const setups = async () =>
  (await ask<{ syncRuns: { nodes: Run[] } }>('{ syncRuns(first: 10) { nodes { id status failure } } }')).syncRuns.nodes;
const ended = (status: string) =>
  expect.poll(async () => (await setups()).map((run) => run.status), { timeout: 10_000 }).toEqual([status]);
const sent = () => {
  const zuora = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  return zuora.requests().filter(({ method, path }) => method !== 'GET' && !path.startsWith('/oauth')).length;
};

it('waits for a person, says which setting is missing, changes nothing, and goes on once it is there', async () => {
  gateway = await start({ ZUORA_BILLING_WEBHOOK_SECRET: '', PUBLIC_URL });
  const { flowCreate } = await ask<{ flowCreate: { userErrors: object[] } }>(
    'mutation { flowCreate(input: { template: "SUBSCRIPTIONS_IN" }) { flow { id } userErrors { message } } }',
  );
  expect(flowCreate.userErrors).toEqual([]);
  await ended('NEEDS_ATTENTION');
  const [waiting] = await setups();
  expect(waiting?.failure).toBe(
    'No webhooks are taken from this connection: set ZUORA_BILLING_WEBHOOK_SECRET or, for a connection made at run time, its setting WEBHOOK_SECRET.',
  );
  expect(sent()).toBe(0);
  const retry = async () =>
    await ask('mutation ($id: ID!) { syncRunRetry(id: $id) { userErrors { message } } }', { id: waiting?.id });

  // What Zuora cannot call is no address for it, whatever else is there.
  await gateway.close();
  gateway = await start({ PUBLIC_URL: 'http://billgraph.example.com' });
  await retry();
  await ended('NEEDS_ATTENTION');
  expect((await setups())[0]?.failure).toBe(
    'Zuora calls https addresses on port 443 alone, and not http://billgraph.example.com/webhooks/ZUORA_BILLING: set PUBLIC_URL to such an address of this gateway.',
  );
  expect(sent()).toBe(0);

  await gateway.close();
  gateway = await start({ PUBLIC_URL });
  await retry();
  await ended('SUCCEEDED');
  expect(await setups()).toEqual([{ id: waiting?.id, status: 'SUCCEEDED', failure: null }]);
  expect(sent()).toBe(3);
});
