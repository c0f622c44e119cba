import { beforeEach, expect, it } from 'vitest';
import { Line } from '../../../src/flows/syncs/line.js';
import type { NotedRun, Wanted } from '../../../src/flows/syncs/noted-runs.js';
import { virtualClock } from '../../support/virtual-clock.js';

const AT_ONCE = 4;
const TELLING_MS = 15_000;
let waiting: NotedRun[];
let asked: Wanted[];
let begun: string[];
let warned: unknown[];
let unanswered: number;
/** What cannot be begun. */
let broken: Set<string>;
let line: Line;

beforeEach(() => {
  [waiting, asked, begun, warned] = [[], [], [], []];
  [unanswered, broken] = [0, new Set()];
  line = new Line({
    noted: async (wanted) => {
      asked.push(wanted);
      if (unanswered > 0) {
        unanswered -= 1;
        throw new Error('no answer');
      }
      return waiting.filter(({ id }) => wanted.id === undefined || wanted.id === id).slice(0, wanted.most);
    },
    tasks: {
      start: async (_kind, id) => {
        if (broken.has(id)) throw new Error(`${id} cannot be begun`);
        waiting = waiting.filter((run) => run.id !== id);
        begun.push(id);
      },
      startMissing: () => Promise.reject(new Error('is not asked for')),
    },
    ...{ atOnce: AT_ONCE, tellingMs: TELLING_MS, clock: virtualClock() },
    log: { warn: (problem: unknown) => warned.push(problem) } as never,
  });
});

const note = (id: string): NotedRun => {
  const run: NotedRun = { id, kind: 'CUSTOMER', attempt: 1 };
  waiting.push(run);
  return run;
};

it('fails for nobody, and begins at the next look what it could not begin, however young it is', async () => {
  unanswered = 1;
  await line.join(note('a'));
  expect([begun, warned]).toEqual([[], [{ err: new Error('no answer') }]]);
  expect(await line.look(TELLING_MS)).toBe(1);
  expect(begun).toEqual(['a']);
  expect(asked.at(-1)).toEqual({ minAgeMs: 0, minSaleAgeMs: TELLING_MS, most: AT_ONCE });

  await line.look(TELLING_MS);
  expect(asked.at(-1)).toMatchObject({ minAgeMs: TELLING_MS });
});

it('looks again whatever the age until a look succeeds', async () => {
  unanswered = 2;
  await line.join(note('a'));
  await expect(line.look(TELLING_MS)).rejects.toThrow('no answer');
  expect(await line.look(TELLING_MS)).toBe(1);
  expect(asked.map(({ minAgeMs }) => minAgeMs)).toEqual([0, 0, 0]);
});

it('begins who could not be begun before who comes next', async () => {
  unanswered = 1;
  await line.join(note('a'));
  await line.join(note('b'));
  expect(begun).toEqual(['a', 'b']);
});

it.each([
  ['leaves', () => line.leaves({ id: 'first', writerKey: 'w' })],
  ['leaves, and is no writer’s', () => line.leaves({ id: 'first', writerKey: null })],
  ['rests', () => line.rests('first')],
])('fails for nobody who %s, and goes on with the next one who does', async (_what, done) => {
  for (const id of ['first', 'second', 'third', 'fourth']) line.carries({ id, kind: 'CUSTOMER' });
  await line.join(note('a'));
  await line.rests('second');
  expect([begun, asked]).toEqual([[], []]);
  unanswered = 1;
  await done();
  expect([begun, warned.length]).toEqual([[], 1]);
  await line.leaves({ id: 'third', writerKey: null });
  expect([begun, warned.length]).toEqual([['a'], 1]);
});

it('what cannot be begun keeps neither others from it nor their room', async () => {
  for (const id of ['a', 'b', 'c', 'd']) {
    broken.add(id);
    await line.join(note(id));
  }
  expect([begun, warned.length]).toEqual([[], 4]);
  for (const id of ['b', 'c', 'd']) broken.delete(id);
  await expect(line.look(TELLING_MS)).rejects.toThrow('a cannot be begun');
  expect(begun).toEqual(['b', 'c', 'd']);
  broken.clear();
  expect(await line.look(TELLING_MS)).toBe(1);
});
