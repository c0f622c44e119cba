import { expect, it } from 'vitest';
import { type Executed, SharedAnswers } from '../../src/graphql/execution/shared-answers.js';

let now = 0;
const answers = new SharedAnswers(() => now);

/** An execution that ends when it is told to. */
function execution() {
  const { promise, resolve, reject } = Promise.withResolvers<Executed>();
  let runs = 0;
  const run = () => {
    runs += 1;
    return promise;
  };
  return {
    run,
    end: (name: string, whole = true) => resolve({ result: { data: { name } }, whole }),
    reject,
    runs: () => runs,
  };
}
const nameIn = ({ result, joined }: { result: Executed['result']; joined: boolean }) => ({ ...result.data, joined });

it('executes once for all who ask the same while it is under way, and again for who asks afterwards', async () => {
  const [first, second, third] = [execution(), execution(), execution()];
  const asked = [answers.ask('q', first.run), answers.ask('q', second.run)];
  first.end('first');
  expect((await Promise.all(asked)).map(nameIn)).toEqual([
    { name: 'first', joined: false },
    { name: 'first', joined: true },
  ]);
  expect(second.runs()).toBe(0);
  third.end('third');
  expect(nameIn(await answers.ask('q', third.run))).toEqual({ name: 'third', joined: false });
});

it('keeps questions apart', async () => {
  const [one, other] = [execution(), execution()];
  const asked = [answers.ask('one', one.run), answers.ask('other', other.run)];
  one.end('one');
  other.end('other');
  expect((await Promise.all(asked)).map(nameIn)).toEqual([
    { name: 'one', joined: false },
    { name: 'other', joined: false },
  ]);
});

it('lets nobody have the failure of another', async () => {
  const [partial, thrown, good] = [execution(), execution(), execution()];
  const asked = [answers.ask('p', partial.run), answers.ask('p', good.run)];
  partial.end('partial', false);
  good.end('good');
  expect((await Promise.all(asked)).map(nameIn)).toEqual([
    { name: 'partial', joined: false },
    { name: 'good', joined: false },
  ]);
  const again = [answers.ask('t', thrown.run), answers.ask('t', good.run)];
  thrown.reject(new Error('broken'));
  await expect(again[0]).rejects.toThrow('broken');
  expect(nameIn(await (again[1] as (typeof again)[number]))).toEqual({ name: 'good', joined: false });
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
  expect((await Promise.all(asked)).map(nameIn)).toEqual([
    { name: 'old', joined: false },
    { name: 'late', joined: false },
    { name: 'late', joined: true },
    { name: 'changed', joined: false },
  ]);
  expect(later.runs()).toBe(0);
});
