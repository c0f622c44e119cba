import { expect, it } from 'vitest';
import { StoreUnavailable } from '../../src/kernel/errors.js';
import { gathered } from '../../src/store/statements/gathered.js';

/** What was asked of each run, and the way to end the oldest one that is under way. */
function runs() {
  const asked: (readonly string[])[] = [];
  const ends: PromiseWithResolvers<void>[] = [];
  return {
    asked,
    async run(some: readonly string[]): Promise<readonly string[]> {
      asked.push(some);
      const end = Promise.withResolvers<void>();
      ends.push(end);
      await end.promise;
      if (some.includes('wrong')) throw new Error('one of them is wrong');
      return some.map((one) => one.toUpperCase());
    },
    async end(error?: Error) {
      const end = ends.shift();
      if (error) end?.reject(error);
      else end?.resolve();
      // What was waited for has its answer, and what follows has begun.
      await new Promise(setImmediate);
    },
  };
}

it('begins at once, and takes together what was asked for meanwhile', async () => {
  const { asked, run, end } = runs();
  const ask = gathered(run, { most: 3 });
  const answers = Promise.all(['a', 'b', 'c', 'd', 'e'].map(ask));
  expect(asked).toEqual([['a']]);
  await end();
  expect(asked).toEqual([['a'], ['b', 'c', 'd']]);
  await end();
  await end();
  expect(asked).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  expect(await answers).toEqual(['A', 'B', 'C', 'D', 'E']);
});

it('has as many runs under way as it may', async () => {
  const { asked, run, end } = runs();
  const ask = gathered(run, { most: 3, atOnce: 2 });
  const answers = Promise.all(['a', 'b', 'c', 'd'].map(ask));
  expect(asked).toEqual([['a'], ['b']]);
  for (let left = 3; left > 0; left -= 1) await end();
  expect(asked).toEqual([['a'], ['b'], ['c', 'd']]);
  expect(await answers).toEqual(['A', 'B', 'C', 'D']);
});

it('keeps those apart that have a key in common, and all in their order', async () => {
  const { asked, run, end } = runs();
  const ask = gathered(run, { most: 9, keysOf: ([first = '', ...rest]) => [first, ...rest] });
  const answers = Promise.all(['a', 'bb', 'c', 'cd', 'e', 'c'].map(ask));
  for (let left = 4; left > 0; left -= 1) await end();
  expect(asked).toEqual([['a'], ['bb', 'c'], ['cd', 'e'], ['c']]);
  expect(await answers).toEqual(['A', 'BB', 'C', 'CD', 'E', 'C']);
});

it('lets what is wrong with one fail it alone', async () => {
  const { asked, run, end } = runs();
  const ask = gathered(run, { most: 3 });
  const answers = Promise.allSettled(['a', 'b', 'wrong', 'c', 'd'].map(ask));
  for (let left = 6; left > 0; left -= 1) await end();
  expect(asked).toEqual([['a'], ['b', 'wrong', 'c'], ['b'], ['wrong'], ['c'], ['d']]);
  expect((await answers).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
});

it('tries nothing again, one by one, of a database that is away', async () => {
  const { asked, run, end } = runs();
  const ask = gathered(run, { most: 3 });
  const answers = Promise.allSettled(['a', 'b', 'c'].map(ask));
  await end();
  await end(new StoreUnavailable(new Error('gone')));
  expect(asked).toEqual([['a'], ['b', 'c']]);
  expect((await answers).map((answer) => ('reason' in answer ? answer.reason.name : answer.value))).toEqual([
    'A',
    'StoreUnavailable',
    'StoreUnavailable',
  ]);
});

it('waits for no run that takes long: its connection may be lost', async () => {
  const { asked, run, end } = runs();
  const ask = gathered(run, { most: 3, slowMs: 10 });
  const answers = Promise.all(['a', 'b', 'c'].map(ask));
  expect(asked).toEqual([['a']]);
  await expect.poll(() => asked).toEqual([['a'], ['b', 'c']]);
  await end();
  await end();
  expect(await answers).toEqual(['A', 'B', 'C']);
});
