import { describe } from 'vitest';
import { moneyCrashes } from '../support/money-crashes.js';
import { freshPostgres, postgresUrl } from '../support/store.js';

describe.skipIf(!postgresUrl)('on PostgreSQL', () => {
  moneyCrashes(async () => {
    const { url, drop } = await freshPostgres();
    return { url, remove: drop };
  });
});
