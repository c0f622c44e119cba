import {
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** The way to one value inside the arguments of a field: names, and `0` for the first of a list. */
export type InputPath = readonly string[];

const BY_SCALAR: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  Date: '2026-01-01',
  DateTime: '2026-01-01T00:00:00Z',
  Decimal: '1',
  CurrencyCode: 'EUR',
  URL: 'https://example.com/x',
  JSON: { plain: 'x' },
};

/** The ways to all values of these scalars below the arguments of a field; an input that holds itself is entered once. */
export function pathsTo(field: Field, scalars: ReadonlySet<string>): InputPath[] {
  const found: InputPath[] = [];
  const visit = (type: GraphQLInputType, path: InputPath, within: readonly string[]): void => {
    if (isNonNullType(type)) visit(type.ofType, path, within);
    else if (isListType(type)) visit(type.ofType, [...path, '0'], within);
    else if (isInputObjectType(type)) {
      const fields = within.includes(type.name) ? [] : Object.values(type.getFields());
      for (const { name, type: inner } of fields) visit(inner, [...path, name], [...within, type.name]);
    } else if (scalars.has(type.name)) found.push(path);
  };
  for (const { name, type } of field.args) visit(type, [name], []);
  return found;
}

/** The least that a field takes, and `value` at the end of the path. */
export function argumentsWith(field: Field, path: InputPath, value: unknown): Record<string, unknown> {
  const build = (type: GraphQLInputType, rest: InputPath | null): unknown => {
    if (isNonNullType(type)) return build(type.ofType, rest);
    if (isListType(type)) return rest === null ? [] : [build(type.ofType, rest.slice(1))];
    if (isEnumType(type)) return type.getValues()[0]?.name;
    if (!isInputObjectType(type)) return rest === null ? (BY_SCALAR[type.name] ?? 'x') : value;
    const fields = Object.values(type.getFields());
    const wanted = fields.filter((one) => isRequiredInputField(one) || one.name === rest?.[0]);
    const chosen = type.isOneOf && rest !== null ? wanted.filter(({ name }) => name === rest[0]) : wanted;
    return Object.fromEntries(
      chosen.map((one) => [one.name, build(one.type, one.name === rest?.[0] ? rest.slice(1) : null)]),
    );
  };
  const wanted = field.args.filter((one) => isRequiredArgument(one) || one.name === path[0]);
  return Object.fromEntries(
    wanted.map((one) => [one.name, build(one.type, one.name === path[0] ? path.slice(1) : null)]),
  );
}

/** A mutation of the field once for each of these arguments, which are handed over as variables: `a0`, `a1` … */
export function operationOnAll(field: Field, given: readonly Record<string, unknown>[], selection: string) {
  const used = given.map((one) => field.args.filter(({ name }) => name in one));
  const declared = used.flatMap((args, n) => args.map(({ name, type }) => `$a${n}_${name}: ${String(type)}`));
  const calls = used.map((args, n) => {
    const handed = args.map(({ name }) => `${name}: $a${n}_${name}`);
    return `a${n}: ${field.name}(${handed.join(', ')}) ${selection}`;
  });
  const variables = given.flatMap((one, n) => Object.entries(one).map(([name, value]) => [`a${n}_${name}`, value]));
  return {
    text: `mutation (${declared.join(', ')}) { ${calls.join(' ')} }`,
    variables: Object.fromEntries(variables) as Record<string, unknown>,
  };
}
