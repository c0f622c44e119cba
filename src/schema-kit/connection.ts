import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { InvalidCursor } from '../kernel/errors.js';
import { zodInput } from './zod-input.js';

export const MAX_PAGE = 100;

@ObjectType({ simpleResolvers: true, description: 'Where a page lies in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there is more before this page: true whenever `after` was given.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first element; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last element, to be given as `after`; null on an empty page.',
  })
  endCursor!: string | null;
}

@zodInput(z.object({ first: z.int().min(0).max(MAX_PAGE) }).loose())
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: `How many elements, 0 to ${MAX_PAGE}.` })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before this one.' })
  after?: string | null;
}

export interface Edge<T> {
  readonly node: T;
  readonly cursor: string;
}

export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
}

/** Makes the Relay connection and edge types of a type. Call once per type and export both. */
export function connectionType<T extends object>(name: string, nodeType: () => ClassType<T>): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `A ${name} and its place in the list.` })
  class EdgeType implements Edge<T> {
    @Field(nodeType, { description: 'The element.' })
    node!: T;

    @Field(() => String, { description: 'Its place, to be given as `after`.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of a list of ${name}.` })
  class ConnectionType implements Connection<T> {
    @Field(() => [EdgeType], { description: 'The elements of the page with their cursors.' })
    edges!: EdgeType[];

    @Field(() => [nodeType()], { description: 'The elements of the page.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Where the page lies in its list.' })
    pageInfo!: PageInfo;
  }
  return ConnectionType;
}

export function connection<T>(
  edges: readonly Edge<T>[],
  page: { hasNextPage: boolean; after: string | null },
): Connection<T> {
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** A page of a list that is in memory as a whole. Cursors hold the element's key, so they survive inserts. */
export function connectionOfList<T>(
  items: readonly T[],
  { first, after }: { first: number; after?: string | null | undefined },
  keyOf: (item: T) => string,
): Connection<T> {
  let start = 0;
  if (after != null) {
    const key = Buffer.from(after, 'base64url').toString('utf8');
    start = items.findIndex((item) => keyOf(item) === key) + 1;
    if (start === 0) throw new InvalidCursor();
  }
  const page = items.slice(start, start + first);
  const edges = page.map((node) => ({ node, cursor: Buffer.from(keyOf(node), 'utf8').toString('base64url') }));
  return connection(edges, { hasNextPage: start + first < items.length, after: after ?? null });
}
