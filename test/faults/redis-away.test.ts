import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey } from '../../src/domain/access/key-text.js';
import { openApiKeys } from '../../src/store/api-keys.js';
import { openStore } from '../../src/store/open-store.js';
import { type FragileWire, fragileWire } from '../support/faults/fragile-wire.js';
import { type GatewayProcess, startGatewayProcess } from '../support/gateway-process.js';
import { temporaryStore } from '../support/temporary-store.js';

const redis = process.env.TEST_REDIS_URL;
if (!redis) console.warn('SKIPPED: Redis that goes away, because TEST_REDIS_URL is not set');

const DEADLINE_MS = 20_000;
const RENAME = `mutation ($key: String!, $name: String!) { zuoraAccountUpdate(key: $key, input: { name: $name }) {
  account { name } userErrors { message } } }`;
const PAGE = '{ customers(first: 8) { nodes { name zuoraAccount { accountNumber name } togaiCustomer { name } } } }';
interface Page {
  readonly customers: {
    readonly nodes: readonly { readonly zuoraAccount: { readonly accountNumber: string } | null }[];
  };
}

/** Slower, not wrong: what a gateway answers without Redis, it would have answered with it. */
describe.skipIf(!redis).each([
  ['is gone', (wire: FragileWire, away: boolean) => wire.cut(away)],
  ['falls silent', (wire: FragileWire, away: boolean) => wire.silence(away)],
])('while Redis %s', (_outage, turn) => {
  const { id, text, secretHash } = newKey();
  let wire: FragileWire;
  let store: Awaited<ReturnType<typeof temporaryStore>>;
  let gateway: GatewayProcess;
  let url = '';

  beforeAll(async () => {
    const { hostname, port } = new URL(redis ?? '');
    [wire, store] = await Promise.all([fragileWire(hostname, Number(port || 6379)), temporaryStore()]);
    const opened = await openStore({ url: store.url });
    const kept = { id, secretHash, name: 'me', scopes: ['admin' as const], systems: null };
    await openApiKeys(opened.db).add({
      ...kept,
      ...{ createdAt: 0, expiresAt: null, lastUsedAt: null, revokedAt: null },
    });
    await opened.close();
    gateway = startGatewayProcess({
      ...{ DATABASE_URL: store.url, REDIS_URL: `redis://127.0.0.1:${wire.port}`, SYSTEMS: 'ZUORA_BILLING,TOGAI' },
      // Callers are counted in Redis, and all but one thing that is read is kept there alone.
      ...{ ACCESS: 'KEYS', RATE_LIMIT_PER_MINUTE: '10000', CACHE_MAX_ENTRIES: '1' },
      REQUEST_DEADLINE_MS: String(DEADLINE_MS),
    });
    ({ url } = await gateway.ready());
    for (let done = false; !done; ) {
      const found = await ask<{ systems: { discovery: { state: string } }[] }>('{ systems { discovery { state } } }');
      done = found.systems.every(({ discovery }) => discovery.state === 'SUCCEEDED');
    }
  });
  afterAll(async () => {
    gateway?.child.kill('SIGKILL');
    await gateway?.exited;
    await Promise.all([wire?.close(), store?.remove()]);
  });

  async function ask<T = unknown>(query: string, variables: object = {}): Promise<T> {
    const startedAt = performance.now();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': text },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
    expect(errors).toBeUndefined();
    expect(performance.now() - startedAt).toBeLessThan(DEADLINE_MS / 2);
    return data;
  }
  it('gives the same answers, long before the deadline', async () => {
    const before = await ask<Page>(PAGE);
    turn(wire, true);
    for (let n = 0; n < 3; n += 1) expect(await ask(PAGE)).toEqual(before);
    const key = before.customers.nodes.find(({ zuoraAccount }) => zuoraAccount)?.zuoraAccount?.accountNumber ?? '';
    const renamed = { account: { name: 'Changed meanwhile' }, userErrors: [] };
    expect(await ask(RENAME, { key, name: 'Changed meanwhile' })).toEqual({ zuoraAccountUpdate: renamed });
    const after = await ask(PAGE);
    expect(JSON.stringify(after)).toContain('"name":"Changed meanwhile"');
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    turn(wire, false);
    expect(await ask(PAGE)).toEqual(after);
  });
});
