import { beforeEach, expect, it } from 'vitest';
import type { SyncBook } from '../../../src/domain/syncs/ports.js';
import { openSyncBook } from '../../../src/store/syncs/sync-runs.js';
import { describeStore } from '../../support/store.js';
import { queuedRun } from '../../support/sync-runs.js';

describeStore('runs of one writer', (store) => {
  let book: SyncBook;

  beforeEach(async () => {
    await store().db.deleteFrom('sync_run').execute();
    book = openSyncBook(store().db);
    for (const id of ['first', 'second', 'third']) await book.add(queuedRun({ id, writerKey: 'acme' }));
  });

  it('go one after another, in the order in which they were asked for', async () => {
    expect(await book.takeTurn('second')).toBe(false);
    expect(await book.takeTurn('first')).toBe(true);
    expect(await book.takeTurn('first')).toBe(true);
    expect(await book.takeTurn('second')).toBe(false);
    await book.change('first', ['QUEUED'], { status: 'SUCCEEDED' });
    expect(await book.takeTurn('third')).toBe(false);
    // It has ended and still has the turn: what it does may not be over.
    expect(await book.takeTurn('second')).toBe(false);
    await book.giveTurnBack('first');
    expect(await book.takeTurn('second')).toBe(true);
  });

  it('are let through one at a time when all ask at once', async () => {
    await book.change('first', ['QUEUED'], { status: 'CANCELLED' });
    const taken = await Promise.all(['second', 'third', 'second', 'third'].map((id) => book.takeTurn(id)));
    expect(taken).toEqual([true, false, true, false]);
  });

  it('do not wait for one that needs a person; that one waits for its turn when it is tried again', async () => {
    expect(await book.takeTurn('first')).toBe(true);
    await book.change('first', ['QUEUED'], { status: 'NEEDS_ATTENTION' });
    await book.giveTurnBack('first');
    expect(await book.takeTurn('second')).toBe(true);
    await book.change('first', ['NEEDS_ATTENTION'], { status: 'QUEUED', attempt: 2 });
    expect(await book.takeTurn('first')).toBe(false);
    for (const id of ['second', 'third']) {
      await book.change(id, ['QUEUED'], { status: 'SUCCEEDED' });
      await book.giveTurnBack(id);
    }
    expect(await book.takeTurn('first')).toBe(true);
  });

  it('hold up no run of another writer, and none without one', async () => {
    await book.takeTurn('first');
    await book.add(queuedRun({ id: 'other', writerKey: 'other' }));
    await book.add(queuedRun({ id: 'free' }));
    await book.add(queuedRun({ id: 'as free' }));
    expect(await Promise.all(['other', 'free', 'as free'].map((id) => book.takeTurn(id)))).toEqual([true, true, true]);
  });

  it('are found by the flow and the run that they belong to', async () => {
    await book.add(queuedRun({ id: 'child', flowId: 'f', parentId: 'p' }));
    const idsOf = async (filter: object) =>
      (await book.page({ first: 10, after: null, filter })).items.map(({ node }) => node.id);
    expect(await idsOf({ flowId: 'f' })).toEqual(['child']);
    expect(await idsOf({ parentId: 'p' })).toEqual(['child']);
    expect(await idsOf({ flowId: 'none' })).toEqual([]);
  });
});
