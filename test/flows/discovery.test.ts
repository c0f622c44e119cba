import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscoveryStatus } from '../../src/domain/identity/discovery-status.js';
import { createDiscovery, type Discovery } from '../../src/flows/discovery/discovery.js';
import { type Engine, startEngine } from '../../src/flows/engine.js';
import { InvalidInput, UpstreamError } from '../../src/kernel/errors.js';
import { clearDirectory, describeStore } from '../support/store.js';
import { directoryOn } from '../support/store-records.js';
import { down, refused, ScriptedSource } from './support/scripted-source.js';

describeStore('discovery', (store) => {
  let engine: Engine;
  let discovery: Discovery;
  let one: ScriptedSource;
  let two: ScriptedSource;
  let waits: number[];
  let logged: unknown[];
  let time: number;
  let blocked: boolean;

  beforeEach(async () => {
    await clearDirectory(store());
    await store().db.deleteFrom('discovery').execute();
    one = new ScriptedSource('ONE', { wholes: 3, parts: 2 });
    two = new ScriptedSource('TWO', { all: 1 });
    waits = [];
    logged = [];
    time = Date.parse('2026-01-01T00:00:00.000Z');
    blocked = false;
    await launch();
  });
  afterEach(() => engine.stop());

  async function launch(): Promise<void> {
    const keep = (details: unknown) => void logged.push(details);
    const logger = { debug: () => {}, info: () => {}, warn: keep, error: keep };
    engine = await startEngine({
      store: store(),
      executorId: 'test',
      applicationVersion: '1',
      logger,
      heartbeatMs: 50,
    });
    const clock = {
      now: () => time,
      wait: async (ms: number, signal?: AbortSignal) => {
        waits.push(ms);
        time += ms;
        await new Promise((resolve) => setTimeout(resolve, 1));
        if (blocked && !signal?.aborted)
          await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }));
        signal?.throwIfAborted();
      },
    };
    const { directory } = directoryOn(store());
    discovery = createDiscovery({ engine, directory, sources: [one, two], clock, db: store().db, logger });
  }

  const statusOf = async (system: string) => (await discovery.status()).find((status) => status.system === system);

  async function until(system: string, reached: (status: DiscoveryStatus) => boolean): Promise<DiscoveryStatus> {
    for (;;) {
      const status = await statusOf(system);
      if (status !== undefined && reached(status)) return status;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  async function asked(source: ScriptedSource, pages: number): Promise<void> {
    while (source.asked.length < pages) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const ended = (system: string) => until(system, ({ state }) => state !== 'RUNNING' && state !== 'NEVER');

  it('reads every stream of every system, one after another, and says how far it is', async () => {
    expect(await discovery.status()).toEqual(
      ['ONE', 'TWO'].map((system) => ({
        system,
        state: 'NEVER',
        stream: null,
        pages: 0,
        records: 0,
        created: 0,
        startedAt: null,
        finishedAt: null,
        lastSucceededAt: null,
        failure: null,
      })),
    );
    await discovery.start();
    expect(await ended('ONE')).toEqual({
      system: 'ONE',
      state: 'SUCCEEDED',
      stream: null,
      pages: 5,
      records: 5,
      created: 5,
      startedAt: '2026-01-01T00:00:00.000Z',
      finishedAt: '2026-01-01T00:00:00.000Z',
      lastSucceededAt: '2026-01-01T00:00:00.000Z',
      failure: null,
    });
    await ended('TWO');
    expect(one.asked).toEqual(['wholes:null', 'wholes:1', 'wholes:2', 'parts:null', 'parts:1']);
    expect(two.asked).toEqual(['all:null']);
    expect(logged).toEqual([]);
  });

  it('reads everything again in the next run, and finds nobody new', async () => {
    await discovery.start('ONE');
    await ended('ONE');
    time += 1_000;
    await discovery.start('ONE');
    const again = await until(
      'ONE',
      ({ state, startedAt }) => state === 'SUCCEEDED' && startedAt?.endsWith('01.000Z') === true,
    );
    expect(again).toMatchObject({ pages: 5, records: 5, created: 0 });
    expect(one.asked).toHaveLength(10);
    expect(two.asked).toEqual([]);
  });

  it('leaves a run that is under way alone', async () => {
    one.answer('wholes:1', 'hang');
    await discovery.start('ONE');
    await asked(one, 2);
    await discovery.start('ONE');
    await discovery.start('ONE');
    expect(one.asked).toEqual(['wholes:null', 'wholes:1']);
    await discovery.stop('ONE');
  });

  it('refuses a system that it does not know', async () => {
    await expect(discovery.start('THREE')).rejects.toThrow(InvalidInput);
    await discovery.stop('THREE');
  });

  describe('stopped', () => {
    it('goes on from the page it stopped at', async () => {
      one.answer('wholes:2', 'hang');
      await discovery.start('ONE');
      await asked(one, 3);
      time += 5_000;
      await discovery.stop('ONE');
      expect(await statusOf('ONE')).toMatchObject({
        state: 'STOPPED',
        stream: 'wholes',
        pages: 2,
        finishedAt: '2026-01-01T00:00:05.000Z',
        lastSucceededAt: null,
        failure: null,
      });
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(one.asked).toEqual(['wholes:null', 'wholes:1', 'wholes:2']);

      await discovery.start('ONE');
      expect(await ended('ONE')).toMatchObject({ state: 'SUCCEEDED', pages: 5, records: 5, created: 5 });
      expect(one.asked.slice(3)).toEqual(['wholes:2', 'parts:null', 'parts:1']);
    });

    it('stops in the wait before another try too', async () => {
      blocked = true;
      one.answer('wholes:1', down());
      await discovery.start('ONE');
      await until('ONE', ({ failure }) => failure !== null);
      await discovery.stop('ONE');
      expect(await statusOf('ONE')).toMatchObject({ state: 'STOPPED', pages: 1 });
      expect(one.asked).toEqual(['wholes:null', 'wholes:1']);
    });

    it('does not stop other systems', async () => {
      one.answer('wholes:null', 'hang');
      await discovery.start();
      await ended('TWO');
      await asked(one, 1);
      await discovery.stop('ONE');
      expect((await discovery.status()).map(({ state }) => state)).toEqual(['STOPPED', 'SUCCEEDED']);
    });
  });

  describe('when an upstream fails', () => {
    it('waits longer each time, or as long as it was asked to, and goes on', async () => {
      one.answer('wholes:1', down(), down(), down({ retryAfterMs: 90_000 }), new TypeError('broken'));
      await discovery.start('ONE');
      expect(await ended('ONE')).toMatchObject({ state: 'SUCCEEDED', pages: 5, failure: null });
      expect(waits).toEqual([1_000, 2_000, 90_000, 8_000]);
      expect(one.asked.filter((page) => page === 'wholes:1')).toHaveLength(5);
    });

    it('fails with the reason when that does not help, and goes on from there in the next run', async () => {
      one.answer('wholes:1', ...Array.from({ length: 6 }, () => down()));
      await discovery.start('ONE');
      expect(await ended('ONE')).toMatchObject({
        state: 'FAILED',
        stream: 'wholes',
        pages: 1,
        lastSucceededAt: null,
        failure: { code: 'UPSTREAM_UNAVAILABLE', message: 'ONE does not answer.' },
      });
      expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
      await discovery.start('ONE');
      expect(await ended('ONE')).toMatchObject({ state: 'SUCCEEDED', pages: 5, records: 5, failure: null });
      expect(one.asked.filter((page) => page === 'wholes:null')).toHaveLength(1);
    });

    it('fails at once when another try cannot help', async () => {
      one.answer('wholes:null', new UpstreamError('ONE', 'UPSTREAM_UNAUTHENTICATED', 'The credentials are wrong.'));
      await discovery.start();
      expect(await ended('ONE')).toMatchObject({ state: 'FAILED', failure: { code: 'UPSTREAM_UNAUTHENTICATED' } });
      expect(waits).toEqual([]);
      expect(await ended('TWO')).toMatchObject({ state: 'SUCCEEDED' });
    });

    it('keeps what is not an upstream error out of the status', async () => {
      const secret = () => new Error('postgres://user:secret@host');
      one.answer('wholes:null', ...Array.from({ length: 6 }, secret));
      await discovery.start('ONE');
      const { failure } = await ended('ONE');
      expect(failure?.code).toBe('INTERNAL');
      expect(JSON.stringify(failure)).not.toContain('secret');
    });

    it('does not go round in a list that leads to itself', async () => {
      one.answer('wholes:2', 'itself');
      await discovery.start('ONE');
      expect(await ended('ONE')).toMatchObject({ state: 'FAILED', failure: { code: 'UPSTREAM_INVALID_RESPONSE' } });
      expect(one.asked.filter((page) => page === 'wholes:2')).toHaveLength(1);
    });
  });

  describe('when a cursor is refused', () => {
    it.each([
      ['as an UpstreamError', refused()],
      ['as InvalidInput', new InvalidInput('Not a cursor.')],
    ])('%s, begins that stream again and no other', async (_, refusal) => {
      one.answer('parts:1', refusal);
      await discovery.start('ONE');
      expect(await ended('ONE')).toMatchObject({ state: 'SUCCEEDED', pages: 6, records: 6, created: 5 });
      expect(one.asked.slice(3)).toEqual(['parts:null', 'parts:1', 'parts:null', 'parts:1']);
      expect(waits).toEqual([]);
    });

    it('twice in one stream, fails', async () => {
      one.answer('wholes:1', refused(), refused());
      await discovery.start('ONE');
      expect(await ended('ONE')).toMatchObject({
        state: 'FAILED',
        failure: { code: 'UPSTREAM_REJECTED', message: 'The cursor is too old.' },
      });
      expect(one.asked).toEqual(['wholes:null', 'wholes:1', 'wholes:null', 'wholes:1']);
    });

    it('does not take the refusal of a first page for one of its cursor', async () => {
      one.answer('wholes:null', refused());
      await discovery.start('ONE');
      expect(await ended('ONE')).toMatchObject({ state: 'FAILED', failure: { code: 'UPSTREAM_REJECTED' } });
      expect(one.asked).toEqual(['wholes:null']);
    });
  });

  describe('on a schedule', () => {
    it('starts what is due, again and again, and leaves what was stopped', async () => {
      one.answer('wholes:null', 'hang');
      await discovery.start('ONE');
      await asked(one, 1);
      await discovery.stop('ONE');
      const schedule = discovery.schedule(60_000);
      await until('TWO', ({ state }) => state === 'SUCCEEDED');
      await asked(two, 3);
      schedule.stop();
      expect(await statusOf('ONE')).toMatchObject({ state: 'STOPPED' });
      expect(one.asked).toEqual(['wholes:null']);
    });

    it('tries again what failed', async () => {
      one.answer('wholes:1', new UpstreamError('ONE', 'UPSTREAM_FORBIDDEN', 'No.'));
      const schedule = discovery.schedule(60_000);
      await until('ONE', ({ state, pages }) => state === 'SUCCEEDED' && pages === 5);
      schedule.stop();
      expect(one.asked.slice(0, 3)).toEqual(['wholes:null', 'wholes:1', 'wholes:1']);
    });
  });

  it('rests with the engine and is carried on by the next one', async () => {
    one.answer('parts:null', 'hang');
    await discovery.start('ONE');
    await asked(one, 4);
    await engine.stop();
    await engine.stop();
    expect(await store().db.selectFrom('discovery').select(['state', 'pages']).execute()).toEqual([
      { state: 'RUNNING', pages: 3 },
    ]);
    await launch();
    expect(await ended('ONE')).toMatchObject({ state: 'SUCCEEDED', pages: 5 });
    expect(one.asked).toEqual(['wholes:null', 'wholes:1', 'wholes:2', 'parts:null', 'parts:null', 'parts:1']);
  });

  it('runs one engine a process', async () => {
    const options = { store: store(), executorId: 'test', applicationVersion: '1', logger: console };
    await expect(startEngine(options)).rejects.toThrow('running in this process already');
  });
});
