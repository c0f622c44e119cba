import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { LimitExceeded } from '../../kernel/errors.js';
import type { GatewayContext } from '../context.js';
import { limitExtensions } from '../errors.js';
import { KnownWeights } from './known-weights.js';
import { type OperationWeight, weigh } from './operation-weight.js';

export interface OperationLimits {
  readonly depth: number;
  readonly aliases: number;
  /** Calls to billing systems. */
  readonly calls: number;
}

/** Refuses operations that ask for too much before anything of them is done. */
export function limitsPlugin(limits: OperationLimits): ApolloServerPlugin<GatewayContext> {
  const known = new KnownWeights();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          if (!operation) return;
          const { variables = {} } = request;
          const weight = known.of(operation, variables, () => weigh(schema, document, operation, variables));
          contextValue.tally.cost = weight.calls;
          refuseHeavy(weight, limits);
        },
      };
    },
  };
}

/** @throws GraphQLError with `LIMIT_EXCEEDED` */
export function refuseHeavy(weight: OperationWeight, limits: OperationLimits): void {
  refuse('fields', weight.endless ? Number.POSITIVE_INFINITY : 0, 50_000, 'fields, fragments spread included');
  refuse('depth', weight.depth, limits.depth, 'fields within each other');
  refuse('aliases', weight.aliases, limits.aliases, 'aliases');
  refuse('cost', weight.calls, limits.calls, 'calls to billing systems if nothing was in the cache');
}

function refuse(limit: string, actual: number, most: number, counted: string): void {
  if (actual <= most) return;
  const size = Number.isFinite(actual) ? String(actual) : 'far too many';
  const message = `The operation has ${size} ${counted}; at most ${most} are allowed.`;
  const extensions = limitExtensions(new LimitExceeded(limit, most, message));
  throw new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } });
}
