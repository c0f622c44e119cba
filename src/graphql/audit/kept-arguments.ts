import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isScalarType,
} from 'graphql';

/** What stands where a value was given that is not kept. */
const NOT_KEPT = '(not kept)';
const MOST_OF_A_LIST = 20;

// Whatever is written in these is nobody's name and no secret.
const PLAIN_SCALARS = new Set(['ID', 'Int', 'Float', 'Boolean', 'Date', 'DateTime', 'Decimal', 'CurrencyCode']);
const NAMES_SOMETHING = /(^|[a-z])(id|key|number|code)s?$/i;
const MAY_BE_SECRET = /secret|token|password|credential|access/i;

/**
 * The arguments of a mutation as they may be kept for good: what was meant and how much, by type and name. Free text is left
 * out, for it may hold data of persons or secrets.
 */
export function keptArguments(
  given: Readonly<Record<string, unknown>>,
  args: readonly GraphQLArgument[],
): Record<string, unknown> {
  return keptFields(
    given,
    args.map(({ name, type }) => ({ name, type })),
  );
}

function keptFields(
  given: Readonly<Record<string, unknown>>,
  fields: readonly { name: string; type: GraphQLInputType }[],
): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name, type }) => {
      const value = given[name];
      return value === undefined ? [] : [[name, kept(value, type, name)]];
    }),
  );
}

function kept(value: unknown, given: GraphQLInputType, name: string): unknown {
  if (value === null) return null;
  const type = getNullableType(given);
  if (isListType(type)) {
    const all = Array.isArray(value) ? value : [value];
    const some = all.slice(0, MOST_OF_A_LIST).map((one) => kept(one, type.ofType, name));
    return all.length > some.length ? [...some, `and ${all.length - some.length} more`] : some;
  }
  if (isInputObjectType(type)) {
    return keptFields(value as Record<string, unknown>, Object.values(type.getFields()));
  }
  if (isEnumType(type)) return value;
  if (isScalarType(type) && PLAIN_SCALARS.has(type.name)) return value;
  const isName = typeof value === 'string' && NAMES_SOMETHING.test(name) && !MAY_BE_SECRET.test(name);
  return isName ? value : NOT_KEPT;
}
