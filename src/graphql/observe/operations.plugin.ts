import { createHash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { callsOfRequest } from '../../kernel/request-scope.js';
import type { GatewayContext } from '../context.js';

/** One operation, when it is over. */
export interface FinishedOperation {
  readonly name: string | null;
  readonly kind: 'query' | 'mutation' | 'subscription' | null;
  /** The first digits of the SHA-256 of its text: tells operations without a name apart. */
  readonly hash: string | null;
  readonly caller: string;
  readonly requestId: string;
  readonly durationMs: number;
  /** `partial`: there is data, and there are errors. */
  readonly outcome: 'ok' | 'partial' | 'failed';
  readonly errorCodes: readonly string[];
  /** Calls to billing systems that were reckoned with, and those that were made for it. */
  readonly cost: number | null;
  readonly upstreamCalls: number;
  /** Whether the same question of the same caller was being answered, and its answer served this one, too. */
  readonly shared?: boolean;
  /** How many answers a subscription had; absent for others. */
  readonly events?: number;
}

/** Tells operations without a name apart. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Tells of every operation once its answer is ready. */
export function operationsPlugin(
  now: () => number,
  tell: (operation: FinishedOperation) => void,
): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart({ request }) {
      const startedAt = now();
      return {
        async willSendResponse({ response, operation, operationName, contextValue }) {
          const { body } = response;
          const result = body.kind === 'single' ? body.singleResult : body.initialResult;
          const errors = result.errors ?? [];
          const finished: FinishedOperation = {
            name: operationName ?? null,
            kind: operation?.operation ?? null,
            hash: request.query ? hashOf(request.query) : null,
            caller: contextValue.caller.id,
            requestId: contextValue.requestId,
            durationMs: now() - startedAt,
            outcome: errors.length === 0 ? 'ok' : result.data ? 'partial' : 'failed',
            errorCodes: [...new Set(errors.map(({ extensions }) => String(extensions?.code ?? 'UNKNOWN')))],
            cost: contextValue.tally.cost,
            upstreamCalls: callsOfRequest(),
          };
          tell(finished);
          const { sharing } = contextValue;
          if (sharing && body.kind === 'single' && finished.outcome === 'ok') sharing.whole = finished;
        },
      };
    },
  };
}
