import type { GraphQLSchema } from 'graphql';
import { type FoundCardNumber, findCardNumber } from '../../kernel/card-numbers.js';
import type { Problem } from '../../kernel/refusal.js';
import { atTheDoor } from './mutation-door.js';

/**
 * Refuses every mutation whose arguments hold the number of a payment card, before anything of it is done. The number is
 * neither kept, nor logged, nor sent on, nor said again.
 */
export function withoutCardNumbers(schema: GraphQLSchema): GraphQLSchema {
  return atTheDoor(schema, (args, mutation, context) => {
    const found = findCardNumber(args, (path) => context.mayHoldCardNumber([mutation, ...path]));
    return found && problemOf(found);
  });
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
