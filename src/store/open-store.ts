import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import { type Connection, openEmbedded } from './embedded.js';
import { migrate } from './migrations/index.js';
import type { Database } from './schema.js';
import { StoreError } from './store-error.js';
import { withoutPassword } from './without-password.js';

export interface Store {
  readonly db: Kysely<Database>;
  /** The only pool: durable work runs on it too, because an embedded database takes just one. */
  readonly pool: pg.Pool;
  /** True when the database runs inside this process: one connection, no LISTEN, no other process. */
  readonly embedded: boolean;
  /** Resolves when the database answers; rejects with a StoreError. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** `pglite:<directory>`, `pglite:` (in memory) or `postgres://…`. */
  url: string;
  logger?: Pick<Logger, 'warn'>;
}

/**
 * Opens the store and brings its schema up to date.
 * @throws StoreError that says what to do, without the password of the URL.
 */
export async function openStore({ url, logger }: StoreOptions): Promise<Store> {
  const embedded = url.startsWith('pglite:');
  const safely = withoutPassword(url);
  const connection = embedded ? await openEmbedded(url.slice('pglite:'.length)) : connect(url);
  const { pool } = connection;
  // An idle connection that the server closes is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => logger?.warn({ reason: safely(error) }, 'an idle database connection was lost'));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });

  const ping = async () => {
    try {
      await pool.query('select 1');
    } catch (error) {
      throw new StoreError(`The database does not answer: ${safely(error)}`);
    }
  };
  try {
    await ping();
    await migrate(db).catch((error: unknown) => {
      throw error instanceof StoreError
        ? error
        : new StoreError(`The schema cannot be brought up to date: ${safely(error)}`);
    });
  } catch (error) {
    await connection.close();
    throw error;
  }
  let closing: Promise<void> | undefined;
  return {
    db,
    pool,
    embedded,
    ping,
    close: () => {
      closing ??= connection.close();
      return closing;
    },
  };
}

function connect(url: string): Connection {
  // The parser of the driver would put the whole address into its message.
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new StoreError('The database URL must begin with "pglite:", "postgres://" or "postgresql://".');
  }
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    application_name: 'billgraph',
    connectionTimeoutMillis: 10_000,
  });
  return {
    pool,
    close: async () => {
      if (!pool.ended) await pool.end();
    },
  };
}
