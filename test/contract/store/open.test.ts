import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/open-store.js';
import { StoreError } from '../../../src/store/store-error.js';
import { freshPostgres, postgresUrl } from '../../support/store.js';
import { type Child, startChild } from '../../support/store-process.js';
import { billing, directoryOn } from '../../support/store-records.js';
import { copyTemplate } from '../../support/temporary-store.js';

describe('the embedded store', { timeout: 90_000 }, () => {
  let directory: string;
  let children: Child[];
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'billgraph-store-'));
    children = [];
  });
  afterEach(async () => {
    for (const child of children) await child.kill('SIGKILL');
    await rm(directory, { recursive: true, force: true });
  });

  const url = () => `pglite:${join(directory, 'a', 'data')}`;
  const lockFile = () => join(directory, 'a', 'data', 'billgraph.lock');
  /** What is made once need not be made for each. */
  const prepare = async () => {
    await mkdir(join(directory, 'a'));
    await copyTemplate(join(directory, 'a', 'data'));
  };
  const start = () => {
    const child = startChild(new URL('../../support/store-child.ts', import.meta.url), [url()]);
    children.push(child);
    return child;
  };

  it('makes its directory, keeps its rows, and leaves no lock behind', async () => {
    const first = await openStore({ url: url() });
    expect(first.embedded).toBe(true);
    await first.ping();
    await directoryOn(first).directory.register([billing('b1')]);
    await first.close();
    await first.close();
    expect(await readdir(join(directory, 'a', 'data'))).toEqual(['pg']);

    const second = await openStore({ url: url() });
    const found = await directoryOn(second).directory.findByIds(['c-0001']);
    expect(found.get('c-0001')?.name).toBe('BILLING b1');
    await second.close();
    await expect(second.ping()).rejects.toThrow(StoreError);

    // Without a directory it is in memory, and works alike.
    const inMemory = await openStore({ url: 'pglite:' });
    expect(inMemory.embedded).toBe(true);
    const { directory: records } = directoryOn(inMemory);
    await records.register([billing('b1')]);
    expect((await records.findByIds(['c-0001'])).get('c-0001')?.name).toBe('BILLING b1');
    await inMemory.close();
  });

  it('refuses a second process, and a second time in this one, by naming who holds it', async () => {
    await prepare();
    const child = start();
    await child.line('open');
    await expect(openStore({ url: url() })).rejects.toThrow(
      new RegExp(`in use by process ${child.pid} on .*Stop it first`),
    );
    await child.kill('SIGTERM');
    const store = await openStore({ url: url() });
    await expect(openStore({ url: url() })).rejects.toThrow(`in use by process ${process.pid} on `);
    const other = start();
    expect(await other.line('StoreError')).toContain(`in use by process ${process.pid} on `);
    await store.close();
  });

  it('takes over from a process that was killed', async () => {
    await prepare();
    const child = start();
    await child.line('open');
    await child.kill('SIGKILL');
    expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({ pid: child.pid });
    const store = await openStore({ url: url() });
    expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({ pid: process.pid });
    await store.close();
  });

  it('lets one of several in when all find a dead lock', async () => {
    await prepare();
    const dead = start();
    await dead.line('open');
    await dead.kill('SIGKILL');
    const attempts = await Promise.allSettled(Array.from({ length: 5 }, () => openStore({ url: url() })));
    const opened = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    expect(opened).toHaveLength(1);
    await opened[0]?.close();
  });

  it('says so when the directory cannot be made', async () => {
    await writeFile(join(directory, 'file'), '');
    await expect(openStore({ url: `pglite:${join(directory, 'file', 'data')}` })).rejects.toThrow(
      /The directory of the embedded database, .*, cannot be made: E/,
    );
  });
});

describe('a database URL', () => {
  it.each([
    ['postgres://user:s3cr3t-w0rd@127.0.0.1:1/none', 'ECONNREFUSED'],
    ['postgres://user:s3cr3t-w0rd@nowhere.invalid/none', 'nowhere.invalid'],
    ['postgres://user:s3cr3t-w0rd@[bad/none', ''],
    ['postgres://user:s3cr3t-w0rd@127.0.0.1:99999999/none', ''],
    ['mysql://user:s3cr3t-w0rd@127.0.0.1/none', 'must begin with'],
    ['s3cr3t-w0rd', 'must begin with'],
    ['postgres://127.0.0.1:1/none?user=u&password=s3cr3t-w0rd', 'ECONNREFUSED'],
    ['postgres://user:s3cr3t%2Dw0rd@127.0.0.1:1/none', 'ECONNREFUSED'],
  ])('%s that does not work is a StoreError without the password', async (address, words) => {
    const error = await openStore({ url: address }).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(StoreError);
    expect((error as Error).message).toContain(words);
    const everything = `${(error as Error).stack} ${JSON.stringify(error)} ${String((error as Error).cause)}`;
    expect(everything).not.toMatch(/s3cr3t/);
  });
});

describe.skipIf(postgresUrl === undefined)('the store on PostgreSQL', () => {
  it('is migrated once when several processes start at the same time', async () => {
    const database = await freshPostgres();
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore({ url: database.url })));
    const { rows } = await (stores[0]?.pool.query('select name from kysely_migration order by name') ?? { rows: [] });
    expect(rows).toEqual([
      { name: '0001-customer-directory' },
      { name: '0002-durable-work' },
      { name: '0003-write-intents' },
      { name: '0004-kept-documents' },
      { name: '0005-api-keys' },
      { name: '0006-uploads' },
      { name: '0007-sync-runs' },
      { name: '0008-change-notices' },
      { name: '0009-connections' },
      { name: '0010-upload-numbers' },
      { name: '0011-webhook-inbox' },
      { name: '0012-run-order' },
      { name: '0013-flows' },
      { name: '0015-audit' },
      { name: '0016-customer-changes' },
      { name: '0018-drifts' },
      { name: '0019-left-behind' },
      { name: '0020-delivery-traces' },
      { name: '0021-turns-of-attempts' },
    ]);
    await Promise.all(stores.map((store) => store.close()));
    await database.drop();
  });

  it('says what to run where the extension may not be created', async () => {
    const database = await freshPostgres();
    const name = new URL(database.url).pathname.slice(1);
    const role = `${name}_role`;
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    await admin.query(`create role ${role} login password 'pa-ss-wo-rd'; grant create on schema public to ${role}`);
    try {
      const limited = new URL(database.url);
      limited.username = role;
      limited.password = 'pa-ss-wo-rd';
      await expect(openStore({ url: limited.href })).rejects.toThrow(
        `The database "${name}" lacks the extension pg_trgm, and this user may not create it (connected as "${role}"). ` +
          'Run this there as an administrator, then start again: create extension if not exists pg_trgm;',
      );
      await admin.query('create extension pg_trgm');
      await (await openStore({ url: limited.href })).close();
    } finally {
      await admin.query(`drop owned by ${role}; drop role ${role}`);
      await admin.end();
      await database.drop();
    }
  });
});
