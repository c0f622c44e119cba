import { randomBytes } from 'node:crypto';
import { defineUpstream } from '../contract.js';
import { settings } from './config.js';
import { connect } from './connection.js';
import { schema } from './graphql/index.js';
import { SYSTEM, TITLE } from './names.js';

export const zuoraBillingUpstream = defineUpstream({
  id: SYSTEM,
  title: TITLE,
  description: 'Zuora Billing: accounts, subscriptions, rate plans and charges, invoices and payments.',
  keysPerCall: 50,
  settings,
  connect,
  schema,
  flows: {
    kind: 'INBOUND',
    emits: ['CUSTOMER_CREATED', 'CUSTOMER_CHANGED', 'SUBSCRIPTION_CHANGED'],
    takes: ['CUSTOMER', 'CREDIT', 'INVOICE'],
  },
  async startSandbox(options) {
    // Loaded only where it is needed: a gateway on real tenants carries no sandbox.
    const { startZuoraBillingSandbox } = await import('./sandbox/index.js');
    const sandbox = await startZuoraBillingSandbox(options);
    const { clientId, clientSecret } = sandbox.credentials;
    return {
      sandbox,
      environment: {
        ZUORA_BILLING_URL: sandbox.url,
        ZUORA_BILLING_CLIENT_ID: clientId,
        ZUORA_BILLING_CLIENT_SECRET: clientSecret,
        // Near midnight a gateway in another zone would take another day for today.
        ZUORA_BILLING_TIME_ZONE: sandbox.timeZone,
        ZUORA_BILLING_CREDIT_CHARGE_ID: sandbox.creditChargeId,
        ZUORA_BILLING_CREDIT_CHARGE_KIND: 'PRODUCT_RATE_PLAN_CHARGE',
        // Its callouts come in at the gateway's own address, which others may reach, too.
        ZUORA_BILLING_WEBHOOK_SECRET: randomBytes(24).toString('base64url'),
      },
    };
  },
});
