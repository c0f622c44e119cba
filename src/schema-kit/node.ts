import { Field, ID, InterfaceType } from 'type-graphql';
import type { RequestContext } from './context.js';
import { parseGlobalId } from './global-id.js';

/** One kind of object that `node(id)` can find again. */
export interface NodeKind {
  /** GraphQL type name. */
  readonly type: string;
  /** What the type's ids begin with, without the underscore: `zac` for `zac_8ad0…`. Never changed once published. */
  readonly prefix: string;
  readonly load: (key: string, context: RequestContext) => Promise<object | null>;
}

const typeByPrefix = new Map<string, string>();

/** Tells the Node interface which type an id belongs to. */
export function registerNodeKinds(kinds: readonly NodeKind[]): void {
  for (const { prefix, type } of kinds) typeByPrefix.set(prefix, type);
}

export function isNodePrefix(prefix: string): boolean {
  return typeByPrefix.has(prefix);
}

/** The name of the type that an id belongs to; empty if it is none of ours. */
export function nodeTypeOf(id: string): string {
  return typeByPrefix.get(parseGlobalId(id)?.prefix ?? '') ?? '';
}

@InterfaceType({
  description: 'An object that can be fetched again by its id.',
  resolveType: ({ id }: Node) => nodeTypeOf(id) || undefined,
})
export abstract class Node {
  @Field(() => ID, { description: 'The id of the object over all systems. Opaque.' })
  id!: string;
}
