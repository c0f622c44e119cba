import { createHash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { callsOfRequest } from '../../kernel/request-scope.js';
import type { GatewayContext } from '../context.js';
import type { FinishedOperation } from './finished-operation.js';

const HASH_DIGITS = 12;

/** Tells operations without a name apart; of the hash that Apollo makes of a text the same digits. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_DIGITS);
}

/** Tells of every operation once its answer is ready. */
export function operationsPlugin(
  now: () => number,
  tell: (operation: FinishedOperation) => void,
): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      const startedAt = now();
      return {
        async willSendResponse({ response, operation, operationName, queryHash, contextValue }) {
          const { body } = response;
          const result = body.kind === 'single' ? body.singleResult : body.initialResult;
          const errors = result.errors ?? [];
          const finished: FinishedOperation = {
            name: operationName ?? null,
            kind: operation?.operation ?? null,
            hash: queryHash?.slice(0, HASH_DIGITS) ?? null,
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
