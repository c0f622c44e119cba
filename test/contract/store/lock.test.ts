import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from '../../../src/store/lock-file.js';

describe('the lock file of an embedded database', () => {
  let directory: string;
  let path: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'billgraph-lock-'));
    path = join(directory, 'billgraph.lock');
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const take = () => takeLock(path, 'The database');

  async function leaveBehind(change: object, ageMs: number): Promise<void> {
    const lock = await take();
    const holder = JSON.parse(await readFile(path, 'utf8')) as object;
    lock.release();
    await writeFile(path, JSON.stringify({ ...holder, token: 'another', ...change }));
    const then = new Date(Date.now() - ageMs);
    await utimes(path, then, then);
  }

  it('is held once, and given back once', async () => {
    const lock = await take();
    await expect(take()).rejects.toThrow(`The database is in use by process ${process.pid} on `);
    lock.release();
    const next = await take();
    lock.release();
    expect(existsSync(path)).toBe(true);
    next.release();
    expect(existsSync(path)).toBe(false);
  });

  it.each<[string, object, number, boolean]>([
    ['a process whose id was given to another since', { pid: process.ppid, startedAt: 'long ago' }, 0, true],
    ['a process that is gone', { pid: 2 ** 30 }, 0, true],
    ['an earlier process with this id, as in a container', {}, 0, true],
    ['another host, seen just now', { host: 'elsewhere' }, 0, false],
    ['another host, silent for a minute', { host: 'elsewhere' }, 60_000, true],
    ['who knows whom, written just now', { pid: 'unreadable' }, 0, false],
    ['who knows whom, a minute old', { pid: 'unreadable' }, 60_000, true],
  ])('of %s: %j, %d ms old, free: %s', async (_, change, age, free) => {
    await leaveBehind(change, age);
    if (free) (await take()).release();
    else await expect(take()).rejects.toThrow('The database is in use by ');
    expect(existsSync(path)).toBe(!free);
  });

  it('that is dead goes to one of many', async () => {
    await leaveBehind({ pid: 2 ** 30 }, 0);
    const attempts = await Promise.allSettled(Array.from({ length: 20 }, take));
    const held = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    expect(held).toHaveLength(1);
    held[0]?.release();
    expect(existsSync(`${path}.takeover`)).toBe(false);
  });
});
