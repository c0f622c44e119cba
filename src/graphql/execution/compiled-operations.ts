import {
  BREAK,
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

/** Compiling takes as long as several executions, so that an operation has to come again before it is worth it. */
const WORTH_COMPILING = 3;

interface Known {
  uses: number;
  /** Null until it is worth it, and where it cannot be compiled. */
  compiled: CompiledQuery | null;
}

/** The operations that come often, compiled. Those that were not asked for the longest leave first. */
export class CompiledOperations {
  readonly #schema: GraphQLSchema;
  readonly #most: number;
  readonly #known = new Map<string, Known>();

  constructor(schema: GraphQLSchema, { most }: { most: number }) {
    this.#schema = schema;
    this.#most = most;
  }

  /** `hash` is that of the document's text. Null for an operation that has to be interpreted. */
  find(hash: string, document: DocumentNode, operationName: string | null): CompiledQuery | null {
    const key = `${hash} ${operationName ?? ''}`;
    const known = this.#known.get(key) ?? { uses: 0, compiled: null };
    known.uses += 1;
    if (known.uses === WORTH_COMPILING) known.compiled = this.#compile(document, operationName);
    // The last one of a Map is the one that was used last.
    this.#known.delete(key);
    this.#known.set(key, known);
    if (this.#known.size > this.#most) this.#known.delete(this.#known.keys().next().value ?? key);
    return known.compiled;
  }

  get size(): number {
    return this.#known.size;
  }

  #compile(document: DocumentNode, operationName: string | null): CompiledQuery | null {
    if (asksForAbstractTypes(this.#schema, document)) return null;
    const compiled = compileQuery(this.#schema, document, operationName ?? undefined, {
      // Errors of resolvers have their own stack.
      disablingCapturingStackErrors: true,
    });
    return isCompiledQuery(compiled) ? compiled : null;
  }
}

/** Which type an interface or union has is found out asynchronously here, and compiled operations do not wait for that. */
function asksForAbstractTypes(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let found = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: () => {
        found = isAbstractType(getNamedType(types.getType()));
        return found ? BREAK : undefined;
      },
    }),
  );
  return found;
}
