import type { ApolloServer } from '@apollo/server';
import {
  type DocumentNode,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { Overloaded } from '../../kernel/errors.js';
import { type ContextServices, createContext, type GatewayContext } from '../context.js';
import { errorFormatter } from '../errors.js';
import { refuseHeavy } from '../limits/limits.plugin.js';
import type { LoadLimit } from '../limits/load-limit.js';
import { weigh } from '../limits/operation-weight.js';
import { gatewaySchema } from '../schema.js';
import { type GraphqlOptions, MAX_TOKENS } from '../server.js';
import { validationErrors } from '../validation.js';
import type { OpenCount } from './open-count.js';
import type { Answers, Asking, SentOperation } from './operation.js';
import { openSubscription } from './subscription.js';

/** An operation that was read and found good. */
export interface PreparedOperation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly document: DocumentNode;
  /** One answer, or those of a subscription as they come. Returning from these ends it at once. */
  start(): Promise<FormattedExecutionResult | Answers>;
}

export interface OperationRunnerOptions {
  readonly services: ContextServices;
  readonly graphql: GraphqlOptions;
  readonly apollo: ApolloServer<GatewayContext>;
  readonly open: OpenCount;
  readonly load: LoadLimit;
}

/** Carries out operations that do not come as one HTTP request with one answer, under the same rules as those. */
export class OperationRunner {
  readonly #options: OperationRunnerOptions;
  readonly #format: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

  constructor(options: OperationRunnerOptions) {
    this.#options = options;
    this.#format = errorFormatter(options.graphql.log);
  }

  /** What is wrong with the operation, or what is to be started. */
  prepare(sent: SentOperation, asking: Asking): PreparedOperation | readonly GraphQLFormattedError[] {
    const { query, operationName, variables } = sent;
    const schema = gatewaySchema();
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: MAX_TOKENS });
    } catch (error) {
      return [this.formatted(error, 'GRAPHQL_PARSE_FAILED')];
    }
    const operation = getOperationAST(document, operationName);
    if (!operation) {
      const which = operationName ? `named ${operationName}` : 'that is meant';
      return [
        this.formatted(new GraphQLError(`There is no operation ${which} in it.`), 'OPERATION_RESOLUTION_FAILURE'),
      ];
    }
    if (operation.operation !== 'subscription') {
      const start = async () => {
        try {
          return await this.#options.load.during(() => this.#ask(sent, asking));
        } catch (error) {
          if (error instanceof Overloaded) return { errors: [this.formatted(error)] };
          throw error;
        }
      };
      return { kind: operation.operation, document, start };
    }
    const invalid = validationErrors(schema, document);
    if (invalid.length > 0) return invalid.map((error) => this.formatted(error, 'GRAPHQL_VALIDATION_FAILED'));
    const weight = weigh(schema, document, operation, variables ?? {});
    try {
      refuseHeavy(weight, this.#options.graphql.limits);
    } catch (error) {
      return [this.formatted(error)];
    }
    return {
      kind: 'subscription',
      document,
      start: () => this.#subscribe(sent, { document, operation, cost: weight.calls }, asking),
    };
  }

  /** Makes of any error what the client may see. */
  formatted(error: unknown, code?: string): GraphQLFormattedError {
    const known = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
    const { extensions, ...plain } = known.toJSON();
    return this.#format({ ...plain, extensions: { ...extensions, ...(code !== undefined && { code }) } }, error);
  }

  async #ask({ query, operationName, variables }: SentOperation, asking: Asking): Promise<FormattedExecutionResult> {
    const { apollo, services } = this.#options;
    const contextValue = createContext(services, { id: asking.requestId, ...asking });
    const request = { query, ...(operationName && { operationName }), ...(variables && { variables }) };
    const { body } = await apollo.executeOperation(request, { contextValue });
    if (body.kind !== 'single') throw new Error('an operation was answered in pieces');
    return body.singleResult;
  }

  async #subscribe(
    sent: SentOperation,
    parsed: { document: DocumentNode; operation: OperationDefinitionNode; cost: number },
    asking: Asking,
  ): Promise<FormattedExecutionResult | Answers> {
    const { services, graphql, open, load } = this.#options;
    let release: () => void;
    try {
      // Once it is there it waits, most of the time: those have a limit of their own.
      load.enter()();
      release = open.take(asking.caller.id);
    } catch (error) {
      return { errors: [this.formatted(error)] };
    }
    const { answers, now, onOperation } = graphql;
    const format = (error: unknown, code?: string) => this.formatted(error, code);
    return await openSubscription({
      ...parsed,
      sent,
      asking,
      services,
      format,
      answers,
      now,
      onOperation,
      onEnd: release,
    });
  }
}
