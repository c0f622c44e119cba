import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { asJson, asLiteral, inputFor } from './inputs.js';
import type { Random } from './random.js';

/** A document and its variables, as text because JSON has more than `JSON.stringify` writes: `1e400`, `__proto__`. */
export interface Operation {
  readonly query: string;
  readonly variables: string;
}

interface Writing {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly hostility: number;
  readonly declared: string[];
  readonly values: string[];
  readonly fragments: string[];
  aliases: number;
}

const MOST_DEPTH = 5;

/** An operation of the schema. Without hostility it is valid; with it, values and names here and there are not. */
export function operationOf(schema: GraphQLSchema, random: Random, hostility: number): Operation {
  const writing = { schema, random, hostility, declared: [], values: [], fragments: [], aliases: 0 };
  const kind = random.chance(0.03) ? 'subscription' : random.chance(0.5) ? 'mutation' : 'query';
  const root =
    kind === 'query'
      ? schema.getQueryType()
      : kind === 'mutation'
        ? schema.getMutationType()
        : schema.getSubscriptionType();
  if (!root) throw new Error(`the schema has no ${kind}`);
  const fields = Object.values(root.getFields());
  const size = kind === 'subscription' ? 1 : 1 + random.int(2);
  const selections = Array.from({ length: size }, (_, n) => `r${n}: ${fieldText(writing, random.pick(fields), 1)}`);
  const { declared, values, fragments } = writing as Writing;
  const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
  return {
    query: [`${kind} Fuzz${head} { ${selections.join(' ')} }`, ...fragments].join('\n'),
    variables: `{${values.join(',')}}`,
  };
}

function fieldText(writing: Writing, field: GraphQLField<unknown, unknown>, depth: number): string {
  const { random, hostility } = writing;
  const name = random.chance(hostility / 20)
    ? random.pick(['__proto__', 'constructor', 'nameX', '__schema', 'id'])
    : field.name;
  return `${name}${argumentsText(writing, field)}${directiveText(writing)}${selectionText(writing, getNamedType(field.type), depth)}`;
}

function argumentsText(writing: Writing, field: GraphQLField<unknown, unknown>): string {
  const { random, hostility, declared, values } = writing;
  const given = field.args.filter((one) =>
    isRequiredArgument(one) ? !random.chance(hostility / 20) : random.chance(0.35),
  );
  const texts = given.map((one) => {
    const input = inputFor(random, one.type, hostility);
    // Literals are checked with the document, variables after it: values of the wrong type come further as those.
    if (random.chance(0.3)) return `${one.name}: ${asLiteral(input)}`;
    const variable = `v${declared.length}`;
    declared.push(`$${variable}: ${random.chance(hostility / 20) ? 'String' : String(one.type)}`);
    if (!random.chance(hostility / 20)) values.push(`"${variable}":${asJson(input)}`);
    return `${one.name}: $${variable}`;
  });
  return texts.length > 0 ? `(${texts.join(', ')})` : '';
}

function directiveText({ random, hostility }: Writing): string {
  if (random.chance(0.04))
    return random.pick([' @include(if: true)', ' @skip(if: false)', ' @include(if: true) @skip(if: false)']);
  if (!random.chance(hostility / 20)) return '';
  return random.pick([
    ' @skip',
    ' @include(if: null)',
    ' @include(if: "x")',
    ' @unknown',
    ' @deprecated',
    ' @defer',
    ' @skip(if: $none)',
  ]);
}

function selectionText(writing: Writing, type: GraphQLNamedType, depth: number): string {
  const { random, schema } = writing;
  if (isLeafType(type)) return '';
  if (isUnionType(type) || (isInterfaceType(type) && random.chance(0.5))) {
    const on = random.pick(schema.getPossibleTypes(type));
    return ` { __typename ... on ${on.name}${selectionText(writing, on, depth + 1)} }`;
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const all = Object.values(type.getFields());
  const open = all.filter((field) => depth < MOST_DEPTH || isLeafType(getNamedType(field.type)));
  const callable = open.filter((field) => depth < 3 || !field.args.some(isRequiredArgument));
  const size = Math.min(1 + random.int(4), callable.length);
  // Every field has an alias of its own, so that no two of them conflict.
  const texts = Array.from({ length: size }, () => {
    const field = random.pick(callable);
    const alias = writing.aliases < 30 ? `f${writing.aliases}: ` : '';
    writing.aliases += 1;
    return alias === '' ? '__typename' : alias + fieldText(writing, field, depth + 1);
  });
  const body = ` { ${['__typename', ...texts].join(' ')} }`;
  if (random.chance(0.05)) return ` { ...${random.chance(0.5) ? ` on ${type.name}` : ''}${body} }`;
  if (!random.chance(0.05)) return body;
  const name = `F${writing.fragments.length}`;
  writing.fragments.push(`fragment ${name} on ${type.name}${body}`);
  return ` { ...${name} }`;
}
