import { expect, it } from 'vitest';
import { DeadlineExceeded } from '../../../src/kernel/errors.js';
import { createEntityCache } from '../../../src/kernel/reading/entity-cache.js';
import { EntityReader } from '../../../src/kernel/reading/entity-reader.js';
import { requestLoader } from '../../../src/kernel/reading/request-loader.js';

const never = new AbortController().signal;

function setup({ maxEntries } = { maxEntries: 100 }) {
  const time = { now: 1_000_000 };
  const calls: { keys: readonly string[]; lane: string }[] = [];
  const entities = new Map([
    ['a', { name: 'first' }],
    ['b', { name: 'second' }],
  ]);
  const upstream = { down: false, gate: Promise.resolve() };
  const reader = new EntityReader<{ name: string }>({
    name: 'test:thing',
    cache: createEntityCache({ maxEntries }),
    clock: { now: () => time.now, wait: async () => {} },
    freshMs: 1_000,
    staleMs: 9_000,
    maxBatch: 99,
    fetch: async (keys, { lane }) => {
      calls.push({ keys, lane });
      await upstream.gate;
      if (upstream.down) throw new Error('down');
      return new Map(
        keys.flatMap((key) => (entities.has(key) ? [[key, entities.get(key) ?? { name: '' }] as const] : [])),
      );
    },
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  return { time, calls, entities, upstream, reader, settle };
}

it('asks once, and then answers from the cache with the age of the entity', async () => {
  const { reader, calls, time } = setup();
  const fetchedAt = time.now;
  expect(await reader.readMany(['a', 'b'], { signal: never })).toEqual([
    { value: { name: 'first' }, fetchedAt, stale: false },
    { value: { name: 'second' }, fetchedAt, stale: false },
  ]);
  time.now += 500;
  expect(await reader.read('b', { signal: never })).toEqual({ value: { name: 'second' }, fetchedAt, stale: false });
  expect(calls).toEqual([{ keys: ['a', 'b'], lane: 'interactive' }]);
});

it('gives null for a missing entity and asks again the next time', async () => {
  const { reader, calls, entities } = setup();
  expect(await reader.read('c', { signal: never })).toBeNull();
  entities.set('c', { name: 'third' });
  expect(await reader.read('c', { signal: never })).toMatchObject({ value: { name: 'third' } });
  expect(calls).toHaveLength(2);
});

it('never keeps an error', async () => {
  const { reader, upstream } = setup();
  upstream.down = true;
  const [answer] = await reader.readMany(['a'], { signal: never });
  expect(answer).toEqual(new Error('down'));
  upstream.down = false;
  expect(await reader.read('a', { signal: never })).toMatchObject({ value: { name: 'first' } });
});

it('serves a stale entity at once and fetches a new one behind, in the background lane', async () => {
  const { reader, calls, entities, time, settle } = setup();
  await reader.read('a', { signal: never });
  entities.set('a', { name: 'changed' });
  time.now += 2_000;
  expect(await reader.read('a', { signal: never })).toMatchObject({ value: { name: 'first' }, stale: true });
  await settle();
  expect(calls.map(({ lane }) => lane)).toEqual(['interactive', 'background']);
  expect(await reader.read('a', { signal: never })).toMatchObject({ value: { name: 'changed' }, stale: false });
  expect(calls).toHaveLength(2);
});

it('goes on serving the stale entity while the upstream is down', async () => {
  const { reader, upstream, time, settle } = setup();
  await reader.read('a', { signal: never });
  upstream.down = true;
  time.now += 2_000;
  await reader.read('a', { signal: never });
  await settle();
  expect(await reader.read('a', { signal: never })).toMatchObject({ value: { name: 'first' }, stale: true });
});

it('does not keep what was read before the entity changed', async () => {
  const { reader, entities, upstream, calls, settle } = setup();
  let open = () => {};
  upstream.gate = new Promise((resolve) => {
    open = resolve;
  });
  const underWay = reader.read('a', { signal: never });
  await settle();
  await reader.drop('a');
  open();
  expect(await underWay).toMatchObject({ value: { name: 'first' } });
  entities.set('a', { name: 'changed' });
  expect(await reader.read('a', { signal: never })).toMatchObject({ value: { name: 'changed' } });
  expect(calls).toHaveLength(2);
});

it('lets two requests at the same moment share one upstream call', async () => {
  const { reader, calls } = setup();
  const [one, two] = [requestLoader(reader, never), requestLoader(reader, never)];
  const answers = await Promise.all([one.load('a'), two.load('b'), two.load('a'), one.load('a')]);
  expect(answers.map((thing) => thing?.name)).toEqual(['first', 'second', 'first', 'first']);
  expect(calls).toEqual([{ keys: ['a', 'b'], lane: 'interactive' }]);
});

it('reads behind what came too late for its caller, so that it is there on the next try', async () => {
  const { reader, calls, upstream, settle } = setup();
  const gate = Promise.withResolvers<void>();
  upstream.gate = gate.promise;
  const deadline = new AbortController();
  const asked = reader.readMany(['a'], { signal: deadline.signal });
  await settle();
  deadline.abort(new DeadlineExceeded());
  expect(await asked).toEqual([new DeadlineExceeded()]);
  gate.resolve();
  await settle();
  expect(calls.map(({ lane }) => lane)).toEqual(['interactive', 'background']);
  expect(await reader.read('a', { signal: never })).toMatchObject({ value: { name: 'first' }, stale: false });
  expect(calls).toHaveLength(2);
});

it('does not go on with what its caller has hung up on', async () => {
  const { reader, calls, upstream, settle } = setup();
  upstream.gate = new Promise(() => {});
  const gone = new AbortController();
  const asked = reader.readMany(['a'], { signal: gone.signal });
  await settle();
  gone.abort(new Error('gone'));
  expect(await asked).toEqual([new Error('gone')]);
  await settle();
  expect(calls).toHaveLength(1);
});

it('lets whoever waits for an entity take it over from the background', async () => {
  const { reader, calls, upstream, time, settle } = setup();
  await reader.read('a', { signal: never });
  time.now += 2_000;
  upstream.gate = new Promise(() => {});
  expect(await reader.read('a', { signal: never })).toMatchObject({ stale: true });
  await settle();
  // Gone for good, while it is being read behind.
  time.now += 20_000;
  await reader.drop('a');
  upstream.gate = Promise.resolve();
  expect(await reader.read('a', { signal: never })).toMatchObject({ value: { name: 'first' }, stale: false });
  expect(calls.map(({ lane }) => lane)).toEqual(['interactive', 'background', 'interactive']);
});

it('keeps nothing in a cache without entries, and still lets concurrent readers share a call', async () => {
  const { reader, calls } = setup({ maxEntries: 0 });
  const [first, second] = await Promise.all([reader.read('a', { signal: never }), reader.read('a', { signal: never })]);
  expect(second).toEqual(first);
  expect(calls).toHaveLength(1);
  await reader.put('a', { name: 'kept' }, 1);
  expect((await reader.read('a', { signal: never }))?.value).toEqual({ name: 'first' });
  expect(calls).toHaveLength(2);
});
