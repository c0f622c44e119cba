import { beforeEach, expect, it } from 'vitest';
import type { SyncBook } from '../../../src/domain/syncs/ports.js';
import { openSyncBook } from '../../../src/store/syncs/sync-runs.js';
import { describeStore } from '../../support/store.js';
import { queuedRun } from '../../support/sync-runs.js';

describeStore('runs of one writer', (store) => {
  let book: SyncBook;
  let world = 0;
  // The audit keeps what was: each test has ids of its own.
  const named = (id: string) => `${id} ${world}`;

  beforeEach(async () => {
    book = openSyncBook(store().db);
    world += 1;
    for (const id of ['first', 'second', 'third']) {
      await book.add(queuedRun({ id: named(id), writerKey: named('acme') }));
    }
  });

  it('go one after another, in the order in which they were asked for', async () => {
    expect(await book.takeTurn(named('second'))).toBe(false);
    expect(await book.takeTurn(named('first'))).toBe(true);
    expect(await book.takeTurn(named('first'))).toBe(true);
    expect(await book.takeTurn(named('second'))).toBe(false);
    await book.change(named('first'), ['QUEUED'], { status: 'SUCCEEDED' });
    expect(await book.takeTurn(named('third'))).toBe(false);
    // It has ended and still has the turn: what it does may not be over.
    expect(await book.takeTurn(named('second'))).toBe(false);
    await book.giveTurnBack(named('first'));
    expect(await book.takeTurn(named('second'))).toBe(true);
  });

  it('are let through one at a time when all ask at once', async () => {
    await book.change(named('first'), ['QUEUED'], { status: 'CANCELLED' });
    const taken = await Promise.all(['second', 'third', 'second', 'third'].map((id) => book.takeTurn(named(id))));
    expect(taken).toEqual([true, false, true, false]);
  });

  it('do not wait for one that needs a person; that one waits for its turn when it is tried again', async () => {
    expect(await book.takeTurn(named('first'))).toBe(true);
    await book.change(named('first'), ['QUEUED'], { status: 'NEEDS_ATTENTION' });
    await book.giveTurnBack(named('first'));
    expect(await book.takeTurn(named('second'))).toBe(true);
    await book.change(named('first'), ['NEEDS_ATTENTION'], { status: 'QUEUED', attempt: 2 });
    expect(await book.takeTurn(named('first'))).toBe(false);
    for (const id of ['second', 'third']) {
      await book.change(named(id), ['QUEUED'], { status: 'SUCCEEDED' });
      await book.giveTurnBack(named(id));
    }
    expect(await book.takeTurn(named('first'))).toBe(true);
  });

  it('hold up no run of another writer, and none without one', async () => {
    await book.takeTurn(named('first'));
    await book.add(queuedRun({ id: named('other'), writerKey: named('other') }));
    await book.add(queuedRun({ id: named('free') }));
    await book.add(queuedRun({ id: named('as free') }));
    expect(await Promise.all(['other', 'free', 'as free'].map((id) => book.takeTurn(named(id))))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('are found by the flow and the run that they belong to', async () => {
    await book.add(queuedRun({ id: named('child'), flowId: 'f', parentId: 'p' }));
    const idsOf = async (filter: object) =>
      (await book.page({ first: 10, after: null, filter })).items.map(({ node }) => node.id);
    expect(await idsOf({ flowId: 'f' })).toEqual([named('child')]);
    expect(await idsOf({ parentId: 'p' })).toEqual([named('child')]);
    expect(await idsOf({ flowId: 'none' })).toEqual([]);
  });
});
