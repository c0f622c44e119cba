import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.js';
import { temporaryStore } from './temporary-store.js';

/** A database that nobody else uses, and the way to be rid of it. */
export interface FreshDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Where PostgreSQL tests may create databases; without it they run on PGlite alone. */
export const postgresUrl = process.env.TEST_DATABASE_URL;

export async function freshPostgres(): Promise<FreshDatabase> {
  if (postgresUrl === undefined) throw new Error('TEST_DATABASE_URL is not set');
  const name = `billgraph_test_${randomBytes(6).toString('hex')}`;
  await administer(postgresUrl, `create database ${name}`);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  const admin = postgresUrl;
  return { url: url.href, drop: () => administer(admin, `drop database if exists ${name} with (force)`) };
}

/** Runs the tests in `body` on PGlite, and on PostgreSQL too where a server is given; one fresh database each. */
export function describeStore(title: string, body: (store: () => Store, url: () => string) => void): void {
  describe(`${title} (PGlite)`, () => withStore(freshEmbedded, body));
  describe.skipIf(postgresUrl === undefined)(`${title} (PostgreSQL)`, () => withStore(freshPostgres, body));
}

async function freshEmbedded(): Promise<FreshDatabase> {
  const { url, remove } = await temporaryStore();
  return { url, drop: remove };
}

function withStore(create: () => Promise<FreshDatabase>, body: Parameters<typeof describeStore>[1]): void {
  let store: Store;
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await create();
    store = await openStore({ url: database.url });
  });
  afterAll(async () => {
    await store?.close();
    await database?.drop();
  });
  body(
    () => store,
    () => database.url,
  );
}

/** Empties the directory's tables. */
export async function clearDirectory(store: Store): Promise<void> {
  await sql`truncate customer, customer_record, customer_external_id, customer_reference, customer_redirect,
    identity_conflict, identity_event`.execute(store.db);
}

/** The statements that reach the driver while `work` runs. */
export async function statementsOf(store: Store, work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const client = await store.pool.connect();
  const driver = Object.getPrototypeOf(client) as { query: (...args: unknown[]) => unknown };
  client.release();
  const query = driver.query;
  const sent: Statement[] = [];
  driver.query = function (this: unknown, ...args: unknown[]) {
    const [config, values] = args as [string | Statement, unknown[] | undefined];
    sent.push(typeof config === 'string' ? { text: config, values: values ?? [] } : config);
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    driver.query = query;
  }
  return sent;
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
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
