import { setImmediate } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import { SyncDesk } from '../../../src/domain/syncs/desk.js';
import type { TargetStep } from '../../../src/domain/syncs/model.js';
import type { SyncBook } from '../../../src/domain/syncs/ports.js';
import type { Procedure } from '../../../src/domain/syncs/procedure.js';
import type { SyncKind } from '../../../src/domain/syncs/subjects.js';
import { UpstreamError } from '../../../src/kernel/errors.js';
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
    waits = 0;
    for (const id of ['first', 'second', 'third']) {
      await book.add(queuedRun({ id: named(id), writerKey: named('acme') }));
    }
  });

  it('go one after another, in the order in which they were asked for', async () => {
    expect(await book.takeTurn(named('second'), 1)).toBe(false);
    expect(await book.takeTurn(named('first'), 1)).toBe(true);
    expect(await book.takeTurn(named('first'), 1)).toBe(true);
    expect(await book.takeTurn(named('second'), 1)).toBe(false);
    await book.change(named('first'), ['QUEUED'], { status: 'SUCCEEDED' });
    expect(await book.takeTurn(named('third'), 1)).toBe(false);
    // It has ended and still has the turn: what it does may not be over.
    expect(await book.takeTurn(named('second'), 1)).toBe(false);
    await book.giveTurnBack(named('first'), 1);
    expect(await book.takeTurn(named('second'), 1)).toBe(true);
  });

  it('are let through one at a time when all ask at once', async () => {
    await book.change(named('first'), ['QUEUED'], { status: 'CANCELLED' });
    const taken = await Promise.all(['second', 'third', 'second', 'third'].map((id) => book.takeTurn(named(id), 1)));
    expect(taken).toEqual([true, false, true, false]);
  });

  it('do not wait for one that needs a person; that one waits for its turn when it is tried again', async () => {
    expect(await book.takeTurn(named('first'), 1)).toBe(true);
    await book.change(named('first'), ['QUEUED'], { status: 'NEEDS_ATTENTION' });
    await book.giveTurnBack(named('first'), 1);
    expect(await book.takeTurn(named('second'), 1)).toBe(true);
    await book.change(named('first'), ['NEEDS_ATTENTION'], { status: 'QUEUED', attempt: 2 });
    expect(await book.takeTurn(named('first'), 2)).toBe(false);
    for (const id of ['second', 'third']) {
      await book.change(named(id), ['QUEUED'], { status: 'SUCCEEDED' });
      await book.giveTurnBack(named(id), 1);
    }
    expect(await book.takeTurn(named('first'), 2)).toBe(true);
  });

  let waits = 0;
  const deskOf = (procedure: Procedure) => {
    const line = { join: async () => {}, carries: () => {}, rests: async () => {}, leaves: async () => {} };
    const wait = async () => {
      waits += 1;
      await setImmediate();
    };
    const procedures = { SUBSCRIPTION: procedure } as unknown as Record<SyncKind, Procedure>;
    return new SyncDesk({ book, procedures, line, nextId: () => '', clock: { now: () => 0, wait } });
  };

  it('wait for the step of their attempt before, which changes nothing of them any more', async () => {
    const CREATE: TargetStep = {
      name: 'It',
      system: 'TOGAI',
      action: 'create',
      target: null,
      before: null,
      after: null,
    };
    const sent = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    let made = 0;
    const procedure: Procedure = {
      look: async () => ({
        left: made > 0 ? [] : [CREATE],
        carryOut: async () => {
          sent.resolve();
          await answered.promise;
          made += 1;
          throw new UpstreamError('TOGAI', 'UPSTREAM_REJECTED', 'It was made, and something else was wrong with it.');
        },
      }),
    };
    const desk = deskOf(procedure);
    const { signal } = new AbortController();
    const [id, next] = [named('alone'), named('next')];
    await book.add(queuedRun({ id, writerKey: named('own') }));

    const before = desk.advance(id, 1, signal);
    await sent.promise;
    await desk.cancel(id);
    expect(await desk.retry(id)).toMatchObject({ status: 'QUEUED', attempt: 2 });
    const after = desk.advance(id, 2, signal);
    await expect.poll(() => waits).toBeGreaterThan(3);
    expect(await book.read(id)).toMatchObject({ status: 'QUEUED', attempt: 2 });
    answered.resolve();
    expect([await before, await after]).toEqual([false, false]);
    expect([made, await book.read(id)]).toMatchObject([1, { status: 'SUCCEEDED', attempt: 2, failure: null }]);
    // What is left of it after a crash finds that it is over, and keeps nobody waiting.
    await book.add(queuedRun({ id: next, writerKey: named('own') }));
    expect(await desk.advance(id, 1, signal)).toBe(false);
    expect(await book.takeTurn(next, 1)).toBe(true);
  });

  it('leave the turn to their next attempt while they wait for a system, and to nobody else', async () => {
    let away = true;
    const look: Procedure['look'] = async () => {
      if (away) throw new UpstreamError('TOGAI', 'UPSTREAM_UNAVAILABLE', 'Togai is away.');
      return { left: [], carryOut: async () => undefined };
    };
    const desk = deskOf({ look });
    const { signal } = new AbortController();
    await expect(desk.advance(named('first'), 1, signal)).rejects.toThrow('Togai is away.');
    expect(await book.read(named('first'))).toMatchObject({ status: 'WAITING', failure: 'Togai is away.' });
    expect(await book.takeTurn(named('second'), 1)).toBe(false);
    for (const id of ['second', 'third']) await book.change(named(id), ['QUEUED'], { status: 'SUCCEEDED' });
    await desk.cancel(named('first'));
    await desk.retry(named('first'));
    away = false;
    expect(await desk.advance(named('first'), 2, signal)).toBe(false);
    expect(await book.read(named('first'))).toMatchObject({ status: 'SUCCEEDED', attempt: 2 });
  });

  it('hold up no run of another writer, and none without one', async () => {
    await book.takeTurn(named('first'), 1);
    await book.add(queuedRun({ id: named('other'), writerKey: named('other') }));
    await book.add(queuedRun({ id: named('free') }));
    await book.add(queuedRun({ id: named('as free') }));
    expect(await Promise.all(['other', 'free', 'as free'].map((id) => book.takeTurn(named(id), 1)))).toEqual([
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
