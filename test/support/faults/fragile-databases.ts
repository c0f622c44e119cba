import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freshPostgres, postgresUrl } from '../store.js';
import { fragileWire } from './fragile-wire.js';
import { freePort } from './free-port.js';

/** A database that can be made to go away and to come back. */
export interface FragileDatabase {
  readonly url: string;
  away(): Promise<void>;
  back(): Promise<void>;
  remove(): Promise<void>;
}

/** One of the test server: it takes no connections any more, and those that there are end. */
export async function closableDatabase(): Promise<FragileDatabase> {
  const { url, drop } = await freshPostgres();
  const name = new URL(url).pathname.slice(1);
  const order = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: postgresUrl });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  return {
    url,
    away: () =>
      order(
        `alter database ${name} with allow_connections false`,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      ),
    back: () => order(`alter database ${name} with allow_connections true`),
    remove: drop,
  };
}

/** The same behind a wire that carries nothing while it is away: no answer, no end, no refusal. */
export async function silencedDatabase(): Promise<FragileDatabase> {
  const { url, drop } = await freshPostgres();
  const { hostname, port } = new URL(url);
  const wire = await fragileWire(hostname, Number(port || 5432));
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String(wire.port);
  return {
    url: through.href,
    away: async () => wire.silence(true),
    back: async () => wire.silence(false),
    remove: async () => {
      await wire.close();
      await drop();
    },
  };
}

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const programs = (process.env.PATH ?? '').split(delimiter);

/** Whether this machine can run a PostgreSQL server of the test's own. */
export const hasPostgresPrograms = ['initdb', 'pg_ctl'].every((name) =>
  programs.some((path) => existsSync(join(path, name))),
);

/** A server of the test's own; away is stopped in the middle of everything, back is started again. */
export async function ownServer(): Promise<FragileDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'billgraph-server-'));
  // The server refuses to run for root.
  if (isRoot) await chown(directory, NOBODY, NOBODY);
  const run = (program: string, ...args: string[]) =>
    promisify(execFile)(program, args, { cwd: directory, ...(isRoot && { uid: NOBODY, gid: NOBODY }) });
  const data = join(directory, 'data');
  const port = await freePort();
  await run('initdb', '-D', data, '-U', 'test', '-A', 'trust', '--no-sync', '--locale=C', '--encoding=UTF8');
  const settings = `-p ${port} -k ${directory} -c listen_addresses=127.0.0.1 -c fsync=off`;
  const start = () => run('pg_ctl', '-D', data, '-w', '-l', join(directory, 'log'), '-o', settings, 'start');
  const stop = () => run('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop');
  await start();
  return {
    url: `postgres://test@127.0.0.1:${port}/postgres`,
    away: async () => void (await stop()),
    back: async () => void (await start()),
    remove: async () => {
      await stop().catch(() => {});
      await rm(directory, { recursive: true, force: true });
    },
  };
}
