import { readdirSync, readFileSync } from 'node:fs';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  Kind,
  parse,
  valueFromASTUntyped,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** A field that takes arguments, and the operation that asks for it with them as variables. */
export interface Call {
  /** `Query.customers`, `Customer.invoices`. */
  readonly name: string;
  readonly field: Field;
  readonly text: string;
  readonly changes: boolean;
}

const MOST_WAY = 4;

/** Every field of the schema that takes arguments. One below the root is reached through lists that need none but `first`. */
export function callsOf(schema: GraphQLSchema): Call[] {
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => (type ? [type] : []));
  const direct = roots.flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ args }) => args.length > 0)
      .map((field) => {
        const changes = type === schema.getMutationType();
        const inner = asked(schema, field, field.args);
        const text = `${changes ? 'mutation' : 'query'} ${declared(field.args)} { ${inner} }`;
        return { name: `${type.name}.${field.name}`, field, text, changes };
      }),
  );
  return [...direct, ...innerCalls(schema)];
}

function innerCalls(schema: GraphQLSchema): Call[] {
  const found = new Map<string, Call>();
  const query = schema.getQueryType();
  if (!query) return [];
  let edge: { type: GraphQLObjectType; wrap: (inner: string) => string }[] = [
    { type: query, wrap: (inner) => `{ ${inner} }` },
  ];
  const seen = new Set([query.name]);
  for (let length = 0; length < MOST_WAY; length += 1) {
    const next: typeof edge = [];
    for (const { type, wrap } of edge) {
      for (const field of Object.values(type.getFields())) {
        const name = `${type.name}.${field.name}`;
        if (field.args.length > 0 && type !== query && !found.has(name)) {
          const text = `query ${declared(field.args)} ${wrap(asked(schema, field, field.args))}`;
          found.set(name, { name, field, text, changes: false });
        }
        const to = getNamedType(field.type);
        const needs = field.args.filter(isRequiredArgument);
        if (!isObjectType(to) || seen.has(to.name) || needs.some((one) => one.name !== 'first')) continue;
        seen.add(to.name);
        const given = needs.length > 0 ? '(first: 2)' : '';
        next.push({ type: to, wrap: (inner) => wrap(`${field.name}${given} { ${inner} }`) });
      }
    }
    edge = next;
  }
  return [...found.values()];
}

function declared(args: readonly GraphQLArgument[]): string {
  // A variable that stands where there is a default may be left out.
  const typeOf = ({ type, defaultValue }: GraphQLArgument) =>
    isNonNullType(type) && defaultValue !== undefined ? type.ofType : type;
  return `(${args.map((one) => `$${one.name}: ${typeOf(one)}`).join(', ')})`;
}

function asked(schema: GraphQLSchema, field: Field, args: readonly GraphQLArgument[]): string {
  return `${field.name}(${args.map(({ name }) => `${name}: $${name}`).join(', ')})${selection(schema, field)}`;
}

/** What a field has of its own, and below it whatever needs no arguments. */
function selection(schema: GraphQLSchema, { type }: Field, depth = 0): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isAbstractType(named) || !isObjectType(named) || depth > 2) return ' { __typename }';
  const open = Object.values(named.getFields()).filter((field) => !field.args.some(isRequiredArgument));
  const chosen = open.filter((field) => depth < 2 || isLeafType(getNamedType(field.type)));
  return ` { __typename ${chosen.map((field) => field.name + selection(schema, field, depth + 1)).join(' ')} }`;
}

/** All input objects that arguments of the calls can hold. */
export function inputsOf(calls: readonly Call[]): Set<string> {
  const names = new Set<string>();
  const visit = (type: GraphQLInputType) => {
    const named = getNamedType(type);
    if (!isInputObjectType(named) || names.has(named.name)) return;
    names.add(named.name);
    for (const field of Object.values(named.getFields())) visit(field.type);
  };
  for (const { field } of calls) for (const { type } of field.args) visit(type);
  return names;
}

const FOLDER = new URL('../../../schema/operations/', import.meta.url);

/** Arguments of root fields as the ready operations give them, by the name of the field. */
export function exampleArguments(): Map<string, Record<string, unknown>[]> {
  const found = new Map<string, Record<string, unknown>[]>();
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.graphql'))) {
    const document = parse(readFileSync(new URL(name, FOLDER), 'utf8'));
    const variables = variablesOf(name.replace(/\.graphql$/, '.variables.json'));
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      for (const field of definition.selectionSet.selections) {
        if (field.kind !== Kind.FIELD) continue;
        const given = (field.arguments ?? []).map((one) => [one.name.value, valueFromASTUntyped(one.value, variables)]);
        found.set(field.name.value, [...(found.get(field.name.value) ?? []), Object.fromEntries(given)]);
      }
    }
  }
  return found;
}

function variablesOf(name: string): Record<string, unknown> {
  const known = readdirSync(FOLDER).includes(name);
  return known ? (JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Record<string, unknown>) : {};
}
