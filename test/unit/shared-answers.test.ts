import { expect, it } from 'vitest';
import { type Answered, SharedAnswers } from '../../src/graphql/execution/shared-answers.js';

let now = 0;
const answers = new SharedAnswers<string>(() => now);

/** An execution that ends when it is told to. */
function execution({ joinable = true } = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<Answered<string>>();
  let runs = 0;
  const run = (mayBeJoined: () => void) => {
    runs += 1;
    if (joinable) mayBeJoined();
    return promise;
  };
  return { run, end: (answer: string, whole = true) => resolve({ answer, whole }), reject, runs: () => runs };
}

it('executes once for all who ask the same while it is under way, and again for who asks afterwards', async () => {
  const [first, second, third] = [execution(), execution(), execution()];
  const asked = [answers.ask('q', first.run), answers.ask('q', second.run)];
  first.end('first');
  expect(await Promise.all(asked)).toEqual([
    { answer: 'first', joined: false },
    { answer: 'first', joined: true },
  ]);
  expect(second.runs()).toBe(0);
  third.end('third');
  expect(await answers.ask('q', third.run)).toEqual({ answer: 'third', joined: false });
});

it('takes nobody along before it is said that it only reads', async () => {
  const [change, again] = [execution({ joinable: false }), execution({ joinable: false })];
  const asked = [answers.ask('m', change.run), answers.ask('m', again.run)];
  change.end('change');
  again.end('again');
  expect(await Promise.all(asked)).toEqual([
    { answer: 'change', joined: false },
    { answer: 'again', joined: false },
  ]);
});

it('keeps questions apart', async () => {
  const [one, other] = [execution(), execution()];
  const asked = [answers.ask('one', one.run), answers.ask('other', other.run)];
  one.end('one');
  other.end('other');
  expect(await Promise.all(asked)).toEqual([
    { answer: 'one', joined: false },
    { answer: 'other', joined: false },
  ]);
});

it('lets nobody have the failure of another', async () => {
  const [partial, thrown, good] = [execution(), execution(), execution()];
  const asked = [answers.ask('p', partial.run), answers.ask('p', good.run)];
  partial.end('partial', false);
  good.end('good');
  expect(await Promise.all(asked)).toEqual([
    { answer: 'partial', joined: false },
    { answer: 'good', joined: false },
  ]);
  const again = [answers.ask('t', thrown.run), answers.ask('t', good.run)];
  thrown.reject(new Error('broken'));
  await expect(again[0]).rejects.toThrow('broken');
  expect(await again[1]).toEqual({ answer: 'good', joined: false });
});

it('takes nobody along who asks more than a second after its start, or after a change', async () => {
  const [old, late, later, changed] = [execution(), execution(), execution(), execution()];
  now = 0;
  const asked = [answers.ask('q', old.run)];
  now = 1_001;
  asked.push(answers.ask('q', late.run));
  // The older one ends first and must not take the newer one's place away.
  old.end('old');
  await asked[0];
  now = 1_500;
  asked.push(answers.ask('q', later.run));
  answers.cut();
  asked.push(answers.ask('q', changed.run));
  late.end('late');
  changed.end('changed');
  expect(await Promise.all(asked)).toEqual([
    { answer: 'old', joined: false },
    { answer: 'late', joined: false },
    { answer: 'late', joined: true },
    { answer: 'changed', joined: false },
  ]);
  expect(later.runs()).toBe(0);
});
