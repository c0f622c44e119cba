import { defineUpstream } from '../contract.js';
import { addCommands } from './cli/command.js';
import { settings } from './config.js';
import { connect } from './connection.js';
import { schema } from './graphql/index.js';
import { SYSTEM, TITLE } from './names.js';

export const zuoraRevenueUpstream = defineUpstream({
  id: SYSTEM,
  title: TITLE,
  description:
    'Zuora Revenue: uploads of transactions, what became of their rows, and the jobs that recognise revenue.',
  keysPerCall: 1,
  settings,
  connect,
  schema,
  commands: addCommands,
  async startSandbox(options) {
    // Loaded only where it is needed: a gateway on a real tenant carries no sandbox.
    const { startRevenueSandbox } = await import('./sandbox/index.js');
    const sandbox = await startRevenueSandbox(options);
    const { clientId, clientSecret } = sandbox.credentials;
    return {
      sandbox,
      environment: {
        ZUORA_REVENUE_URL: sandbox.url,
        ZUORA_REVENUE_CLIENT_ID: clientId,
        ZUORA_REVENUE_CLIENT_SECRET: clientSecret,
        ZUORA_REVENUE_COLLECTION_TEMPLATE: 'Standard',
        ZUORA_REVENUE_BI_CLIENT_ID: '1',
      },
    };
  },
});
