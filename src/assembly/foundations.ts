import { tracingSettings } from '../config/tracing.js';
import { atMostOnceAMinute } from '../kernel/logger.js';
import { createEntityCache } from '../kernel/reading/entity-cache.js';
import { openTraces } from '../kernel/tracing/open-traces.js';
import { StoredChangeNoter } from '../store/changes/customer-changes.js';
import { openChangeFeed } from '../store/changes/open-change-feed.js';
import { openKeptDocuments } from '../store/kept-documents.js';
import { openStore } from '../store/open-store.js';
import { sharedCache } from '../store/shared-cache.js';
import { openUploadBook } from '../store/uploads/open-upload-book.js';
import { openWriteLedger } from '../store/write-ledger.js';
import type { Site } from './site.js';

export type Foundations = Awaited<ReturnType<typeof openFoundations>>;

/** What everything else stands on: traces, the cache, the store and the books in it that systems are lent. */
export async function openFoundations({ config: { gateway }, log, clock, onStoreLost, opened }: Site) {
  const untraced = (problem: unknown) => log.warn({ problem }, 'traces are not taken');
  opened.add(await openTraces(tracingSettings(gateway), atMostOnceAMinute(clock, untraced)));
  const shared = gateway.REDIS_URL ? await sharedCache(gateway.REDIS_URL) : null;
  const cache = createEntityCache({
    maxEntries: gateway.CACHE_MAX_ENTRIES,
    ...(shared && { shared }),
    onError: atMostOnceAMinute(clock, (error) => log.warn({ err: error }, 'the shared cache does not answer')),
  });
  opened.add(() => cache.close());

  const store = await openStore({ url: gateway.DATABASE_URL, logger: log, onLost: onStoreLost });
  opened.add(() => store.close());
  const writes = await openWriteLedger(store);
  const kept = openKeptDocuments(store.db);
  const uploads = await openUploadBook(store);
  const changes = await openChangeFeed({
    store,
    clock,
    onSilence: (error) => log.warn({ err: error }, 'the database gives no notice of changes: they are looked for'),
  });
  const noter = new StoredChangeNoter({
    db: store.db,
    clock,
    onError: (error) => log.warn({ err: error }, 'changes of customers were not told to those who follow them'),
  });
  opened.add(() => noter.close());
  return { cache, cacheIsShared: shared !== null, store, writes, kept, uploads, changes, noter };
}
