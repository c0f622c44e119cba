import { type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import type { GatewayContext } from '../context.js';

/** Lets no field take longer than its request may, whatever it waits for. */
export function inTime(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && !type.name.startsWith('__')) Object.values(type.getFields()).forEach(hurry);
  }
  return schema;
}

function hurry(field: GraphQLField<unknown, GatewayContext>): void {
  const { resolve } = field;
  // Plain properties wait for nothing.
  if (!resolve) return;
  field.resolve = (source, args, context, info) => {
    const answer: unknown = resolve(source, args, context, info);
    return answer instanceof Promise ? context.inTime(answer) : answer;
  };
}
