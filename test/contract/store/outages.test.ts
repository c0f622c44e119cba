import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreBusy, StoreUnavailable } from '../../../src/kernel/errors.js';
import { openStore, type Store } from '../../../src/store/open-store.js';
import { isOutage } from '../../../src/store/outages/is-outage.js';
import { type FragileWire, fragileWire } from '../../support/faults/fragile-wire.js';
import { type FreshDatabase, freshPostgres, postgresUrl } from '../../support/store.js';

const error = (code: string | undefined, message = 'x') => Object.assign(new Error(message), code && { code });

it.each([
  ['ECONNREFUSED', 'x', true],
  ['ECONNRESET', 'x', true],
  ['ENOTFOUND', 'x', true],
  ['57P01', 'terminating connection due to administrator command', true],
  ['57P02', 'x', true],
  ['57P03', 'the database system is starting up', true],
  ['08006', 'x', true],
  ['53300', 'sorry, too many clients already', true],
  ['53100', 'could not extend file: No space left on device', true],
  ['25006', 'cannot execute INSERT in a read-only transaction', true],
  ['55000', 'database "x" is not currently accepting connections', true],
  [undefined, 'Connection terminated unexpectedly', true],
  [undefined, 'timeout exceeded when trying to connect', true],
  ['55000', 'currval of sequence "s" is not yet defined in this session', false],
  ['57014', 'canceling statement due to user request', false],
  ['23505', 'duplicate key value violates unique constraint', false],
  ['42P01', 'relation "x" does not exist', false],
  ['40001', 'could not serialize access', false],
  ['23514', 'Connection terminated is a value that breaks a rule', false],
  [undefined, 'something else', false],
])('%s (%s): an outage? %s', (code, message, expected) => {
  expect(isOutage(error(code, message))).toBe(expected);
});

describe.skipIf(!postgresUrl)('a store behind a wire that fails', () => {
  let database: FreshDatabase;
  let wire: FragileWire;
  let store: Store;
  const said: unknown[] = [];
  const uncaught: unknown[] = [];
  const note = (problem: unknown) => uncaught.push(problem);

  beforeAll(async () => {
    process.on('uncaughtException', note).on('unhandledRejection', note);
    database = await freshPostgres();
    const url = new URL(database.url);
    wire = await fragileWire(url.hostname, Number(url.port || 5432));
    url.hostname = '127.0.0.1';
    url.port = String(wire.port);
    const noted = (_details: unknown, text?: string) => said.push(text ?? _details);
    store = await openStore({ url: url.href, silentMs: 300, logger: { info: noted, warn: noted } as never });
  });
  afterAll(async () => {
    await store?.close();
    await wire?.close();
    await database?.drop();
    process.off('uncaughtException', note).off('unhandledRejection', note);
    expect(uncaught).toEqual([]);
  });
  const one = () => sql<{ one: number }>`select 1 as one`.execute(store.db).then(({ rows }) => rows);

  it('gives up a connection that is silent for too long, and works on a new one', async () => {
    expect(await one()).toEqual([{ one: 1 }]);
    wire.lose();
    await expect(one()).rejects.toThrow(StoreUnavailable);
    expect(store.away).toBe(true);
    expect(await one()).toEqual([{ one: 1 }]);
    expect(store.away).toBe(false);
    expect(said[0]).toBe('the database cannot be used');
    expect(said).toContain('the database answers again');
  });

  it('survives the loss of a connection within a transaction, of which nothing is kept', async () => {
    await sql`create table kept (a int)`.execute(store.db);
    const work = store.db.transaction().execute(async (transaction) => {
      await sql`insert into kept values (1)`.execute(transaction);
      wire.cut(true);
      await sql`insert into kept values (2)`.execute(transaction);
    });
    await expect(work).rejects.toThrow(StoreUnavailable);
    await expect(one()).rejects.toThrow(StoreUnavailable);
    wire.cut(false);
    expect((await sql`select a from kept`.execute(store.db)).rows).toEqual([]);
  });

  it('leaves errors of statements as they are', async () => {
    await expect(sql`select * from nowhere`.execute(store.db)).rejects.toMatchObject({ code: '42P01' });
    await expect(store.pool.query('select * from nowhere')).rejects.toMatchObject({ code: '42P01' });
    expect(store.away).toBe(false);
  });

  it('tells the library of durable work what it knows: a lost connection', async () => {
    wire.cut(true);
    await expect(store.pool.query('select 1')).rejects.toMatchObject({ code: '08006' });
    await expect(store.pool.connect()).rejects.toMatchObject({ code: '08006' });
    await expect(store.ping()).rejects.toThrow(/The database does not answer/);
    wire.cut(false);
    await store.ping();
  });
});

describe.skipIf(!postgresUrl)('a store whose connections are all in use', () => {
  let database: FreshDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await freshPostgres();
    store = await openStore({ url: database.url, connectMs: 300 });
  });
  afterAll(async () => {
    await store?.close();
    await database?.drop();
  });
  const one = () => store.pool.query('select 1 as one').then(({ rows }) => rows);

  /** Has all connections, `work` done with the last of them again and again, and gives them back. */
  async function inUse<T>(work: (client: pg.PoolClient) => Promise<unknown>, meanwhile: () => Promise<T>): Promise<T> {
    const clients = await Promise.all(Array.from({ length: 10 }, () => store.pool.connect()));
    const [last] = clients.slice(-1) as [pg.PoolClient];
    let over = false;
    const working = (async () => {
      while (!over) await work(last);
    })();
    try {
      return await meanwhile();
    } finally {
      over = true;
      await working;
      for (const client of clients) client.release();
    }
  }

  it('is busy, and not away, while any of them is answered', async () => {
    const answered = (client: pg.PoolClient) => client.query('select pg_sleep(0.02)');
    await inUse(answered, async () => {
      const refused = await one().catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(StoreBusy);
      expect(refused).toMatchObject({ most: 10, message: "The gateway's own database is busy: ask again shortly." });
      await expect(store.db.selectFrom('customer').selectAll().execute()).rejects.toThrow(StoreBusy);
      await store.ping();
      expect(store.away).toBe(false);
    });
    expect(await one()).toEqual([{ one: 1 }]);
  });

  it('is away if none is', async () => {
    const silent = (client: pg.PoolClient) => client.query('select pg_sleep(1)');
    await inUse(silent, async () => {
      const refused = await one().catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(StoreUnavailable);
      expect(refused).not.toBeInstanceOf(StoreBusy);
      expect(store.away).toBe(true);
    });
    await store.ping();
    expect(store.away).toBe(false);
  });
});
