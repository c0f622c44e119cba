import { buildSchema, type GraphQLObjectType, type OperationDefinitionNode, parse } from 'graphql';
import { expect, it } from 'vitest';
import { KnownWeights } from '../../src/graphql/limits/known-weights.js';
import { weigh } from '../../src/graphql/limits/operation-weight.js';

const schema = buildSchema('type Query { rows(first: Int, search: String): [Row] } type Row { rows: [Row] }');
for (const name of ['Query', 'Row']) {
  const { rows } = (schema.getType(name) as GraphQLObjectType).getFields();
  if (rows) rows.extensions = { upstream: { system: 'S', keysPerCall: 1 } };
}

const document = parse(
  'query ($first: Int = 5, $search: String) { rows(first: $first, search: $search) { rows { rows { __typename } } } }',
);
const operation = document.definitions[0] as OperationDefinitionNode;

it('weighs once what asks for the same number of objects, and anew what asks for another', () => {
  const known = new KnownWeights();
  let times = 0;
  const of = (variables: Record<string, unknown>) =>
    known.of(operation, variables, () => {
      times += 1;
      return weigh(schema, document, operation, variables);
    });
  for (const variables of [
    { first: 10 },
    { first: 20 },
    { first: null },
    {},
    { first: 20, search: 'a' },
    { first: 20, search: 7 },
    { first: 'many' },
  ]) {
    expect(of(variables), JSON.stringify(variables)).toEqual(weigh(schema, document, operation, variables));
  }
  expect(times).toBe(7);
  expect(of({ first: 20, search: 'another' })).toEqual(weigh(schema, document, operation, { first: 20, search: 'a' }));
  expect(of({ first: 10 })).not.toEqual(of({ first: 20 }));
  expect(times).toBe(7);
});

it('keeps no more than so many kinds of an operation, and weighs the others each time', () => {
  const known = new KnownWeights();
  let times = 0;
  const of = (first: number) =>
    known.of(operation, { first }, () => {
      times += 1;
      return { depth: times, aliases: 0, calls: first, endless: false };
    });
  for (let first = 0; first < 60; first += 1) of(first);
  expect([of(0).depth, of(59).calls, times]).toEqual([1, 59, 61]);
});
