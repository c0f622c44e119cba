import type { GraphQLSchema } from 'graphql';
import { HOSTILE_TEXTS } from '../../support/hostile.js';
import type { Operation } from './operations.js';
import type { Random } from './random.js';

const SIZES = [2, 30, 400, 3_000];

/** Documents that are hostile as a whole, whatever the schema is. */
const DOCUMENTS: readonly ((random: Random, size: number) => string)[] = [
  (_, size) => `{ ${'customers { nodes { '.repeat(size)} id ${'} }'.repeat(size)} }`,
  (_, size) => `{ ${'a { '.repeat(size)}b${' }'.repeat(size)}`,
  (_, size) => '{'.repeat(size),
  (_, size) => `{ customers(first: ${'['.repeat(size)}1${']'.repeat(size)}) { nodes { name } } }`,
  (_, size) => `{ customers(first: ${'{a:'.repeat(size)}1${'}'.repeat(size)}) { nodes { name } } }`,
  (_, size) => `query ($v: ${'['.repeat(size)}Int${']'.repeat(size)}) { systems { system } }`,
  (_, size) => `query ($v: JSON = ${'['.repeat(size)}1${']'.repeat(size)}) { systems { system } }`,
  (_, size) => `{ ${Array.from({ length: size }, (_x, n) => `a${n}: systems { system }`).join(' ')} }`,
  (_, size) => `{ ${'systems { system } '.repeat(size)} }`,
  (_, size) => `{ systems${' @include(if: true)'.repeat(size)} { system } }`,
  (_, size) => `{ ${'... { '.repeat(size)} __typename ${'}'.repeat(size)} }`,
  (_, size) => `{ ...F0 } ${chain(size, (n) => `...F${(n + 1) % size}`)}`,
  (_, size) => `{ ...F0 } ${chain(Math.min(size, 40), (n) => (n === 39 ? '__typename' : `...F${n + 1} ...F${n + 1}`))}`,
  (_, size) => `{ ...F0 } ${chain(size, (n) => (n === size - 1 ? '__typename' : `...F${n + 1}`))}`,
  (_, size) => `{ __schema { types { fields { type ${'{ ofType '.repeat(size)}{ name }${' }'.repeat(size)} } } } }`,
  (_, size) => `{ __schema { types { ${'fields { type { '.repeat(size)} name ${'} }'.repeat(size)} } } }`,
  (_, size) => `{ systems { system } } #${'x'.repeat(size)}\n`,
  (_, size) => `query ${'Q'.repeat(size)} { systems { system } }`,
  (_, size) => `${'query Q { systems { system } } '.repeat(size)}`,
  (_, size) => `query (${Array.from({ length: size }, (_x, n) => `$v${n}: Int`).join(', ')}) { systems { system } }`,
  (random, size) => `{ customer(id: """${random.pick(HOSTILE_TEXTS)}${'"'.repeat(size % 7)}""") { name } }`,
  (random) =>
    `{ customer(id: "${random.pick(['\\u0000', '\\ud800', '\\uZZZZ', '\\x', '\\u{110000}', '\\u{1F600}', '\n'])}") { name } }`,
  (random) => random.pick(HOSTILE_TEXTS),
  (random) =>
    random.pick([
      'type Query { a: Int }',
      'extend type Query { a: Int }',
      'schema { query: Query }',
      'fragment F on Query { systems { system } }',
      'subscription { a: __typename }',
      'subscription S { ...F } fragment F on Subscription { ...F }',
      'mutation { __typename }',
      '{ __type(name: "__proto__") { name } }',
      '{ __proto__ { a } }',
      '{ constructor }',
      '{ systems { __proto__ constructor toString } }',
      'query ($v: Nothing) { systems { system } }',
      'query ($v: Customer) { systems { system } }',
      'query ($v: Int = "x") { customers(first: $v) { nodes { name } } }',
      '{ customers(first: -1) { nodes { name } } }',
      '{ customers(first: 2147483648) { nodes { name } } }',
      '{ customers(first: 1, first: 2) { nodes { name } } }',
      '{ a: systems { system } a: customers { nodes { name } } }',
      '{ node(id: "x") { ... on Customer { ... on Node { ... on Customer { name } } } } }',
    ]),
];

function chain(size: number, bodyOf: (n: number) => string): string {
  return Array.from({ length: size }, (_, n) => `fragment F${n} on Query { ${bodyOf(n)} }`).join(' ');
}

export function hostileOperation(random: Random): Operation {
  return { query: random.pick(DOCUMENTS)(random, random.pick(SIZES)), variables: '{}' };
}

const PIECES = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '"',
  '"""',
  '$',
  '...',
  ':',
  '!',
  '@',
  '#',
  '\\',
  '\0',
  '\ufeff',
  ' on ',
  ' null ',
  '1e400',
  '|',
  '&',
];

/** A document that was valid, with a piece of it lost, doubled or put in. */
export function damaged(random: Random, { query, variables }: Operation): Operation {
  const at = random.int(query.length);
  const to = Math.min(query.length, at + 1 + random.int(12));
  const middle = [() => '', () => query.slice(at, to).repeat(2), () => random.pick(PIECES) + query.slice(at, to)];
  return { query: query.slice(0, at) + random.pick(middle)() + query.slice(to), variables };
}

/** Deep JSON where variables that nobody asked for are allowed. */
function deepVariables(schema: GraphQLSchema, random: Random): string {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  const name = fields.length > 0 ? random.pick(['v', '__proto__', 'constructor']) : 'v';
  const depth = random.pick([10, 500, 5_000, 100_000]);
  return random.chance(0.5)
    ? `{"${name}":${'['.repeat(depth)}${']'.repeat(depth)}}`
    : `{"${name}":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`;
}

/** A body that says something else than the protocol has: other types, batches, cut JSON. */
export function hostileBody(schema: GraphQLSchema, random: Random, { query, variables }: Operation): string {
  const text = JSON.stringify(query);
  const good = `{"query":${text},"variables":${variables}}`;
  switch (random.int(9)) {
    case 0:
      return `[${Array.from({ length: random.pick([0, 1, 10, 200]) }, () => good).join(',')}]`;
    case 1:
      return good.slice(0, random.int(good.length));
    case 2:
      return `{"query":${random.pick(['null', '1', '[]', '{}', 'true', '""', '["{__typename}"]'])},"variables":${variables}}`;
    case 3:
      return `{"query":${text},"variables":${random.pick(['null', '1', '[]', '"x"', '[1]', '"{}"', '1e400', '{"":{}}'])}}`;
    case 4:
      return `{"query":${text},"variables":${deepVariables(schema, random)}}`;
    case 5:
      return `{"query":${text},"variables":${variables},"operationName":${random.pick(['1', '""', '[]', 'null', '"__proto__"', '"Fuzz"', '{"a":1}'])}}`;
    case 6:
      return `{"query":${text},"extensions":${random.pick(['1', '[]', 'null', '{"persistedQuery":{"version":1,"sha256Hash":"x"}}', '{"persistedQuery":1}', '{"persistedQuery":{"version":"x","sha256Hash":null}}', '{"__proto__":{"a":1}}'])}}`;
    case 7:
      return `{"__proto__":{"query":${text}},"query":${text},"constructor":{"prototype":{"x":1}}}`;
    default:
      return random.pick(['', 'null', '1', '"x"', '{}', '[]', '{"query"}', '\ufeff{}', '\0', good + good, ` ${good} `]);
  }
}
