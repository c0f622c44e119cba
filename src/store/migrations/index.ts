import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from '../schema.js';
import { customerDirectory } from './0001-0010/0001-customer-directory.js';
import { durableWork } from './0001-0010/0002-durable-work.js';
import { writeIntents } from './0001-0010/0003-write-intents.js';
import { keptDocuments } from './0001-0010/0004-kept-documents.js';
import { apiKeys } from './0001-0010/0005-api-keys.js';
import { uploads } from './0001-0010/0006-uploads.js';
import { syncRuns } from './0001-0010/0007-sync-runs.js';
import { changeNotices } from './0001-0010/0008-change-notices.js';
import { connections } from './0001-0010/0009-connections.js';
import { uploadNumbers } from './0001-0010/0010-upload-numbers.js';
import { webhookInbox } from './0011-webhook-inbox.js';
import { runOrder } from './0012-run-order.js';
import { flows } from './0013-flows.js';
import { audit } from './0015-audit.js';
import { customerChanges } from './0016-customer-changes.js';
import { drifts } from './0018-drifts.js';
import { leftBehind } from './0019-left-behind.js';
import { deliveryTraces } from './0020-delivery-traces.js';
import { turnsOfAttempts } from './0021-turns-of-attempts.js';

const MIGRATIONS: Record<string, Migration> = {
  '0001-customer-directory': customerDirectory,
  '0002-durable-work': durableWork,
  '0003-write-intents': writeIntents,
  '0004-kept-documents': keptDocuments,
  '0005-api-keys': apiKeys,
  '0006-uploads': uploads,
  '0007-sync-runs': syncRuns,
  '0008-change-notices': changeNotices,
  '0009-connections': connections,
  '0010-upload-numbers': uploadNumbers,
  '0011-webhook-inbox': webhookInbox,
  '0012-run-order': runOrder,
  '0013-flows': flows,
  '0015-audit': audit,
  '0016-customer-changes': customerChanges,
  '0018-drifts': drifts,
  '0019-left-behind': leftBehind,
  '0020-delivery-traces': deliveryTraces,
  '0021-turns-of-attempts': turnsOfAttempts,
};

/** Brings the schema up to date. Safe when several processes do it at once: one does the work, the others wait. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  if (await isUpToDate(db)) return;
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** One look instead of the migrator's dozen, because nearly every start finds nothing to do. */
async function isUpToDate(db: Kysely<Database>): Promise<boolean> {
  const exists = await sql<{ found: boolean }>`select to_regclass('kysely_migration') is not null as found`.execute(db);
  if (!exists.rows[0]?.found) return false;
  const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const names = new Set(done.rows.map((row) => row.name));
  return names.size === Object.keys(MIGRATIONS).length && Object.keys(MIGRATIONS).every((name) => names.has(name));
}
