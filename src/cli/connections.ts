import { existsSync } from 'node:fs';
import { connectionKeys } from '../config/gateway.js';
import { ConfigError, loadConfig } from '../config/load.js';
import { resealAll } from '../domain/connections/reseal.js';
import { SealBroken, Sealer } from '../kernel/secrets/sealer.js';
import { openConnectionBook } from '../store/connections/connection-book.js';
import { openStore } from '../store/open-store.js';
import { StoreError } from '../store/store-error.js';
import { upstreams } from '../upstreams/registry.js';

/** Encrypts the secrets of all connections under the first key of CONNECTION_KEYS. */
export async function resealConnections(): Promise<void> {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    const { gateway } = loadConfig(process.env, upstreams);
    const sealer = new Sealer(connectionKeys(gateway));
    const store = await openStore({ url: gateway.DATABASE_URL });
    try {
      const count = await resealAll(openConnectionBook(store.db), sealer);
      process.stdout.write(`${count} connections are sealed under the key "${sealer.currentKeyId}".\n`);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (![StoreError, ConfigError, SealBroken].some((kind) => error instanceof kind)) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
