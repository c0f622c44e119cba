import pg from 'pg';
import { systemClock } from '../../kernel/clock.js';

export interface Listener {
  readonly heard: (payload: string) => void;
  /** Notices are heard from now on; those that were given before may have been missed. */
  readonly back: () => void;
  /** None are heard for the time being. */
  readonly gone: (error: unknown) => void;
}

/** Starts to hear notices of a channel. Resolves before that has worked: a listener is told when it does. */
export type Listen = (channel: string, listener: Listener) => Promise<void>;

const AGAIN_MS = 1_000;

/**
 * Hears notices of PostgreSQL on a connection of its own, because one of a pool is lent to others. One that is lost is opened
 * again for as long as it takes.
 */
export function postgresListener(settings: pg.ClientConfig): { listen: Listen; close: () => Promise<void> } {
  const closing = new AbortController();
  const loops: Promise<void>[] = [];
  return {
    async listen(channel, listener) {
      loops.push(keepListening(settings, channel, listener, closing.signal));
    },
    async close() {
      closing.abort();
      await Promise.all(loops);
    },
  };
}

async function keepListening(
  settings: pg.ClientConfig,
  channel: string,
  { heard, back, gone }: Listener,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const client = new pg.Client({ ...settings, keepAlive: true });
    const lost = new Promise<unknown>((resolve) => {
      client.on('error', resolve);
      client.once('end', () => resolve(new Error('the connection was closed')));
      signal.addEventListener('abort', resolve, { once: true });
    });
    client.on('notification', ({ payload = '' }) => heard(payload));
    const listening = client.connect().then(() => client.query(`listen ${client.escapeIdentifier(channel)}`));
    const failure = await Promise.race([listening.then(() => null), lost]).catch((error: unknown) => error ?? true);
    if (failure === null) back();
    const reason = failure ?? (await lost);
    listening.catch(() => {});
    await client.end().catch(() => {});
    if (signal.aborted) return;
    gone(reason);
    await systemClock.wait(AGAIN_MS, signal).catch(() => {});
  }
}
