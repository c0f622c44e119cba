import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import { StoreBusy, StoreUnavailable } from '../kernel/errors.js';
import { within } from '../kernel/within.js';
import { type Listen, postgresListener } from './changes/listen.js';
import type { Connection } from './embedded.js';
import { migrate } from './migrations/index.js';
import { guardPool } from './outages/guard-pool.js';
import type { Database } from './schema.js';
import { StoreError } from './store-error.js';
import { withoutPassword } from './without-password.js';

export interface Store {
  readonly db: Kysely<Database>;
  /** The only pool: durable work runs on it too, because an embedded database takes just one. */
  readonly pool: pg.Pool;
  /** True when the database runs inside this process: one connection, no other process. */
  readonly embedded: boolean;
  /** Hears notices of the database, whichever process gave them, until the store is closed. */
  readonly listen: Listen;
  /** Whether the last thing that was heard of the database is that it cannot be used. */
  readonly away: boolean;
  /** Resolves when the database answers, whoever asked it; rejects with a StoreError if it does not within 2 s. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** `pglite:<directory>`, `pglite:` (in memory) or `postgres://…`. */
  url: string;
  logger?: Pick<Logger, 'info' | 'warn'>;
  /** How long a statement may be without an answer before its connection is given up; a minute. */
  silentMs?: number;
  /** How long a statement waits for a connection; 5 s, which is less than requests have. */
  connectMs?: number;
  /** Told once when the embedded database has broken down and this process cannot use it any more. */
  onLost?: ((reason: StoreError) => void) | undefined;
}

const SILENT_MS = 60_000;
const CONNECT_MS = 5_000;
const PING_MS = 2_000;

/**
 * Opens the store and brings its schema up to date.
 * @throws StoreError that says what to do, without the password of the URL.
 */
export async function openStore({
  url,
  logger,
  silentMs = SILENT_MS,
  connectMs = CONNECT_MS,
  onLost,
}: StoreOptions): Promise<Store> {
  const embedded = url.startsWith('pglite:');
  const safely = withoutPassword(url);
  const connection = embedded ? await openInside(url.slice('pglite:'.length)) : connect(url, connectMs);
  const { pool, listen } = connection;
  // An idle connection that the server closes is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => logger?.warn({ reason: safely(error) }, 'an idle database connection was lost'));
  let away = false;
  let lost = false;
  let answers = 0;
  const watch = {
    answered: () => {
      answers += 1;
      if (away) logger?.info('the database answers again');
      away = false;
    },
    failed: (reason: unknown) => {
      if (!away) logger?.warn({ reason: safely(reason) }, 'the database cannot be used');
      away = true;
      if (lost || !embedded || !isBreakdown(reason)) return;
      lost = true;
      onLost?.(new StoreError(`The embedded database has broken down: ${safely(reason)}`));
    },
    // Migrations of a large database take their time.
    silentMs: null as number | null,
  };
  guardPool(pool, watch);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });

  const asked = async () => {
    try {
      await pool.query('select 1');
    } catch (error) {
      // It answers others.
      if (error instanceof StoreBusy) return;
      const reason = error instanceof StoreUnavailable ? error.cause : error;
      throw new StoreError(`The database does not answer: ${safely(reason)}`);
    }
  };
  const ping = async () => {
    const before = answers;
    const silence = new StoreError(`The database does not answer within ${PING_MS / 1000} s.`);
    try {
      await within(PING_MS, asked(), () => silence);
    } catch (error) {
      if (error !== silence) throw error;
      // It may have waited for a connection all the time, while others were answered.
      if (answers > before) return;
      watch.failed(silence);
      throw silence;
    }
  };
  try {
    await asked();
    await migrate(db).catch((error: unknown) => {
      throw error instanceof StoreError
        ? error
        : new StoreError(`The schema cannot be brought up to date: ${safely(error)}`);
    });
    if (!embedded) watch.silentMs = silentMs;
  } catch (error) {
    await connection.close();
    throw error;
  }
  let closing: Promise<void> | undefined;
  return {
    db,
    pool,
    embedded,
    get away() {
      return away;
    },
    listen,
    ping,
    close: () => {
      closing ??= connection.close();
      return closing;
    },
  };
}

/** PostgreSQL ends itself then: a server would be started again, one inside this process never answers again. */
function isBreakdown(reason: unknown): boolean {
  return reason instanceof Error && 'severity' in reason && ['PANIC', 'FATAL'].includes(String(reason.severity));
}

/** Loads the embedded database only where it is used: it is larger than the rest of the program. */
async function openInside(directory: string): Promise<Connection> {
  const { openEmbedded } = await import('./embedded.js');
  return await openEmbedded(directory);
}

function connect(url: string, connectMs: number): Connection {
  // The parser of the driver would put the whole address into its message.
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new StoreError('The database URL must begin with "pglite:", "postgres://" or "postgresql://".');
  }
  const settings = { connectionString: url, application_name: 'billgraph', connectionTimeoutMillis: connectMs };
  const pool = new pg.Pool({ ...settings, max: 10 });
  const listener = postgresListener(settings);
  return {
    pool,
    listen: listener.listen,
    close: async () => {
      await listener.close();
      if (!pool.ended) await pool.end();
    },
  };
}
