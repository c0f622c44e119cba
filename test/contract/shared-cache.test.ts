import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createEntityCache, type EntityCache } from '../../src/kernel/reading/entity-cache.js';
import { sharedCache } from '../../src/store/shared-cache.js';
import { fragileWire } from '../support/faults/fragile-wire.js';

const url = process.env.TEST_REDIS_URL;
const opened: EntityCache[] = [];
afterEach(async () => {
  for (const cache of opened.splice(0)) await cache.close();
});

async function cacheOn(address: string, errors: unknown[] = []): Promise<EntityCache> {
  const cache = createEntityCache({
    maxEntries: 100,
    shared: await sharedCache(address),
    onError: (error) => errors.push(error),
  });
  opened.push(cache);
  return cache;
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 100));
const entity = (name: string) => ({ value: { name }, fetchedAt: 1_700_000_000_000 });

describe.skipIf(!url)('two gateways on one Redis', () => {
  const key = (name: string) => `test:${process.pid}:${name}`;

  it('share what either of them has read, with its age', async () => {
    const [one, two] = [await cacheOn(url ?? ''), await cacheOn(url ?? '')];
    await one.set(key('a'), entity("O'Hara & Söhne"), 60_000);
    await settled();
    expect(await two.getMany([key('a'), key('none')])).toEqual([entity("O'Hara & Söhne"), undefined]);
    // Once read it is in the memory of this one, too, and counts no longer there than it would have in Redis.
    const [again] = await two.getMany([key('a')]);
    expect((await two.getMany([key('a')]))[0]).toBe(again);
    await one.delete(key('a'));
  });

  it('forget what either of them has dropped before it was read again', async () => {
    const [one, two] = [await cacheOn(url ?? ''), await cacheOn(url ?? '')];
    await one.set(key('b'), entity('old'), 60_000);
    await settled();
    await one.delete(key('b'));
    await settled();
    expect(await two.getMany([key('b')])).toEqual([undefined]);
  });

  it('forget what one of them dropped while it could not reach Redis, and that one never sees it again', async () => {
    const { hostname, port } = new URL(url ?? '');
    const wire = await fragileWire(hostname, Number(port || 6379));
    const [one, two] = [await cacheOn(`redis://127.0.0.1:${wire.port}`), await cacheOn(url ?? '')];
    const before = await cacheOn(url ?? '');
    await expect
      .poll(async () => {
        await one.set(key('c'), entity('old'), 60_000);
        return await before.getMany([key('c')]);
      })
      .toEqual([entity('old')]);
    wire.cut(true);
    await one.delete(key('c'));
    await settled();
    wire.cut(false);
    await expect
      .poll(async () => {
        expect(await one.getMany([key('c')])).toEqual([undefined]);
        await one.set(key('d'), entity('back'), 60_000);
        return (await two.getMany([key('d')]))[0];
      })
      .toEqual(entity('back'));
    expect(await two.getMany([key('c')])).toEqual([undefined]);
    await wire.close();
  });
});
if (!url) console.warn('SKIPPED: tests of the shared cache, because TEST_REDIS_URL is not set');

describe('a cache of one process', () => {
  it('hands out what it was given, and the least recently used leaves first', async () => {
    const cache = createEntityCache({ maxEntries: 2 });
    const [one, two, three] = [entity('one'), entity('two'), entity('three')];
    await cache.set('1', one, 60_000);
    await cache.set('2', two, 60_000);
    const [first, none] = await cache.getMany(['1', '3']);
    expect(first).toBe(one);
    expect(none).toBeUndefined();
    await cache.set('3', three, 60_000);
    expect(await cache.getMany(['1', '2', '3'])).toEqual([one, undefined, three]);
    expect(cache.reads).toEqual({ hits: 3, misses: 2 });
  });
});

describe('without an answer from Redis', () => {
  it.each([
    ['nothing listens there', async () => ({ port: 1, close: () => {} })],
    ['it takes connections and says nothing', silentServer],
  ])('reads and writes go on in the process: %s', async (_name, start) => {
    const server = await start();
    const cache = await cacheOn(`redis://127.0.0.1:${server.port}`);
    const startedAt = Date.now();
    await cache.set('a', entity('kept'), 60_000);
    expect(await cache.getMany(['a', 'b'])).toEqual([entity('kept'), undefined]);
    await cache.delete('a');
    expect(await cache.getMany(['a'])).toEqual([undefined]);
    expect(Date.now() - startedAt).toBeLessThan(3_000);
    server.close();
  });
});

async function silentServer(): Promise<{ port: number; close: () => void }> {
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
