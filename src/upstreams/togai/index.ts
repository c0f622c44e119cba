import { defineUpstream } from '../contract.js';
import { settings } from './config.js';
import { connect } from './connection.js';
import { schema } from './graphql/index.js';
import { SYSTEM, TITLE } from './names.js';

export const togaiUpstream = defineUpstream({
  id: SYSTEM,
  title: TITLE,
  description: 'Togai: usage, price plans, credits and invoices of metered products.',
  keysPerCall: 1,
  settings,
  connect,
  schema,
  flows: {
    kind: 'OUTBOUND',
    emits: ['CUSTOMER_CREATED', 'CUSTOMER_CHANGED', 'CREDIT_GRANTED', 'INVOICE_GENERATED'],
    takes: ['CUSTOMER', 'SUBSCRIPTION', 'SALE'],
  },
  async startSandbox(options) {
    // Loaded only where it is needed: a gateway on real tenants carries no sandbox.
    const { startTogaiSandbox } = await import('./sandbox/index.js');
    const sandbox = await startTogaiSandbox(options);
    return { sandbox, environment: { TOGAI_URL: sandbox.url, TOGAI_API_KEY: sandbox.credentials.apiKey } };
  },
});
