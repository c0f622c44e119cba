import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../src/kernel/errors.js';
import { openStore } from '../../src/store/open-store.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { canMount, type SmallDisk, smallDisk } from '../support/faults/small-disk.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { type GatewayProcess, startGatewayProcess } from '../support/gateway-process.js';

// Room for the store, a second file of its log and some work.
const MEGABYTES = 72;
if (!canMount) console.warn('SKIPPED: a full disk, because no file system can be mounted here');

let disk: SmallDisk | null = null;
let gateway: TestGateway | null = null;
let running: GatewayProcess | null = null;
let zuora: ZuoraSandbox | null = null;
afterEach(async () => {
  await gateway?.close();
  running?.child.kill('SIGKILL');
  await running?.exited;
  await zuora?.close();
  disk?.remove();
  [disk, gateway, running, zuora] = [null, null, null, null];
});

const CREATE = `mutation ($key: String!) { zuoraAccountCreate(
  input: { name: "Full", currency: "EUR", billToContact: { firstName: "A", lastName: "B" } }, idempotencyKey: $key
) { account { zuoraId } userErrors { message } } }`;
const CUSTOMERS = '{ customers(first: 100) { nodes { id name } } }';
interface Created {
  readonly data: { readonly zuoraAccountCreate: { readonly account: { readonly zuoraId: string } } } | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string; readonly retryable: boolean } }[];
}
const MOST = 2_000;

describe.runIf(canMount)('while the disk of the embedded database is full', () => {
  it('refuses changes in a typed error and sends none, reads what there is, and goes on when there is room', async () => {
    disk = smallDisk(MEGABYTES);
    gateway = await startTestGateway({
      sandbox: { customers: 20 },
      environment: { DATABASE_URL: disk.url },
    });
    await gateway.discovered();
    const customers = async () =>
      (await gateway?.query<{ customers: { nodes: { id: string; name: string }[] } }>(CUSTOMERS))?.data.customers
        .nodes ?? [];
    const before = await customers();
    expect(before.length).toBeGreaterThan(10);
    const sandbox = gateway.sandbox('ZUORA_BILLING');
    const create = async (key: string) => (await gateway?.query(CREATE, { key })) as unknown as Created;

    const sent = () => new Set(sandbox.requests('POST /v1/accounts').map(({ headers }) => headers['idempotency-key']));
    const made = new Map<string, string>();
    for (const key of ['early-1', 'early-2', 'early-3']) {
      made.set(key, (await create(key)).data?.zuoraAccountCreate.account.zuoraId ?? '');
    }
    disk.fill();
    let refused = '';
    for (let n = 0; n < MOST && refused === ''; n += 1) {
      const { data, errors } = await create(`key-${n}`);
      const account = data?.zuoraAccountCreate.account;
      if (account) made.set(`key-${n}`, account.zuoraId);
      else {
        refused = `key-${n}`;
        expect(errors?.map(({ extensions }) => extensions)).toEqual([
          expect.objectContaining({ code: 'STORE_UNAVAILABLE', retryable: true }),
        ]);
      }
    }
    expect(refused).not.toBe('');
    expect((await customers()).filter(({ name }) => name !== 'Full')).toEqual(before);
    // The one that was refused was not sent, or is known not to have been noted as done.
    expect([made.size, made.size + 1]).toContain(sent().size);
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);

    disk.free();
    const again = await create(refused);
    expect(again.errors).toBeUndefined();
    made.set(refused, again.data?.zuoraAccountCreate.account.zuoraId ?? '');
    // Everything that was acknowledged is known to have been done.
    for (const [key, id] of made) expect((await create(key)).data?.zuoraAccountCreate.account.zuoraId).toBe(id);
    expect(sent().size).toBe(made.size);
  });

  it('does not start, says why, and has everything once it does', async () => {
    disk = smallDisk(MEGABYTES);
    const { url: databaseUrl } = disk;
    zuora = await startZuoraBillingSandbox({ customers: 1, limits: false });
    const { clientId, clientSecret } = zuora.credentials;
    const environment = {
      ...{ DATABASE_URL: databaseUrl, ACCESS: 'OPEN', SYSTEMS: 'ZUORA_BILLING', DISCOVERY_INTERVAL_MINUTES: '0' },
      ...{ ZUORA_BILLING_URL: zuora.url, ZUORA_BILLING_CLIENT_ID: clientId },
      ZUORA_BILLING_CLIENT_SECRET: clientSecret,
    };
    const start = async () => {
      running = startGatewayProcess(environment);
      return (await running.ready()).url;
    };
    const create = async (url: string, key: string) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: CREATE, variables: { key } }),
      });
      return ((await response.json()) as Created).data?.zuoraAccountCreate.account.zuoraId;
    };
    const url = await start();
    const made = [await create(url, 'first'), await create(url, 'second')];
    running?.child.kill('SIGTERM');
    expect(await running?.exited).toBe(0);

    // As much is left in the file of its log as a start does not get by with, and no room for another one.
    const store = await openStore({ url: databaseUrl });
    while (disk.logRoom() > 200_000) {
      await store.pool.query(`select pg_logical_emit_message(true, 'x', repeat('x', 100000))`);
    }
    await store.close();
    for (const room of [2_000_000, 0]) {
      disk.fill(room);
      const without = startGatewayProcess(environment);
      expect(await without.exited).toBe(1);
      expect(without.output()).toMatch(
        /The embedded database in .* cannot be opened: its disk has [012] MB of room left/,
      );
    }

    disk.free();
    const next = await start();
    expect([await create(next, 'first'), await create(next, 'second')]).toEqual(made);
    expect(zuora.requests('POST /v1/accounts')).toHaveLength(2);
  }, 60_000);

  it('tells that the database has broken down when its log has no room, and opens it again with all that was committed', async () => {
    disk = smallDisk(MEGABYTES);
    const lost: string[] = [];
    const store = await openStore({ url: disk.url, onLost: ({ message }) => lost.push(message) });
    await store.pool.query('create table kept (n int)');
    await store.pool.query('insert into kept select generate_series(1, 100)');
    disk.fill();
    const logged = async () => {
      for (;;) await store.pool.query(`select pg_logical_emit_message(true, 'x', repeat('x', 1000000))`);
    };
    await expect(logged()).rejects.toThrow(StoreUnavailable);
    expect(lost).toEqual([expect.stringMatching(/^The embedded database has broken down: .*No space left on device/)]);

    // Its own process never opens it again: the next one finds these files.
    const copy = mkdtempSync(join(tmpdir(), 'billgraph-'));
    cpSync(join(disk.url.slice('pglite:'.length), 'pg'), join(copy, 'pg'), { recursive: true });
    const next = await openStore({ url: `pglite:${copy}` });
    expect((await next.pool.query('select count(*)::int as rows from kept')).rows).toEqual([{ rows: 100 }]);
    await next.close();
    rmSync(copy, { recursive: true });
  });
});
