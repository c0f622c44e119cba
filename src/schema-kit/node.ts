import { Field, ID, InterfaceType } from 'type-graphql';
import type { RequestContext } from './context.js';

/** One kind of object that `node(id)` can find again. */
export interface NodeKind {
  /** GraphQL type name. */
  readonly type: string;
  /** What the type's ids begin with, without the underscore: `zac` for `zac_8ad0…`. Never changed once published. */
  readonly prefix: string;
  readonly load: (key: string, context: RequestContext) => Promise<object | null>;
}

/** `zac` and `8ad0…` as one id. Clients treat it as opaque; support staff can read it. */
export function globalId(prefix: string, key: string): string {
  return `${prefix}_${key}`;
}

/** Null for text that cannot be an id of ours. */
export function parseGlobalId(id: string): { prefix: string; key: string } | null {
  const at = id.indexOf('_');
  return at > 0 && at < id.length - 1 ? { prefix: id.slice(0, at), key: id.slice(at + 1) } : null;
}

/** The key inside an id of this kind; null for ids of other kinds. */
export function keyOf(prefix: string, id: string): string | null {
  const parsed = parseGlobalId(id);
  return parsed?.prefix === prefix ? parsed.key : null;
}

const typeByPrefix = new Map<string, string>();

/** Tells the Node interface which type an id belongs to. */
export function registerNodeKinds(kinds: readonly NodeKind[]): void {
  for (const { prefix, type } of kinds) typeByPrefix.set(prefix, type);
}

@InterfaceType({
  description: 'An object that can be fetched again by its id.',
  resolveType: ({ id }: Node) => typeByPrefix.get(parseGlobalId(id)?.prefix ?? ''),
})
export abstract class Node {
  @Field(() => ID, { description: 'The id of the object over all systems. Opaque.' })
  id!: string;
}
