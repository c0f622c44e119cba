import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError, type OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from '../context.js';
import { CompiledOperations } from './compiled-operations.js';

const MOST_OPERATIONS = 200;
// Status and headers are Apollo's; the type asks for a status, and its absence is looked for.
const NO_HEAD = { headers: new HeaderMap() } as GraphQLResponse['http'];

/**
 * Carries out queries that come often as compiled functions: a list takes half the time. Everything else is left to graphql's
 * own execution, and so is what it alone words well: variables that do not fit.
 */
export function compiledPlugin(
  format: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError,
): ApolloServerPlugin<GatewayContext> {
  let operations: CompiledOperations;
  return {
    async serverWillStart({ schema }) {
      operations = new CompiledOperations(schema, { most: MOST_OPERATIONS });
    },
    async requestDidStart() {
      return {
        async responseForOperation({ operation, document, queryHash, operationName, request, contextValue }) {
          if (operation?.operation !== 'query' || !queryHash) return null;
          const variables = request.variables ?? {};
          if (takesNullForDefault(operation, variables)) return null;
          const compiled = operations.find(queryHash, document, operationName);
          if (compiled === null) return null;
          const result = await compiled.query(undefined, contextValue, variables);
          // Nothing was done yet: the variables are wrong.
          if (result.data === undefined) return null;
          const data = result.data as Record<string, unknown> | null;
          const errors = result.errors?.map((error) => formatted(error, format));
          const singleResult = errors?.length ? { data, errors } : { data };
          return { http: NO_HEAD, body: { kind: 'single', singleResult } };
        },
      };
    },
  };
}

/** Such a null may stand where none may be, as the condition of a directive, and compiled operations take it for false. */
function takesNullForDefault(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  return variableDefinitions.some(
    ({ variable, defaultValue }) => defaultValue && variables[variable.name.value] === null,
  );
}

/** Compiled operations make errors without what Apollo asks of them. */
function formatted(
  { message, locations, path, originalError, extensions }: GraphQLError,
  format: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError,
): GraphQLFormattedError {
  const plain = {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', ...extensions },
  };
  return format(plain, originalError ?? new GraphQLError(message));
}
