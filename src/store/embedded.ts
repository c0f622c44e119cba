import { mkdir, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import type { Listen } from './changes/listen.js';
import { keepClient } from './kept-client.js';
import { takeLock } from './lock-file.js';
import { StoreError } from './store-error.js';

export interface Connection {
  readonly pool: pg.Pool;
  /** Hears notices until the connection is closed. */
  readonly listen: Listen;
  close(): Promise<void>;
}

/** PostgreSQL inside this process, in `directory` (made when missing), or in memory when it is empty. */
export async function openEmbedded(directory: string): Promise<Connection> {
  if (directory === '') return await start('memory://', () => {});
  const root = resolve(directory);
  await mkdir(root, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new StoreError(`The directory of the embedded database, ${root}, cannot be made: ${error.code}.`);
  });
  const failed = async (error: unknown): Promise<never> => {
    if (error instanceof StoreError) throw error;
    throw new StoreError(`The embedded database in ${root} cannot be opened: ${await reasonOf(error, root)}`);
  };
  const lock = await takeLock(join(root, 'billgraph.lock'), `The embedded database in ${root}`).catch(failed);
  // The database has a folder of its own because initdb refuses one that holds anything, even our lock.
  return await start(join(root, 'pg'), lock.release).catch((error: unknown) => {
    lock.release();
    return failed(error);
  });
}

// The database logs into files of 16 MB each, and says no word of why it does not start without room for another one.
const ROOM_TO_START = 20_000_000;

async function reasonOf(error: unknown, directory: string): Promise<string> {
  const { bavail, bsize } = await statfs(directory);
  const room = bavail * bsize;
  if (room < ROOM_TO_START)
    return `its disk has ${Math.floor(room / 1e6)} MB of room left, and it needs 20: make room.`;
  return error instanceof Error ? error.message : String(error);
}

// V8 would compile the busiest functions of the database once more, with care: one of them is so large that this alone
// takes 1.7 s of processor time and 600 MB, in every process and soon after its start. Statements take up to half as long
// again without. The first flag means all three where it is given on the command line; here each has to be said.
const COMPILED_ONCE = ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];

// The database has one client, and the system keeps its files in memory anyway: 128 MB, as it would have, are all touched at
// the start.
const SHARED_BUFFERS = ['-c', 'shared_buffers=16MB', '-c', 'wal_buffers=1MB'];

async function start(dataDir: string, release: () => void): Promise<Connection> {
  for (const flag of COMPILED_ONCE) setFlagsFromString(flag);
  const startParams = [...PGlite.defaultStartParams, ...SHARED_BUFFERS];
  const lite = await PGlite.create({ dataDir, startParams, extensions: { pg_trgm } });
  // The adapter stands in for a connection and is not typed as the configuration that the pool takes.
  const pool = new pg.Pool({ ...(createPgConfig(lite) as unknown as pg.PoolConfig), idleTimeoutMillis: 0 });
  keepClient(pool);
  return {
    pool,
    listen: async (channel, { heard, back }) => {
      await lite.listen(channel, heard);
      back();
    },
    close: async () => {
      if (!pool.ended) await pool.end();
      await lite.close();
      release();
    },
  };
}
