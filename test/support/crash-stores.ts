import { describe } from 'vitest';
import { freshPostgres, postgresUrl } from './store.js';
import { temporaryStore } from './temporary-store.js';

/** A database that outlives the process that uses it. */
export interface CrashStore {
  readonly url: string;
  readonly remove: () => Promise<void>;
}

/** What a gateway needs so that it goes on quickly after its predecessor was killed: on PostgreSQL that could be alive still. */
export const QUICK_TAKEOVER = { WORKER_SILENCE_SECONDS: '1' } as const;

/** Runs the tests in `body` on PGlite, and on PostgreSQL too where a server is given. */
export function describeCrashes(title: string, body: (open: () => Promise<CrashStore>) => void): void {
  describe(`${title} (PGlite)`, () => body(temporaryStore));
  if (postgresUrl === undefined) console.warn(`SKIPPED: ${title} on PostgreSQL, because TEST_DATABASE_URL is not set`);
  describe.skipIf(postgresUrl === undefined)(`${title} (PostgreSQL)`, () =>
    body(async () => {
      const { url, drop } = await freshPostgres();
      return { url, remove: drop };
    }),
  );
}
