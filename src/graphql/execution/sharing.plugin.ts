import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../context.js';
import type { SharedAnswers } from './shared-answers.js';

/** Lets queries serve others who ask the same, and mutations end that: whoever reads after a change was answered sees it. */
export function sharingPlugin(answers: Pick<SharedAnswers<unknown>, 'cut'>): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue }) {
          if (operation?.operation === 'query') contextValue.sharing?.mayBeJoined();
        },
        async willSendResponse({ operation }) {
          if (operation?.operation === 'mutation') answers.cut();
        },
      };
    },
  };
}
