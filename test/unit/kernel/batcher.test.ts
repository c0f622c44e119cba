import { expect, it } from 'vitest';
import { Batcher } from '../../../src/kernel/reading/batcher.js';

const never = new AbortController().signal;

function recording(answer: (key: string) => string, maxBatch = 99) {
  const runs: {
    keys: readonly string[];
    signal: AbortSignal;
    finish: () => void;
    fail: (e: Error) => void;
    isCurrent: (k: string) => boolean;
  }[] = [];
  const batcher = new Batcher<string>({
    name: 'things',
    maxBatch,
    run: (keys, signal, isCurrent) =>
      new Promise((resolve, reject) => {
        runs.push({
          keys,
          signal,
          isCurrent,
          finish: () => resolve(new Map(keys.map((key) => [key, answer(key)]))),
          fail: reject,
        });
      }),
  });
  return { batcher, runs };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

it('puts the keys of one turn, and of all callers, into one run', async () => {
  const { batcher, runs } = recording((key) => key.toUpperCase());
  const answers = Promise.all([batcher.load('a', never), batcher.load('b', never), batcher.load('a', never)]);
  await turn();
  expect(runs.map(({ keys }) => keys)).toEqual([['a', 'b']]);
  runs[0]?.finish();
  expect(await answers).toEqual(['A', 'B', 'A']);
});

it('lets a key that is under way serve those who come later', async () => {
  const { batcher, runs } = recording((key) => key.toUpperCase());
  const first = batcher.load('a', never);
  await turn();
  const second = batcher.load('a', never);
  await turn();
  expect(runs).toHaveLength(1);
  runs[0]?.finish();
  expect(await Promise.all([first, second])).toEqual(['A', 'A']);
});

it('splits what does not fit into one run', async () => {
  const { batcher, runs } = recording((key) => key, 2);
  const answers = Promise.all(['1', '2', '3', '4', '5'].map((key) => batcher.load(key, never)));
  await turn();
  expect(runs.map(({ keys }) => keys)).toEqual([['1', '2'], ['3', '4'], ['5']]);
  for (const run of runs) run.finish();
  expect(await answers).toEqual(['1', '2', '3', '4', '5']);
});

it('goes on for the others when one caller gives up', async () => {
  const { batcher, runs } = recording((key) => key);
  const leaving = new AbortController();
  const left = batcher.load('a', leaving.signal);
  const stayed = batcher.load('a', never);
  await turn();
  leaving.abort(new Error('my deadline'));
  await expect(left).rejects.toThrow('my deadline');
  expect(runs[0]?.signal.aborted).toBe(false);
  runs[0]?.finish();
  expect(await stayed).toBe('a');
});

it('ends a run that nobody waits for, and starts a new one for the next caller', async () => {
  const { batcher, runs } = recording((key) => key);
  const leaving = new AbortController();
  const left = Promise.allSettled([batcher.load('a', leaving.signal), batcher.load('b', leaving.signal)]);
  await turn();
  leaving.abort(new Error('gone'));
  await left;
  expect(runs[0]?.signal.aborted).toBe(true);
  const next = batcher.load('b', never);
  await turn();
  expect(runs.map(({ keys }) => keys)).toEqual([['a', 'b'], ['b']]);
  runs[1]?.finish();
  expect(await next).toBe('b');
});

it('never starts a run for a caller who left before it began', async () => {
  const { batcher, runs } = recording((key) => key);
  const leaving = new AbortController();
  const left = batcher.load('a', leaving.signal);
  leaving.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  await turn();
  expect(runs).toEqual([]);
  await expect(batcher.load('a', leaving.signal)).rejects.toThrow('gone');
});

it('tells all callers of an error and forgets it', async () => {
  const { batcher, runs } = recording((key) => key);
  const failed = Promise.allSettled([batcher.load('a', never), batcher.load('b', never)]);
  await turn();
  runs[0]?.fail(new Error('down'));
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const again = batcher.load('a', never);
  await turn();
  runs[1]?.finish();
  expect(await again).toBe('a');
});

it('knows that a key was forgotten while it was under way', async () => {
  const { batcher, runs } = recording((key) => key);
  const before = batcher.load('a', never);
  await turn();
  expect(runs[0]?.isCurrent('a')).toBe(true);
  batcher.forget('a');
  expect(runs[0]?.isCurrent('a')).toBe(false);
  const after = batcher.load('a', never);
  await turn();
  expect(runs).toHaveLength(2);
  for (const run of runs) run.finish();
  expect(await Promise.all([before, after])).toEqual(['a', 'a']);
});
