import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError } from 'graphql';
import type { Logger } from '../kernel/logger.js';
import type { GatewayContext } from './context.js';
import { ReadDocuments } from './documents/read-documents.js';
import { errorFormatter } from './errors.js';
import { compiledPlugin } from './execution/compiled.plugin.js';
import type { SharedAnswers } from './execution/shared-answers.js';
import { sharingPlugin } from './execution/sharing.plugin.js';
import { limitsPlugin, type OperationLimits } from './limits/limits.plugin.js';
import { type FinishedOperation, operationsPlugin } from './observe/operations.plugin.js';
import { partialFailuresPlugin } from './partial-failures.plugin.js';
import { gatewaySchema } from './schema.js';
import { subscriptionConditions } from './validation.js';

// Well above any hand-written query, well below what takes a parser's time.
export const MAX_TOKENS = 10_000;

// A document takes 20 to 40 times the memory of its text.
const MAX_KEPT_TEXT = 1_000_000;

export interface GraphqlOptions {
  readonly log: Logger;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  readonly limits: OperationLimits;
  /** Those that are under way. */
  readonly answers: Pick<SharedAnswers<unknown>, 'cut'>;
  readonly now: () => number;
  readonly onOperation: (operation: FinishedOperation) => void;
}

export function createGraphqlServer(
  { log, introspection, limits, answers, now, onOperation }: GraphqlOptions,
  plugins: ApolloServerPlugin<GatewayContext>[],
): ApolloServer<GatewayContext> {
  const formatError = errorFormatter(log);
  return new ApolloServer<GatewayContext>({
    schema: gatewaySchema(),
    introspection,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    documentStore: new ReadDocuments(MAX_KEPT_TEXT),
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError,
    logger: log,
    plugins: [
      // Its hints cost a quarter of a list query, and answers here are never for shared caches.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      legacyStatus,
      finishContext,
      partialFailuresPlugin(formatError),
      operationsPlugin(now, onOperation),
      subscriptionConditions(),
      limitsPlugin(limits),
      subscriptionsElsewhere,
      ...plugins,
      sharingPlugin(answers),
      compiledPlugin(formatError),
    ],
  });
}

/**
 * Clients that do not know `application/graphql-response+json` want 200 on errors about their request.
 * https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
const legacyStatus: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        const accept = request.http?.headers.get('accept') ?? '*/*';
        if (response.http.status !== 400 || accept.includes('application/graphql-response+json')) return;
        const code = response.body.kind === 'single' ? response.body.singleResult.errors?.[0]?.extensions?.code : null;
        if (LEGACY_OK.has(String(code))) response.http.status = 200;
      },
    };
  },
};
const LEGACY_OK = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

const finishContext: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue }) {
        contextValue.finish();
      },
    };
  },
};

/** What one answer cannot hold is refused in words that say where it can be asked for. */
const subscriptionsElsewhere: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation !== 'subscription') return;
        const message =
          'A subscription has many answers: send it by WebSocket (graphql-transport-ws), or with "accept: text/event-stream".';
        throw new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
      },
    };
  },
};
