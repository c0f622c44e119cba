import type pg from 'pg';
import { StoreBusy, StoreUnavailable } from '../../kernel/errors.js';
import { isOutage, Silence } from './is-outage.js';

// What the pool says when none of its connections came free in time.
const NONE_CAME_FREE = 'timeout exceeded when trying to connect';

export interface PoolWatch {
  /** Told of every answer. */
  readonly answered: () => void;
  /** Told of every outage, with what the driver said. */
  readonly failed: (reason: unknown) => void;
  /** How long a statement may take; null for as long as it likes. A connection that is lost without a word ends so. */
  readonly silentMs: number | null;
}

type Callback = (error: Error | undefined, ...rest: unknown[]) => void;
type Ask = (...args: unknown[]) => unknown;

/**
 * Makes the pool and its clients throw StoreUnavailable for outages, and nothing else than before for everything else.
 * Done to the pool itself because durable work shares it: a step of it must wait for the database, and not fail.
 */
export function guardPool(pool: pg.Pool, watch: PoolWatch): void {
  const meaning = (error: unknown, always = false): unknown => {
    if (error instanceof StoreUnavailable || !(always || isOutage(error))) return error;
    watch.failed(error);
    return new StoreUnavailable(error);
  };

  let answers = 0;
  const connect = pool.connect.bind(pool) as unknown as Ask;
  const guardedConnect = (callback?: Callback) => {
    const before = answers;
    const unconnected = (error: unknown) => {
      // Others were answered meanwhile: the database is there, and its connections are in use.
      const busy = answers > before && error instanceof Error && error.message === NONE_CAME_FREE;
      // Whatever else the reason why there is no connection, without one nothing can be done.
      return busy ? new StoreBusy(error, pool.options.max) : meaning(error, true);
    };
    if (callback)
      return connect((error: Error | undefined, ...rest: unknown[]) =>
        callback(error && (unconnected(error) as Error), ...rest),
      );
    return (connect() as Promise<unknown>).catch((error: unknown) => {
      throw unconnected(error);
    });
  };
  pool.connect = guardedConnect as typeof pool.connect;

  pool.on('connect', (client) => {
    // Without a listener the loss of a connection that is in use would end the process; its statement fails anyway.
    client.on('error', () => {});
    const driver = Object.getPrototypeOf(client) as { query: Ask };
    const query: Ask = (...args) => driver.query.apply(client, args);
    const asked = (args: readonly unknown[], callback: Callback) => {
      const patience = watch.silentMs === null ? undefined : setTimeout(giveUp, watch.silentMs, client, watch.silentMs);
      query(...args, (error: Error | undefined, ...rest: unknown[]) => {
        clearTimeout(patience);
        if (!error) {
          answers += 1;
          watch.answered();
        }
        callback(error && (meaning(error) as Error), ...rest);
      });
    };
    const guardedQuery = (...args: unknown[]) => {
      const callback = args.at(-1);
      if (typeof callback === 'function') return asked(args.slice(0, -1), callback as Callback);
      if (isStatement(args[0])) return query(...args);
      // Asked for a promise, the driver sets the callback on a query that is there already. V8 keeps what such a function reaches,
      // here all rows, until the old generation is collected.
      return new Promise((resolve, reject) => {
        asked(args, (error, result) => (error ? reject(error) : resolve(result)));
      });
    };
    client.query = guardedQuery as typeof client.query;
  });
}

/** Something that sends itself and takes its answers, such as a cursor. */
function isStatement(asked: unknown): boolean {
  return typeof (asked as { submit?: unknown }).submit === 'function';
}

/** Ends the connection itself: the server might never say anything again. */
function giveUp(client: pg.PoolClient, ms: number): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(error: Error): void } } };
  connection.stream.destroy(new Silence(ms));
}
