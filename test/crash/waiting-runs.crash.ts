import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { type CrashStore, describeCrashes, QUICK_TAKEOVER } from '../support/crash-stores.js';
import { killableGateway } from '../support/killable-gateway.js';
import { newAccount, syncsOf, TO_TOGAI } from '../support/syncing.js';

const ROUNDS = 3;
// What is late has been carried out: its answer is what never comes.
const LATE = { kind: 'latency', ms: 600_000 } as const;

describeCrashes('runs that wait for room', (open) => {
  let zuora: ZuoraSandbox;
  let togai: TogaiSandbox;
  let store: CrashStore;
  let gateway: ReturnType<typeof killableGateway>;
  beforeAll(async () => {
    [zuora, togai, store] = await Promise.all([
      startZuoraBillingSandbox({ customers: 5, limits: false }),
      startTogaiSandbox({ customers: 5, limits: false }),
      open(),
    ]);
    gateway = killableGateway({ zuora, togai, environment: { ...QUICK_TAKEOVER, SYNC_RUNS_AT_ONCE: '1' } });
    await gateway.start(store.url);
  }, 60_000);
  afterAll(async () => {
    await gateway?.kill();
    await store?.remove();
    await Promise.all([zuora?.close(), togai?.close()]);
  });

  it('are begun after a kill -9, those of one customer one after another, and do everything once', async () => {
    const query: typeof gateway.query = (text, variables) => gateway.query(text, variables);
    const syncs = syncsOf({ query });
    const accounts = [await newAccount({ query }), await newAccount({ query }), await newAccount({ query })];
    const ids: string[] = [];
    for (const [at, { sandbox, call }] of [
      { sandbox: togai, call: 'POST /customers' },
      { sandbox: zuora, call: 'PUT /v1/accounts/*' },
      { sandbox: zuora, call: 'GET /object-query/accounts' },
    ].entries()) {
      const before = sandbox.requests(call).length;
      sandbox.fault(call, LATE);
      if (at === 0) {
        for (let round = 0; round < ROUNDS; round += 1) {
          for (const { number } of accounts)
            ids.push((await syncs.sync({ customer: number, ...TO_TOGAI })).run?.id ?? '');
        }
      } else await gateway.start(store.url);
      await expect.poll(() => sandbox.requests(call).length, { timeout: 30_000 }).toBeGreaterThan(before);
      await gateway.kill();
    }
    await gateway.start(store.url);

    for (const id of ids) expect((await syncs.ended(id)).status).toBe('SUCCEEDED');
    expect(togai.requests('POST /customers')).toHaveLength(accounts.length);
    const linked = zuora.requests('PUT /v1/accounts/*').map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
    expect(linked.toSorted()).toEqual(accounts.map(({ id }) => id).toSorted());
  }, 90_000);
});
