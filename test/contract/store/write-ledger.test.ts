import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WriteIntent, WriteLedger } from '../../../src/kernel/writing/write-ledger.js';
import { openStore, type Store } from '../../../src/store/open-store.js';
import { openWriteLedger } from '../../../src/store/write-ledger.js';
import { memoryLedger } from '../../support/memory-ledger.js';
import { type FreshDatabase, freshPostgres, postgresUrl } from '../../support/store.js';
import { temporaryStore } from '../../support/temporary-store.js';

const lease = (now: number, owner = 'a') => ({ owner, now, until: now + 10 });
let made = 0;
const intent = (fingerprint = 'f'): WriteIntent => ({ scope: 's', key: `k${++made}`, fingerprint });
const T0 = Date.UTC(2026, 5, 1);

function keepsIts(contract: () => WriteLedger): void {
  it('gives an intent to one, and its result to all', async () => {
    const ledger = contract();
    const wanted = intent();
    expect(await ledger.begin(wanted, lease(T0))).toEqual({ state: 'OURS', startedAt: T0, resumed: false });
    expect(await ledger.begin(wanted, lease(T0, 'b'))).toEqual({ state: 'RUNNING' });
    await ledger.finish(wanted, { id: '1', amount: '0.30' }, T0);
    expect(await ledger.begin(wanted, lease(T0))).toEqual({ state: 'DONE', result: { id: '1', amount: '0.30' } });
    await ledger.forget(wanted);
    expect((await ledger.begin(wanted, lease(T0))).state).toBe('DONE');
  });

  it('hands it on when its lease has run out or was given back', async () => {
    const ledger = contract();
    const wanted = intent();
    await ledger.begin(wanted, lease(T0));
    await ledger.renew(wanted, lease(T0 + 5));
    expect((await ledger.begin(wanted, lease(T0 + 14, 'b'))).state).toBe('RUNNING');
    const taken = await ledger.begin(wanted, lease(T0 + 15, 'b'));
    expect(taken).toEqual({ state: 'OURS', startedAt: T0, resumed: true });
    await ledger.release(wanted, T0 + 16);
    expect(await ledger.begin(wanted, lease(T0 + 16))).toMatchObject({ state: 'OURS', resumed: true });
  });

  it('takes a key for one thing, unless that was not done', async () => {
    const ledger = contract();
    const wanted = intent();
    await ledger.begin(wanted, lease(T0));
    expect(await ledger.begin({ ...wanted, fingerprint: 'g' }, lease(T0 + 99))).toEqual({ state: 'TAKEN' });
    await ledger.forget(wanted);
    expect(await ledger.begin({ ...wanted, fingerprint: 'g' }, lease(T0 + 99))).toMatchObject({ resumed: false });
  });

  it('keeps the keys of tenants apart', async () => {
    const ledger = contract();
    const wanted = intent();
    await ledger.begin(wanted, lease(T0));
    expect(await ledger.begin({ ...wanted, scope: 't' }, lease(T0))).toMatchObject({ state: 'OURS' });
  });

  it('gives an intent that is left behind to one of many', async () => {
    const ledger = contract();
    const wanted = intent();
    await ledger.begin(wanted, lease(T0));
    const all = await Promise.all(Array.from({ length: 8 }, (_, n) => ledger.begin(wanted, lease(T0 + 10, `o${n}`))));
    expect(all.filter(({ state }) => state === 'OURS')).toHaveLength(1);
  });
}

describe('the ledger in the store', () => {
  let store: Store;
  let ledger: WriteLedger;
  let directory: Awaited<ReturnType<typeof temporaryStore>>;
  beforeAll(async () => {
    directory = await temporaryStore();
    store = await openStore({ url: directory.url });
    ledger = await openWriteLedger(store);
  });
  afterAll(async () => {
    await store?.close();
    await directory?.remove();
  });
  keepsIts(() => ledger);

  it('forgets what is older than thirty days', async () => {
    const wanted = intent();
    await ledger.begin(wanted, lease(T0));
    await ledger.finish(wanted, 1, T0);
    const later = T0 + 31 * 86_400_000;
    expect(await (await openWriteLedger(store)).begin(wanted, lease(later))).toMatchObject({
      state: 'OURS',
      resumed: false,
    });
  });
});

describe.skipIf(postgresUrl === undefined)('the ledger on PostgreSQL', () => {
  let database: FreshDatabase;
  let stores: Store[];
  let ledgers: WriteLedger[];
  let turn = 0;
  beforeAll(async () => {
    database = await freshPostgres();
    stores = await Promise.all([openStore({ url: database.url }), openStore({ url: database.url })]);
    ledgers = await Promise.all(stores.map((store) => openWriteLedger(store)));
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await database.drop();
  });
  // Each call by another process.
  const inTurns = new Proxy({} as WriteLedger, {
    get: (_, name: keyof WriteLedger) => {
      turn += 1;
      return ledgers[turn % 2]?.[name];
    },
  });
  keepsIts(() => inTurns);
});

describe('the ledger of the tests', () => {
  const ledger = memoryLedger();
  keepsIts(() => ledger);
});
