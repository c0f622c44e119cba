import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../../sandbox-kit/definition.js';
import { CATEGORY, errorFor } from './errors.js';

/** What a tenant may have or not; all of it unless it says false. */
export interface TenantFeatures {
  readonly objectQuery?: boolean;
  readonly orders?: boolean;
  readonly invoiceSettlement?: boolean;
}

const PATHS: Readonly<Record<keyof TenantFeatures, RegExp>> = {
  objectQuery: /^\/object-query\//,
  orders: /^\/v1\/(async\/)?orders(\/|$)/,
  invoiceSettlement:
    /^\/(v1\/(invoices$|invoices\/[^/]+\/(reverse|write-off)|credit-?memos|debit-?memos|payments)|object-query\/(credit-memo|debit-memo|payment-application).*)(\/|$)/,
};
const TITLES: Readonly<Record<keyof TenantFeatures, string>> = {
  objectQuery: 'Object Query',
  orders: 'Orders',
  invoiceSettlement: 'Invoice Settlement',
};

/** Refuses what belongs to a feature that the tenant does not have. The reference does not say how; this is our choice. */
export function features(app: FastifyInstance, has: TenantFeatures): void {
  const missing = (Object.keys(PATHS) as (keyof TenantFeatures)[]).filter((feature) => has[feature] === false);
  app.addHook('onRequest', async (request) => {
    const [path = ''] = request.url.split('?');
    const feature = missing.find((one) => PATHS[one].test(path));
    if (!feature) return;
    const message = `${TITLES[feature]} is not enabled for this tenant`;
    throw new Refusal(errorFor(request, CATEGORY.permissionDenied, message));
  });
}
