import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { SyncRun } from '../../../src/domain/syncs/model.js';
import { type ChangeFeed, follow } from '../../../src/kernel/reading/change-feed.js';
import { openChangeFeed } from '../../../src/store/changes/open-change-feed.js';
import { openStore, type Store } from '../../../src/store/open-store.js';
import { openSyncBook } from '../../../src/store/syncs/sync-runs.js';
import { openUploadBook } from '../../../src/store/uploads/open-upload-book.js';
import { describeStore } from '../../support/store.js';
import { queuedRun } from '../../support/sync-runs.js';

const RUN = queuedRun({ id: 'one' });

describeStore('changes', (store, url) => {
  let feed: ChangeFeed;
  // Where there can be one, the changes are made by another process.
  let other: Store;
  const onSilence = vi.fn();
  const never = () => new AbortController().signal;
  // Notices are told as they come; looking without one would take a thousand times as long.
  const clock = { now: () => 0, wait: (ms: number, signal?: AbortSignal) => (ms > 100 ? wait(signal) : moment()) };
  const wait = (signal?: AbortSignal) =>
    new Promise<void>((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  let moment = async () => {};

  beforeAll(async () => {
    other = store().embedded ? store() : await openStore({ url: url() });
    feed = await openChangeFeed({ store: store(), clock, onSilence });
    const watch = feed.watch('sync_run one');
    await openSyncBook(other.db).add(RUN);
    // The listener says that it listens, and that counts as a change.
    if (!store().embedded) await watch.changed(never());
    watch.close();
  });
  afterAll(async () => {
    if (other !== store()) await other?.close();
  });

  it('are heard by whoever watches the thing, and by nobody else', async () => {
    const [one, two] = [feed.watch('sync_run one'), feed.watch('sync_run two')];
    let heardOfTwo = false;
    const ended = new AbortController();
    const waiting = two.changed(ended.signal).then(
      () => (heardOfTwo = true),
      () => {},
    );
    await openSyncBook(other.db).change('one', ['QUEUED'], { status: 'RUNNING' });
    await one.changed(never());
    ended.abort();
    await waiting;
    expect(heardOfTwo).toBe(false);
    one.close();
    two.close();
  });

  it('are followed from what is there to the end', async () => {
    const book = openSyncBook(other.db);
    const seen: string[] = [];
    const read = () => openSyncBook(store().db).read('one');
    const isFinal = ({ status }: SyncRun) => status === 'SUCCEEDED';
    for await (const { status } of follow({ feed, subject: 'sync_run one', read, isFinal, signal: never() })) {
      seen.push(status);
      if (status === 'RUNNING') await book.change('one', ['RUNNING'], { status: 'WAITING' });
      if (status === 'WAITING') await book.change('one', ['WAITING'], { status: 'SUCCEEDED' });
    }
    expect(seen).toEqual(['RUNNING', 'WAITING', 'SUCCEEDED']);
  });

  it('of one thing that come within a moment are told at its beginning and at its end', async () => {
    const ends: (() => void)[] = [];
    moment = () => new Promise((resolve) => ends.push(resolve));
    const [watch, last] = [feed.watch('sync_run one'), feed.watch('sync_run last')];
    let told = 0;
    const counting = (async () => {
      for (; told < 2; told += 1) await watch.changed(never());
    })();
    const book = openSyncBook(other.db);
    await book.add(queuedRun({ id: 'last' }));
    for (const status of ['QUEUED', 'RUNNING', 'SUCCEEDED'] as const) {
      await book.change('one', ['SUCCEEDED', 'QUEUED', 'RUNNING'], { status });
    }
    // Notices come in the order in which they were given.
    await book.change('last', ['QUEUED'], { status: 'RUNNING' });
    await last.changed(never());
    expect(told).toBe(1);
    moment = async () => {};
    for (const end of ends) end();
    await counting;
    expect(told).toBe(2);
    watch.close();
    last.close();
  });

  it('of a part are changes of its upload', async () => {
    const book = await openUploadBook(other);
    const upload = {
      ...{ id: 'up', scope: 's', fileName: 'f', template: 't', state: 'UPLOADING', options: {}, rows: 0, digest: null },
      ...{ problems: [], problemCount: 0, failure: null, jobId: null, putToken: null, putPart: null, readToken: 'r' },
      ...{ leaseUntil: null, runs: 1, createdAt: new Date(0).toISOString(), finishedAt: null, parts: [] },
    };
    await book.create(upload, null);
    const part = { number: 1, state: 'READY', rows: 1, fileName: 'f', attempt: 1 } as const;
    const sent = { requestId: null, baseline: null, message: null, sentAt: null };
    await book.accept('up', ['UPLOADING'], [{ ...part, ...sent }], { digest: 'd' }, false);
    const watch = feed.watch('upload up');
    await book.changePart('up', 1, ['READY'], { state: 'SENDING' });
    await watch.changed(never());
    watch.close();
  });

  it('are heard again after the connection was lost, which counts as a change', async () => {
    if (store().embedded) return;
    const watch = feed.watch('sync_run one');
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen%'`.execute(other.db);
    await watch.changed(never());
    expect(onSilence).toHaveBeenCalledOnce();
    await watch.changed(never());
    await openSyncBook(other.db).change('one', ['SUCCEEDED'], { status: 'QUEUED' });
    await watch.changed(never());
    watch.close();
  });
});
