import { afterEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.js';
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

/** Over a sandbox that outlives it. */
const environmentOf = ({ url }: SmallDisk, { url: zuoraUrl, credentials }: ZuoraSandbox) => ({
  ...{ DATABASE_URL: url, ACCESS: 'OPEN', SYSTEMS: 'ZUORA_BILLING', DISCOVERY_INTERVAL_MINUTES: '0' },
  ...{ ZUORA_BILLING_URL: zuoraUrl, ZUORA_BILLING_CLIENT_ID: credentials.clientId },
  ZUORA_BILLING_CLIENT_SECRET: credentials.clientSecret,
});

async function create(url: string, key: string): Promise<Created> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: CREATE, variables: { key } }),
  });
  return (await response.json()) as Created;
}

/** Writes until so much is left in the file of the database's log. */
async function fillLog({ pool }: Store, { logRoom }: SmallDisk, left: number): Promise<void> {
  while (logRoom() > left) await pool.query(`select pg_logical_emit_message(true, 'x', repeat('x', 100000))`);
}

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
    const { url } = gateway;

    const sent = () => new Set(sandbox.requests('POST /v1/accounts').map(({ headers }) => headers['idempotency-key']));
    const made = new Map<string, string>();
    for (const key of ['early-1', 'early-2', 'early-3']) {
      made.set(key, (await create(url, key)).data?.zuoraAccountCreate.account.zuoraId ?? '');
    }
    disk.fill();
    let refused = '';
    for (let n = 0; n < MOST && refused === ''; n += 1) {
      const { data, errors } = await create(url, `key-${n}`);
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
    const again = await create(url, refused);
    expect(again.errors).toBeUndefined();
    made.set(refused, again.data?.zuoraAccountCreate.account.zuoraId ?? '');
    // Everything that was acknowledged is known to have been done.
    for (const [key, id] of made) expect((await create(url, key)).data?.zuoraAccountCreate.account.zuoraId).toBe(id);
    expect(sent().size).toBe(made.size);
  });

  it('does not start, says why, and has everything once it does', async () => {
    disk = smallDisk(MEGABYTES);
    zuora = await startZuoraBillingSandbox({ customers: 1, limits: false });
    const environment = environmentOf(disk, zuora);
    const start = async () => {
      running = startGatewayProcess(environment);
      return (await running.ready()).url;
    };
    const url = await start();
    const idOf = async (at: string, key: string) => (await create(at, key)).data?.zuoraAccountCreate.account.zuoraId;
    const made = [await idOf(url, 'first'), await idOf(url, 'second')];
    running?.child.kill('SIGTERM');
    expect(await running?.exited).toBe(0);

    // As much is left in the file of its log as a start does not get by with, and no room for another one.
    const store = await openStore({ url: disk.url });
    await fillLog(store, disk, 200_000);
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
    expect([await idOf(next, 'first'), await idOf(next, 'second')]).toEqual(made);
    expect(zuora.requests('POST /v1/accounts')).toHaveLength(2);
  }, 60_000);

  it('ends when the database breaks down because its log has no room, says what is to be done, and has all that it acknowledged once it is started again', async () => {
    disk = smallDisk(MEGABYTES);
    zuora = await startZuoraBillingSandbox({ customers: 1, limits: false });
    const environment = environmentOf(disk, zuora);
    const prepared = await openStore({ url: disk.url });
    await fillLog(prepared, disk, 500_000);
    await prepared.close();
    const gateway = startGatewayProcess(environment);
    running = gateway;
    const { url } = await gateway.ready();
    // Rows have room, the next file of the log has none.
    disk.dropNextLog();
    disk.fill(8_000_000);
    const made = new Map<string, string>();
    let over = false;
    void gateway.exited.then(() => {
      over = true;
    });
    for (let n = 0; !over && n < MOST; n += 1) {
      const created = await create(url, `key-${n}`).catch(() => null);
      const account = created?.data?.zuoraAccountCreate.account;
      if (account) made.set(`key-${n}`, account.zuoraId);
    }
    expect(await gateway.exited).toBe(1);
    expect(made.size).toBeGreaterThan(0);
    const fatal = gateway
      .output()
      .split('\n')
      .filter((line) => line.includes('"level":60'))
      .map((line) => JSON.parse(line) as unknown);
    expect(fatal).toEqual([
      expect.objectContaining({
        msg: 'ending: the database has to be opened anew, by the next start',
        reason: expect.stringMatching(/^The embedded database has broken down: .*No space left on device/),
      }),
    ]);

    disk.free();
    running = startGatewayProcess(environment);
    const next = (await running.ready()).url;
    for (const [key, id] of made) expect((await create(next, key)).data?.zuoraAccountCreate.account.zuoraId).toBe(id);
    // The last one may have been made without anybody having been told so.
    expect([made.size, made.size + 1]).toContain(zuora.requests('POST /v1/accounts').length);
  }, 60_000);
});
