import fc, { type Arbitrary } from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { HOSTILE_TEXTS } from '../../support/hostile.js';

/** Values for arguments. */
export interface Arbitraries {
  /** What the types take. Texts are often ids that exist. */
  valuesOf(args: readonly GraphQLArgument[]): Arbitrary<Record<string, unknown>>;
  /** The same, and anything at all here and there. */
  anyOf(args: readonly GraphQLArgument[]): Arbitrary<Record<string, unknown>>;
}

const MOST_DEPTH = 5;
const DAYS = { min: new Date('1970-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true };

const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger());
const nested = fc.constantFrom(2, 30, 1_000).map((depth) => {
  let value: unknown = 1;
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value };
  return value;
});
const hostile: Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: hostileText },
  { weight: 2, arbitrary: number },
  fc.constantFrom(null, true, false, [], {}, [null], [[]]),
  fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'toString', 'then', 'id', 'a'), hostileText),
  fc.array(hostileText, { maxLength: 100 }),
  fc.jsonValue(),
  nested,
);

const whole = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 12 }) },
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
);
const amount = fc.integer({ min: 1, max: 100_000 }).map((cents) => (cents / 100).toFixed(2));
const digits = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map((value) => `${value}.123456789`);

const SCALARS: Readonly<Record<string, Arbitrary<unknown>>> = {
  Int: whole,
  Float: fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
  Boolean: fc.boolean(),
  Date: fc.date(DAYS).map((at) => at.toISOString().slice(0, 10)),
  DateTime: fc.date(DAYS).map((at) => at.toISOString()),
  Decimal: fc.oneof({ weight: 4, arbitrary: amount }, digits),
  CurrencyCode: fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'XXX'),
  URL: fc.constantFrom('https://example.com/x', 'http://127.0.0.1:1/', 'http://169.254.169.254/', 'https://[::1]/'),
  JSON: fc.jsonValue({ maxDepth: 3 }),
};

// What other values would only be refused for.
const BY_NAME: Readonly<Record<string, Arbitrary<unknown>>> = {
  connection: fc.constant(null),
  after: fc.constant(null),
  first: fc.integer({ min: 1, max: 20 }),
  email: fc.constantFrom('ada@example.com', 'bob@example.com'),
};

/** `known` are ids, numbers and names of what there is. */
export function arbitraries(known: readonly string[]): Arbitraries {
  const words = fc.oneof(
    { weight: 4, arbitrary: fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdefgh XYZ-0123') }) },
    { weight: 1, arbitrary: hostileText },
  );
  const ids = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: words });
  const valid = (type: GraphQLInputType, name: string, depth = 0): Arbitrary<unknown> => {
    if (isNonNullType(type)) return valid(type.ofType, name, depth);
    if (isListType(type)) return fc.array(valid(type.ofType, name, depth + 1), { minLength: 1, maxLength: 3 });
    if (isEnumType(type)) return fc.constantFrom(...type.getValues().map((one) => one.name));
    if (isInputObjectType(type)) return object(type, depth);
    const text = /(id|key|number|value)s?$/i.test(name) ? ids : words;
    return BY_NAME[name] ?? SCALARS[type.name] ?? text;
  };
  const object = (type: GraphQLInputObjectType, depth: number): Arbitrary<unknown> => {
    const fields = Object.values(type.getFields());
    if (type.isOneOf)
      return fc.oneof(...fields.map((one) => fc.record({ [one.name]: valid(one.type, one.name, depth) })));
    const given = fields.filter((one) => depth < MOST_DEPTH || isRequiredInputField(one));
    return members(given.map((one) => [one.name, valid(one.type, one.name, depth + 1), isRequiredInputField(one)]));
  };
  const valuesOf = (args: readonly GraphQLArgument[]) =>
    members(args.map((one) => [one.name, valid(one.type, one.name), isRequiredArgument(one)]));
  const anyOf = (args: readonly GraphQLArgument[]) =>
    members(args.map((one) => [one.name, fc.oneof(valid(one.type, one.name), hostile), isRequiredArgument(one)]));
  return { valuesOf, anyOf };
}

/** Most of what may be left out is, for each value more is one more that may be refused. */
function members(all: readonly (readonly [name: string, value: Arbitrary<unknown>, required: boolean])[]) {
  const record = all.map(([name, value, required]) => [
    name,
    required ? value : fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value }),
  ]);
  return fc
    .record(Object.fromEntries(record) as Record<string, Arbitrary<unknown>>)
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)));
}

type Way = readonly (string | number)[];

/** The ways to every value inside one, that itself included. */
function waysInto(value: unknown, way: Way = []): Way[] {
  if (typeof value !== 'object' || value === null) return [way];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [way, ...entries.flatMap(([name, inner]) => waysInto(inner, [...way, name]))];
}

function withChange(value: unknown, [name, ...rest]: Way, change: (old: unknown) => unknown): unknown {
  if (name === undefined) return change(value);
  if (Array.isArray(value)) return value.map((inner, at) => (at === name ? withChange(inner, rest, change) : inner));
  const entries = Object.entries(value as object);
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, key === name ? withChange(inner, rest, change) : inner]),
  );
}

/** A value with one thing inside it, at any depth, that does not belong there. */
export function nearly(valid: Arbitrary<unknown>): Arbitrary<unknown> {
  const change = fc.oneof(
    { weight: 4, arbitrary: hostile.map((value) => () => value) },
    { weight: 1, arbitrary: fc.constant((old: unknown) => [old, old]) },
    {
      weight: 1,
      arbitrary: fc.constant((old: unknown) =>
        typeof old === 'object' && old !== null && !Array.isArray(old)
          ? { ...old, surplus: 1 }
          : `${JSON.stringify(old)}`,
      ),
    },
  );
  return fc.tuple(valid, fc.nat(), change).map(([value, place, by]) => {
    const ways = waysInto(value);
    return withChange(value, ways[place % ways.length] ?? [], by);
  });
}
