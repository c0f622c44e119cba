import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface BenchStore {
  readonly url: string;
  drop(): Promise<void>;
}

/** A PostgreSQL server on which databases may be made; without it the gateways of the benchmark run on embedded stores. */
const postgresUrl = process.env.BENCH_DATABASE_URL ?? process.env.TEST_DATABASE_URL;

export const storeKind = postgresUrl === undefined ? 'embedded' : 'PostgreSQL';

/** An empty store of its own for a gateway. */
export async function benchStore(): Promise<BenchStore> {
  if (postgresUrl === undefined) {
    const directory = await mkdtemp(join(tmpdir(), 'billgraph-bench-'));
    return {
      url: `pglite:${join(directory, 'data')}`,
      drop: () => rm(directory, { recursive: true, force: true }),
    };
  }
  const admin = postgresUrl;
  const name = `billgraph_bench_${randomBytes(6).toString('hex')}`;
  await administer(admin, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(admin, `drop database if exists ${name} with (force)`) };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
