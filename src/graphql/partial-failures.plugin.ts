import type { ApolloServerPlugin } from '@apollo/server';
import { type GraphQLFormattedError, responsePathAsArray } from 'graphql';
import type { GatewayContext } from './context.js';

/**
 * Tells of what fields could not get although they have a value: a list of several systems, one of which is away. The errors
 * look like those of fields that are null.
 */
export function partialFailuresPlugin(
  format: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError,
): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response: { body }, contextValue: { failures } }) {
          if (body.kind !== 'single' || failures.length === 0) return;
          const { singleResult } = body;
          const told = failures.map(({ path, error }) =>
            format({ message: 'A system could not be read.', path: responsePathAsArray(path) }, error),
          );
          singleResult.errors = [...(singleResult.errors ?? []), ...told];
        },
      };
    },
  };
}
