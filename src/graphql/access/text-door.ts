import type { GraphQLSchema } from 'graphql';
import { atTheDoor } from './mutation-door.js';

/**
 * Refuses half of a surrogate pair in any text: JSON can write it, but neither an address nor the store can, so that a change
 * would be made of which nothing could be found again.
 */
export function withoutHalfCharacters(schema: GraphQLSchema): GraphQLSchema {
  return atTheDoor(schema, (args) => {
    const path = pathOfHalf(args);
    if (path === null) return null;
    const message = `${path.join('.').toWellFormed()} holds half a character (one of two UTF-16 surrogates without the other): nothing was done.`;
    return { code: 'INVALID', message, field: path };
  });
}

/** Where the first of them is, names of a JSON object included. */
function pathOfHalf(value: unknown, path: readonly string[] = []): readonly string[] | null {
  if (typeof value === 'string') return value.isWellFormed() ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const found = name.isWellFormed() ? pathOfHalf(inner, [...path, name]) : path;
    if (found) return found;
  }
  return null;
}
