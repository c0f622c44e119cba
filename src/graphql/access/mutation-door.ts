import { defaultFieldResolver, GraphQLError, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { Problem } from '../../kernel/refusal.js';
import type { GatewayContext } from '../context.js';

/** What is wrong with the arguments of a mutation whatever it does with them; null if nothing is. */
export type LookAtArguments = (
  args: Readonly<Record<string, unknown>>,
  mutation: string,
  context: GatewayContext,
) => Problem | null;

/** Refuses every mutation in whose arguments something is found, before anything of it is done. */
export function atTheDoor(schema: GraphQLSchema, look: LookAtArguments): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve = defaultFieldResolver } = field;
    const payload = getNamedType(field.type);
    const tellsProblems = isObjectType(payload) && 'userErrors' in payload.getFields();
    field.resolve = (source, args, context: GatewayContext, info) => {
      const problem = look(args, field.name, context);
      if (problem === null) return resolve(source, args, context, info);
      if (tellsProblems) return { userErrors: [problem] };
      throw new GraphQLError(problem.message, { extensions: { code: 'BAD_USER_INPUT', issues: [problem] } });
    };
  }
  return schema;
}
