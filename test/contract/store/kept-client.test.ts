import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore, type Store } from '../../../src/store/open-store.js';
import { temporaryStore } from '../../support/temporary-store.js';

let directory: Awaited<ReturnType<typeof temporaryStore>>;
let store: Store;
const words: unknown[] = [];
beforeAll(async () => {
  directory = await temporaryStore();
  const logger = { info: (...said: unknown[]) => words.push(said), warn: (...said: unknown[]) => words.push(said) };
  store = await openStore({ url: directory.url, logger: logger as never });
});
afterAll(async () => {
  await store?.close();
  await directory?.remove();
});

const echo = async (n: number): Promise<unknown> => (await store.pool.query('select $1::int as n', [n])).rows[0]?.n;
const fail = () => store.pool.query('select 1 / $1::int', [0]);

it('gives everybody the answer to their own statement, also right after one that failed', async () => {
  for (let round = 0; round < 20; round += 1) {
    await expect(fail()).rejects.toThrow('division by zero');
    expect(await echo(round)).toBe(round);
    const asked = [1, 2, 3].map((n) => echo(n));
    await expect(fail()).rejects.toThrow('division by zero');
    expect(await Promise.all([...asked, echo(4)])).toEqual([1, 2, 3, 4]);
  }
  expect(words).toEqual([]);
});

it('ends the transaction of whoever gives back a client in the middle of it', async () => {
  await store.pool.query('create table begun (n int)');
  const client = await store.pool.connect();
  await client.query('begin');
  await client.query('insert into begun values (1)');
  client.release(new Error('given up'));
  expect((await store.pool.query('select count(*)::int as rows from begun')).rows).toEqual([{ rows: 0 }]);
});
