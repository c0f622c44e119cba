import { defineUpstream } from '../contract.js';
import { settings } from './config.js';
import { connect } from './connection.js';
import { schema } from './graphql/index.js';
import { SYSTEM, TITLE } from './names.js';

export const firstPromoterUpstream = defineUpstream({
  id: SYSTEM,
  title: TITLE,
  description: 'FirstPromoter: referrals, the sales that they bring and the commissions of their promoters.',
  keysPerCall: 1,
  settings,
  connect,
  schema,
  flows: { kind: 'INBOUND', emits: ['SALE_MADE'], takes: [] },
  async startSandbox(options) {
    // Loaded only where it is needed: a gateway on a real account carries no sandbox.
    const { startFirstPromoterSandbox } = await import('./sandbox/index.js');
    const sandbox = await startFirstPromoterSandbox(options);
    const { apiKey, accountId } = sandbox.credentials;
    return {
      sandbox,
      environment: {
        FIRST_PROMOTER_URL: sandbox.url,
        FIRST_PROMOTER_API_KEY: apiKey,
        FIRST_PROMOTER_ACCOUNT_ID: accountId,
      },
    };
  },
});
