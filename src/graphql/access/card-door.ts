import { defaultFieldResolver, GraphQLError, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { type FoundCardNumber, findCardNumber } from '../../kernel/card-numbers.js';
import type { Problem } from '../../kernel/refusal.js';
import type { GatewayContext } from '../context.js';

/**
 * Refuses every mutation whose arguments hold the number of a payment card, before anything of it is done. The number is
 * neither kept, nor logged, nor sent on, nor said again.
 */
export function withoutCardNumbers(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve = defaultFieldResolver } = field;
    const payload = getNamedType(field.type);
    const tellsProblems = isObjectType(payload) && 'userErrors' in payload.getFields();
    field.resolve = (source, args, context: GatewayContext, info) => {
      const found = findCardNumber(args, (path) => context.mayHoldCardNumber([field.name, ...path]));
      if (found === null) return resolve(source, args, context, info);
      const problem = problemOf(found);
      if (tellsProblems) return { userErrors: [problem] };
      throw new GraphQLError(problem.message, { extensions: { code: 'BAD_USER_INPUT', issues: [problem] } });
    };
  }
  return schema;
}

function problemOf({ path, line }: FoundCardNumber): Problem {
  const where = line === null ? path.join('.') : `${path.join('.')}, line ${line}`;
  const message = `${where} holds what looks like the number of a payment card: nothing was done, and it was not kept. Card numbers must not pass through here.`;
  return { code: 'CARD_NUMBER', message, field: path };
}

/**
 * Fields that the operator lets hold such numbers: by their name wherever they are (`uniqueKey`), or by their whole path
 * with the mutation, places in lists left out (`mutation.events.id`).
 */
export function exemptFields(names: readonly string[]): (path: readonly string[]) => boolean {
  const exempt = new Set(names);
  return (path) => {
    if (exempt.size === 0) return false;
    const named = path.filter((part) => !/^\d+$/.test(part));
    return exempt.has(named.at(-1) ?? '') || exempt.has(named.join('.'));
  };
}
