import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

// The third time an operation comes it is compiled: what it answers must not change by a letter.

const FOLDER = new URL('../../schema/operations/', import.meta.url);
const texts = await Promise.all(
  (await readdir(FOLDER))
    .filter((name) => name.endsWith('.graphql'))
    .map(async (name) => {
      const variables = await readFile(new URL(name.replace('.graphql', '.variables.json'), FOLDER), 'utf8').catch(
        () => '{}',
      );
      return { name, text: await readFile(new URL(name, FOLDER), 'utf8'), variables: JSON.parse(variables) as object };
    }),
);
const queries = texts.filter(({ text }) => /^query /m.test(text));

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 30 }, verified: false });
  await gateway.discovered();
});
afterAll(() => gateway.close());

/** Without what is another one in every request. */
const said = (answer: unknown) =>
  JSON.stringify(answer)
    .replace(/"(requestId|csvUrl)":"[^"]*"/g, '')
    .replace(/"(asOf|remaining|waiting|durationMs|calls|resetsAt|readAt)":("[^"]*"|\d+)/g, '');

/** What the second time answers, by interpretation, and what the third and fourth do. */
async function interpretedAndCompiled(text: string, variables: object = {}) {
  const answers: string[] = [];
  for (let time = 0; time < 4; time += 1) answers.push(said(await gateway.query(text, variables)));
  const [, interpreted, compiled, again] = answers;
  return { interpreted, compiled: [compiled, again] };
}

describe('an operation that comes often', () => {
  it.each(queries.filter(({ name }) => name !== 'systems.graphql'))(
    'answers alike: $name',
    async ({ text, variables }) => {
      const { interpreted, compiled } = await interpretedAndCompiled(text, variables);
      expect(compiled).toEqual([interpreted, interpreted]);
    },
  );

  it('has the same errors where a system is down, with code, system and path', async () => {
    gateway.sandbox('TOGAI').fault('GET /settings', { kind: 'server-error', every: true });
    const { interpreted, compiled } = await interpretedAndCompiled(
      `{ customers(first: 10, filter: { linked: true }) { nodes { togaiCustomer { accounts { name settings { value } } } } } }`,
    );
    expect(interpreted).toContain('"code":"UPSTREAM_UNAVAILABLE","system":"TOGAI","retryable":true');
    expect(interpreted).toContain('"path":["customers","nodes",0,"togaiCustomer","accounts",0,"settings"]');
    expect(compiled).toEqual([interpreted, interpreted]);
  });

  it('refuses wrong variables and arguments in the same words', async () => {
    const text = 'query Page($first: Int!) { customers(first: $first) { nodes { name } } }';
    for (const variables of [{ first: 'ten' }, {}, { first: 5_000 }]) {
      const { interpreted, compiled } = await interpretedAndCompiled(text, variables);
      expect(interpreted).toContain('BAD_USER_INPUT');
      expect(compiled).toEqual([interpreted, interpreted]);
    }
  });

  it('refuses null in a variable that may be null, where no null may be, as what the caller has to put right', async () => {
    const { interpreted, compiled } = await interpretedAndCompiled(
      'query ($first: Int, $order: CustomerOrder) { customers(first: $first, orderBy: $order) { nodes { name } } }',
      { first: null },
    );
    expect(interpreted).toContain('Argument \\"first\\" of non-null type \\"Int!\\" must not be null.');
    expect(interpreted).toContain('"code":"BAD_USER_INPUT"');
    expect(compiled).toEqual([interpreted, interpreted]);
    const condition = await interpretedAndCompiled(
      'query ($if: Boolean = true) { customers(first: 1) { nodes { name @include(if: $if) } } }',
      { if: null },
    );
    expect(condition.interpreted).toContain('"code":"BAD_USER_INPUT"');
    expect(condition.compiled).toEqual([condition.interpreted, condition.interpreted]);
  });

  it('leaves out what directives leave out', async () => {
    const text =
      'query Some($email: Boolean!) { customers(first: 2) { nodes { name email @include(if: $email) id @skip(if: $email) } } }';
    for (const email of [true, false, true, false]) {
      const { interpreted, compiled } = await interpretedAndCompiled(text, { email });
      expect(interpreted?.includes('"email"')).toBe(email);
      expect(compiled).toEqual([interpreted, interpreted]);
    }
  });
});
