import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayProcess, startGatewayProcess } from '../support/gateway-process.js';
import { temporaryStore } from '../support/temporary-store.js';

let store: Awaited<ReturnType<typeof temporaryStore>>;
const running: GatewayProcess[] = [];

beforeAll(async () => {
  store = await temporaryStore();
});
afterEach(async () => {
  for (const gateway of running.splice(0)) {
    gateway.child.kill('SIGKILL');
    await gateway.exited;
  }
});
afterAll(() => store.remove());

function start(environment: Record<string, string> = {}): GatewayProcess {
  const gateway = startGatewayProcess({ DATABASE_URL: store.url, ...environment });
  running.push(gateway);
  return gateway;
}

async function query(url: string, text: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text }),
  });
  return {
    status: response.status,
    body: (await response.json()) as { data: Record<string, never>; errors?: unknown },
  };
}

async function discovered(url: string): Promise<void> {
  for (;;) {
    const { body } = await query(url, '{ systems { discovery { state } } }');
    const systems = body.data.systems as unknown as { discovery: { state: string } | null }[];
    if (systems.every(({ discovery }) => discovery === null || discovery.state === 'SUCCEEDED')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const ALL_IDS = '{ customers(first: 100) { nodes { id name } } }';

describe('the gateway as a process', () => {
  it('says where it listens and that it runs on sandboxes, and answers there', async () => {
    const gateway = start();
    const { url, sandboxes } = await gateway.ready();
    expect(Object.keys(sandboxes)).toEqual(['Zuora Billing', 'Togai', 'FirstPromoter', 'Zuora Revenue']);
    expect(gateway.output()).toContain('Running on SANDBOXES: all data is made up');
    expect(gateway.output()).toContain(`${url}/graphiql`);
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready' });
    for (const address of Object.values(sandboxes)) expect((await fetch(`${address}/__control`)).status).toBe(200);
    expect((await fetch(`${url}/graphiql`)).headers.get('content-type')).toMatch(/text\/html/);
  });

  it('finishes running requests when it is told to end, and takes no new ones', async () => {
    const gateway = start();
    const { url, sandboxes } = await gateway.ready();
    await discovered(url);
    await fetch(`${sandboxes.Togai}/__control/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ match: 'GET /customers/*', fault: { kind: 'latency', ms: 700, every: true } }),
    });
    const slow = query(url, '{ togaiCustomer(id: "not-in-the-cache") { name } }');
    await new Promise((resolve) => setTimeout(resolve, 200));
    gateway.child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 150));
    const refused = await query(url, '{ systems { system } }').then(
      ({ status }) => status,
      () => 'connection refused',
    );
    expect(['connection refused', 503]).toContain(refused);
    expect(await slow).toEqual({ status: 200, body: { data: { togaiCustomer: null } } });
    expect(await gateway.exited).toBe(0);
  });

  it('has every customer under the same id after kill -9', async () => {
    const before = start();
    const { url } = await before.ready();
    await discovered(url);
    const known = await query(url, ALL_IDS);
    before.child.kill('SIGKILL');
    await before.exited;
    const after = start({ DISCOVERY_INTERVAL_MINUTES: '0' });
    const again = await query((await after.ready()).url, ALL_IDS);
    expect(again.body).toEqual(known.body);
    expect((known.body.data.customers as unknown as { nodes: unknown[] }).nodes).toHaveLength(8);
  });

  it('names every wrong variable at once and starts nothing', async () => {
    const gateway = start({ PORT: 'x', TOGAI_URL: 'https://api.togai.com', ZUORA_BILLING_CLIENT_SECRET: 'hunter2' });
    expect(await gateway.exited).toBe(1);
    expect(gateway.output()).toMatch(/PORT must be a number/);
    expect(gateway.output()).toMatch(/TOGAI_API_KEY must be set, too/);
    expect(gateway.output()).toMatch(/ZUORA_BILLING_CLIENT_SECRET set without ZUORA_BILLING_URL/);
    expect(gateway.output()).not.toContain('hunter2');
    expect(gateway.output()).not.toMatch(/\n\s+at /);
  });

  it('says in plain words that its port is taken, or its store in use', async () => {
    const first = start();
    const { url } = await first.ready();
    const other = await temporaryStore();
    const second = start({ PORT: new URL(url).port, DATABASE_URL: other.url });
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain('Another program listens there already');
    const third = start();
    expect(await third.exited).toBe(1);
    expect(third.output()).toMatch(/in use|another process|already/i);
    await other.remove();
  });
});
