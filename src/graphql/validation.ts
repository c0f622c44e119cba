import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  SingleFieldSubscriptionsRule,
  validate,
} from 'graphql';
import type { GatewayContext } from './context.js';

// The rule about the fields of a subscription works out `@skip` and `@include` without variables, and throws where it
// cannot, instead of reporting it.

/** What is wrong with a document. */
export function validationErrors(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  try {
    return validate(schema, document);
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

/**
 * Refuses what the rule throws at as invalid. Apollo takes whatever is thrown while it validates for a failure of the
 * server: it is given another document, which is refused when it is about to be carried out.
 */
export function subscriptionConditions(): ApolloServerPlugin<GatewayContext> {
  // By document, because Apollo keeps those that it found valid.
  const refused = new WeakMap<DocumentNode, GraphQLError>();
  return {
    async requestDidStart() {
      return {
        async validationDidStart(request) {
          const { schema, document } = request;
          const reason = hasSubscription(document) ? thrownAt(schema, document) : null;
          if (reason === null) return;
          const readable = parse('{ __typename }');
          refused.set(readable, reason);
          Object.assign(request, { document: readable });
        },
        async didResolveOperation({ document }) {
          const reason = refused.get(document);
          if (reason === undefined) return;
          const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } };
          throw new GraphQLError(reason.message, { nodes: reason.nodes ?? null, extensions });
        },
      };
    },
  };
}

function thrownAt(schema: GraphQLSchema, document: DocumentNode): GraphQLError | null {
  try {
    validate(schema, document, [SingleFieldSubscriptionsRule]);
    return null;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function hasSubscription({ definitions }: DocumentNode): boolean {
  return definitions.some((one) => one.kind === Kind.OPERATION_DEFINITION && one.operation === 'subscription');
}
