import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { HOSTILE_TEXTS } from '../../support/hostile.js';
import type { Random } from './random.js';

/** A value before it is decided whether it is written into the document or into the JSON of the variables. */
export type Input =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'enum'; readonly name: string }
  /** The same in both: numbers, `true`, `null`, empty lists within each other. */
  | { readonly kind: 'bare'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Input[] }
  | { readonly kind: 'object'; readonly fields: readonly (readonly [name: string, value: Input])[] };

const text = (value: string): Input => ({ kind: 'text', text: value });
const bare = (value: string): Input => ({ kind: 'bare', text: value });

const GOOD: Readonly<Record<string, readonly Input[]>> = {
  Int: ['0', '1', '2', '5', '20', '100'].map(bare),
  Float: ['0', '1', '1.5', '-2', '1e3'].map(bare),
  Boolean: ['true', 'false'].map(bare),
  Date: ['2026-01-01', '2026-02-28', '2024-02-29'].map(text),
  DateTime: ['2026-01-01T00:00:00Z', '2026-06-30T23:59:59.999+02:00'].map(text),
  Decimal: ['1', '0', '-1.5', '12.345678', '100'].map(text),
  CurrencyCode: ['EUR', 'USD', 'JPY'].map(text),
  URL: ['https://example.com/x'].map(text),
  JSON: [text('x'), bare('1'), bare('null'), bare('[]'), { kind: 'object', fields: [['plain', text('x')]] }],
};
const NAMES = [
  'A00000001',
  'A00000002',
  'A-S00000001',
  'INV00000001',
  'C-1',
  'x',
  'key-1',
  'zac_A00000001',
  'alice@example.com',
];
const NUMBERS = [
  '1e400',
  '-1e400',
  '-0',
  '2147483647',
  '2147483648',
  '-2147483649',
  '9007199254740993',
  '1e-400',
  '0.1',
];
const CELLS = [
  '=HYPERLINK("http://x","y")',
  '=1+1',
  "+cmd|' /C calc'!A0",
  '@SUM(1,2)',
  'a,"b\nc",d',
  '\u2028',
  'a\u0008b',
];
const MEMBERS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
  'length',
  '$where',
];
const DEPTHS = [3, 40, 600, 4_000];

/** What the type takes, but for a value here and there, with the probability, that it may not. */
export function inputFor(random: Random, type: GraphQLInputType, hostility: number, depth = 0): Input {
  if (hostility > 0 && random.chance(hostility)) return hostileInput(random, isTextual(type));
  if (isNonNullType(type)) return inputFor(random, type.ofType, hostility, depth);
  if (depth > 0 && random.chance(0.03)) return bare('null');
  if (isListType(type)) {
    const size = random.chance(0.03) ? 60 : random.int(3);
    return {
      kind: 'list',
      items: Array.from({ length: size }, () => inputFor(random, type.ofType, hostility, depth + 1)),
    };
  }
  if (isEnumType(type)) return { kind: 'enum', name: random.pick(type.getValues()).name };
  if (!isInputObjectType(type)) return random.pick(GOOD[type.name] ?? NAMES.map(text));
  const all = Object.values(type.getFields());
  const chosen = type.isOneOf
    ? [random.pick(all)]
    : all.filter((field) => isRequiredInputField(field) || random.chance(depth > 4 ? 0 : 0.4));
  return {
    kind: 'object',
    fields: chosen.map((field) => [field.name, inputFor(random, field.type, hostility, depth + 1)] as const),
  };
}

function isTextual(type: GraphQLInputType): boolean {
  const inner = isNonNullType(type) ? type.ofType : type;
  return (
    !isListType(inner) &&
    !isInputObjectType(inner) &&
    !isEnumType(inner) &&
    !['Int', 'Float', 'Boolean'].includes(inner.name)
  );
}

function hostileInput(random: Random, textual: boolean): Input {
  // A wrong type is refused at once: where a text is asked for, a hostile text comes further.
  if (textual && random.chance(0.8)) return text(random.pick(random.chance(0.2) ? CELLS : HOSTILE_TEXTS));
  switch (random.int(6)) {
    case 0:
      return bare(random.pick(NUMBERS));
    case 1:
      return {
        kind: 'object',
        fields: [
          [random.pick(MEMBERS), text('x')],
          ['a', bare('1')],
        ],
      };
    case 2:
      return deepInput(random);
    case 3:
      return bare(random.pick(['null', 'true', '[]', '{}', '[null]', '[[]]']));
    case 4:
      return { kind: 'enum', name: random.pick([...MEMBERS, 'UNKNOWN', 'x']) };
    default:
      return text(random.pick(HOSTILE_TEXTS));
  }
}

function deepInput(random: Random): Input {
  const depth = random.pick(DEPTHS);
  return random.chance(0.5) ? nested('[', '1', ']', depth) : { kind: 'list', items: [nested('[', '', ']', depth)] };
}

function nested(open: string, inner: string, close: string, depth: number): Input {
  return bare(open.repeat(depth) + inner + close.repeat(depth));
}

export function asJson(input: Input): string {
  switch (input.kind) {
    case 'text':
      return JSON.stringify(input.text);
    case 'enum':
      return JSON.stringify(input.name);
    case 'bare':
      return input.text;
    case 'list':
      return `[${input.items.map(asJson).join(',')}]`;
    case 'object':
      return `{${input.fields.map(([name, value]) => `${JSON.stringify(name)}:${asJson(value)}`).join(',')}}`;
  }
}

export function asLiteral(input: Input): string {
  switch (input.kind) {
    case 'text':
      return JSON.stringify(input.text);
    case 'enum':
      return input.name;
    case 'bare':
      return input.text;
    case 'list':
      return `[${input.items.map(asLiteral).join(', ')}]`;
    case 'object':
      return `{ ${input.fields.map(([name, value]) => `${name}: ${asLiteral(value)}`).join(', ')} }`;
  }
}
