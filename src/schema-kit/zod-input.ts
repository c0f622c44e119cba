import { GraphQLError } from 'graphql';
import type { ValidatorFn } from 'type-graphql';
import type { z } from 'zod';

const schemas = new WeakMap<object, z.ZodType>();

/** Says what an input or arguments class accepts, beyond what GraphQL's types can say. */
export const zodInput =
  (schema: z.ZodType): ClassDecorator =>
  (target) => {
    schemas.set(target, schema);
  };

/** Checks inputs against their `zodInput` schema; what the schema makes of them replaces them. */
export const zodValidate: ValidatorFn = (argument, type) => {
  if (argument == null) return;
  for (const schema of schemasOf(type)) {
    for (const value of Array.isArray(argument) ? argument : [argument]) {
      const result = schema.safeParse(value);
      if (!result.success) throw badInput(result.error);
      // type-graphql drops what this function returns, so the parsed values go into the argument itself.
      Object.assign(value as object, result.data);
    }
  }
};

/** The schemas of a class and of those it extends. */
function schemasOf(type: unknown): z.ZodType[] {
  const found: z.ZodType[] = [];
  for (let at = type; typeof at === 'function'; at = Object.getPrototypeOf(at)) {
    const schema = schemas.get(at);
    if (schema) found.push(schema);
  }
  return found;
}

function badInput(error: z.ZodError): GraphQLError {
  const issues = error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
  const summary = issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
  return new GraphQLError(`Invalid input: ${summary}`, { extensions: { code: 'BAD_USER_INPUT', issues } });
}
