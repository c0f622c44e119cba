import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { CompiledOperations } from '../../src/graphql/execution/compiled-operations.js';

const schema = buildSchema('type Query { a: Int b: Int c: Thing } interface Thing { id: ID }');
const document = parse('query A { a } query B { b }');

it('compiles what comes for the third time, each operation of a document by itself', async () => {
  const operations = new CompiledOperations(schema, { most: 10 });
  expect(operations.find('h', document, 'A')).toBeNull();
  expect(operations.find('h', document, 'A')).toBeNull();
  expect(operations.find('h', document, 'B')).toBeNull();
  expect(await operations.find('h', document, 'A')?.query({ a: 1 }, {}, {})).toEqual({ data: { a: 1 } });
  expect(operations.find('h', document, 'B')).toBeNull();
});

it('keeps a bounded number, and forgets what was not asked for the longest', () => {
  const operations = new CompiledOperations(schema, { most: 2 });
  for (let time = 0; time < 3; time += 1) operations.find('first', document, 'A');
  operations.find('second', document, 'A');
  expect(operations.find('first', document, 'A')).not.toBeNull();
  operations.find('third', document, 'A');
  expect(operations.size).toBe(2);
  expect(operations.find('first', document, 'A')).not.toBeNull();
  expect(operations.find('second', document, 'A')).toBeNull();
});

it('leaves operations with interfaces alone', () => {
  const operations = new CompiledOperations(schema, { most: 10 });
  const things = parse('query Things { ...Some } fragment Some on Query { c { id } }');
  for (let time = 0; time < 5; time += 1) expect(operations.find('h', things, 'Things')).toBeNull();
});
